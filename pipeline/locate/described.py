"""Lines before the first indicator that describe the units: who assessed, on which day, how many people."""

from __future__ import annotations

from dataclasses import replace

from pipeline.locate.columns import Columns
from pipeline.locate.facts import Facts
from pipeline.locate.rows import RowReading
from pipeline.locate.sums import number_at
from pipeline.locate.view import View
from pipeline.values import Marks
from schemas.layout import RowRole

FAR = 20
"""Numbers that are all above this many times the highest score count people or money, and score nothing."""


def without_descriptions(
    view: View, rows: RowReading, columns: Columns, marks: Marks, high: float
) -> RowReading:
    """Return the reading without leading lines that are no indicators: unnumbered, and every value either far
    above the scale, or a text that tells the units apart."""
    values = [c.j for c in columns.values]
    roles = dict(rows.roles)
    count = 0
    for f in rows.indicators[:-1]:
        if not _describes(view, f, values, marks, high):
            break
        roles[f.i] = RowRole.NOTE
        count += 1
    if not count:
        return rows
    levels = [(i, n - count, when) for i, n, when in rows.levels if n > count]
    return replace(rows, roles=roles, indicators=rows.indicators[count:], levels=levels)


def _describes(view: View, f: Facts, values: list[int], marks: Marks, high: float) -> bool:
    if f.number is not None or f.sequence is not None or f.weight or not (f.big or not f.declared):
        return False
    cells = [v for j in values if (v := view.rows[f.i][j]) != ""]
    if f.declared:
        numbers = [number_at(v, marks) for v in cells]
        return len(cells) > 1 and all(n is not None and n > FAR * high for n in numbers)
    return len(cells) > 2 and len(set(map(str, cells))) * 4 >= len(cells) * 3
