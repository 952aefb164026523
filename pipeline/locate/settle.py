"""Rows that no wording tells: a last row without a number may be a figure, and its numbers say which."""

from __future__ import annotations

from pipeline.locate.columns import Columns
from pipeline.locate.context import Context
from pipeline.locate.facts import Facts
from pipeline.locate.figures import BY_NUMBERS, Sums, number_at
from pipeline.locate.rows import RowReading
from pipeline.locate.units import read_units
from pipeline.locate.view import View
from schemas.layout import RowRole

MOST_ROWS = 8


def settle_last_rows(view: View, rows: RowReading, columns: Columns, ctx: Context) -> None:
    """Take from the end of the indicators what its numbers show to be figures, or to be no scores.

    Only rows at the end are asked, without number, sequence, levels and weight, after indicators that mostly
    have one of these or whose scores lie within the scale where the row's do not.
    """
    loose: list[Facts] = []
    while len(rows.indicators) - len(loose) > 1 and len(loose) < MOST_ROWS:
        f = rows.indicators[-1 - len(loose)]
        if f.number or f.sequence or f.levels or f.weight or f.numbered or not f.declared:
            break
        loose.append(f)
    sure = rows.indicators[: len(rows.indicators) - len(loose)]
    marked = sum(bool(f.number or f.sequence or f.levels or f.weight) for f in sure)
    if not loose or not sure:
        return
    big = [f for f in loose if f.big]
    if marked * 5 < len(sure) * 4 and not big:
        return
    readings = read_units(view, columns, sure, ctx.marks, ctx.high)
    if not readings:
        return
    units = readings[0].units
    sums = Sums(view, units, sure, None, ctx.marks, ctx.high)
    for f in reversed(loose):
        row = view.rows[f.i]
        figures = [
            (n, v)
            for n, unit in enumerate(units)
            if (
                v := next(
                    (x for j, _ in unit.columns if (x := number_at(row[j], ctx.marks)) is not None), None
                )
            )
            is not None
        ]
        if any(sums.fit(q, figures) for q in BY_NUMBERS):
            rows.roles[f.i] = RowRole.SUMMARY
            rows.summaries.append(f)
        elif f.big and sum(v > ctx.high for _, v in figures) * 2 > len(figures):
            rows.roles[f.i] = RowRole.UNKNOWN
            rows.stray.append(f)
        else:
            continue
        rows.indicators.remove(f)
    rows.summaries.sort(key=lambda f: f.i)
