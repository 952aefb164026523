"""One score that differs from the one on the sheet: changed after the figure was made, or misread for it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm

import numpy as np

from rules.causes.attempt import SUMS, Attempt, Family, Operator, Told
from rules.causes.case import Case, Figures, Ratio
from rules.causes.sums import Sums
from schemas.exact import fraction_text
from schemas.intervals import Bools, Ints, scale, times
from schemas.terms import Quantity

FINEST = 100
"""Scores are taken to be written to hundredths at most: beyond that any figure could be reached."""

HALVES = 2
"""On a sheet of whole scores another score may still have been a half."""


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Solve, for every counted cell, which other score of the sheet's own grid would give the figure.

    The figure is (sum + factor × weight × change) / base, so the change lies between two integers; it must
    be on the grid of the scores and keep the score on the scale.
    """
    if case.score_unit > FINEST:
        return
    plain = case.quantity is Quantity.POINTS and (case.reading == 0 or not case.weighted)
    factor = case.factor if case.quantity is Quantity.CONVERTED else Fraction(1)
    weights = np.ones_like(case.weights) if plain else case.weights
    exact = case.reckon(case.total)
    # the scores' own grid may be coarser than their digits: halves are written in tenths
    unit = lcm(case.score_unit // coarseness(case), HALVES)
    fine = Fraction(unit, case.score_unit)
    scores = scale(case.scores, fine.numerator) // fine.denominator
    # (num + slope × change / fine) / den, the change in steps of that grid
    slope = times(weights * factor.numerator, figures.reported.scale[:, None])
    middle = times(exact.num, figures.reported.scale)
    low = scale(times(figures.reported.low, exact.den) - middle, fine.numerator) + figures.reported.open_low
    high = (
        scale(times(figures.reported.high, exact.den) - middle, fine.numerator) - figures.reported.open_high
    )
    top = int(case.high * unit)
    change, hits = _changes(scores, top, low, high, scale(np.asarray(slope.T), fine.denominator))
    hits &= case.counted & (case.weights > 0)[:, None] & exact.known
    if not hits.any():
        return
    levels = np.asarray(top + scores.max(axis=0) - np.where(case.counted, scores, top).min(axis=0))
    different = levels * (np.unique(case.weights).size if case.weighted else 1)

    def tell(edits: tuple[int, ...], column: int) -> Told:
        row = edits[0]
        score = int(scores[row, column])
        values: dict[str, object] = {
            "score": fraction_text(Fraction(score, unit)),
            "other": fraction_text(Fraction(score + int(change[row, column]), unit)),
            "change": fraction_text(Fraction(int(change[row, column]), unit)),
        }
        return Told(edits, values=values)

    per_step = scale(np.asarray(slope.T // figures.reported.scale), fine.denominator)
    figure = Ratio(
        scale(exact.num, fine.numerator) + per_step * change, scale(exact.den, fine.numerator), exact.known
    )
    yield Attempt(
        figure,
        tell,
        hits=hits,
        tries=case.indicators * max(1, top),
        reach=np.maximum(different, 1),
        sums=_changed(case, np.where(hits, change, 0), unit),
        finer=lcm(unit, case.score_unit) // case.score_unit,
    )


def _changed(case: Case, change: Ints, unit: int) -> Sums | None:
    """Return the sums with one score changed, edits × units, over the finer unit; None where no one asks."""
    if not case.known:
        return None
    shared = lcm(unit, case.score_unit)
    points = scale(change, shared // unit)
    before = [scale(total, shared // case.score_unit) for total in (case.total.points, case.total.products)]
    products = points if not case.weighted else times(points, case.weights[:, None])
    return Sums(before[0] + points, before[1] + products, case.total.base, case.total.count)


def coarseness(case: Case) -> int:
    """Return the greatest divisor that a table's scores share with their unit."""
    if case.scores.dtype == object or case.score_unit == 1:
        return 1
    return int(np.gcd.reduce(np.append(case.scores.ravel(), case.score_unit)))


def _changes(scores: Ints, top: int, low: Ints, high: Ints, slope: Ints) -> tuple[Ints, Bools]:
    """Return, per cell, the smallest change inside [low, high] / slope that keeps a score on the scale, and if any."""
    divisor = np.where(slope > 0, slope, 1)
    least = -(-low // divisor)
    most = high // divisor
    least = np.maximum(least, -scores)
    most = np.minimum(most, top - scores)
    change = np.where(least > 0, least, most)
    return change, np.asarray((least <= most) & (change != 0), np.bool_)


OPERATOR = Operator("single-score", Family.ARITHMETIC, 0, attempts, SUMS)
