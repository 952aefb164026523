"""One digit typed wrong. It reaches much, so that it says little: its chance stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import NUMBERS, Attempt, DigitOperator, Family
from rules.causes.case import Figures, Ratio
from rules.causes.digits import printings, told
from schemas.intervals import scale


def attempts(figures: Figures) -> Iterator[Attempt]:
    """Look for the one place in which the printed and the typed figure differ."""
    for printing in printings(figures):
        typed = scale(np.abs(figures.typed), 10**printing.decimals)
        fits = typed % figures.step == 0
        typed = typed // figures.step
        differing = np.zeros(len(figures), np.int64)
        for place in range(max(printing.length, len(str(int(typed.max()))))):
            differing += (printing.size // 10**place % 10 != typed // 10**place % 10).astype(np.int64)
        hits = np.asarray((differing == 1) & fits & figures.in_place, np.bool_)
        digits = np.asarray([len(str(int(n))) for n in printing.size.tolist()], np.int64)
        step = np.full(len(figures), 10**printing.decimals, np.int64)
        figure = Ratio(typed, step, np.ones(len(figures), np.bool_))
        yield Attempt(figure, told(figures, printing), hits=hits, tries=9 * digits, reach=9 * digits)


OPERATOR = DigitOperator("single-digit", Family.TYPING, 4, attempts, NUMBERS)
