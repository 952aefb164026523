"""The figure of another unit of the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from functools import partial

import numpy as np

from rules.causes.attempt import TOTALS, Attempt, Family, Operator, Told
from rules.causes.case import Case, Figures, Ratio
from schemas.intervals import Bools, integers
from schemas.rounding import scaled

MOST_EXCHANGED = 20
"""Where more units seem to have exchanged figures, the figures are shuffled in some other way."""


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
    pairs = _exchanged(case.units.tolist(), found.tolist(), hits)
    if pairs:
        each = np.zeros((len(pairs), len(case.units)), np.bool_)
        for n, pair in enumerate(pairs):
            each[n, list(pair)] = True
        yield Attempt(
            figure, tell, hits=each, tries=max(1, different), reach=np.full(len(case.units), different),
            others=at, variants=tuple(("exchanged", *pair) for pair in pairs),
        )  # fmt: skip
        hits = hits & ~each.any(axis=0)
    for mask, bonus in ((hits & beside, 4), (hits & ~beside, 0)):
        if mask.any():
            reach = np.full(len(case.units), different)
            yield Attempt(
                figure, tell, hits=mask, tries=max(1, different), reach=reach, bonus=bonus, others=at
            )


def _exchanged(units: list[int], found: list[int], hits: Bools) -> list[tuple[int, int]]:
    """Return the columns, two and two, of units that report each other's figure: one exchange, not two accidents."""
    column = {unit: n for n, unit in enumerate(units)}
    pairs = []
    for n, (unit, position) in enumerate(zip(units, found, strict=True)):
        other = column.get(position + 1, -1)
        if other > n and hits[n] and hits[other] and found[other] + 1 == unit:
            pairs.append((n, other))
    return pairs if len(pairs) <= MOST_EXCHANGED else []


def _nearest(case: Case, figures: Figures) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return the 0-based position of another unit whose printed figure is the reported one; -1 for none.

    One that reports this unit's figure in exchange goes first, then the nearest.
    """
    exact = [
        Fraction(int(n), int(d)) if k else None
        for n, d, k in zip(case.everyone.num, case.everyone.den, case.everyone.known, strict=True)
    ]
    printed: dict[tuple[int, int], list[int]] = defaultdict(list)
    prints: dict[tuple[int, int], int] = {}
    for decimals in sorted(set(figures.decimals.tolist())):
        for position, value in enumerate(exact):
            if value is not None:
                prints[decimals, position] = scaled(value, decimals, figures.mode)
                printed[decimals, prints[decimals, position]].append(position)
    nearest = []
    columns = (figures.decimals.tolist(), figures.typed.tolist(), (case.units - 1).tolist())
    reported = {own: (decimals, typed) for decimals, typed, own in zip(*columns, strict=True)}

    def farness(position: int, own: int) -> tuple[bool, int, int]:
        decimals, typed = reported.get(position, (-1, 0))
        return prints.get((decimals, own)) != typed, abs(position - own), position

    for decimals, typed, own in zip(*columns, strict=True):
        others = [p for p in printed.get((decimals, typed), ()) if p != own]
        nearest.append(min(others, key=partial(farness, own=own), default=-1))
    return np.asarray(integers(nearest), np.int64)


OPERATOR = Operator("other-unit", Family.PLACE, 4, attempts, TOTALS)
