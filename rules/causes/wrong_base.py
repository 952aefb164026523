"""The right points over a wrong base: another number of indicators than count for the unit."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import BASES, Attempt, Family, Operator, Told, edit
from rules.causes.case import Case, Figures
from rules.causes.reckoning import reckoning
from rules.causes.sums import Sums
from schemas.intervals import Ints
from schemas.terms import Quantity

HUNDRED = 20
"""Indicators of a sheet whose full marks are 100: the base that people expect."""

NEAR = 3

FULL_MARKS = 12
"""Decibans where the figure is the full marks: wrong ones are a wrong base by definition."""


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try the bases that something on the sheet speaks for, then the near ones, then any other."""
    if case.weighted:
        yield from _whole_weight(case)
        return
    count = case.total.count
    likely = sorted({case.indicators, HUNDRED, case.usual_count} - {0})
    yield _over(case, np.asarray(likely, np.int64), len(likely), bonus=3)
    if case.quantity is not Quantity.FULL_MARKS:
        yield _over(case, case.full_count[None, :], 1, bonus=6, absolute=False)
    near = np.asarray([d for d in range(-NEAR, NEAR + 1) if d], np.int64)
    yield _over(case, count + near[:, None], 2 * NEAR, absolute=False)
    every = np.arange(1, max(case.indicators, HUNDRED) + NEAR)
    yield _over(case, every, len(every), bonus=-3)


def _over(case: Case, counts: Ints, tries: int, *, bonus: int = 0, absolute: bool = True) -> Attempt:
    """Return the attempt of some counts of indicators: one for all units, or edits × units."""
    wanted = counts[:, None] if counts.ndim == 1 else counts
    shape = (wanted.shape[0], len(case.total.count))
    wanted = np.broadcast_to(wanted, shape)
    sums = Sums(
        np.broadcast_to(case.total.points, shape), np.broadcast_to(case.total.products, shape), wanted, wanted
    )
    variants = tuple(("base", int(n)) for n in counts) if absolute else None

    def tell(edits: tuple[int, ...], column: int) -> Told:
        values = reckoning(case, sums, edits[0], column)
        right = reckoning(case, case.total, 0, column)
        return Told(values={**values, "right_base": right["base"]})

    exists = (wanted > 0) & (wanted != case.total.count)
    own = FULL_MARKS if case.quantity is Quantity.FULL_MARKS else 0
    return edit(
        case, sums, tell, exists=exists, tries=tries, variants=variants, alone=True, bonus=bonus + own
    )


def _whole_weight(case: Case) -> Iterator[Attempt]:
    """Yield the weighted sum over the weights of all indicators, applicable or not."""
    every = np.broadcast_to(case.weights.sum(), case.total.base.shape)
    sums = Sums(case.total.points, case.total.products, every, case.total.count)

    def tell(edits: tuple[int, ...], column: int) -> Told:
        right = reckoning(case, case.total, 0, column)
        return Told(values={**reckoning(case, sums, 0, column), "right_base": right["base"]})

    yield edit(case, sums, tell, exists=every != case.total.base, variants=("weights",), alone=True, bonus=-6)


OPERATOR = Operator("wrong-base", Family.ARITHMETIC, 6, attempts, BASES)
