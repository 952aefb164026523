"""What a worker is doing, in a scrap of memory its supervisor shares: which source, and since when.

With it a worker may send its answers in batches and the supervisor still knows over which file it fell.
"""

from __future__ import annotations

import mmap
import struct
import sys
import time

_STATE = struct.Struct("<qdd")
NONE = -1
PATIENCE = 4
"""Times the processor time that may pass on the clock."""


class Progress:
    """Shared between the process that makes it and those forked from it."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, _STATE.size)
        self.rest()

    def start(self, index: int) -> None:
        """Note that a source is begun now."""
        _STATE.pack_into(self._memory, 0, index, time.monotonic(), time.process_time())

    def rest(self) -> None:
        """Note that no source is being read: answers are being handed over, or nothing has begun."""
        _STATE.pack_into(self._memory, 0, NONE, 0.0, 0.0)

    def current(self) -> tuple[int, float, float]:
        """Return (index of the source being read or NONE, since when by the clock, by the worker's own time)."""
        index, since, used = _STATE.unpack_from(self._memory, 0)
        return index, since, used

    def seconds_left(self, pid: int, seconds: float) -> float:
        """Return how long a worker may go on with its source: until it has used its seconds, or four times
        as long has passed; a worker at none may go on as long again."""
        index, since, used = self.current()
        if index == NONE:
            return seconds
        on_clock = PATIENCE * seconds - (time.monotonic() - since)
        try:
            on_processor = seconds - (processor_time(pid) - used)
        except OSError:
            on_processor = seconds - (time.monotonic() - since)
        return min(on_clock, on_processor)


def processor_time(pid: int) -> float:
    """Return the processor time another process has used; OSError where the system does not tell.

    Linux has a clock for every process, numbered by it (the kernel's CPUCLOCK_SCHED).
    """
    if not hasattr(time, "clock_gettime") or sys.platform != "linux":
        raise OSError("no such clock here")
    return time.clock_gettime((~pid << 3) | 2)
