"""A formula's range leaves cells out, as the sheet's own formula shows."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import TOTALS, Attempt, Family, Operator, edit
from rules.causes.case import Case, Figures
from rules.causes.left_out import told_of_mask


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try the cells that a finding says the formula omits out of the sum and the base, and out of the sum alone."""
    if case.omitted is None:
        return
    cells = case.omitted & case.counted
    some = np.asarray(cells.any(axis=0), np.bool_)
    if not some.any():
        return
    both = case.total - case.part(cells)
    for sums in (both, case.total.with_sum_of(both)):
        yield edit(case, sums, told_of_mask(case, sums, cells), exists=some)


OPERATOR = Operator("formula-omits-row", Family.ARITHMETIC, 60, attempts, TOTALS, seen=True)
