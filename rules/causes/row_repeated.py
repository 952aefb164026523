"""One indicator counted twice: in the sum and the base, or in the sum alone."""

from __future__ import annotations

from collections.abc import Iterator

from rules.causes.attempt import TOTALS, Attempt, Family, Operator, edit
from rules.causes.case import Case, Figures
from rules.causes.row_omitted import told
from rules.causes.sums import Sums
from rules.causes.words import IN_BOTH, IN_SUM


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try every counted row twice."""
    both = case.total + case.rows
    rows = range(case.indicators)
    yield edit(
        case, both, told(case, both, IN_BOTH), exists=case.counted, tries=2 * case.indicators,
        variants=tuple(("both", row) for row in rows),
    )  # fmt: skip
    alone = Sums(both.points, both.products, case.total.base, case.total.count)
    yield edit(
        case, alone, told(case, alone, IN_SUM), exists=case.counted & (case.scores != 0),
        tries=2 * case.indicators, variants=tuple(("sum", row) for row in rows),
    )  # fmt: skip


OPERATOR = Operator("row-repeated", Family.ARITHMETIC, 2, attempts, TOTALS)
