"""Memory between the stages: what one has let go of is handed back before the next takes its own."""

from __future__ import annotations

LARGE = 400_000
"""Scores from which on it lowers the peak. What a smaller chunk hands back it takes again for the next stage, and
that costs more than it saves."""


def give_back(scores: int) -> None:
    """Return freed memory to the system after a stage over so many scores, where the C library can do that.

    The allocator keeps what large arrays leave, too cut up for the next stage to use; the peak is then the sum
    of what all stages needed at some time.
    """
    if scores >= LARGE:
        trim()


def trim() -> None:
    """Return freed memory to the system, where the C library can do that."""
    import ctypes

    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (OSError, TypeError, AttributeError):  # another C library, or another system
        return
