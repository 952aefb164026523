"""One header band and the rows below it become layouts: one for each round and assessor it tells apart."""

from __future__ import annotations

from dataclasses import replace

from pipeline.locate import said
from pipeline.locate.bands import Band
from pipeline.locate.columns import Columns, read_columns
from pipeline.locate.context import Context, Miss, Part
from pipeline.locate.described import without_descriptions
from pipeline.locate.facts import Facts, LabelColumns, gather, label_columns
from pipeline.locate.figures import places_of
from pipeline.locate.longlist import long_parts
from pipeline.locate.orient import Lie, lie_of, round_blocks, turned
from pipeline.locate.own_lines import own_lines, turned_labels
from pipeline.locate.part import part_of
from pipeline.locate.rowrounds import split_rounds
from pipeline.locate.rows import RowReading, read_rows
from pipeline.locate.settle import settle_last_rows
from pipeline.locate.sums import Sums, number_at, numbers_at
from pipeline.locate.terms import figure_of
from pipeline.locate.units import Reading, Unit, apart_by_weight, read_units, row_weights, weight_column
from pipeline.locate.view import View
from schemas.finding import Finding
from schemas.layout import (
    ColumnRole,
    ValueRole,
)
from schemas.terms import Quantity


def build(
    view: View, band: Band, region: list[int], repeats: frozenset[int], ctx: Context
) -> tuple[list[Part], Miss | None]:
    """Return the layouts of one band and its region, whichever way they lie, or why there is none."""
    columns = read_columns(view, band, region, ctx.words, ctx.marks)
    lie, unit_j = lie_of(view, band, columns, ctx)
    if lie is Lie.LONG and unit_j is not None:
        found = long_parts(view, band, region, unit_j, columns, ctx)
        return found, None if found else _miss(view, band, 2.5, "long")
    if lie is Lie.UPRIGHT or unit_j is None:
        return build_upright(view, band, region, repeats, ctx, columns)
    if lie is Lie.TRANSPOSED:
        others = {c.j for c in columns.cols if c.term == "units" and c.j != unit_j}
        whole, head, rows = turned(view, band, region, unit_j, ctx, others)
        blocks = round_blocks(columns, rows)
        if not blocks:
            return build_upright(whole, head, rows, frozenset(), ctx)
        parts: list[Part] = []
        for (when, who), own in blocks.items():
            found, miss = build_upright(whole, head, own, frozenset(), ctx)
            parts += [replace(p, layout=replace(p.layout, round=when, assessor=who)) for p in found]
        return parts, None if parts else miss
    return _either(view, band, region, repeats, unit_j, ctx, columns)


def _either(
    view: View,
    band: Band,
    region: list[int],
    repeats: frozenset[int],
    unit_j: int,
    ctx: Context,
    columns: Columns,
) -> tuple[list[Part], Miss | None]:
    """Read a table both ways; where both give one, take the upright one and say that it is a choice."""
    upright, miss = build_upright(view, band, region, repeats, ctx, columns)
    other, _ = build_upright(*turned(view, band, region, unit_j, ctx), frozenset(), ctx)
    if not upright or not other:
        return upright or other, None if upright or other else miss
    for part in upright:
        part.findings.append(
            Finding(
                "ambiguous-alignment",
                area=part.layout.area,
                subject="orientation",
                values=said.reading("orientation", chosen=said.word("upright")),
            )
        )
    return upright, None


