"""One header band and the rows below it become layouts: one for each round and assessor it tells apart."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.locate import said
from pipeline.locate.bands import Band
from pipeline.locate.columns import Columns, read_columns
from pipeline.locate.context import Context, Miss, Part
from pipeline.locate.facts import Facts, LabelColumns, gather, label_columns
from pipeline.locate.figures import Place, Sums, number_at, places_of
from pipeline.locate.formname import form_unit
from pipeline.locate.orient import Lie, lie_of, turned
from pipeline.locate.orphans import orphans
from pipeline.locate.packed import packed_row
from pipeline.locate.rows import RowReading, read_rows
from pipeline.locate.units import Reading, Unit, read_units
from pipeline.locate.view import View
from schemas.cell import Area
from schemas.finding import Finding
from schemas.layout import (
    ColumnRole,
    IndicatorRow,
    Layout,
    LevelRow,
    RowRole,
    SummaryFigure,
    UnitColumns,
    ValueRole,
)
from schemas.terms import LayoutKind
from schemas.thai import key, visible


def build(
    view: View, band: Band, region: list[int], repeats: frozenset[int], ctx: Context
) -> tuple[list[Part], Miss | None]:
    """Return the layouts of one band and its region, whichever way they lie, or why there is none."""
    columns = read_columns(view, band, region, ctx.words, ctx.marks)
    lie, unit_j = lie_of(view, band, columns, ctx)
    if lie is Lie.LONG:
        return [], _miss(view, band, 2.5, "long")
    if lie is Lie.UPRIGHT or unit_j is None:
        return build_upright(view, band, region, repeats, ctx, columns)
    if lie is Lie.TRANSPOSED:
        return build_upright(*turned(view, band, region, unit_j, ctx), frozenset(), ctx)
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
    facts = gather(view, columns, labels, region, ctx.words, ctx.marks, ctx.high)
    rows = read_rows(facts, repeats, bool(columns.of(ColumnRole.WEIGHT)))
    if not rows.indicators:
        if rows.summaries and columns.codes:
            return _totals(view, band, columns, labels, rows, ctx), None
        return [], _miss(view, band, 2.0, "no-rows")
    readings = read_units(view, columns, rows.indicators, ctx.marks, ctx.high)
    parts = []
    miss = None
    for reading in readings:
        share = _in_scale(view, reading, rows.indicators, ctx)
        if share < 0.5:
            if rows.summaries and columns.codes:
                return _totals(view, band, columns, labels, rows, ctx), None
            miss = _miss(view, band, 3.0, "scale")
            continue
        parts.append(_part(view, band, columns, labels, rows, reading, ctx, len(readings) > 1))
    if not parts and miss is None:
        miss = _miss(view, band, 2.5, "no-columns")
    return parts, miss


def _miss(view: View, band: Band, score: float, reason: str) -> Miss:
    row, col = view.where(band.top, next((j for j, v in enumerate(view.rows[band.top]) if v != ""), 0))
    return Miss(view.sheet, row, col, score + min(band.strength, 9) / 10, reason)


def _in_scale(view: View, reading: Reading, indicators: list[Facts], ctx: Context) -> float:
    """Return the share of numbers within the scale, over a sample of the scores; 1 where there are none."""
    rows = indicators[:: max(1, len(indicators) // 8)]
    units = reading.units[:: max(1, len(reading.units) // 8)]
    columns = [j for unit in units if (j := unit.column(ValueRole.SCORE)) is not None]
    total = inside = 0
    for f in rows:
        row = view.rows[f.i]
        for j in columns:
            number = number_at(row[j], ctx.marks)
            if number is not None:
                total += 1
                inside += ctx.low <= number <= ctx.high
    return inside / total if total else 1.0


def _totals(
    view: View, band: Band, columns: Columns, labels: LabelColumns, rows: RowReading, ctx: Context
) -> list[Part]:
    """Units and figures without indicators: the totals of scores that stand elsewhere."""
    units = [
        Unit(head, max(c.j for c in cols), [(c.j, c.value) for c in cols])
        for head in columns.codes
        if (cols := [c for c in columns.values if c.unit == head])
    ]
    return [_part(view, band, columns, labels, rows, Reading(None, None, units), ctx, False)]


def _part(
    view: View,
    band: Band,
    columns: Columns,
    labels: LabelColumns,
    rows: RowReading,
    reading: Reading,
    ctx: Context,
    several: bool,
) -> Part:
    units = reading.units
    form = all(u.head is None for u in units)
    weight_j = _weight_column(columns, reading)
    weights = [_weight(view, f.i, weight_j, ctx) for f in rows.indicators] if weight_j is not None else None
    sums = Sums(view, units, rows.indicators, weights, ctx.marks, ctx.high)
    places: list[Place] = []
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
        if found and told and rows.indicators and f.i > rows.indicators[-1].i:
            places += found
            stray.remove(f)
            roles[f.i] = RowRole.SUMMARY
    layout = _layout(view, band, columns, labels, rows, roles, reading, places, bool(packed), weight_j, ctx)
    findings = orphans(view, columns, rows, stray, packed, layout)
    if packed:
        findings += _alignment(view, columns, rows, units, packed)
    if reading.doubtful:
        findings.append(_two_columns(layout))
    keys = tuple(key(u.code) for u in layout.units)
    numbers = tuple(f"{i.number or ''}|{key(i.title)}" for i in layout.indicators)
    return Part(layout, findings, keys, numbers, bool(layout.summary))


def _weight_column(columns: Columns, reading: Reading) -> int | None:
    found = columns.of(ColumnRole.WEIGHT)
    exact = [c for c in found if (c.round, c.assessor) == (reading.round, reading.assessor)]
    loose = [c for c in found if c.round in (None, reading.round) and c.assessor in (None, reading.assessor)]
    chosen = exact or loose
    return chosen[0].j if chosen else None


def _weight(view: View, i: int, weight_j: int, ctx: Context) -> float:
    number = ctx.marks.of(view.rows[i][weight_j]).number
    return float(number) if number is not None else 0.0


def _form_figure(
    view: View,
    f: Facts,
    columns: Columns,
    units: list[Unit],
    weight_j: int | None,
    ctx: Context,
) -> list[Place]:
    """The one figure of a form's summary row, wherever right of its label it stands."""
    from pipeline.locate.terms import figure_of, leading

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
    view: View, columns: Columns, rows: RowReading, units: list[Unit], packed: Sequence[object]
) -> list[Finding]:
    from pipeline.locate.packed import Packed

    findings = []
    for row in packed:
        assert isinstance(row, Packed)
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
    return Finding(
        "ambiguous-alignment",
        area=Area(layout.sheet, first.row, first.col, first.row, first.last_col),
        subject="columns",
        values=said.reading("two-columns", units=len(layout.units), columns=len(first.columns)),
    )


