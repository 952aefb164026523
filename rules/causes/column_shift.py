"""A run of figures that stand one or two columns away from their units."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import TOTALS, Attempt, Family, Operator, Told
from rules.causes.case import Case, Figures, Ratio

SHIFTS = (1, -1, 2, -2)
LEAST = 2
"""A shift is seen in at least so many wrong figures; a single one is another unit's figure."""


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try the figure of the unit so many places before or after, where several wrong figures show the same shift."""
    positions = len(case.everyone.num)
    for shift in SHIFTS:
        other = case.units - 1 + shift
        inside = (other >= 0) & (other < positions)
        at = np.where(inside, other, 0)
        figure = Ratio(case.everyone.num[at], case.everyone.den[at], case.everyone.known[at])
        hits = inside & figure.known & figures.reported.hold(figure.num, figure.den)
        if hits.sum() < LEAST:
            continue

        def tell(edits: tuple[int, ...], column: int, shift: int = shift) -> Told:
            return Told(units=(int(case.units[column]) + shift,), values={"shift": abs(shift)})

        yield Attempt(figure, tell, hits=hits, tries=len(SHIFTS), variants=(shift,), others=at)


OPERATOR = Operator("column-shift", Family.PLACE, 6, attempts, TOTALS)
