"""The process that parses: it reads its sources in order and writes one frame for each.

It may be killed, run out of memory or be aborted by a parser at any time; the supervisor sees to the rest.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import pickle
import sys
import time
from collections.abc import Sequence

from pipeline.read.answer import Also, Answer, faulty
from pipeline.read.book import read_book
from pipeline.read.frames import HEADER, write_all
from pipeline.read.progress import Progress
from pipeline.read.refusal import Fault
from pipeline.read.source import MIB, Limits, Source
from pipeline.read.wire import pack

RENEW = 17
"""Exit code of a worker that asks to be replaced because its last file may have left it swollen."""
SWOLLEN = 64 * MIB
"""Bytes a worker may have grown by after a file; beyond, a fresh one takes over: order decides nothing."""


BATCH_BYTES = 1 << 16
BATCH_SECONDS = 0.005
"""Answers wait so long, or until so many bytes, to be sent together: a process woken for each costs more than
reading a small file."""


def work(
    items: Sequence[tuple[int, Source]],
    out: int,
    limits: Limits,
    passwords: Sequence[str],
    progress: Progress | None = None,
    also: Also | None = None,
) -> int:
    """Answer the given (index, source) pairs in order on a descriptor; return the exit code.

    also: what is made of each readable book besides; it travels with the answer.
    """
    faulthandler.disable()  # its words would go to the terminal; the supervisor finds its own
    gc.disable()  # a worker leaves no cycles worth a search and is replaced when it grows
    bound_memory(limits.memory_mb * MIB)
    before = peak()
    batch = bytearray()
    sent = time.monotonic()
    for index, source in items:
        bound_time(limits.seconds)
        if progress is not None:
            progress.start(index)
        payload = _answered(source, limits, passwords, also)
        if progress is not None:
            progress.rest()
        swollen = peak() - before > SWOLLEN
        batch += HEADER.pack(len(payload), index)
        if len(payload) < BATCH_BYTES:
            batch += payload
        alone = progress is None or swollen or len(payload) + len(batch) >= BATCH_BYTES
        if alone or time.monotonic() - sent > BATCH_SECONDS:
            write_all(out, batch)
            batch.clear()
            sent = time.monotonic()
        if len(payload) >= BATCH_BYTES:
            write_all(out, payload)
        if swollen:
            return RENEW
    write_all(out, batch)
    return 0


def _answered(source: Source, limits: Limits, passwords: Sequence[str], also: Also | None) -> bytes:
    """Return the packed answer for one source, whatever reading it raises."""
    try:
        answer = read_book(source, limits, passwords)
        return pack(answer, _made(answer, also))
    except MemoryError:
        return pack(faulty(source, Fault("unsafe-file", "memory", {"limit": limits.memory_mb})))
    except BaseException as error:
        return pack(faulty(source, Fault("unreadable-file", "crashed", {"detail": type(error).__name__})))


def _made(answer: Answer, also: Also | None) -> bytes:
    """Return what else is made of a book, pickled; nothing where that fails: the asker does it again."""
    if also is None or answer.faults or not answer.book.readable:
        return b""
    try:
        return pickle.dumps(also(answer.book), pickle.HIGHEST_PROTOCOL)
    except Exception:
        return b""


def peak() -> int:
    """Return the most memory this process has held so far, in bytes; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def bound_memory(allowance: int) -> None:
    """Let this process take at most `allowance` bytes beyond what it holds, where the system can do that."""
    if sys.platform == "win32":
        return
    import resource

    try:
        with open("/proc/self/statm", "rb", buffering=0) as file:  # noqa: PTH123
            before = int(file.read(64).split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _lower(resource.RLIMIT_AS, before + allowance)
    except (OSError, ValueError):
        return  # elsewhere the limit on time alone holds


def bound_time(seconds: int) -> None:
    """End this process some time after the supervisor should have: it may have been killed itself."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 2 * seconds + 2)


def _lower(kind: int, bound: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (bound if hard == resource.RLIM_INFINITY else min(bound, hard), hard))