def _layout(
    view: View,
    band: Band,
    columns: Columns,
    labels: LabelColumns,
    rows: RowReading,
    roles: dict[int, RowRole],
    reading: Reading,
    places: list[Place],
    packed: bool,
    weight_j: int | None,
    ctx: Context,
) -> Layout:
    form = all(u.head is None for u in reading.units)
    cut = view.transposed
    row_of = view.row_no
    col_of = view.col_no
    units, reasons = _units(view, band, reading, ctx, form)
    reasons += columns.reasons
    used = [i for i, r in roles.items() if r not in (RowRole.NOTE, RowRole.BLANK, RowRole.TITLE)]
    last_i = max(used, default=band.bottom)
    last_j = _last_column(view, band.top, last_i)
    first_j = next(
        (j for j in range(view.width) if columns.paths[j] or _filled(view, j, band.top, last_i)), 0
    )
    a, b = view.where(band.top, first_j), view.where(last_i, last_j)
    for i in range(band.top, band.bottom + 1):
        roles[i] = RowRole.HEADER
    row_roles = {row_of[i]: r for i, r in sorted(roles.items()) if i <= last_i}
    column_roles = {col_of[j]: _column_role(columns, j, labels) for j in range(first_j, last_j + 1)}
    if cut:
        row_roles, column_roles = _turned(row_roles, column_roles)
    return Layout(
        kind=LayoutKind.FORM if form else LayoutKind.MATRIX,
        sheet=view.sheet,
        area=Area(view.sheet, *a, *b),
        rows=row_roles,
        columns=column_roles,
        units=units,
        indicators=tuple(_indicator(f, view, labels, rows.groups.get(f.i, 0)) for f in rows.indicators),
        indicator_col=col_of[labels.title],
        summary=tuple(
            SummaryFigure(p.unit + 1, p.quantity, view.sheet, *view.where(p.i, p.j)) for p in places
        ),
        level_cols=tuple((c.level, col_of[c.j]) for c in columns.of(ColumnRole.LEVEL) if c.level is not None),
        level_rows=tuple(LevelRow(row_of[i], n, when) for i, n, when in rows.levels),
        weight_col=col_of[weight_j] if weight_j is not None else None,
        transposed=cut,
        packed=packed,
        round=reading.round,
        assessor=reading.assessor,
        reasons=tuple(reasons),
        unit_positions=tuple(range(1, len(units) + 1)),
        header_rows=tuple(row_of[i] for i in range(band.top, band.bottom + 1)),
    )


