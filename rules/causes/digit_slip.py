"""Digits that slipped: a misplaced decimal point, a digit missing, a digit typed twice."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import NUMBERS, Attempt, DigitOperator, Family, Told
from rules.causes.case import Figures, Ratio
from rules.causes.digits import most_digits, shown
from rules.causes.words import DIGIT_DOUBLED, DIGIT_DROPPED, POINT_MOVED
from schemas.finding import Text
from schemas.intervals import Ints, scale


def attempts(figures: Figures) -> Iterator[Attempt]:
    """Try the decimal point one place off, then ten and a thousand times too large, then digits lost or doubled."""
    exact = figures.exact
    for up, down in ((10, 1), (1, 10), (100, 1), (1000, 1)):
        moved = Ratio(scale(exact.num, up), scale(exact.den, down), exact.known)
        yield _attempt(figures, moved, POINT_MOVED, exact.num != 0, tries=4, bonus=2)
    printed = np.abs(figures.printed)
    length = most_digits(printed)
    dropped, doubled = [], []
    for place in range(length):
        above, below = printed // 10 ** (place + 1), printed % 10**place
        digit = printed // 10**place % 10
        there = printed >= 10**place
        dropped.append(np.where(there, above * 10**place + below, printed))
        doubled.append(np.where(there, ((above * 10 + digit) * 10 + digit) * 10**place + below, printed))
    for texts, numbers in ((DIGIT_DROPPED, dropped), (DIGIT_DOUBLED, doubled)):
        changed: Ints = np.asarray(numbers)
        figure = Ratio(
            changed, np.broadcast_to(figures.step, changed.shape), np.ones(changed.shape, np.bool_)
        )
        exists = (changed != printed) & figures.in_place
        yield _attempt(figures, figure, texts, exists, tries=2 * length)


def _attempt(
    figures: Figures, figure: Ratio, how: Text, exists: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], *, tries: int,
    bonus: int = 0,
) -> Attempt:  # fmt: skip
    def tell(edits: tuple[int, ...], column: int) -> Told:
        return Told(values={**shown(figures, column), "how": how})

    return Attempt(figure, tell, exists=exists, tries=max(1, tries), bonus=bonus)


OPERATOR = DigitOperator("digit-slip", Family.TYPING, 4, attempts, NUMBERS)
