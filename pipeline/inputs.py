"""From the paths a user gives to the sources to read: files, folders, globs and standard input."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.read import Source
from pipeline.remote import RemoteError, remote_sources

WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt"})
"""Inside a folder only these are taken; a file named outright is always tried, whatever its name."""

LOCK_PREFIX = "~$"


class InputError(Exception):
    """A path that stands for nothing: an empty folder, a glob without a match."""


def expand(paths: Sequence[str]) -> list[Source]:
    """Return one source per input file, in the order given and by name inside folders, each file once.

    A file that does not exist stays in the list, so that it gets its own finding while the others are
    judged. InputError for a folder without a workbook and a glob without a match.
    """
    sources: list[Source] = []
    seen: set[Path] = set()
    for path in paths:
        if path == "-":
            sources.append(Source(name="-", path=None, data=sys.stdin.buffer.read()))
            continue
        if "://" in path:
            sources += _remote(path)
            continue
        for file in _files(path):
            real = file.resolve()
            if real not in seen:
                seen.add(real)
                sources.append(Source(name=str(file), path=file, data=None))
    return sources


def read_manifest(file: str) -> list[str]:
    """Return the paths a manifest names, one a line; empty lines and # lines aside, relative to its folder.

    InputError where it cannot be read or names nothing. A file it names that is not there gets its own finding.
    """
    try:
        lines = Path(file).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"manifest {file} cannot be read: {error}") from None
    named = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not named:
        raise InputError(f"manifest {file} names no file")
    return [n if "://" in n else str(Path(file).parent / n) for n in named]


def _remote(url: str) -> list[Source]:
    try:
        return remote_sources(url, WORKBOOK_SUFFIXES)
    except RemoteError as error:
        raise InputError(str(error)) from None


def _files(path: str) -> list[Path]:
    file = Path(path)
    if file.is_dir():
        found = sorted(_workbooks_below(file))
        if not found:
            raise InputError(f"no workbook in folder: {path}")
        return found
    if not file.exists() and glob.has_magic(path):
        found = [f for p in sorted(glob.iglob(path, recursive=True)) for f in _glob_hit(Path(p))]  # noqa: PTH207 - Path.glob takes no absolute pattern
        if not found:
            raise InputError(f"no file matches: {path}")
        return found
    return [file]


def _glob_hit(file: Path) -> Iterator[Path]:
    if file.is_dir():
        yield from sorted(_workbooks_below(file))
    elif not file.name.startswith(LOCK_PREFIX):
        yield file


def _workbooks_below(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        wanted = file.suffix.lower() in WORKBOOK_SUFFIXES and not file.name.startswith(LOCK_PREFIX)
        if wanted and file.is_file():
            yield file
