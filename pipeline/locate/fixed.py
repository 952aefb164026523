"""A layout given by hand in the rule pack: it overrides what detection would find, as far as it is given."""

from __future__ import annotations

import re

from pipeline.locate.bands import Band
from pipeline.locate.columns import Col, Columns, read_columns
from pipeline.locate.context import Context, Miss, Part
from pipeline.locate.facts import Facts, gather, label_columns
from pipeline.locate.figures import Place
from pipeline.locate.heads import Head
from pipeline.locate.part import part_of
from pipeline.locate.rows import RowReading, read_rows
from pipeline.locate.units import Unit, read_units
from pipeline.locate.view import View, view_of
from schemas.cell import parse_a1
from schemas.layout import ColumnRole, RowRole, ValueRole
from schemas.rules import FixedLayout
from schemas.terms import Quantity
from schemas.thai import key

SAMPLE = 40


def read_fixed(ctx: Context, layout: FixedLayout) -> tuple[list[Part], list[Miss]]:
    """Return the table where the rule pack's layout points, or the miss that nothing stands there."""
    sheet = _sheet(ctx, layout)
    if sheet is None:
        return [], [Miss(0, 1, 1, 9.0, "fixed")]
    view = view_of(ctx.book.sheets[sheet], sheet)
    rows = {n: i for i, n in enumerate(view.row_no)}
    first = layout.first_row or (layout.header_row or 0) + 1
    header = layout.header_row or max(1, first - 1)
    last = layout.last_row or (view.row_no[-1] if view.height else 0)
    region = [i for n, i in rows.items() if first <= n <= last or (n in layout.summary_rows and n >= first)]
    miss = [Miss(sheet, header, 1, 9.0, "fixed")]
    if header not in rows or not region:
        return [], miss
    band = Band(rows[header], max(rows[header], min(region) - 1), 9.0)
    columns = _columns(view, band, region, layout, ctx)
    labels = label_columns(view, columns, ctx.marks)
    if layout.indicator_column and (j := _index(view, layout.indicator_column)) is not None:
        labels.title = j
    facts = gather(view, columns, labels, region, ctx.words, ctx.marks, ctx.high)
    reading = read_rows(facts, frozenset(), bool(columns.of(ColumnRole.WEIGHT)))
    given = {rows[n]: quantities for n, quantities in layout.summary_rows.items() if n in rows}
    _without_given(reading, facts, set(given))
    if not columns.values or not reading.indicators:
        return [], miss
    parts = []
    for one in read_units(view, columns, reading.indicators, ctx.marks, ctx.high):
        places = [p for i, quantities in given.items() for p in _places(view, i, one.units, quantities)]
        parts.append(part_of(view, band, columns, labels, reading, one, ctx, places))
    return parts, [] if parts else miss


def _sheet(ctx: Context, layout: FixedLayout) -> int | None:
    sheets = list(enumerate(ctx.book.sheets))
    if layout.sheet is not None:
        return next((n for n, g in sheets if key(g.name) == key(layout.sheet)), None)
    return next((n for n, g in sheets if g.visible and g.rows), None)


def _columns(view: View, band: Band, region: list[int], layout: FixedLayout, ctx: Context) -> Columns:
    """Return the columns as given; where no unit columns are given, as they are found under the header row."""
    if layout.unit_columns is None:
        columns = read_columns(view, band, region, ctx.words, ctx.marks)
        columns.settled = None  # what is given below goes before what was found
    else:
        cols = [Col(j, ColumnRole.BLANK) for j in range(view.width)]
        columns = Columns(band, cols, [()] * view.width, region[:SAMPLE])
        units = _listed(view, layout.unit_columns)
        for n, j in enumerate(units):
            start = units[n - n % max(1, layout.columns_per_unit)]
            head = next(
                (i for i in range(band.bottom, band.top - 1, -1) if view.rows[i][start] != ""), band.top
            )
            cols[j] = Col(j, ColumnRole.UNIT, ValueRole.NONE, None, (head, start))
            columns.paths[j] = (Head(head, start, view.rows[head][start], None, False),)
    if layout.indicator_column is not None and (t := _index(view, layout.indicator_column)) is not None:
        columns.cols[t] = Col(t, ColumnRole.INDICATOR)
    if layout.weight_column is not None and (w := _index(view, layout.weight_column)) is not None:
        columns.cols[w] = Col(w, ColumnRole.WEIGHT, ValueRole.WEIGHT)
    if layout.level_columns is not None:
        for level, j in enumerate(_listed(view, layout.level_columns)[:5], 1):
            columns.cols[j] = Col(j, ColumnRole.LEVEL, level=level)
    return columns


def _index(view: View, letters: str) -> int | None:
    column = parse_a1(f"{letters.strip()}1")[1]
    return next((j for j, n in enumerate(view.col_no) if n == column), None)


def _listed(view: View, text: str) -> list[int]:
    """Return the columns of "G:AE" or "G, I, K:M" that are on the view, in order."""
    wanted: list[int] = []
    for part in re.split(r"[,;]", text):
        first, _, last = part.strip().partition(":")
        a, b = parse_a1(f"{first.strip()}1")[1], parse_a1(f"{(last or first).strip()}1")[1]
        wanted += range(a, b + 1)
    at = {n: j for j, n in enumerate(view.col_no)}
    return [at[n] for n in wanted if n in at]


def _without_given(reading: RowReading, facts: list[Facts], given: set[int]) -> None:
    """Rows whose quantities are given are summary rows, whatever their label says."""
    for f in facts:
        if f.i in given:
            reading.roles[f.i] = RowRole.SUMMARY
    reading.indicators = [f for f in reading.indicators if f.i not in given]
    reading.summaries = [f for f in reading.summaries if f.i not in given]
    reading.stray = [f for f in reading.stray if f.i not in given]


def _places(view: View, i: int, units: list[Unit], quantities: tuple[str, ...]) -> list[Place]:
    places = []
    for n, unit in enumerate(units):
        for (j, _), quantity in zip(unit.columns, quantities, strict=False):
            if quantity in tuple(Quantity) and view.rows[i][j] != "":
                places.append(Place(n, Quantity(quantity), i, j))
    return places
