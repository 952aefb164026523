"""The layout of one table put together: from view coordinates to the sheet's, every row and column with its role."""

from __future__ import annotations

from pipeline.locate.bands import Band
from pipeline.locate.columns import Columns
from pipeline.locate.context import Context
from pipeline.locate.facts import Facts, LabelColumns
from pipeline.locate.figures import Place
from pipeline.locate.formname import form_unit
from pipeline.locate.rows import RowReading
from pipeline.locate.sides import side_of
from pipeline.locate.units import Reading
from pipeline.locate.view import View
from pipeline.numbering import renumbered
from schemas.cell import Area
from schemas.layout import (
    ColumnRole,
    IndicatorRow,
    Layout,
    LevelRow,
    RowRole,
    SummaryFigure,
    UnitColumns,
)
from schemas.terms import LayoutKind
from schemas.thai import visible


def layout_of(
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
    side = side_of(view, band, ctx.words)
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
        indicators=_indicators(view, rows, labels),
        indicator_col=col_of[labels.title],
        summary=_summary(view, places),
        level_cols=tuple((c.level, col_of[c.j]) for c in columns.of(ColumnRole.LEVEL) if c.level is not None),
        level_rows=tuple(LevelRow(row_of[i], n, when) for i, n, when in rows.levels),
        weight_col=col_of[weight_j] if weight_j is not None else None,
        transposed=cut,
        packed=packed,
        round=reading.round or rows.round or side.round,
        assessor=reading.assessor or side.assessor,
        reasons=tuple(reasons),
        unit_positions=tuple(range(1, len(units) + 1)),
        products=tuple(
            row_of[rows.products[f.i]] if f.i in rows.products else 0
            for f in (rows.indicators if rows.products else ())
        ),
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


def _summary(view: View, places: list[Place]) -> tuple[SummaryFigure, ...]:
    sheet, row_no, col_no = view.sheet, view.row_no, view.col_no
    if view.transposed:
        return tuple(
            [SummaryFigure(n + 1, quantity, sheet, col_no[j], row_no[i]) for n, quantity, i, j in places]
        )
    return tuple(
        [SummaryFigure(n + 1, quantity, sheet, row_no[i], col_no[j]) for n, quantity, i, j in places]
    )


def _indicators(view: View, rows: RowReading, labels: LabelColumns) -> tuple[IndicatorRow, ...]:
    numbers = [rows.titles.get(f.i, f).number for f in rows.indicators]
    if labels.number is not None:
        typed = [
            isinstance(view.rows[rows.titles.get(f.i, f).i][labels.number], float) for f in rows.indicators
        ]
        numbers = renumbered(numbers, typed)
    return tuple(
        _indicator(rows.titles.get(f.i, f), f, number, view, labels, rows.groups.get(f.i, 0))
        for f, number in zip(rows.indicators, numbers, strict=True)
    )


def _indicator(
    f: Facts, scored: Facts, number: str | None, view: View, labels: LabelColumns, group: int
) -> IndicatorRow:
    title = visible(f.title)
    if f.from_title and f.numbered is not None:
        title = f.numbered.rest.strip() or title
    elif not title:
        title = visible(f.label_text)
    col = labels.title if f.title else (labels.number if labels.number is not None else labels.title)
    row = view.row_no[f.i]
    return IndicatorRow(row, view.row_no[scored.i], number or f.sequence, title, view.col_no[col], group)


def _units(
    view: View, band: Band, reading: Reading, ctx: Context, form: bool
) -> tuple[tuple[UnitColumns, ...], list[str]]:
    if form:
        found = form_unit(view, band, ctx)
        unit = reading.units[0]
        columns = tuple((view.col_no[j], r) for j, r in unit.columns)
        return (UnitColumns(found.name, found.row, found.col, columns, found.col),), [found.reason]
    units = []
    row_no, col_no, cut = view.row_no, view.col_no, view.transposed
    for unit in reading.units:
        i, j = unit.head or (band.bottom, unit.columns[0][0])
        value = view.rows[i][j]
        code = str(int(value)) if type(value) is float and value.is_integer() else visible(str(value))
        row, col = (col_no[j], row_no[i]) if cut else (row_no[i], col_no[j])
        columns = tuple([(col_no[k], r) for k, r in unit.columns])
        units.append(UnitColumns(code, row, col, columns, row_no[i] if cut else col_no[unit.last_col]))
    return tuple(units), []
