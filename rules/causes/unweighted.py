"""The plain average where the indicators have weights."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rules.causes.attempt import RATIOS, Attempt, Family, Operator, Told, edit
from rules.causes.case import Case, Figures
from rules.causes.sums import Sums
from schemas.exact import fraction_text


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try every counted indicator with the same weight."""
    if not case.weighted:
        return
    sums = Sums(case.total.points, case.total.points, case.total.count, case.total.count)

    def tell(edits: tuple[int, ...], column: int) -> Told:
        points, _, _, count = sums.at(0, column)
        total = fraction_text(Fraction(points, case.score_unit))
        return Told(values={"points": total, "count": count, "reckoning": f"{total} / {count}"})

    yield edit(case, sums, tell, variants=("equal",))


OPERATOR = Operator("unweighted", Family.ARITHMETIC, 10, attempts, RATIOS)
