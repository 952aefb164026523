"""One table of a band: its units, figures, what belongs to nobody; one part for each round and assessor."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.locate import said
from pipeline.locate.assemble import layout_of
from pipeline.locate.bands import Band
from pipeline.locate.columns import Columns
from pipeline.locate.context import Context, Part
from pipeline.locate.facts import Facts, LabelColumns
from pipeline.locate.figures import Place, places_of
from pipeline.locate.orphans import orphans
from pipeline.locate.packed import Packed, packed_row
from pipeline.locate.rows import RowReading
from pipeline.locate.sums import Sums, numbers_at
from pipeline.locate.terms import figure_of, leading
from pipeline.locate.units import Reading, Unit, row_weights, weight_column
from pipeline.locate.view import View
from schemas.cell import Area
from schemas.finding import Finding
from schemas.layout import ColumnRole, Layout, RowRole
from schemas.thai import key


def part_of(
    view: View,
    band: Band,
    columns: Columns,
    labels: LabelColumns,
    rows: RowReading,
    reading: Reading,
    ctx: Context,
    given: Sequence[Place] = (),
) -> Part:
    """Return one table as a part. given: figures whose place and quantity are known beforehand."""
    units = reading.units
    form = all(u.head is None for u in units)
    weight_j = weight_column(columns, reading)
    weights = row_weights(view, rows.indicators, weight_j, ctx.marks)
    sums = Sums(view, units, rows.indicators, weights, ctx.marks, ctx.high)
    places: list[Place] = list(given)
    packed = []
    roles = dict(rows.roles)
    stray = list(rows.stray)
    for f in rows.summaries:
        row = packed_row(view, f, units, columns, sums, ctx.marks)
        if row is not None:
            packed.append(row)
            places += row.places
            continue
        found, told = places_of(view, f, units, sums, weight_j is not None, ctx.marks)
        if form and not found:
            found = _form_figure(view, f, columns, units, weight_j, ctx)
            told = told or bool(found)
        places += found
    for f in rows.stray:
        found, told = places_of(view, f, units, sums, weight_j is not None, ctx.marks)
        after = rows.indicators and f.i > rows.indicators[-1].i
        if found and told and after and _fits(view, f, found, sums, ctx):
            places += found
            stray.remove(f)
            roles[f.i] = RowRole.SUMMARY
    for f in [f for f in stray if _only_words(f, rows)]:
        stray.remove(f)
        roles[f.i] = RowRole.NOTE
    layout = layout_of(view, band, columns, labels, rows, roles, reading, places, bool(packed), weight_j, ctx)
    findings = orphans(view, columns, rows, stray, packed, layout)
    if packed:
        findings += _alignment(view, columns, rows, units, packed)
    if reading.doubtful:
        findings.append(_two_columns(layout))
    keys = tuple(key(u.code) for u in layout.units)
    numbers = tuple(f"{i.number or ''}|{key(i.title)}" for i in layout.indicators)
    return Part(layout, findings, keys, numbers, bool(layout.summary))


def _only_words(f: Facts, rows: RowReading) -> bool:
    """Return whether a labelled row below the indicators says something of each unit in words, and no number."""
    below = bool(rows.indicators) and f.i > rows.indicators[-1].i
    return below and bool(f.label_text) and not f.said


def _fits(view: View, f: Facts, places: list[Place], sums: Sums, ctx: Context) -> bool:
    """Return whether the numbers of a row without a label are the quantities they were taken for."""
    for quantity in {p.quantity for p in places}:
        at = [(p.unit, p.j) for p in places if p.quantity is quantity]
        if not sums.fit(quantity, numbers_at(view, f.i, at, ctx.marks)):
            return False
    return True


def _form_figure(
    view: View,
    f: Facts,
    columns: Columns,
    units: list[Unit],
    weight_j: int | None,
    ctx: Context,
) -> list[Place]:
    """Return the one figure of a form's summary row, wherever right of its label it stands."""
    quantity = leading(figure_of(f.label))
    own = {j for u in units for j, _ in u.columns}
    label_j = next((j for j, v in enumerate(view.rows[f.i]) if v == f.label_text), -1)
    cells = [j for j, v in enumerate(view.rows[f.i]) if v != "" and j > label_j and j not in own]
    numbers = [j for j in cells if ctx.marks.of(view.rows[f.i][j]).number is not None]
    if quantity is None or not cells or len(units) != 1:
        return []
    chosen = numbers[-1] if numbers else cells[-1]
    if chosen == weight_j and quantity.value in ("points", "mean"):
        return []
    return [Place(0, quantity, f.i, chosen)]


def _alignment(
    view: View, columns: Columns, rows: RowReading, units: list[Unit], packed: list[Packed]
) -> list[Finding]:
    findings = []
    for row in packed:
        first, last = row.places[0], row.places[-1]
        beyond = [c.j for c in columns.of(ColumnRole.ORPHAN)]
        scores = len(units) + sum(any(view.rows[f.i][j] != "" for f in rows.indicators) for j in beyond)
        groups = row.values // row.each
        if groups == len(units) == scores:
            continue
        a, b = view.where(first.i, first.j), view.where(last.i, last.j)
        findings.append(
            Finding(
                "ambiguous-alignment",
                area=Area(view.sheet, *a, *b),
                subject="packed",
                values=said.reading(
                    "packed",
                    units=len(units),
                    scores=scores,
                    figures=row.values,
                    groups=groups,
                    each=row.each,
                ),
            )
        )
    return findings


def _two_columns(layout: Layout) -> Finding:
    first = layout.units[0]
    head = Area(layout.sheet, first.row, first.col, first.row, max(first.last_col, first.col))
    return Finding(
        "ambiguous-alignment",
        area=head if first.row and not layout.transposed else layout.area,
        subject="columns",
        values=said.reading("two-columns", units=len(layout.units), columns=len(first.columns)),
    )
