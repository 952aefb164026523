"""Two edits together, tried only where no single one gives the figure, and always the weaker answer.

Tried: what leaves or enters the base for good, and then a rounding, a missing conversion or one more row; several
neighbouring rows left out at the head or the foot of the table; any two rows left out of a table of modest length.
On tables where that would reach nearly every figure it is not tried: an answer from it would say nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import numpy as np

from pipeline.explain.search import Candidate, candidates
from rules.causes import CAUSES, Attempt, Case, DigitOperator, Figures, Operator, Ratio, Sums, Told
from rules.causes.attempt import edit
from rules.causes.row_omitted import told
from rules.causes.words import FROM_BOTH, FROM_SUM
from schemas.intervals import Ints

Tell = Callable[[tuple[int, ...], int], Told]

WEAKER = 15
"""Decibans by which two faults in one figure are less likely than one."""

FIRST = (
    "zero-not-evaluated",
    "blank-as-zero",
    "not-applicable-as-zero",
    "weights-not-renormalised",
    "text-ignored",
)
SECOND = ("truncated", "rounded-intermediate", "not-converted", "fraction", "row-omitted", "row-repeated")

LONGEST = 40
"""Indicators of a table in which pairs of rows are still tried."""

MOST_EDITS = 2_000_000
"""Edits × figures tried at most."""


def two_edits(case: Case, figures: Figures, columns: Sequence[int]) -> dict[int, list[Candidate]]:
    """Return, by column, the candidates of two edits for figures that no single edit gives."""
    pairs = case.indicators * (case.indicators - 1) // 2
    if not columns or case.indicators > LONGEST or pairs * len(columns) > MOST_EDITS:
        return {}
    at = np.asarray(columns, np.int64)
    part, rest = case.take(at), figures.take(at)
    found: dict[int, list[Candidate]] = {}
    operator = next(o for o in CAUSES if o.name == "row-omitted")
    assert isinstance(operator, Operator)
    several = replace(operator, attempts=_several_rows)
    for column, members in candidates((several,), part, rest).items():
        found.setdefault(columns[column], []).extend(replace(m, weight=m.weight - WEAKER) for m in members)
    for first, sums, exists, attempt in _first_edits(part, rest):
        exact = part.reckon(sums)
        usable = np.flatnonzero(exists & exact.known)
        if len(usable) == 0:
            continue
        changed = replace(part.take(usable), total=sums.take(usable))
        after = rest.take(usable, Ratio(exact.num[usable], exact.den[usable], exact.known[usable]))
        for column, members in candidates(_second(), changed, after).items():
            own = int(usable[column])
            weight = first.weight + attempt.bonus - WEAKER
            alone = Fraction(int(exact.num[own]), int(exact.den[own]))
            found.setdefault(columns[own], []).extend(
                Candidate(first, attempt, own, (0,), 1, weight + m.weight, m.value, m.reach, m, alone)
                for m in members
            )
    return found


def _second() -> list[Operator | DigitOperator]:
    return [o for o in CAUSES if o.name in SECOND]


def _first_edits(case: Case, figures: Figures) -> Iterator[tuple[Operator, Sums, Ints, Attempt]]:
    """Yield the first edits that touch whole units at once: (operator, edited sums, where possible, attempt)."""
    for operator in CAUSES:
        if operator.name not in FIRST or not isinstance(operator, Operator):
            continue
        if figures.quantity not in operator.quantities:
            continue
        for attempt in operator.attempts(case, figures):
            if attempt.sums is not None and attempt.sums.points.ndim == 1:
                exists = np.ones(len(figures), np.bool_) if attempt.exists is None else attempt.exists
                yield operator, attempt.sums, exists, attempt


def _of_rows(tell: Tell, chosen: Sequence[tuple[int, ...]]) -> Tell:
    """Return the particulars of an edit with all rows that it leaves out."""
    return lambda edits, column: replace(tell(edits, column), rows=chosen[edits[0]], together=True)


def _several_rows(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try neighbouring rows at the head or the foot left out, and any two rows."""
    rows = case.indicators
    ends = [tuple(range(n)) for n in range(3, rows)] + [tuple(range(n, rows)) for n in range(1, rows - 2)]
    chosen: list[tuple[int, ...]] = [*combinations(range(rows), 2), *ends]
    if not chosen:
        return
    mask = np.zeros((len(chosen), rows), np.int64)
    for n, members in enumerate(chosen):
        mask[n, list(members)] = 1

    def summed(part: Ints) -> Ints:
        return np.asarray(mask.astype(part.dtype) @ part)

    points, count = summed(case.rows.points), summed(case.rows.count)
    plain = case.rows.products is case.rows.points
    lost = Sums(
        points,
        points if plain else summed(case.rows.products),
        count if case.rows.base is case.rows.count else summed(case.rows.base),
        count,
    )
    both = case.total - lost
    alone = Sums(both.points, both.products, case.total.base, case.total.count)
    for sums, how in ((both, FROM_BOTH), (alone, FROM_SUM)):
        tell = _of_rows(told(case, sums, how), chosen)
        yield edit(case, sums, tell, exists=(count > 1) & (both.count > 0), tries=2 * len(chosen))
