"""A group's total row counted among the indicators."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import TOTALS, Attempt, Family, Operator, Told, edit
from rules.causes.case import Case, Figures
from rules.causes.reckoning import reckoning
from rules.causes.sums import Sums
from rules.causes.words import IN_BOTH, IN_SUM


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try the values of all group totals in the sum, counted in the base or not, then of each one alone."""
    if case.subtotals is None or case.weighted or len(case.subtotals) == 0:
        return
    groups = len(case.subtotals)
    total, zero = case.subtotals.sum(axis=0), np.zeros_like(case.total.count)
    for more, how, key in ((zero + groups, IN_BOTH, "both"), (zero, IN_SUM, "sum")):
        yield _attempt(case, case.total + Sums(total, total, more, more), how, 2, (("all", key),))
    if groups > 1:
        one = np.ones_like(case.subtotals)
        for more, how, key in ((one, IN_BOTH, "both"), (one * 0, IN_SUM, "sum")):
            sums = case.total + Sums(case.subtotals, case.subtotals, more, more)
            yield _attempt(case, sums, how, 2 * groups, tuple((key, n) for n in range(groups)))


def _attempt(
    case: Case, sums: Sums, how: object, tries: int, variants: tuple[tuple[object, ...], ...]
) -> Attempt:
    def tell(edits: tuple[int, ...], column: int) -> Told:
        return Told(values={**reckoning(case, sums, edits[0], column), "how": how})

    return edit(case, sums, tell, tries=tries, variants=variants, bonus=-4 if how is IN_BOTH else 3)


OPERATOR = Operator("subtotal-counted", Family.ARITHMETIC, 6, attempts, TOTALS)
