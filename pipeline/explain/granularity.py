"""Granularity: scores lie on a grid, so that over one base only some figures can occur at all."""

from __future__ import annotations

from fractions import Fraction
from math import floor

import numpy as np

from schemas.intervals import Bools, Intervals, Ints, scale, times
from schemas.rounding import scaled
from schemas.terms import Rounding

LARGEST_BASE = 100
"""Ratios are looked for over full marks up to this."""


def producible(reported: Intervals, steps: Ints, top: Fraction) -> Bools:
    """Return which figures some points on the grid give: figure = points / steps × top, points from 0 to steps.

    steps: the base in steps of the grid, one a figure.
    """
    first, last = _points(reported, steps, top)
    return np.asarray(first <= last, np.bool_)


def occurring(base: Fraction, top: Fraction, grid: Fraction, decimals: int, mode: Rounding) -> int:
    """Return how many different printed figures can occur over a base at all: the power of the test."""
    count = floor(base / grid) + 1
    if top / base * grid >= Fraction(1, 10**decimals):
        return count
    return min(count, scaled(top, decimals, mode) + 1)


def ratios(reported: Intervals, top: Fraction) -> list[list[tuple[int, int]]]:
    """Return, for each figure, the whole points over whole full marks that give it, multiples included.

    97.78 of 100 is 44/45 and 88/90 and no other up to full marks of 100. Of several points over one base the
    lowest stands for all.
    """
    found: list[list[tuple[int, int]]] = [[] for _ in range(len(reported))]
    for base in range(1, LARGEST_BASE + 1):
        first, last = _points(reported, np.full(len(reported), base, np.int64), top)
        for figure in np.flatnonzero(first <= last).tolist():
            found[figure].append((int(first[figure]), base))
    return found


def _points(reported: Intervals, steps: Ints, top: Fraction) -> tuple[Ints, Ints]:
    """Return the least and the most points on the grid that give each figure; none does where least > most."""
    unit = scale(reported.scale, top.numerator)
    low = scale(times(reported.low, steps), top.denominator) + reported.open_low
    high = scale(times(reported.high, steps), top.denominator) - reported.open_high
    return np.maximum(-(-low // unit), 0), np.minimum(high // unit, steps)
