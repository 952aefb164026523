"""Formulas whose cached value is not what they give, and formulas nobody here can evaluate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from math import isfinite

from pipeline.formulas.agree import agrees, stored_number
from pipeline.formulas.cells import holds, overlap
from pipeline.formulas.engine import Engine, shown
from pipeline.formulas.places import Figure, TablePlaces
from pipeline.formulas.values import ErrorValue, NotVerifiedError, Reason, Value
from pipeline.formulas.words import evidence, label, reason, repeated
from schemas.cell import Area, Cell
from schemas.finding import Finding, Text
from schemas.grid import Grid


@dataclass(slots=True)
class _Stale:
    cell: Cell
    formula: str
    cached: Value
    computed: Value
    figure: Figure | None


@dataclass(slots=True)
class _Open:
    """Formulas of one table that could not be evaluated, and why."""

    cells: list[Cell] = field(default_factory=list)
    reasons: dict[Text, int] = field(default_factory=dict)


def stale_formulas(engine: Engine, tables: list[TablePlaces], workbook: int) -> list[Finding]:
    """Return one `stale-formula` a row and formula, one `formula-not-verified` a table."""
    figures = {figure.cell: figure for place in tables for figure in place.figures}
    groups: dict[tuple[int, int, str, str], list[_Stale]] = {}
    unverified: dict[int, _Open] = {}
    for cell, table in _judged(engine, tables):
        formula = engine.formula(cell)
        grid = engine.cells.grid(cell.sheet)
        cached = _cached(grid, cell)
        if formula is None or isinstance(cached, NotVerifiedError):
            continue
        try:
            same, computed = agrees(cached, partial(engine.value, formula, cell))
        except NotVerifiedError as obstacle:
            open_ = unverified.setdefault(table, _Open())
            open_.cells.append(cell)
            said = reason(obstacle)
            open_.reasons[said] = open_.reasons.get(said, 0) + 1
            continue
        if not same:
            subject = figures[cell].quantity.value if cell in figures else label(grid, cell)
            member = _Stale(cell, grid.formulas[cell.row, cell.col], cached, computed, figures.get(cell))
            groups.setdefault((table, cell.sheet, subject, formula.form), []).append(member)
    findings = [
        _finding(engine, workbook, table, subject, members)
        for (table, _, subject, _), members in groups.items()
    ]
    return findings + [_not_verified(engine, workbook, table, rest) for table, rest in unverified.items()]


def _finding(engine: Engine, workbook: int, table: int, subject: str, members: list[_Stale]) -> Finding:
    first = members[0]
    cells = tuple(member.cell for member in members)
    book = engine.cells.book
    return Finding(
        "stale-formula",
        workbook,
        table,
        Area.of(list(cells)),
        unit=_common([m.figure.unit if m.figure else 0 for m in members]),
        indicator=_common([m.figure.indicator if m.figure else 0 for m in members]),
        reported=shown(first.cached),
        expected=shown(first.computed),
        subject=subject,
        values={
            "label": label(book.sheets[first.cell.sheet], first.cell),
            "formula": first.formula,
            "repeated": repeated(len(members)),
            "evidence": evidence(book, cells),
            "cached": tuple(shown(m.cached) for m in members),
            "computed": tuple(shown(m.computed) for m in members),
            "manual_calculation": book.manual_calculation,
        },
        cells=cells,
    )


def _common(positions: list[int]) -> int | None:
    """Return the position that all members share, if they share one."""
    return positions[0] or None if len(set(positions)) == 1 else None


def _cached(grid: Grid, cell: Cell) -> Value | NotVerifiedError:
    """Return the stored value of a formula cell; what has none is not judged here."""
    place = cell.row, cell.col
    if place in grid.errors:
        return ErrorValue(grid.errors[place])
    if place in grid.uncached:
        return NotVerifiedError(Reason.UNCACHED)
    raw = grid.value(*place)
    if isinstance(raw, bool | str):
        return raw
    if isinstance(raw, int | float) and isfinite(raw):
        return stored_number(raw)
    return NotVerifiedError(Reason.DATE)


def _judged(engine: Engine, tables: list[TablePlaces]) -> Iterator[tuple[Cell, int]]:
    """Yield the formula cells that belong to a table or read one, with the table's number."""
    owners = {figure.cell: place.info.table for place in tables for figure in place.figures}
    for sheet, grid in enumerate(engine.cells.book.sheets):
        areas = [(area, p.info.table) for p in tables for area in p.areas]
        for row, col in sorted(grid.formulas):
            cell = Cell(sheet, row, col)
            owner = owners.get(cell)
            if owner is None:
                owner = next((table for area, table in areas if holds(area, cell)), None)
            if owner is None and grid.visible:
                reads = engine.reads(cell)
                owner = next((t for area, t in areas for read in reads if overlap(area, read)), None)
            if owner is not None:
                yield cell, owner


def _not_verified(engine: Engine, workbook: int, table: int, rest: _Open) -> Finding:
    first = rest.cells[0]
    reasons = tuple(sorted(rest.reasons, key=lambda said: (-rest.reasons[said], said)))
    on_first = [cell for cell in rest.cells if cell.sheet == first.sheet]
    return Finding(
        "formula-not-verified",
        workbook,
        table,
        Area.of(on_first),
        subject="formulas",
        values={
            "count": len(rest.cells),
            "formula": engine.cells.grid(first.sheet).formulas[first.row, first.col],
            "reasons": reasons,
        },
        cells=tuple(rest.cells),
    )
