"""Match or mismatch: each unit's reported figures against their exact recomputation, all units at once.

What is done where a score is missing or cannot be read:
- A cell that holds no readable score (an error, a text, a number off the scale) leaves points, mean and converted of
  its unit not computable: nothing is said of a figure whose scores are not known.
- A missing score (a blank, an undecided dash) is first left out of the base. A figure that fits is a match. One that
  comes out with the missing score at 0 is a mismatch: the sheet counted it as 0. One that some other score in
  the empty cell would give is not computable: that score may simply be lost. Any other is a mismatch.
- Full marks may count an indicator whose score is missing or unreadable, or not: either is a match, because only
  a declared state takes an indicator out of the base.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from pipeline.recompute import READINGS, Ratios, Recomputed
from schemas.intervals import Bools, Intervals, Ints
from schemas.rounding import Interval, interval
from schemas.terms import Quantity

MATCH, MISMATCH, NOT_COMPUTABLE = 0, 1, 2

UNIT_FIGURES = (Quantity.FULL_MARKS, Quantity.POINTS, Quantity.MEAN, Quantity.CONVERTED)


@dataclass(frozen=True, slots=True)
class Judged:
    """Status (0 match, 1 mismatch, 2 not computable) and exact value of some reported figures."""

    status: NDArray[np.int8]
    exact: Ratios


def judge_units(
    recomputed: Recomputed,
    quantity: Quantity,
    units: NDArray[np.int64],
    reported: Intervals,
    values: list[tuple[Decimal, int]],
) -> Judged:
    """Return how one quantity's reported figures stand. units: row of `units` of each; values: with decimals."""
    exact = recomputed.figures(quantity, units)
    fits = exact.known & reported.hold(exact.num, exact.den)
    status = np.where(fits, MATCH, np.where(exact.known, MISMATCH, NOT_COMPUTABLE)).astype(np.int8)
    t = recomputed.totals
    unsure = (t.missing[units] + t.unreadable[units]) > 0
    if not unsure.any():
        return Judged(status, exact)
    places = np.flatnonzero(unsure & ~fits) if quantity is Quantity.FULL_MARKS else np.flatnonzero(unsure)
    zero = recomputed.figures(quantity, units, extra=t.missing[units])
    as_zero = zero.known & reported.hold(zero.num, zero.den)
    mode = recomputed.pack.rounding_of(quantity)
    for n in places.tolist():
        value, decimals = values[n]
        figure = interval(value, decimals, mode, recomputed.pack.tolerance)
        if quantity is Quantity.FULL_MARKS:
            counted = _counted_otherwise(recomputed, int(units[n]), figure)
            if counted is not None:
                status[n] = MATCH
                exact.num[n], exact.den[n] = counted.numerator, counted.denominator
        elif t.unreadable[units[n]] > 0:
            status[n] = NOT_COMPUTABLE
        elif status[n] != MATCH:
            treated_as_zero = bool(as_zero[n]) and quantity is not Quantity.POINTS
            lost = not treated_as_zero and _some_score_fits(recomputed, quantity, int(units[n]), figure)
            status[n] = NOT_COMPUTABLE if lost or not exact.known[n] else MISMATCH
    return Judged(status, exact)


def _counted_otherwise(recomputed: Recomputed, unit: int, figure: Interval) -> Fraction | None:
    """Return the full marks that also count indicators without a readable score, where the figure is such."""
    t, high = recomputed.totals, Fraction(recomputed.pack.scale.high)
    for more in range(int(t.missing[unit]) + int(t.unreadable[unit]), 0, -1):
        full_marks = high * (int(t.counted[unit]) + more)
        if full_marks in figure:
            return full_marks
    return None


def _some_score_fits(recomputed: Recomputed, quantity: Quantity, unit: int, figure: Interval) -> bool:
    """Return whether scores in the empty cells could give the figure: between all lowest and all highest."""
    low, high = possible_range(recomputed, quantity, unit)
    return figure.low <= high and figure.high >= low


def possible_range(recomputed: Recomputed, quantity: Quantity, unit: int) -> tuple[Fraction, Fraction]:
    """Return the lowest and the highest exact value that scores in a unit's empty cells leave open."""
    t, scale = recomputed.totals, recomputed.pack.scale
    if quantity is Quantity.POINTS:
        points = Fraction(int(t.points[unit]), int(t.score_unit[unit]))
        more = int(t.missing[unit])
        return points + more * Fraction(scale.low), points + more * Fraction(scale.high)
    factor = Fraction(scale.factor) if quantity is Quantity.CONVERTED else Fraction(1)
    products = Fraction(int(t.products[unit]), int(t.score_unit[unit]))
    missing, base = int(t.missing_base[unit]), int(t.base[unit]) + int(t.missing_base[unit])
    if base == 0:
        return Fraction(0), factor * Fraction(scale.high)
    low, high = products + missing * Fraction(scale.low), products + missing * Fraction(scale.high)
    return low / base * factor, high / base * factor


def settle_readings(
    recomputed: Recomputed,
    quantity: Quantity,
    blocks: NDArray[np.int64],
    units: NDArray[np.int64],
    reported: Intervals,
) -> None:
    """Choose what a total of each weighted table means: the reading that most of its figures agree with.

    A tie goes to the plain sum and the plain count. blocks: the block of each figure.
    """
    weighted = [n for n, b in enumerate(recomputed.blocks) if b.info.weighted]
    if not weighted or recomputed.pack.weights == "ignored":
        return
    fits: list[Bools] = []
    for reading in range(len(READINGS[quantity])):
        exact = recomputed.figures(quantity, units, reading)
        fits.append(reported.hold(exact.num, exact.den))
    for n in weighted:
        here = blocks == n
        if here.any():
            agreeing = [int(fit[here].sum()) for fit in fits]
            best = agreeing.index(max(agreeing))
            recomputed.reading[quantity][recomputed.blocks[n].unit_rows] = best


def mode_masks(modes: list[Intervals], exact: Ratios) -> Ints:
    """Return for each figure which rounding modes it fits, as bits in the order of `modes`."""
    masks = np.zeros(len(exact.num), np.int64)
    for bit, reported in enumerate(modes):
        masks |= (exact.known & reported.hold(exact.num, exact.den)).astype(np.int64) << bit
    return masks
