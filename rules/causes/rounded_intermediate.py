"""A step on the way rounded before the last: the mean, the share of the full marks, the points, the figure."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from rules.causes.attempt import RATIOS, SUMS, Attempt, Family, Operator, Told
from rules.causes.case import Case, Figures, Ratio
from rules.causes.words import CUT, FIGURE, HALF_UP, MEAN, POINTS, SHARE
from schemas.exact import fraction_text
from schemas.finding import Text
from schemas.intervals import Ints, scale, times
from schemas.terms import Quantity

DIGITS = (2, 3, 1, 0)
"""Decimals that people round to on the way, the usual one first."""

LEAST_OF_SHARE = 2
"""A share of 1 is rounded to whole percents at the coarsest."""

USUAL = {2: 2, 3: -3, 1: -8, 0: -16}
"""Decibans for each: few decimals make round figures that come about in many ways."""


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try each step rounded half up to 2, 3, 1 and 0 decimals, and the mean cut off after 2."""
    exact = case.reckon(case.total)
    if case.quantity is Quantity.CONVERTED:
        yield from _steps(case, case.reckon(case.total, Quantity.MEAN), case.factor, MEAN, 0)
        share = case.high * case.factor
        yield from _steps(case, _over(exact, share), share, SHARE, -8)
    points = case.reckon(case.total, Quantity.POINTS)
    if case.quantity in RATIOS and not case.weighted and case.score_unit > 1:
        yield from _points(case, points)
    yield from _steps(case, exact, Fraction(1), FIGURE, -2, figures)


def _over(exact: Ratio, divisor: Fraction) -> Ratio:
    return Ratio(scale(exact.num, divisor.denominator), scale(exact.den, divisor.numerator), exact.known)


def _steps(
    case: Case, step: Ratio, factor: Fraction, what: Text, bonus: int, figures: Figures | None = None
) -> Iterator[Attempt]:
    """Yield a step rounded in every manner, then multiplied by a factor."""
    for digits in DIGITS:
        if what is SHARE and digits < LEAST_OF_SHARE:
            continue
        for how in (HALF_UP, CUT) if what is MEAN and digits == DIGITS[0] else (HALF_UP,):
            near = _rounded(step, 10**digits, cut=how is CUT)
            figure = Ratio(
                scale(near, factor.numerator),
                np.full(near.shape, 10**digits * factor.denominator),
                step.known,
            )
            exists = times(near, step.den) != times(step.num, figure.den // factor.denominator)
            if figures is not None:
                exists &= figures.decimals > digits
            yield _attempt(figure, exists, near, digits, what, how, bonus)


def _points(case: Case, points: Ratio) -> Iterator[Attempt]:
    """Yield the mean or converted score of points rounded to fewer decimals than the scores have."""
    for digits in DIGITS:
        if 10**digits >= case.score_unit:
            continue
        near = _rounded(points, 10**digits)
        exact = case.reckon(case.total)
        # the figure is linear in the points: figure × near / points, both over their own units
        num = times(exact.num // np.where(points.num == 0, 1, points.num), times(near, points.den))
        figure = Ratio(num, scale(exact.den, 10**digits), exact.known & (points.num > 0))
        yield _attempt(figure, figure.known, near, digits, POINTS, HALF_UP, -3)


def _attempt(
    figure: Ratio, exists: np.ndarray[tuple[int], np.dtype[np.bool_]], near: Ints, digits: int, what: Text, how: Text,
    bonus: int,
) -> Attempt:  # fmt: skip
    def tell(edits: tuple[int, ...], column: int) -> Told:
        step = fraction_text(Fraction(int(near[column]), 10**digits))
        return Told(values={"what": what, "how": how, "decimals": digits, "step": step})

    cut = -4 if how is CUT else 0
    return Attempt(
        figure,
        tell,
        exists=exists,
        tries=len(DIGITS),
        variants=((what.en, digits, how.en),),
        bonus=bonus + USUAL[digits] + cut,
    )


def _rounded(value: Ratio, step: int, *, cut: bool = False) -> Ints:
    """Return non-negative ratios rounded half up, or cut off, as integers over `step`."""
    num = scale(value.num, step)
    return np.asarray(num // value.den if cut else (2 * num + value.den) // (2 * value.den))


OPERATOR = Operator("rounded-intermediate", Family.ROUNDING, 10, attempts, SUMS)
