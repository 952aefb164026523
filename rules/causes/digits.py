"""Shared by causes that lie in the typing of a figure: its digits as they should have been printed, and as they are.

A figure is printed at the decimals usual for its row; a slip may leave it with more or fewer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

import numpy as np

from rules.causes.attempt import Attempt, Told
from rules.causes.case import Figures, Ratio
from schemas.finding import Text
from schemas.intervals import Bools, Ints, scale, times


class Printing(NamedTuple):
    """What should have been typed: digits as integers at 10**-decimals; `size` without sign."""

    size: Ints
    decimals: int
    length: int


def printings(figures: Figures) -> Iterator[Printing]:
    """Yield the printed figures at the usual decimals, and at two where too few figures show what is usual."""
    for decimals in dict.fromkeys((figures.usual, *figures.other_usual)):
        size = np.abs(figures.printed_at(decimals))
        yield Printing(size, decimals, len(str(int(size.max()))) if len(size) else 0)


def typed_as(
    figures: Figures,
    printing: Printing,
    changed: Ints,
    decimals: int,
    exists: Bools,
    *,
    how: Text | None = None,
    tries: int,
    bonus: int = 0,
) -> Attempt:
    """Return the attempt of some changed digits, read at some decimals: edits × figures, hit only where equal."""
    step = figures.step
    same = times(changed, step) == scale(np.abs(figures.typed), 10**decimals)
    hits = np.asarray(same & exists & figures.in_place, np.bool_)
    ratio = Ratio(changed, np.full(changed.shape, 10**decimals, np.int64), np.ones(changed.shape, np.bool_))
    return Attempt(
        ratio,
        told(figures, printing, how),
        hits=hits,
        tries=max(1, tries),
        reach=_reach(changed, exists),
        bonus=bonus,
    )


def told(
    figures: Figures, printing: Printing, how: Text | None = None
) -> Callable[[tuple[int, ...], int], Told]:
    """Return the particulars of a slip: the printed and the typed figure side by side."""

    def tell(edits: tuple[int, ...], column: int) -> Told:
        printed = Decimal(int(printing.size[column])).scaleb(-printing.decimals)
        own = int(figures.decimals[column])
        typed = Decimal(int(figures.typed[column])).scaleb(-own)
        values: dict[str, object] = {"printed": printed, "typed": typed, "difference": abs(typed - printed)}
        return Told(values=values if how is None else {**values, "how": how})

    return tell


def _reach(changed: Ints, exists: Bools) -> Ints:
    """Return how many different figures the edits give, for each figure."""
    table = np.where(exists, changed, -1)
    table = np.sort(np.atleast_2d(table), axis=0)
    different = (table[1:] != table[:-1]).sum(axis=0) + 1
    return np.asarray(different - (table[0] == -1))
