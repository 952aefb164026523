"""What a worker says of one source."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.read.refusal import Fault
from pipeline.read.source import Source
from schemas.grid import Book


@dataclass(frozen=True, slots=True)
class Answer:
    """The book, without findings, and the faults that will become them."""

    book: Book
    faults: tuple[Fault, ...] = ()


def faulty(source: Source, fault: Fault) -> Answer:
    """Return the answer for a source that could not be read."""
    return Answer(Book(source.name, "", ""), (fault,))
