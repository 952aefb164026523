"""From the paths a user gives to the sources to read: files, folders, globs and standard input."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from pipeline.batch.folder import LOCK, PARTS, REPORTS
from pipeline.read import Source
from pipeline.remote import RemoteError, remote_sources
from schemas.result_tables import TABLE_NAMES

WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt"})
"""Inside a folder only these are taken; a file named outright is always tried, whatever its name."""

LOCK_PREFIX = "~$"

_TABLES = frozenset(f"{table}.csv" for table in TABLE_NAMES)
_OF_A_RESULT = _TABLES | {PARTS, REPORTS}
"""What a batch leaves in its folder and could be taken for an input."""


class InputError(Exception):
    """A path that stands for nothing: an empty folder, a glob without a match."""


def expand(paths: Sequence[str], results: list[Path] | None = None) -> list[Source]:
    """Return one source per input file, in the order given and by name inside folders, each file once.

    A file that does not exist stays in the list, so that it gets its own finding while the others are
    judged. InputError for a folder without a workbook and a glob without a match.

    results: takes up the folders where tables of a batch were passed over: they are no submissions.
    """
    passed: list[Path] = [] if results is None else results
    sources: list[Source] = []
    seen: set[str] = set()
    real_folder = lru_cache(maxsize=4096)(os.path.realpath)
    for path in paths:
        if path == "-":
            sources.append(Source(name="-", path=None, data=sys.stdin.buffer.read()))
            continue
        if "://" in path:
            sources += _remote(path)
            continue
        for file in _files(path, passed):
            real = _real(file, real_folder)
            if real not in seen:
                seen.add(real)
                sources.append(Source(name=str(file), path=file, data=None))
    if passed and not sources:
        raise InputError(f"no workbook in {passed[0]}, the result of a batch")
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


def _files(path: str, passed: list[Path]) -> list[Path]:
    file = Path(path)
    if file.is_dir():
        before = len(passed)
        found = sorted(_workbooks_below(file, passed))
        if not found and len(passed) == before:
            raise InputError(f"no workbook in folder: {path}")
        return found
    if not file.exists() and glob.has_magic(path):
        found = [f for p in sorted(glob.iglob(path, recursive=True)) for f in _glob_hit(Path(p), passed)]  # noqa: PTH207 - Path.glob takes no absolute pattern
        if not found and not passed:
            raise InputError(f"no file matches: {path}")
        return found
    return [file]


def _glob_hit(file: Path, passed: list[Path]) -> Iterator[Path]:
    if file.is_dir():
        yield from sorted(_workbooks_below(file, passed))
    elif file.name in _TABLES and (file.parent / PARTS).is_dir() and (file.parent / LOCK).exists():
        if file.parent not in passed:
            passed.append(file.parent)
    elif not file.name.startswith(LOCK_PREFIX):
        yield file


def _workbooks_below(folder: Path, passed: list[Path]) -> Iterator[Path]:
    """Yield the workbooks of a folder and those below it, in no order; folders behind links are not entered."""
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except PermissionError:
        return
    result = {LOCK, PARTS} <= {entry.name for entry in found}
    if result and any(entry.name in _TABLES for entry in found):
        passed.append(folder)
    for entry in found:
        if result and entry.name in _OF_A_RESULT:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _workbooks_below(folder / entry.name, passed)
        elif _is_workbook(entry.name) and entry.is_file():
            yield folder / entry.name


def _is_workbook(name: str) -> bool:
    return not name.startswith(LOCK_PREFIX) and os.path.splitext(name)[1].lower() in WORKBOOK_SUFFIXES  # noqa: PTH122 - for every name of a folder


def _real(file: Path, real_folder: Callable[[str], str]) -> str:
    """Return a file's path without links, asking for each folder once: folders hold thousands of files."""
    folder, name = os.path.split(file)
    if name in ("", "..") or file.is_symlink():
        return os.path.realpath(file)
    return os.path.join(real_folder(folder), name)  # noqa: PTH118 - a Path for each would cost as much as the look
