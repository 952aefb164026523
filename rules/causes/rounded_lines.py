"""Lines rounded one by one and then summed: weighted scores, or scores with more digits than are shown."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from rules.causes.attempt import SUMS, Attempt, Family, Operator, Told
from rules.causes.case import Case, Figures, Ratio
from rules.causes.sums import Sums
from rules.causes.words import LINES, SCORES
from schemas.exact import fraction_text
from schemas.intervals import scale
from schemas.terms import Quantity

DIGITS = (2, 1, 3, 0)


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try the weighted lines, or the scores, rounded half up before they are summed."""
    for digits in DIGITS:
        if case.weighted:
            yield from _lines(case, digits)
        elif 10**digits < case.score_unit:
            yield _scores(case, digits)


def _lines(case: Case, digits: int) -> Iterator[Attempt]:
    """Yield Σ rounded (weight × score / 100), taken as the mean; converted × 20."""
    under = case.score_unit * case.weight_unit * case.whole
    products = scale(case.rows.products, 10**digits)
    summed = ((2 * products + under) // (2 * under)).sum(axis=0)
    factor = case.factor if case.quantity is Quantity.CONVERTED else Fraction(1)
    if case.quantity is Quantity.POINTS and case.reading != 1:
        return
    den = np.full(summed.shape, 10**digits * factor.denominator, np.int64)
    figure = Ratio(scale(summed, factor.numerator), den, np.ones(summed.shape, np.bool_))

    def tell(edits: tuple[int, ...], column: int) -> Told:
        step = fraction_text(Fraction(int(summed[column]), 10**digits))
        return Told(values={"what": LINES, "decimals": digits, "step": step})

    yield Attempt(
        figure, tell, tries=len(DIGITS), variants=((digits,),), bonus=2 if digits == DIGITS[0] else 0
    )


def _scores(case: Case, digits: int) -> Attempt:
    """Return the figure of scores rounded to fewer decimals than they have."""
    scores = scale(case.rows.points, 10**digits)
    near = ((2 * scores + case.score_unit) // (2 * case.score_unit)).sum(axis=0)
    sums = Sums(near, near, case.total.base, case.total.count)
    exact = case.reckon(sums)
    # the sums are over 10**digits here, not over the unit of the scores
    figure = Ratio(scale(exact.num, case.score_unit), scale(exact.den, 10**digits), exact.known)

    def tell(edits: tuple[int, ...], column: int) -> Told:
        step = fraction_text(Fraction(int(near[column]), 10**digits))
        return Told(values={"what": SCORES, "decimals": digits, "step": step})

    return Attempt(figure, tell, tries=len(DIGITS), variants=((digits,),))


OPERATOR = Operator("rounded-lines", Family.ROUNDING, 9, attempts, SUMS)
