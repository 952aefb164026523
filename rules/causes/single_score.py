"""One score that differs from the one on the sheet: changed after the figure was made, or misread for it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from rules.causes.attempt import SUMS, Attempt, Family, Operator, Told
from rules.causes.case import Case, Figures, Ratio
from schemas.exact import fraction_text
from schemas.intervals import LIMIT, Bools, Ints, largest, times
from schemas.terms import Quantity

FINEST = 100
"""Scores are taken to be written to hundredths at most: beyond that any figure could be reached."""


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
    # num + slope × change over den, change in units of the scores
    slope = times(weights * factor.numerator, figures.reported.scale[:, None])
    low = times(figures.reported.low, exact.den) + figures.reported.open_low
    high = times(figures.reported.high, exact.den) - figures.reported.open_high
    middle = times(exact.num, figures.reported.scale)
    changes = _changes(case, low - middle, high - middle, np.asarray(slope.T))
    change, hits = changes
    hits &= case.counted & (case.weights > 0)[:, None] & exact.known
    if not hits.any():
        return
    top = int(case.high * case.score_unit)
    levels = np.asarray(top + case.scores.max(axis=0) - np.where(case.counted, case.scores, top).min(axis=0))
    different = levels * (np.unique(case.weights).size if case.weighted else 1)

    def tell(edits: tuple[int, ...], column: int) -> Told:
        row = edits[0]
        score = int(case.scores[row, column])
        values: dict[str, object] = {
            "score": fraction_text(Fraction(score, case.score_unit)),
            "other": fraction_text(Fraction(score + int(change[row, column]), case.score_unit)),
            "change": fraction_text(Fraction(int(change[row, column]), case.score_unit)),
        }
        return Told(edits, values=values)

    figure = Ratio(exact.num + np.asarray(slope.T // figures.reported.scale) * change, exact.den, exact.known)
    yield Attempt(
        figure, tell, hits=hits, tries=case.indicators * max(1, top), reach=np.maximum(different, 1)
    )


def _changes(case: Case, low: Ints, high: Ints, slope: Ints) -> tuple[Ints, Bools]:
    """Return, per cell, the smallest change inside [low, high] / slope that keeps a score on the scale, and if any."""
    if largest(low) >= LIMIT or largest(high) >= LIMIT:
        low, high = low.astype(object), high.astype(object)
    divisor = np.where(slope > 0, slope, 1)
    least = -(-low // divisor)
    most = high // divisor
    top = int(case.high * case.score_unit)
    least = np.maximum(least, -case.scores)
    most = np.minimum(most, top - case.scores)
    change = np.where(least > 0, least, most)
    return change, np.asarray((least <= most) & (change != 0), np.bool_)


OPERATOR = Operator("single-score", Family.ARITHMETIC, 0, attempts, SUMS)
