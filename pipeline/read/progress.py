"""What a worker is doing, in a scrap of memory its supervisor shares: which source, and since when.

With it a worker may send its answers in batches and the supervisor still knows over which file it fell.
"""

from __future__ import annotations

import mmap
import struct
import time

_STATE = struct.Struct("<qd")
NONE = -1


class Progress:
    """Shared between the process that makes it and those forked from it."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, _STATE.size)
        self.rest()

    def start(self, index: int) -> None:
        """Note that a source is begun now."""
        _STATE.pack_into(self._memory, 0, index, time.monotonic())

    def rest(self) -> None:
        """Note that no source is being read: answers are being handed over, or nothing has begun."""
        _STATE.pack_into(self._memory, 0, NONE, time.monotonic())

    def current(self) -> tuple[int, float]:
        """Return (index of the source being read or NONE, monotonic time since when)."""
        index, since = _STATE.unpack_from(self._memory, 0)
        return index, since
