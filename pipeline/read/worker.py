"""The process that parses: it reads its sources in order and writes one frame for each.

It may be killed, run out of memory or be aborted by a parser at any time; the supervisor sees to the rest.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from pipeline.read.book import Answer, read_book
from pipeline.read.frames import framed, write_all
from pipeline.read.refusal import Fault
from pipeline.read.source import MIB, Limits, Source
from pipeline.read.wire import pack
from schemas.grid import Book

RENEW = 17
"""Exit code of a worker that asks to be replaced because its last file may have left it swollen."""
SWOLLEN = 64 * MIB
"""Bytes a worker may have grown by after a file; beyond, a fresh one takes over: order decides nothing."""


def work(items: Sequence[tuple[int, Source]], out: int, limits: Limits, passwords: Sequence[str]) -> int:
    """Answer the given (index, source) pairs in order on a descriptor; return the exit code."""
    before = address_space()
    bound_memory(before, limits.memory_mb * MIB)
    for index, source in items:
        try:
            payload = pack(read_book(source, limits, passwords))
        except MemoryError:
            payload = pack(faulty(source, Fault("unsafe-file", "memory", {"limit": limits.memory_mb})))
        except BaseException as error:
            fault = Fault("unreadable-file", "crashed", {"detail": type(error).__name__})
            payload = pack(faulty(source, fault))
        write_all(out, framed(index, payload))
        if address_space() - before > SWOLLEN:
            return RENEW
    return 0


def faulty(source: Source, fault: Fault) -> Answer:
    """Return the answer for a source that could not be read."""
    return Answer(Book(source.name, "", ""), (fault,))


def address_space() -> int:
    """Return the bytes of address space this process holds; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb", buffering=0) as file:  # noqa: PTH123
            return int(file.read(64).split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0


def bound_memory(before: int, allowance: int) -> None:
    """Let this process take at most `allowance` bytes beyond what it holds, where the system can do that."""
    if sys.platform == "win32" or not before:
        return
    import resource

    try:
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        bound = before + allowance
        if hard != resource.RLIM_INFINITY:
            bound = min(bound, hard)
        resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return