def build_upright(
    view: View,
    band: Band,
    region: list[int],
    repeats: frozenset[int],
    ctx: Context,
    columns: Columns | None = None,
) -> tuple[list[Part], Miss | None]:
    """Return the layouts of one band with indicators down and its region, or why there is none."""
    columns = columns or read_columns(view, band, region, ctx.words, ctx.marks)
    if not columns.values:
        return [], _miss(view, band, 1.0, "no-columns")
    labels = label_columns(view, columns, ctx.marks)
    if view.transposed:
        labels = turned_labels(view, columns, labels, region, ctx.words)
    facts = gather(view, columns, labels, region, ctx.words, ctx.marks, ctx.high)
    repeats |= _headings(view, facts, columns, ctx)
    rows = read_rows(facts, repeats, bool(columns.of(ColumnRole.WEIGHT)))
    if not rows.indicators:
        if rows.summaries and columns.codes:
            return _totals(view, band, columns, labels, rows, ctx), None
        return [], _miss(view, band, 2.0, "no-rows")
    rows = own_lines(view, rows, facts, labels, ctx.words)
    rows = without_descriptions(view, rows, columns, ctx.marks, ctx.high)
    settle_last_rows(view, rows, columns, ctx)
    parts = []
    miss = None
    for one in split_rounds(view, rows, facts, columns):
        readings = read_units(view, columns, one.indicators, ctx.marks, ctx.high)
        for reading in apart_by_weight(view, readings, one.indicators):
            off = _in_scale(view, reading, one.indicators, ctx) < 0.5
            if off and not _scored(view, columns, reading, one, ctx):
                if rows.summaries and columns.codes:
                    return _totals(view, band, columns, labels, rows, ctx), None
                miss = _miss(view, band, 3.0, "scale")
                continue
            parts.append(part_of(view, band, columns, labels, one, reading, ctx))
    if not parts and miss is None:
        miss = _miss(view, band, 2.5, "no-columns")
    return parts, miss


def _headings(view: View, facts: list[Facts], columns: Columns, ctx: Context) -> frozenset[int]:
    """Return the rows within the table that name figures in each unit's columns: เต็ม | ร้อยละ over the last row."""
    found = []
    for f in facts:
        if f.said or f.filled < 2 or f.number:
            continue
        texts = [v for c in columns.values if (v := view.rows[f.i][c.j]) != ""]
        if all(figure_of(ctx.words.label(v)).strength >= 2 for v in texts):
            found.append(f.i)
    return frozenset(found)


def _miss(view: View, band: Band, score: float, reason: str) -> Miss:
    row, col = view.where(band.top, next((j for j, v in enumerate(view.rows[band.top]) if v != ""), 0))
    return Miss(view.sheet, row, col, score + min(band.strength, 9) / 10, reason)


def _in_scale(view: View, reading: Reading, indicators: list[Facts], ctx: Context) -> float:
    """Return the share of numbers within the scale, over a sample of the scores; 1 where there are none."""
    rows = indicators[:: max(1, len(indicators) // 8)]
    units = reading.units[:: max(1, len(reading.units) // 8)]
    columns = [j for unit in units if (j := unit.column(ValueRole.SCORE)) is not None]
    total = inside = 0
    low, high = ctx.low, ctx.high
    for f in rows:
        row = view.rows[f.i]
        for j in columns:
            value = row[j]
            number = value if type(value) is float and value == value else number_at(value, ctx.marks)
            if number is not None:
                total += 1
                inside += low <= number <= high
    return inside / total if total else 1.0


def _scored(view: View, columns: Columns, reading: Reading, rows: RowReading, ctx: Context) -> bool:
    """Return whether figures say that the numbers are scores, off the scale as they are: full marks of so many
    indicators, or converted scores that come out of them."""
    weight_j = weight_column(columns, reading)
    weights = row_weights(view, rows.indicators, weight_j, ctx.marks)
    sums = Sums(view, reading.units, rows.indicators, weights, ctx.marks, ctx.high)
    for f in rows.summaries:
        places, _ = places_of(view, f, reading.units, sums, weight_j is not None, ctx.marks)
        for quantity in (Quantity.FULL_MARKS, Quantity.CONVERTED):
            at = [(p.unit, p.j) for p in places if p.quantity is quantity]
            if at and sums.fit(quantity, numbers_at(view, f.i, at, ctx.marks)):
                return True
    return False


def _totals(
    view: View, band: Band, columns: Columns, labels: LabelColumns, rows: RowReading, ctx: Context
) -> list[Part]:
    """Units and figures without indicators: the totals of scores that stand elsewhere."""
    units = [
        Unit(head, max(c.j for c in cols), [(c.j, c.value) for c in cols])
        for head in columns.codes
        if (cols := [c for c in columns.values if c.unit == head])
    ]
    only = replace(rows, indicators=[], levels=[], stray=[])
    return [part_of(view, band, columns, labels, only, Reading(None, None, units), ctx)]
