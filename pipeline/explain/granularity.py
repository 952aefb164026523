"""Granularity: scores lie on a grid, so that over one base only some figures can occur at all."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from schemas.rounding import Interval, rounded, scaled
from schemas.terms import Rounding

LARGEST_BASE = 100
"""Ratios are looked for over full marks up to this."""

MOST_RATIOS = 4


def producible(figure: Interval, base: Fraction, top: Fraction, grid: Fraction) -> bool:
    """Return whether some points on the grid give the figure over a base: figure = points / base × top."""
    low = figure.low * base / top / grid
    high = figure.high * base / top / grid
    first = ceil(low) if figure.low_in or low.denominator != 1 else ceil(low) + 1
    last = floor(high) if figure.high_in or high.denominator != 1 else floor(high) - 1
    return max(first, 0) <= min(last, floor(base / grid))


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


__all__ = ["MOST_RATIOS", "occurring", "producible", "ratios", "rounded"]
