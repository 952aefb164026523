"""The figure of the same unit in another table of the workbook: the other round, the other assessor."""

from __future__ import annotations

from collections.abc import Iterator

from rules.causes.attempt import TOTALS, Attempt, Family, Operator, Told
from rules.causes.case import Case, Figures


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try what every other table gives for the unit."""
    for other in case.elsewhere:

        def tell(edits: tuple[int, ...], column: int, label: str = other.label) -> Told:
            return Told(values={"table": label})

        yield Attempt(
            other.exact,
            tell,
            exists=other.exact.known,
            tries=len(case.elsewhere),
            variants=(other.table,),
            bonus=3,
        )


OPERATOR = Operator("other-round", Family.PLACE, 6, attempts, TOTALS)
