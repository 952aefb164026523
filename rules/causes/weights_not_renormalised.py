"""The weighted sum over 100 where the weights that count for the unit sum to something else."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import RATIOS, Attempt, Family, Operator, Told, edit
from rules.causes.case import Case, Figures
from rules.causes.reckoning import reckoning
from rules.causes.sums import Sums


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try the base 100 (or 1, where weights are shares)."""
    if not case.weighted:
        return
    whole = np.full_like(case.total.base, case.whole * case.weight_unit)
    sums = Sums(case.total.points, case.total.products, whole, case.total.count)

    def tell(edits: tuple[int, ...], column: int) -> Told:
        right = reckoning(case, case.total, 0, column)
        return Told(values={**reckoning(case, sums, 0, column), "right_base": right["base"]})

    yield edit(case, sums, tell, exists=whole != case.total.base, variants=("whole",))


OPERATOR = Operator("weights-not-renormalised", Family.ARITHMETIC, 20, attempts, RATIOS, seen=True)
