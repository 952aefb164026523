"""Scores in hidden rows or columns counted among those that are seen."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import TOTALS, Attempt, Family, Operator, Told, edit
from rules.causes.case import Case, Figures, Hidden
from rules.causes.reckoning import reckoning
from rules.causes.sums import Sums
from rules.causes.words import HIDDEN_COLUMN, HIDDEN_ROW, IN_BOTH, IN_SUM
from schemas.finding import Text
from schemas.intervals import Bools


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try all hidden scores in the sum and the base, or in the sum alone; then those of each hidden line alone."""
    hidden = case.hidden
    if hidden is None or case.weighted:
        return
    every = np.ones(len(hidden.names), np.bool_)
    chosen = [every] if len(every) == 1 else [every, *np.eye(len(every), dtype=np.bool_)]
    for lines in chosen:
        there = hidden.there & lines[:, None]
        points, count = np.where(there, hidden.points, 0).sum(axis=0), there.sum(axis=0)
        for more, how in ((count, IN_BOTH), (count * 0, IN_SUM)):
            yield _attempt(case, hidden, lines, Sums(points, points, more, more), how, 2 * len(chosen))


def _attempt(case: Case, hidden: Hidden, lines: Bools, more: Sums, how: Text, tries: int) -> Attempt:
    sums = case.total + more
    there = hidden.there & lines[:, None]

    def tell(edits: tuple[int, ...], column: int) -> Told:
        at = np.flatnonzero(there[:, column]).tolist()
        place = HIDDEN_ROW if hidden.names[0].isdigit() else HIDDEN_COLUMN
        names = ", ".join(hidden.names[n] for n in at)
        cells = tuple(hidden.cells[n][int(case.units[column]) - 1] for n in at)
        values = {**reckoning(case, sums, edits[0], column), "how": how, "hidden": names, "place": place}
        return Told(values=values, cells=cells)

    exists: Bools = np.asarray(there.any(axis=0), np.bool_)
    if how is IN_SUM:
        exists = np.asarray(exists & (more.points != 0), np.bool_)
    key = tuple(np.flatnonzero(lines).tolist())
    return edit(case, sums, tell, exists=exists, tries=tries, variants=((how.en, key),), bonus=6)


OPERATOR = Operator("hidden-counted", Family.ARITHMETIC, 8, attempts, TOTALS, seen=True)
