"""Granularity: scores lie on a grid, so that over one base only some figures can occur at all."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

import numpy as np

from schemas.intervals import Bools, Intervals, Ints, scale, times
from schemas.rounding import Interval, scaled
from schemas.terms import Rounding

LARGEST_BASE = 100
"""Ratios are looked for over full marks up to this."""

MOST_RATIOS = 4


def producible(reported: Intervals, steps: Ints, top: Fraction) -> Bools:
    """Return which figures some points on the grid give: figure = points / steps × top, points from 0 to steps.

    steps: the base in steps of the grid, one a figure.
    """
    unit = scale(reported.scale, top.numerator)
    low = scale(times(reported.low, steps), top.denominator) + reported.open_low
    high = scale(times(reported.high, steps), top.denominator) - reported.open_high
    first, last = np.maximum(-(-low // unit), 0), np.minimum(high // unit, steps)
    return np.asarray(first <= last, np.bool_)


def occurring(base: Fraction, top: Fraction, grid: Fraction, decimals: int, mode: Rounding) -> int:
    """Return how many different printed figures can occur over a base at all: the power of the test."""
    count = floor(base / grid) + 1
    if top / base * grid >= Fraction(1, 10**decimals):
        return count
    return min(count, scaled(top, decimals, mode) + 1)


def ratios(figure: Interval, top: Fraction) -> list[tuple[int, int]]:
    """Return the whole points over whole full marks, the smallest first, that give a figure, multiples included.

    97.78 of 100 is 44/45 and 88/90 and no other up to full marks of 100.
    """
    found = []
    for base in range(1, LARGEST_BASE + 1):
        near = (figure.low + figure.high) / 2 * base / top
        nearest = {floor(near), ceil(near)}
        found += [(p, base) for p in nearest if 0 <= p <= base and Fraction(p, base) * top in figure]
    return sorted(found, key=lambda pair: pair[1])
