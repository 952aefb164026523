"""One indicator left out: of the sum and the base, or of the sum alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rules.causes.attempt import TOTALS, Attempt, Family, Operator, Told, edit
from rules.causes.case import Case, Figures
from rules.causes.reckoning import reckoning
from rules.causes.sums import Sums
from rules.causes.words import FROM_BOTH, FROM_SUM
from schemas.finding import Text


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try every counted row out of the sum and the base, and out of the sum alone."""
    both = case.total - case.rows
    rows = range(case.indicators)
    yield edit(
        case, both, told(case, both, FROM_BOTH), exists=case.counted, tries=2 * case.indicators,
        variants=tuple(("both", row) for row in rows),
    )  # fmt: skip
    alone = Sums(both.points, both.products, case.total.base, case.total.count)
    yield edit(
        case, alone, told(case, alone, FROM_SUM), exists=case.counted & (case.scores != 0),
        tries=2 * case.indicators, variants=tuple(("sum", row) for row in rows),
    )  # fmt: skip


def told(case: Case, sums: Sums, how: Text) -> Callable[[tuple[int, ...], int], Told]:
    """Return the particulars of rows that an edit touches, and how."""

    def tell(edits: tuple[int, ...], column: int) -> Told:
        return Told(edits, values={**reckoning(case, sums, edits[0], column), "how": how})

    return tell


OPERATOR = Operator("row-omitted", Family.ARITHMETIC, 8, attempts, TOTALS)
