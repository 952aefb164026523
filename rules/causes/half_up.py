"""Rounded half up where the rule pack cuts digits off, or rounds a tie to the even digit."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import NUMBERS, Attempt, DigitOperator, Family, Told
from rules.causes.case import Figures, Ratio
from schemas.intervals import times


def attempts(figures: Figures) -> Iterator[Attempt]:
    """Try the exact figure rounded half up, where that is not what the mode in force prints."""
    exact = figures.exact
    up = (times(2 * np.abs(exact.num), figures.step) + exact.den) // (2 * exact.den)
    up = np.where(exact.num < 0, -up, up)

    def tell(edits: tuple[int, ...], column: int) -> Told:
        return Told(values={"decimals": int(figures.decimals[column])})

    yield Attempt(
        Ratio(up, figures.step, exact.known), tell, exists=up != figures.printed, variants=("half-up",)
    )


OPERATOR = DigitOperator("half-up", Family.ROUNDING, 10, attempts, NUMBERS)
