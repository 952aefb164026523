"""Shared by causes that take cells out of the base or put them into it with a score of 0."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from rules.causes.attempt import Attempt, Told, edit
from rules.causes.case import Case
from rules.causes.reckoning import reckoning
from rules.causes.sums import Sums
from schemas.intervals import Bools

ONE_OF_SEVERAL = -18
"""Decibans for one of several cells that look alike: that it should be this one is said by nothing in a single unit."""


def told_of_rows(case: Case, sums: Sums) -> Callable[[tuple[int, ...], int], Told]:
    """Return the particulars of an edit of one row per edit."""

    def tell(edits: tuple[int, ...], column: int) -> Told:
        return Told(edits, values=reckoning(case, sums, edits[0], column))

    return tell


def told_of_mask(case: Case, sums: Sums, mask: Bools) -> Callable[[tuple[int, ...], int], Told]:
    """Return the particulars of one edit that touches all cells of a mask."""

    def tell(edits: tuple[int, ...], column: int) -> Told:
        rows = tuple(np.flatnonzero(mask[:, column]).tolist())
        return Told(rows, values=reckoning(case, sums, 0, column))

    return tell


def counted_as_zero(case: Case, mask: Bools) -> Iterator[Attempt]:
    """Try the cells of a mask, none of them in the base, as scores of 0: all together, then one by one."""
    some = mask.sum(axis=0)
    if not some.any():
        return
    more = case.cells(mask)
    zero = np.zeros_like(more.points)
    nothing = Sums(zero, zero, more.base, more.count)
    whole = Sums(
        np.zeros_like(case.total.points),
        np.zeros_like(case.total.products),
        more.base.sum(axis=0),
        more.count.sum(axis=0),
    )
    sums = case.total + whole
    yield edit(case, sums, told_of_mask(case, sums, mask), exists=some > 0, variants=("all",), bonus=12)
    if (some > 1).any():
        each = case.total + nothing
        rows = tuple(("row", row) for row in range(case.indicators))
        yield edit(
            case,
            each,
            told_of_rows(case, each),
            exists=mask & (some > 1),
            tries=np.maximum(some, 1),
            bonus=ONE_OF_SEVERAL,
            variants=rows,
        )
