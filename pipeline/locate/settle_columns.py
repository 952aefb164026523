"""Columns that no header tells: their numbers show them to be a weight, or a count that is no unit."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.locate.view import View
from pipeline.values import Marks
from schemas.layout import ColumnRole, ValueRole

if TYPE_CHECKING:
    from pipeline.locate.columns import Columns

HALF_CENT = Decimal("0.005")


def settle_counts(view: View, columns: Columns) -> None:
    """A number over an empty column beside units with names is no unit: it says how many there are."""
    named = [c for c in columns.values if c.unit is not None]
    numbers = [c for c in named if c.unit and isinstance(view.rows[c.unit[0]][c.unit[1]], float)]
    if len(numbers) * 2 < len(named):
        for c in numbers:
            if all(view.rows[i][c.j] == "" for i in columns.sample):
                c.role, c.unit = ColumnRole.UNKNOWN, None


def settle_weight(view: View, columns: Columns, marks: Marks) -> None:
    """In a form a column that gives the weighted score when multiplied by the score, on most rows, is the weight."""
    formal = {c.value: c.j for c in columns.values if c.unit is None}
    score, weighted = formal.get(ValueRole.SCORE), formal.get(ValueRole.WEIGHTED)
    if score is None or weighted is None or columns.codes or columns.of(ColumnRole.WEIGHT):
        return
    for c in columns.of(ColumnRole.AGGREGATE, ColumnRole.UNKNOWN):
        rows = []
        for i in columns.sample:
            one, two, product = (marks.of(view.rows[i][j]).number for j in (c.j, score, weighted))
            if one is not None and two is not None and product is not None:
                rows.append((one * two, product))
        for divisor in (100, 1):
            fitting = sum(abs(p / divisor - v) <= HALF_CENT for p, v in rows)
            if fitting > 1 and fitting * 5 >= len(rows) * 3:
                c.role, c.value = ColumnRole.WEIGHT, ValueRole.WEIGHT
                columns.reasons.append("weight column recognised by its products with the scores")
                return


def settle_unnamed_weight(view: View, columns: Columns, marks: Marks) -> None:
    """A column without a header beside the titles whose different numbers sum to 100 or to 1 is the weight."""
    first = min((c.j for c in columns.values), default=0)
    if columns.of(ColumnRole.WEIGHT) or not columns.codes:
        return
    for c in columns.of(ColumnRole.BLANK):
        if c.j >= first or columns.paths[c.j]:
            continue
        cells = [v for i in columns.sample if (v := view.rows[i][c.j]) != ""]
        numbers = [n for v in cells if (n := marks.of(v).number) is not None]
        if len(numbers) < 3 or len(numbers) < len(cells) or min(numbers) <= 0 or len(set(numbers)) == 1:
            continue
        if sum(numbers) in (1, 100) or (sum(numbers[:-1]) == numbers[-1] and numbers[-1] in (1, 100)):
            c.role, c.value = ColumnRole.WEIGHT, ValueRole.WEIGHT
            columns.reasons.append("weight column recognised by its sum")
            return
