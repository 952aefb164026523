"""Reading under way: processes are started at once, books come out in the order the sources went in."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence

from pipeline.read.frames import HEADER, open_pipe, read_exactly
from pipeline.read.refusal import Fault
from pipeline.read.source import Limits, Source
from pipeline.read.supervisor import Supervisor
from pipeline.read.wire import unpack
from schemas.grid import Book


class Reading:
    """Sources being read by other processes. Iterate books() once; close() ends what still runs."""

    def __init__(
        self, sources: Sequence[Source], limits: Limits, jobs: int, passwords: Sequence[str]
    ) -> None:
        self._sources = sources
        self._outlets: list[int] = []
        self._pids: list[int] = []
        slots = max(1, min(jobs, len(sources)))
        for slot in range(slots if sources else 0):
            items = list(enumerate(sources))[slot::slots]
            self._start(items, limits, passwords)

    def _start(self, items: list[tuple[int, Source]], limits: Limits, passwords: Sequence[str]) -> None:
        inlet, outlet = open_pipe()
        pid = os.fork()
        if pid == 0:
            try:
                for other in (inlet, *self._outlets):
                    os.close(other)
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                nowhere = os.open(os.devnull, os.O_RDWR)
                for standard in (0, 1, 2):
                    os.dup2(nowhere, standard)
                Supervisor(items, outlet, limits, passwords).run()
            finally:
                os._exit(0)
        os.close(outlet)
        self._outlets.append(inlet)
        self._pids.append(pid)

    def books(self) -> Iterator[Book]:
        """Yield one book a source, in input order; each book's findings have workbook 0."""
        try:
            for index, source in enumerate(self._sources):
                yield self._next(index % len(self._outlets), source)
        finally:
            self.close()

    def _next(self, slot: int, source: Source) -> Book:
        inlet = self._outlets[slot]
        header = read_exactly(inlet, HEADER.size)
        body = read_exactly(inlet, HEADER.unpack(header)[0]) if header is not None else None
        if body is None:
            fault = Fault("unreadable-file", "crashed", {"detail": "reader ended"})
            return Book(source.name, "", "", findings=(fault.finding(),))
        return unpack(body)

    def close(self) -> None:
        """End the processes that still run; safe to call more than once."""
        for inlet in self._outlets:
            os.close(inlet)
        for pid in self._pids:
            os.waitpid(pid, 0)
        self._outlets, self._pids = [], []


def start_reading(
    sources: Sequence[Source],
    limits: Limits = Limits(),  # noqa: B008 - frozen
    jobs: int = 1,
    passwords: Sequence[str] = (),
) -> Reading:
    """Start to read sources in processes of their own and return at once.

    Call it before anything heavy is imported: the processes are forked from this one, and then parse on
    another core while this one imports. jobs: how many files are read at a time. passwords: tried in order
    on encrypted workbooks.
    """
    return Reading(sources, limits, jobs, passwords)
