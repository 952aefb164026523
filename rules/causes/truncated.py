"""Digits cut off where the rule pack rounds."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import NUMBERS, Attempt, DigitOperator, Family, Told
from rules.causes.case import Figures, Ratio
from schemas.intervals import times


def attempts(figures: Figures) -> Iterator[Attempt]:
    """Try the exact figure with the digits after its last place cut off."""
    exact = figures.exact
    cut = times(np.abs(exact.num), figures.step) // exact.den
    cut = np.where(exact.num < 0, -cut, cut)

    def tell(edits: tuple[int, ...], column: int) -> Told:
        return Told(values={"decimals": int(figures.decimals[column])})

    yield Attempt(
        Ratio(cut, figures.step, exact.known), tell, exists=cut != figures.printed, variants=("cut",)
    )


OPERATOR = DigitOperator("truncated", Family.ROUNDING, 10, attempts, NUMBERS)
