"""A 0 that is no score: the indicator was not evaluated, so the sheet left it out of the base."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import BASES, Attempt, Family, Operator, edit
from rules.causes.case import Case, Figures
from rules.causes.left_out import ONE_OF_SEVERAL, told_of_mask, told_of_rows


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try every 0 of a unit out of its base, then each of several alone."""
    zeros = case.counted & (case.scores == 0)
    some = zeros.sum(axis=0)
    if not some.any():
        return
    sums = case.total - case.part(zeros)
    yield edit(case, sums, told_of_mask(case, sums, zeros), exists=some > 0, variants=("all",), bonus=6)
    if (some > 1).any():
        each = case.total - case.cells(zeros)
        rows = tuple(("row", row) for row in range(case.indicators))
        yield edit(
            case,
            each,
            told_of_rows(case, each),
            exists=zeros & (some > 1),
            tries=np.maximum(some, 1),
            bonus=ONE_OF_SEVERAL,
            variants=rows,
        )


OPERATOR = Operator("zero-not-evaluated", Family.ARITHMETIC, 6, attempts, BASES, seen=True)
