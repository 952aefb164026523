"""Two neighbouring digits typed the wrong way round; the difference is then divisible by 9 in its last place."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import NUMBERS, Attempt, DigitOperator, Family, Told
from rules.causes.case import Figures, Ratio
from rules.causes.digits import most_digits, shown
from schemas.intervals import Ints


def attempts(figures: Figures) -> Iterator[Attempt]:
    """Try every pair of neighbouring digits of the printed figure exchanged."""
    size = np.abs(figures.printed)
    length = most_digits(size)
    swapped = []
    for place in range(length - 1):
        low, high = size // 10**place % 10, size // 10 ** (place + 1) % 10
        swapped.append(size + (low - high) * 10 ** (place + 1) + (high - low) * 10**place)
    if not swapped:
        return
    changed: Ints = np.asarray(swapped)
    figure = Ratio(changed, np.broadcast_to(figures.step, changed.shape), np.ones(changed.shape, np.bool_))

    def tell(edits: tuple[int, ...], column: int) -> Told:
        return Told(values=shown(figures, column))

    exists = (changed != size) & figures.in_place
    yield Attempt(figure, tell, exists=exists, tries=max(1, length - 1))


OPERATOR = DigitOperator("transposed-digits", Family.TYPING, 4, attempts, NUMBERS)
