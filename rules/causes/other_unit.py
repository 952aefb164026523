"""The figure of another unit of the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from rules.causes.attempt import TOTALS, Attempt, Family, Operator, Told
from rules.causes.case import Case, Figures, Ratio
from schemas.intervals import integers
from schemas.rounding import scaled


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Look the reported figure up among the figures of the table's other units, the nearest column first."""
    if len(case.everyone.num) < 2:
        return
    found = _nearest(case, figures)
    there = found >= 0
    if not there.any():
        return
    at = np.where(there, found, 0)
    figure = Ratio(case.everyone.num[at], case.everyone.den[at], case.everyone.known[at])
    hits = there & figure.known & figures.reported.hold(figure.num, figure.den)

    def tell(edits: tuple[int, ...], column: int) -> Told:
        return Told(units=(int(found[column]) + 1,))

    beside = np.abs(found + 1 - case.units) == 1
    different = len({(int(n), int(d)) for n, d in zip(case.everyone.num, case.everyone.den, strict=True)})
    for mask, bonus in ((hits & beside, 4), (hits & ~beside, 0)):
        if mask.any():
            reach = np.full(len(case.units), different)
            yield Attempt(
                figure, tell, hits=mask, tries=max(1, different), reach=reach, bonus=bonus, others=at
            )


def _nearest(case: Case, figures: Figures) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return the 0-based position of the nearest other unit whose printed figure is the reported one; -1 for none."""
    exact = [
        Fraction(int(n), int(d)) if k else None
        for n, d, k in zip(case.everyone.num, case.everyone.den, case.everyone.known, strict=True)
    ]
    printed: dict[tuple[int, int], list[int]] = defaultdict(list)
    for decimals in sorted(set(figures.decimals.tolist())):
        for position, value in enumerate(exact):
            if value is not None:
                printed[decimals, scaled(value, decimals, figures.mode)].append(position)
    nearest = []
    columns = (figures.decimals.tolist(), figures.typed.tolist(), (case.units - 1).tolist())
    for decimals, typed, own in zip(*columns, strict=True):
        others = [p for p in printed.get((decimals, typed), ()) if p != own]
        nearest.append(min(others, key=lambda p: (abs(p - own), p), default=-1))
    return np.asarray(integers(nearest), np.int64)


OPERATOR = Operator("other-unit", Family.PLACE, 4, attempts, TOTALS)
