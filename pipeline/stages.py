"""What a long run says of itself: which stage it is at, and how far. The stages tell; somebody else shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TypeVar

T = TypeVar("T")

Tell = Callable[[str, int, int], None]
"""Takes the stage (a key of the catalogue's words, progress.…), how much of it is done, and of how much."""

JUDGING = ("check", "recompute", "reconcile", "explain", "conclude")
"""The stages after reading, which take all workbooks at once."""


def untold(_stage: str, _done: int, _of: int) -> None:
    """Say nothing."""


def told(tell: Tell, stage: str) -> None:
    """Tell that one of the judging stages begins."""
    tell(stage, JUDGING.index(stage), len(JUDGING))


def counted(items: Iterable[T], among: Sized, stage: str, tell: Tell) -> Iterator[T]:
    """Pass items on and tell how many there were so far; among: what they are as many as."""
    for done, item in enumerate(items, 1):
        yield item
        tell(stage, done, len(among))
