"""A source's bytes: read once, so that what is hashed is what is parsed."""

from __future__ import annotations

import io
import os
import stat

from pipeline.read.refusal import detail, unreadable, unsafe
from pipeline.read.source import MIB, Limits, Source


def load(source: Source, limits: Limits) -> bytes:
    """Return the bytes of a source.

    Refused: `unreadable-file` where it is missing, no regular file or not permitted; `unsafe-file` where it
    is larger than the limit.
    """
    most = limits.file_mb * MIB
    if source.data is not None:
        if len(source.data) > most:
            raise unsafe("file-size", found=len(source.data) // MIB, limit=limits.file_mb)
        return source.data
    if source.path is None:
        return _fetched(source.url, most, limits) if source.url is not None else _missing()
    try:
        facts = os.stat(source.path)  # noqa: PTH116 - one call, no second look at the path
        if stat.S_ISDIR(facts.st_mode):
            raise unreadable("folder")
        if not stat.S_ISREG(facts.st_mode):
            raise unreadable("no-regular-file")
        if facts.st_size > most:
            raise unsafe("file-size", found=facts.st_size // MIB, limit=limits.file_mb)
        with open(source.path, "rb", buffering=0) as file:  # noqa: PTH123
            data = _whole(file, facts.st_size, most)
    except (FileNotFoundError, NotADirectoryError):
        raise unreadable("missing") from None
    except PermissionError:
        raise unreadable("not-permitted") from None
    except (OSError, ValueError) as error:
        raise unreadable("io", detail=detail(error)) from None
    if len(data) > most:
        raise unsafe("file-size", found=len(data) // MIB, limit=limits.file_mb)
    return data


def _whole(file: io.FileIO, expected: int, most: int) -> bytes:
    """Read a file to its end or past the limit; a buffer for the limit itself would cost more than a small file."""
    data = file.read(min(expected, most) + 1)
    while more := file.read(1 << 20) if 0 < len(data) <= most else b"":
        data += more
    return data


def _missing() -> bytes:
    raise unreadable("missing")


def _fetched(url: str, most: int, limits: Limits) -> bytes:
    """Fetch a URL through fsspec, no more than the limit; every error of a file system is one refusal."""
    try:
        import fsspec

        with fsspec.open(url, "rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise unreadable("missing") from None
    except Exception as error:
        raise unreadable("io", detail=detail(error)) from None
    if not isinstance(data, bytes):
        raise unreadable("io", detail="no bytes")
    if len(data) > most:
        raise unsafe("file-size", found=len(data) // MIB, limit=limits.file_mb)
    return data
