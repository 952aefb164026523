"""What a worker says of one source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.read.refusal import Fault
from pipeline.read.source import Source
from schemas.grid import Book

Also = Callable[[Book], object]
"""What a worker makes of a book besides reading it, so that it happens on another core."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The book, without findings, and the faults that will become them."""

    book: Book
    faults: tuple[Fault, ...] = ()


def faulty(source: Source, fault: Fault) -> Answer:
    """Return the answer for a source that could not be read."""
    return Answer(Book(source.name, "", ""), (fault,))
