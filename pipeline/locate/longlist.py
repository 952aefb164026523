"""Long lists: one line for each unit and indicator, the score beside them. The lines become a table of units
by indicators; where indicators weigh differently from unit to unit, a table for each unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.locate.bands import Band
from pipeline.locate.columns import Col, Columns
from pipeline.locate.context import Context, Part
from pipeline.locate.facts import LabelColumns, label_columns
from pipeline.locate.rounds import round_of
from pipeline.locate.terms import figure_of, leading
from pipeline.locate.view import View
from pipeline.numbering import number_of_cell, numbered
from schemas.cell import Area
from schemas.finding import Finding
from schemas.grid import RawValue
from schemas.layout import (
    ColumnRole,
    IndicatorRow,
    Layout,
    RowRole,
    SummaryFigure,
    UnitColumns,
    ValueRole,
)
from schemas.terms import LayoutKind, Quantity
from schemas.thai import key, visible

BARE = frozenset({"unit", "units", "หนวย"})
"""Headers, as skeletons, that stand over units of measure as well."""


class Line(NamedTuple):
    """One line of a list in view coordinates: its unit, its indicator, or the figure that it reports."""

    i: int
    unit: str
    unit_i: int
    number: str | None
    title: str
    figure: Quantity | None
    group: str


@dataclass(frozen=True, slots=True)
class _Places:
    """The columns of a list."""

    unit: int
    labels: LabelColumns
    values: tuple[tuple[int, ValueRole], ...]
    weight: int | None
    score: int
    group: int | None


def is_long(view: View, unit_j: int, title_j: int, columns: Columns, ctx: Context, coded: bool) -> bool:
    """Return whether lines name units and indicators: indicators come back with other units.

    Without that, only a sure header says so, and only where no column could be a unit's (coded): a bare word
    such as Unit says what an indicator is measured in.
    """
    heads = {ctx.words.label(h.value).key for h in columns.paths[unit_j]}
    if not coded and not heads & BARE:
        return True
    rows = [view.rows[i] for i in columns.sample if view.rows[i][title_j] != ""]
    pairs = {(str(row[unit_j]), str(row[title_j])) for row in rows}
    titles = {title for _, title in pairs}
    return len(titles) < len(pairs)


def long_parts(
    view: View, band: Band, region: list[int], unit_j: int, columns: Columns, ctx: Context
) -> list[Part]:
    """Return the tables of a long list, one for each round; none where no column holds its scores."""
    places = _places(view, unit_j, columns, ctx)
    if places is None:
        return []
    lines = list(_lines(view, region, places, ctx))
    parts: list[Part] = []
    for group in dict.fromkeys(line.group for line in lines):
        own = [line for line in lines if line.group == group]
        if not any(line.figure is None for line in own):
            continue
        parts += _tables(view, band, own, places, columns, ctx)
    return parts


def _places(view: View, unit_j: int, columns: Columns, ctx: Context) -> _Places | None:
    values = [c for c in columns.values if c.unit is None or c.value is not ValueRole.NONE]
    values = values or columns.values
    named = [c for c in values if c.value is ValueRole.SCORE]
    scores = named or [c for c in values if c.value is ValueRole.NONE and _in_scale(view, c, columns, ctx)]
    if len(scores) != 1:
        return None
    weight = next((c.j for c in columns.of(ColumnRole.WEIGHT)), None)
    beside = [(c.j, c.value) for c in values if c.value in (ValueRole.WEIGHTED, ValueRole.RESULT)]
    rounds = [c.j for c in columns.of(ColumnRole.ROUND)]
    labels = label_columns(view, columns, ctx.marks)
    held = ((scores[0].j, ValueRole.SCORE), *beside)
    return _Places(unit_j, labels, held, weight, scores[0].j, next(iter(rounds), None))


def _in_scale(view: View, column: Col, columns: Columns, ctx: Context) -> bool:
    numbers = [ctx.marks.of(v).number for i in columns.sample if (v := view.rows[i][column.j]) != ""]
    return bool(numbers) and all(n is not None and ctx.low <= n <= ctx.high for n in numbers)


def _lines(view: View, region: Iterable[int], places: _Places, ctx: Context) -> Iterator[Line]:
    """Yield the lines in order. A unit's name, a round, may stand on the first of its lines only."""
    unit, unit_i, group = "", -1, ""
    labels = places.labels
    for i in region:
        row = view.rows[i]
        if row[places.unit] != "":
            unit, unit_i = _text(row[places.unit]), i
        if places.group is not None and row[places.group] != "":
            group = _text(row[places.group])
        title = _text(row[labels.title])
        found = numbered(title) if title else None
        number = number_of_cell(row[labels.number], None) if labels.number is not None else None
        if found is not None and number is None:
            number, title = found.number, found.rest.strip() or title
        value = row[places.score]
        if not unit or not (title or number) or (value == "" and places.weight is None):
            continue
        figure = figure_of(ctx.words.label(_text(row[labels.title]))) if number is None else None
        told = leading(figure) if figure is not None and figure.strength >= 2 else None
        if value != "" and not ctx.marks.of(value).declared and ctx.words.label(value).term is not None:
            continue  # the header, repeated down the page
        if told is Quantity.POINTS and places.weight is not None and _within(value, ctx):
            told = Quantity.MEAN  # a total of weighted scores
        yield Line(i, unit, unit_i, number, title, told, group)


