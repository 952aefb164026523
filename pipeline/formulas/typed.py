"""Typed numbers among formulas: figures that no longer follow the cells they should be made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.formulas.engine import Engine, shown
from pipeline.formulas.parse import Formula
from pipeline.formulas.places import TablePlaces
from pipeline.formulas.values import NotVerifiedError, Value
from pipeline.formulas.words import NOTHING, evidence, label, repeated, word
from schemas.cell import Area, Cell
from schemas.exact import decimal_of_float
from schemas.finding import Finding, Text
from schemas.terms import LayoutKind

LEAST_FORMULAS = 2
SCORES_APART = 3
"""Scores may well be typed here and calculated there; one typed is odd only among three times as many."""


@dataclass(frozen=True, slots=True)
class _Series:
    """Cells that should be made alike: one figure across units, or a form's column down its indicators."""

    subject: str
    least: int
    """How many formulas a typed number needs beside it to be odd."""
    members: tuple[tuple[Cell, int, int], ...]
    """(cell, unit or 0, indicator or 0)"""


def hard_coded_figures(engine: Engine, tables: list[TablePlaces], workbook: int) -> list[Finding]:
    """Return one `hard-coded-figure` for each series in which formulas are as many or more."""
    findings = []
    for place in tables:
        told: set[Cell] = set()
        for series in (*_figures(place), *_scores(engine, place)):
            found = _finding(engine, workbook, place.info.table, series, told)
            if found is not None:
                told.update(found.cells)
                findings.append(found)
    return findings


def _figures(place: TablePlaces) -> Iterator[_Series]:
    """Yield the reported figures: of one quantity across units, then down the indicators of one unit."""
    across: dict[tuple[str, int, int, int], list[tuple[Cell, int, int]]] = {}
    down: dict[tuple[str, int, int, int], list[tuple[Cell, int, int]]] = {}
    for figure in place.figures:
        cell, name = figure.cell, figure.quantity.value
        line = cell.col if place.info.transposed else cell.row
        member = cell, figure.unit, figure.indicator
        if figure.unit:
            across.setdefault((name, figure.indicator, cell.sheet, line), []).append(member)
        if figure.indicator:
            other = cell.row if place.info.transposed else cell.col
            down.setdefault((name, figure.unit, cell.sheet, other), []).append(member)
    for (name, *_), members in (*across.items(), *down.items()):
        yield _Series(name, 1, tuple(members))


def _scores(engine: Engine, place: TablePlaces) -> Iterator[_Series]:
    """Yield the scores of one indicator across units; of a form also those down its indicators."""
    lines = Counter(
        (sheet, col if place.info.transposed else row)
        for sheet in {place.info.sheet, *place.info.sheets}
        for row, col in engine.cells.grid(sheet).formulas
    )
    if not lines:
        return
    height, width = place.rows.shape
    across = place.cols if place.info.transposed else place.rows
    for indicator in range(height if width > 1 else 0):
        at = zip(place.sheets[indicator].tolist(), across[indicator].tolist(), strict=True)
        if max((lines[line] for line in set(at)), default=0) >= LEAST_FORMULAS:
            cells = zip(
                place.sheets[indicator].tolist(),
                place.rows[indicator].tolist(),
                place.cols[indicator].tolist(),
                strict=True,
            )
            members = tuple((Cell(*cell), unit, indicator + 1) for unit, cell in enumerate(cells, 1))
            yield _Series("score", SCORES_APART, members)
    if place.info.layout is LayoutKind.FORM:
        for unit in range(1, width + 1):
            yield _Series(
                "score", SCORES_APART, tuple((m.cell, unit, m.indicator) for m in place.scores(unit))
            )


def _finding(engine: Engine, workbook: int, table: int, series: _Series, told: set[Cell]) -> Finding | None:
    formulas: list[Formula] = []
    typed: list[tuple[Cell, int, int, float]] = []
    for cell, unit, indicator in series.members:
        grid = engine.cells.grid(cell.sheet)
        raw = grid.value(cell.row, cell.col)
        formula = engine.formula(cell)
        if formula is not None:
            formulas.append(formula)
        elif isinstance(raw, int | float) and not isinstance(raw, bool):
            typed.append((cell, unit, indicator, raw))
    fresh = [member for member in typed if member[0] not in told]
    if not fresh or len(formulas) < max(LEAST_FORMULAS, series.least * len(typed)):
        return None
    cells = tuple(member[0] for member in fresh)
    first = fresh[0]
    usual = Counter(f.form for f in formulas).most_common(1)[0][0]
    formula = next(f for f in formulas if f.form == usual)
    would = [_value(engine, formula, cell) for cell in cells]
    units, indicators = {m[1] for m in fresh}, {m[2] for m in fresh}
    book = engine.cells.book
    return Finding(
        "hard-coded-figure",
        workbook,
        table,
        Area.of(list(cells)) if len({cell.sheet for cell in cells}) == 1 else Area.of([cells[0]]),
        unit=units.pop() or None if len(units) == 1 else None,
        indicator=indicators.pop() or None if len(indicators) == 1 else None,
        reported=decimal_of_float(first[3]),
        expected=None if would[0] is None else shown(would[0]),
        subject=series.subject,
        values={
            "label": label(book.sheets[first[0].sheet], first[0]),
            "formulas": len(formulas),
            "total": len(formulas) + len(typed),
            "would": _would(would[0]),
            "repeated": repeated(len(cells)),
            "evidence": evidence(book, cells),
            "typed": tuple(decimal_of_float(m[3]) for m in fresh),
            "computed": tuple("" if v is None else shown(v) for v in would),
        },
        cells=cells,
    )


def _value(engine: Engine, formula: Formula, cell: Cell) -> Value:
    """Return what the neighbours' formula would give in a cell; None where that cannot be said."""
    try:
        return engine.value(formula, cell)
    except NotVerifiedError:
        return None


def _would(value: Value) -> Text:
    return NOTHING if value is None else word("would", value=shown(value))
