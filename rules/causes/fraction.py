"""A share of 1 where a share of 100 should stand (0.9263 for 92.63), or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from rules.causes.attempt import NUMBERS, Attempt, DigitOperator, Family, Told
from rules.causes.case import Figures, Ratio
from schemas.intervals import scale

PARTS = 100


def attempts(figures: Figures) -> Iterator[Attempt]:
    """Try the exact figure divided by 100."""
    exact = figures.exact

    def tell(edits: tuple[int, ...], column: int) -> Told:
        return Told()

    hundredth = Ratio(exact.num, scale(exact.den, PARTS), exact.known)
    yield Attempt(hundredth, tell, exists=exact.num != 0, variants=("hundredth",))


OPERATOR = DigitOperator("fraction", Family.ROUNDING, 10, attempts, NUMBERS)
