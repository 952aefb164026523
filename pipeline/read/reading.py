"""Reading under way: processes are started at once, books come out in the order the sources went in."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from pipeline.read.refusal import Fault
from pipeline.read.source import Limits, Source

if TYPE_CHECKING:
    from pipeline.read.answer import Also
    from schemas.grid import Book


class Slot(Protocol):
    """One line of sources being read by one process at a time, answered in order."""

    def next_answer(self) -> bytes | bytearray | None:
        """Return the next source's packed answer; None where nobody is left to give it."""
        ...

    def close(self) -> None:
        """End what still runs."""
        ...


Starter = Callable[[list[tuple[int, Source]], Limits, Sequence[str], Sequence[Slot]], Slot]
"""Starts to read (index, source) pairs; the slots already started come last."""


class Reading:
    """Sources being read by other processes. Iterate books() once; close() ends what still runs."""

    def __init__(
        self,
        sources: Sequence[Source],
        limits: Limits,
        jobs: int,
        passwords: Sequence[str],
        start: Starter | None = None,
        also: Also | None = None,
    ) -> None:
        """Start one slot a job. start: how; by default a fork of this process, or a fresh interpreter.

        also: what forks of this process make of each book besides.
        """
        self._sources = sources
        self._slots: list[Slot] = []
        count = min(max(1, jobs), len(sources))
        for slot in range(count):
            items = list(enumerate(sources))[slot::count]
            if start is None:
                self._slots.append(start_slot(items, limits, passwords, self._slots, also))
            else:
                self._slots.append(start(items, limits, passwords, self._slots))

    def books(self) -> Iterator[Book]:
        """Yield one book a source, in input order; each book's findings have workbook 0."""
        return (book for book, _made in self.books_and_more())

    def books_and_more(self) -> Iterator[tuple[Book, object]]:
        """Yield each book with what else its reader made of it; None where it made nothing."""
        from pipeline.read.answer import faulty
        from pipeline.read.wire import pack, unpack_both

        try:
            for index, source in enumerate(self._sources):
                answer = self._slots[index % len(self._slots)].next_answer()
                if answer is None:
                    fault = Fault("unreadable-file", "crashed", {"detail": "reader ended"})
                    answer = pack(faulty(source, fault))
                yield unpack_both(answer)
        finally:
            self.close()

    def close(self) -> None:
        """End the processes that still run; safe to call more than once."""
        slots, self._slots = self._slots, []
        for slot in slots:
            slot.close()


def start_slot(
    items: list[tuple[int, Source]],
    limits: Limits,
    passwords: Sequence[str],
    others: Sequence[Slot],
    also: Also | None = None,
) -> Slot:
    """Start to read sources in a fork of this process, or in a fresh interpreter where it cannot fork."""
    if can_fork():
        from pipeline.read.forked import Forked

        running = [slot for slot in others if isinstance(slot, Forked)]
        return Forked(items, limits, passwords, running, also)
    from pipeline.read.spawned import Spawned

    return Spawned(items, limits, passwords)


def can_fork() -> bool:
    """Return whether a fork is possible and safe here.

    It is not beside other Python threads (a server's), which may hold a lock that the child would wait for;
    the idle threads of a numeric library do no harm.
    """
    threading = sys.modules.get("threading")
    return hasattr(os, "fork") and (threading is None or threading.active_count() == 1)


def start_reading(
    sources: Sequence[Source],
    limits: Limits = Limits(),  # noqa: B008 - frozen
    jobs: int = 1,
    passwords: Sequence[str] = (),
    also: Also | None = None,
) -> Reading:
    """Start to read sources in processes of their own and return at once.

    Call it before anything heavy is imported: the processes are forked from this one, and then parse on
    another core while this one imports. jobs: how many files are read at a time. passwords: tried in order
    on encrypted workbooks. also: what forked readers make of each book besides; its result must pickle.
    """
    return Reading(sources, limits, jobs, passwords, also=also)
