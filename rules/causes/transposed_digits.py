"""Two neighbouring digits typed the wrong way round; the difference is then divisible by 9 in its last place."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import NUMBERS, Attempt, DigitOperator, Family
from rules.causes.case import Figures
from rules.causes.digits import printings, typed_as


def attempts(figures: Figures) -> Iterator[Attempt]:
    """Try every pair of neighbouring digits of the printed figure exchanged."""
    for printing in printings(figures):
        size, swapped = printing.size, []
        for place in range(printing.length - 1):
            low, high = size // 10**place % 10, size // 10 ** (place + 1) % 10
            swapped.append(size + (low - high) * 10 ** (place + 1) + (high - low) * 10**place)
        if swapped:
            changed = np.asarray(swapped)
            tries = printing.length - 1
            yield typed_as(figures, printing, changed, printing.decimals, changed != size, tries=tries)


OPERATOR = DigitOperator("transposed-digits", Family.TYPING, 4, attempts, NUMBERS)
