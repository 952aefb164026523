"""Numbers stored as text, which a sheet's formulas pass over."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import TOTALS, Attempt, Family, Operator, edit
from rules.causes.case import Case, Figures
from rules.causes.left_out import told_of_mask


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try a unit's text cells out of the sum and the base, as AVERAGE does, and out of the sum alone, as SUM does."""
    if case.text is None:
        return
    cells = case.text & case.counted
    some = np.asarray(cells.any(axis=0), np.bool_)
    if not some.any():
        return
    both = case.total - case.part(cells)
    for sums, key in ((both, "both"), (case.total.with_sum_of(both), "sum")):
        yield edit(
            case, sums, told_of_mask(case, sums, cells), exists=some, tries=2, variants=((key,),), bonus=6
        )


OPERATOR = Operator("text-ignored", Family.ARITHMETIC, 6, attempts, TOTALS, seen=True)
