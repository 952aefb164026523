"""Digits that slipped: a misplaced decimal point, a digit missing, a digit typed twice."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import NUMBERS, Attempt, DigitOperator, Family
from rules.causes.case import Figures, Ratio
from rules.causes.digits import Printing, printings, told, typed_as
from rules.causes.words import DIGIT_DOUBLED, DIGIT_DROPPED, POINT_MOVED
from schemas.intervals import scale

MOVES = ((10, 1), (1, 10), (100, 1), (1000, 1))
"""How far the point moves; a hundredth is another cause, the share of 1."""


def attempts(figures: Figures) -> Iterator[Attempt]:
    """Try the decimal point off, in the printed and in the exact figure, then digits lost or doubled."""
    for printing in printings(figures):
        for up, down in MOVES:
            moved = scale(printing.size, up)
            decimals = printing.decimals + len(str(down)) - 1
            there = printing.size != 0
            yield typed_as(
                figures, printing, moved, decimals, there, how=POINT_MOVED, tries=len(MOVES), bonus=2
            )
            exact = Ratio(scale(figures.exact.num, up), scale(figures.exact.den, down), figures.exact.known)
            tell = told(figures, printing, POINT_MOVED)
            yield Attempt(exact, tell, exists=there, tries=len(MOVES), bonus=2)
        yield from _lost_or_doubled(figures, printing)


def _lost_or_doubled(figures: Figures, printing: Printing) -> Iterator[Attempt]:
    """Yield one digit missing, or typed twice; after the point that leaves one decimal fewer, or one more."""
    size, decimals, tries = printing.size, printing.decimals, 2 * printing.length
    for after in (True, False):
        places = range(decimals) if after else range(decimals, max(printing.length, decimals))
        dropped, doubled, there = [], [], []
        for place in places:
            above, below = size // 10 ** (place + 1), size % 10**place
            digit = size // 10**place % 10
            there.append(size >= 10**place)
            dropped.append(above * 10**place + below)
            doubled.append(((above * 10 + digit) * 10 + digit) * 10**place + below)
        if not there:
            continue
        exists = np.asarray(there, np.bool_)
        fewer, more = (decimals - 1, decimals + 1) if after else (decimals, decimals)
        lost, twice = np.asarray(dropped), np.asarray(doubled)
        yield typed_as(figures, printing, lost, fewer, exists, how=DIGIT_DROPPED, tries=tries)
        yield typed_as(figures, printing, twice, more, exists, how=DIGIT_DOUBLED, tries=tries)


OPERATOR = DigitOperator("digit-slip", Family.TYPING, 4, attempts, NUMBERS)
