"""One digit typed wrong. It reaches much, so that it says little: its chance stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import NUMBERS, Attempt, DigitOperator, Family, Told
from rules.causes.case import Figures, Ratio
from rules.causes.digits import most_digits, shown


def attempts(figures: Figures) -> Iterator[Attempt]:
    """Look for the one place in which the printed and the typed figure differ."""
    printed, typed = np.abs(figures.printed), np.abs(figures.typed)
    length = max(most_digits(printed), most_digits(typed))
    differing = np.zeros(len(figures), np.int64)
    for place in range(length):
        differing += (printed // 10**place % 10 != typed // 10**place % 10).astype(np.int64)
    hits = (differing == 1) & figures.in_place
    own = np.asarray([len(str(int(n))) for n in printed.tolist()], np.int64)

    def tell(edits: tuple[int, ...], column: int) -> Told:
        return Told(values=shown(figures, column))

    figure = Ratio(figures.typed, figures.step, np.ones(len(figures), np.bool_))
    yield Attempt(figure, tell, hits=hits, tries=9 * np.maximum(own, 1), reach=9 * np.maximum(own, 1))


OPERATOR = DigitOperator("single-digit", Family.TYPING, 4, attempts, NUMBERS)
