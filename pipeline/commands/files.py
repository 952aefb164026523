"""The files a command writes: whole or not there, and never in the place of a workbook that it reads."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import click


@contextlib.contextmanager
def atomic(file: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that takes its name only when it is whole; its folder is made.

    What is no ordinary file (a pipe, /dev/null) is written into and never replaced; a link stays a link.
    """
    if file.exists() and not file.is_file():
        with file.open("wb") as out:
            yield out
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file = file.resolve()
    handle, temporary = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)  # mkstemp makes private files; a report is an ordinary one
        Path(temporary).replace(file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Give standard output to write to; UsageError where it cannot take it, a full disk say.

    A reader that goes away, as `head` does, has what it wanted: the rest goes nowhere, and the verdict stands.
    """
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except OSError as error:
        raise cannot_write("to standard output", error) from None


def spare(files: Iterable[Path], read: Iterable[Path | bytes]) -> None:
    """Refuse, before anything is written, to write over a file that is read; UsageError names it.

    read: paths; what is held in memory as bytes cannot be written over.
    """
    paths = (source for source in read if isinstance(source, Path))
    kept = {place for path in paths if (place := _place(path)) is not None}
    for file in files:
        if _place(file) in kept:
            raise click.UsageError(
                f"{file} is one of the files that are read, and is never written over: "
                "name another file or folder with --output"
            )


def cannot_write(what: str | Path, error: OSError) -> click.UsageError:
    """Return the error to raise where a place cannot be written."""
    return click.UsageError(f"cannot write {what}: {error.strerror or error}")


def _place(file: Path) -> tuple[int, int] | None:
    """Return which file a path stands for, whatever it is called; None where there is no ordinary file."""
    try:
        found = file.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if file.is_file() else None
