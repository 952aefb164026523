"""A tie rounded to the even digit where the rule pack rounds half up."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import NUMBERS, Attempt, DigitOperator, Family, Told
from rules.causes.case import Figures, Ratio
from schemas.intervals import times


def attempts(figures: Figures) -> Iterator[Attempt]:
    """Try the even neighbour of an exact tie; where there is no tie, half even can never be the cause."""
    exact, step = figures.exact, figures.step
    twice = times(2 * np.abs(exact.num), step)
    tie = (twice % exact.den == 0) & (twice // exact.den % 2 == 1)
    below = twice // exact.den // 2
    even = below + below % 2
    even = np.where(exact.num < 0, -even, even)

    def tell(edits: tuple[int, ...], column: int) -> Told:
        return Told(values={"decimals": int(figures.decimals[column])})

    exists = tie & (even != figures.printed)
    # cutting off gives the same figure; that the sheet rounds elsewhere tells them apart
    bonus = 8 if figures.others_rounded else 0
    yield Attempt(Ratio(even, step, exact.known), tell, exists=exists, variants=("even",), bonus=bonus)


OPERATOR = DigitOperator("half-even", Family.ROUNDING, 10, attempts, NUMBERS)
