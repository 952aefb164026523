"""A figure left as it was before the conversion: the points, the mean or the weighted sum in its place."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from rules.causes.attempt import RATIOS, Attempt, Family, Operator, Told
from rules.causes.case import Case, Figures, Ratio
from rules.causes.words import MEAN, POINTS, WEIGHTED_SUM
from schemas.exact import fraction_text
from schemas.finding import Text
from schemas.intervals import scale
from schemas.terms import Quantity


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try the points and, for a converted score, the mean as they stand."""
    yield _as_it_is(case.reckon(case.total, Quantity.POINTS), POINTS)
    if case.quantity is Quantity.CONVERTED:
        yield _as_it_is(case.reckon(case.total, Quantity.MEAN), MEAN)
    if case.weighted:
        under = case.score_unit * case.weight_unit * case.whole
        den = np.full(case.total.products.shape, under, case.total.products.dtype)
        figure = Ratio(case.total.products, den, np.ones(den.shape, np.bool_))
        if case.quantity is Quantity.CONVERTED:
            yield _as_it_is(figure, WEIGHTED_SUM)
        yield _as_it_is(Ratio(scale(figure.num, case.whole), figure.den, figure.known), WEIGHTED_SUM)


def _as_it_is(figure: Ratio, what: Text) -> Attempt:
    def tell(edits: tuple[int, ...], column: int) -> Told:
        value = Fraction(int(figure.num[column]), int(figure.den[column]))
        return Told(values={"what": what, "reckoning": fraction_text(value)})

    return Attempt(figure, tell, exists=figure.known & (figure.num > 0), variants=(what.en,), tries=2)


OPERATOR = Operator("not-converted", Family.ARITHMETIC, 13, attempts, RATIOS)