def _filled(view: View, j: int, top: int, bottom: int) -> bool:
    return any(view.rows[i][j] != "" for i in range(top, bottom + 1))


def _last_column(view: View, top: int, bottom: int) -> int:
    last = 0
    for i in range(top, bottom + 1):
        row = view.rows[i]
        j = len(row) - 1
        while j > last and row[j] == "":
            j -= 1
        last = max(last, j)
    return last


def _column_role(columns: Columns, j: int, labels: LabelColumns) -> ColumnRole:
    if j == labels.title:
        return ColumnRole.INDICATOR
    if j == labels.number:
        return ColumnRole.NUMBER
    return columns.cols[j].role


_ROW_AS_COLUMN = {
    RowRole.INDICATOR: ColumnRole.INDICATOR,
    RowRole.HEADER: ColumnRole.UNIT,
    RowRole.SUMMARY: ColumnRole.SUMMARY,
    RowRole.SUBTOTAL: ColumnRole.AGGREGATE,
    RowRole.NOTE: ColumnRole.NOTE,
    RowRole.BLANK: ColumnRole.BLANK,
    RowRole.GROUP: ColumnRole.GROUP,
}
_COLUMN_AS_ROW = {
    ColumnRole.UNIT: RowRole.UNIT,
    ColumnRole.INDICATOR: RowRole.HEADER,
    ColumnRole.NUMBER: RowRole.HEADER,
    ColumnRole.GROUP: RowRole.HEADER,
    ColumnRole.SEQUENCE: RowRole.HEADER,
    ColumnRole.WEIGHT: RowRole.WEIGHT,
    ColumnRole.LEVEL: RowRole.LEVEL,
    ColumnRole.AGGREGATE: RowRole.AGGREGATE,
    ColumnRole.NOTE: RowRole.NOTE,
    ColumnRole.BLANK: RowRole.BLANK,
}


def _turned(
    rows: dict[int, RowRole], columns: dict[int, ColumnRole]
) -> tuple[dict[int, RowRole], dict[int, ColumnRole]]:
    """Exchange roles for a transposed table: the view's columns are the sheet's rows."""
    new_rows = {n: _COLUMN_AS_ROW.get(role, RowRole.UNKNOWN) for n, role in columns.items()}
    new_columns = {n: _ROW_AS_COLUMN.get(role, ColumnRole.UNKNOWN) for n, role in rows.items()}
    return new_rows, new_columns


def _indicator(f: Facts, view: View, labels: LabelColumns, group: int) -> IndicatorRow:
    number = f.number if f.number is not None else f.sequence
    title = visible(f.title)
    if f.from_title and f.numbered is not None:
        title = f.numbered.rest.strip() or title
    elif not title:
        title = visible(f.label_text)
    col = labels.title if f.title else (labels.number if labels.number is not None else labels.title)
    return IndicatorRow(view.row_no[f.i], view.row_no[f.i], number, title, view.col_no[col], group)


def _units(
    view: View, band: Band, reading: Reading, ctx: Context, form: bool
) -> tuple[tuple[UnitColumns, ...], list[str]]:
    if form:
        found = form_unit(view, band, ctx)
        unit = reading.units[0]
        columns = tuple((view.col_no[j], r) for j, r in unit.columns)
        return (UnitColumns(found.name, found.row, found.col, columns, found.col),), [found.reason]
    units = []
    for unit in reading.units:
        i, j = unit.head or (band.bottom, unit.columns[0][0])
        value = view.rows[i][j]
        code = str(int(value)) if isinstance(value, float) and value.is_integer() else visible(str(value))
        row, col = view.where(i, j)
        columns = tuple((view.col_no[k], r) for k, r in unit.columns)
        last = view.where(i, unit.last_col)[1]
        units.append(UnitColumns(code, row, col, columns, last))
    return tuple(units), []
