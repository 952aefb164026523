"""Short hands of these tests: bytes or a path in, one book out, through real workers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.read import Limits, Source, start_reading
from schemas.finding import Text
from schemas.grid import Book


def read_bytes(data: bytes, name: str = "-", limits: Limits = Limits()) -> Book:  # noqa: B008
    """Return the book of some bytes."""
    return read_all([Source(name, data=data)], limits)[0]


def read_path(path: Path, limits: Limits = Limits(), passwords: Sequence[str] = ()) -> Book:  # noqa: B008
    """Return the book of one file."""
    return read_all([Source(str(path), path)], limits, passwords=passwords)[0]


def read_all(
    sources: Sequence[Source],
    limits: Limits = Limits(),  # noqa: B008
    jobs: int = 1,
    passwords: Sequence[str] = (),
) -> list[Book]:
    """Return the books of several sources, in order."""
    return list(start_reading(sources, limits, jobs, passwords).books())


def told(book: Book) -> list[tuple[str, object]]:
    """Return each finding's name and the name of its reason, after checking that it has words."""
    for finding in book.findings:
        reason = finding.values["reason"]
        assert isinstance(reason, Text)
        assert reason.en
        assert reason.th
    return [(finding.name, finding.values["kind"]) for finding in book.findings]