def _within(value: RawValue, ctx: Context) -> bool:
    number = ctx.marks.of(value).number
    return number is not None and ctx.low <= number <= ctx.high


def _text(value: RawValue) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return visible(str(value))


def _tables(
    view: View, band: Band, lines: list[Line], places: _Places, columns: Columns, ctx: Context
) -> list[Part]:
    if places.weight is None or not _weights_differ(view, lines, places.weight):
        return [_part(view, band, lines, places, columns)]
    units = dict.fromkeys(key(line.unit) for line in lines)
    return [_part(view, band, [x for x in lines if key(x.unit) == u], places, columns) for u in units]


def _weights_differ(view: View, lines: list[Line], weight: int) -> bool:
    known: dict[str, str] = {}
    return any(
        known.setdefault(_name(line), text) != text
        for line in lines
        if line.figure is None and (text := str(view.rows[line.i][weight]))
    )


def _name(line: Line) -> str:
    return f"{line.number or ''}|{key(line.title)}"


def _part(view: View, band: Band, lines: list[Line], places: _Places, columns: Columns) -> Part:
    scored = [line for line in lines if line.figure is None]
    units: dict[str, Line] = {}
    indicators: dict[str, Line] = {}
    at: dict[tuple[str, str], int] = {}
    twice: list[tuple[Line, int]] = []
    for line in scored:
        unit, name = key(line.unit), _name(line)
        units.setdefault(unit, line)
        indicators.setdefault(name, line)
        before = at.setdefault((name, unit), line.i)
        if before != line.i:
            twice.append((line, before))
    beyond = view.row_no[lines[-1].i] + 1  # an empty cell below stands for a pair without a line
    listed = tuple(
        tuple(view.row_no[at[name, unit]] if (name, unit) in at else beyond for unit in units)
        for name in indicators
    )
    order = {unit: n for n, unit in enumerate(units, 1)}
    col = view.col_no
    layout = Layout(
        kind=LayoutKind.MATRIX,
        sheet=view.sheet,
        area=_area(view, band.top, lines[-1].i, columns),
        rows=_roles(view, band, lines),
        columns={col[c.j]: _column_role(c, places) for c in columns.cols},
        units=tuple(
            UnitColumns(
                x.unit, view.row_no[x.unit_i], col[places.unit], _columns(view, places), col[places.unit]
            )
            for x in units.values()
        ),
        indicators=tuple(
            IndicatorRow(view.row_no[x.i], view.row_no[x.i], x.number, x.title, col[places.labels.title])
            for x in indicators.values()
        ),
        indicator_col=col[places.labels.title],
        summary=tuple(
            SummaryFigure(order[key(x.unit)], x.figure, view.sheet, view.row_no[x.i], col[places.score])
            for x in lines
            if x.figure is not None and key(x.unit) in order
        ),
        weight_col=col[places.weight] if places.weight is not None else None,
        round=round_of(lines[0].group) or lines[0].group or None,
        reasons=("a list with one line for each unit and indicator",),
        unit_positions=tuple(range(1, len(units) + 1)),
        header_rows=tuple(view.row_no[i] for i in range(band.top, band.bottom + 1)),
        listed=listed,
    )
    findings = [_duplicate(view, line, before, places) for line, before in twice]
    return Part(layout, findings, tuple(units), tuple(indicators), bool(layout.summary))


def _columns(view: View, places: _Places) -> tuple[tuple[int, ValueRole], ...]:
    return tuple((view.col_no[j], role) for j, role in places.values)


def _column_role(column: Col, places: _Places) -> ColumnRole:
    if column.j == places.labels.title:
        return ColumnRole.INDICATOR
    return ColumnRole.UNIT if column.j == places.unit else column.role


def _roles(view: View, band: Band, lines: list[Line]) -> dict[int, RowRole]:
    roles = {view.row_no[i]: RowRole.HEADER for i in range(band.top, band.bottom + 1)}
    for line in lines:
        roles[view.row_no[line.i]] = RowRole.INDICATOR if line.figure is None else RowRole.SUMMARY
    return roles


def _area(view: View, top: int, bottom: int, columns: Columns) -> Area:
    used = [c.j for c in columns.cols if columns.paths[c.j]]
    return Area(view.sheet, *view.where(top, used[0]), *view.where(bottom, used[-1]))


def _duplicate(view: View, line: Line, before: int, places: _Places) -> Finding:
    row, col = view.where(line.i, places.labels.title)
    first = Area(
        view.sheet, *view.where(before, places.labels.title), *view.where(before, places.labels.title)
    )
    return Finding(
        "duplicate-indicator",
        area=Area(view.sheet, row, col, row, col),
        subject=f"{_name(line)} {key(line.unit)}",
        values={"name": f"{line.number or line.title} ({line.unit})", "first": first.first},
    )
