"""Summaries over the wrong rows: an indicator left out, or a row taken in that is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from pipeline.formulas.coverage import Coverage, coverage, plainly_whole
from pipeline.formulas.engine import Engine
from pipeline.formulas.places import Figure, TablePlaces
from pipeline.formulas.words import both, evidence, joined, label, repeated, role, word
from schemas.cell import Area, Cell, a1, a1_range
from schemas.finding import Finding, Text
from schemas.layout import Layout
from schemas.terms import Quantity

SUMMARIES = frozenset(
    {Quantity.FULL_MARKS, Quantity.POINTS, Quantity.MEAN, Quantity.WEIGHTED, Quantity.CONVERTED}
)


@dataclass(slots=True)
class _Fault:
    figure: Figure
    coverage: Coverage


def wrong_rows(
    engine: Engine, tables: list[TablePlaces], layouts: list[Layout], workbook: int
) -> list[Finding]:
    """Return one `formula-omits-row` a table, figure and omission, with every cell it is repeated in."""
    is_score = _score_test(tables)
    findings = []
    for place in tables:
        groups: dict[tuple[object, ...], list[_Fault]] = {}
        runs = place.runs()
        for unit, figures in place.by_unit.items():
            summaries = [f for f in figures if f.unit and f.quantity in SUMMARIES and not f.indicator]
            cells = frozenset(figure.cell for figure in summaries)
            doubtful = [
                f
                for f in summaries
                if engine.formula(f.cell) and not plainly_whole(engine, f.cell, runs[unit], cells)
            ]
            lines = place.lines(unit) if doubtful else []
            judged = cells.union(member.cell for line in lines for member in line)
            for figure in doubtful:
                for line in lines:
                    found = coverage(engine, figure.cell, line, judged, is_score)
                    if found is not None:
                        key = figure.quantity, *_shape(place, found, figure.cell)
                        groups.setdefault(key, []).append(_Fault(figure, found))
                        break
        findings += [_finding(engine, place, layouts, workbook, faults) for faults in groups.values()]
    return findings


def _score_test(tables: list[TablePlaces]) -> Callable[[Cell], bool]:
    """Return the test of whether a cell is a score of one of the tables; its set is made when needed."""

    @cache
    def cells() -> frozenset[Cell]:
        return frozenset(cell for place in tables for cell in place.score_cells())

    return lambda cell: cell in cells()


def _shape(place: TablePlaces, found: Coverage, host: Cell) -> tuple[object, ...]:
    """The same omission in another unit: the same indicators left out, the same rows taken in."""
    across = (c.col - host.col if place.info.transposed else c.row - host.row for c in found.taken_in)
    return tuple(m.indicator for m in found.left_out), tuple(across)


def _finding(
    engine: Engine,
    place: TablePlaces,
    layouts: list[Layout],
    workbook: int,
    faults: list[_Fault],
) -> Finding:
    first = faults[0]
    figure, found = first.figure, first.coverage
    cells = tuple(fault.figure.cell for fault in faults)
    book = engine.cells.book
    grid = book.sheets[figure.cell.sheet]
    indicators = tuple(dict.fromkeys(m.indicator for f in faults for m in f.coverage.left_out))
    return Finding(
        "formula-omits-row",
        workbook,
        place.info.table,
        Area.of(list(cells)),
        unit=figure.unit if len(faults) == 1 else None,
        indicator=indicators[0] if len(indicators) == 1 else None,
        subject=figure.quantity.value,
        values={
            "label": label(grid, figure.cell),
            "formula": grid.formulas[figure.cell.row, figure.cell.col],
            "reads": tuple(a1_range(area) for area in dict.fromkeys(found.areas)),
            "what": _what(engine, place, layouts, found),
            "repeated": repeated(len(faults)),
            "evidence": evidence(book, cells),
            "quantity": figure.quantity.value,
            "left_out": tuple(place.names[i - 1] for i in indicators),
            "left_out_cells": tuple(m.cell for f in faults for m in f.coverage.left_out),
            "taken_in_cells": tuple(cell for f in faults for cell in f.coverage.taken_in),
            "units": tuple(place.codes[f.figure.unit - 1] for f in faults),
        },
        cells=cells,
    )


def _what(engine: Engine, place: TablePlaces, layouts: list[Layout], found: Coverage) -> Text:
    parts = []
    comma = Text(", ", ", ")
    if found.left_out:
        names = (
            word("indicator-row", name=place.names[m.indicator - 1], place=a1(m.cell.row, m.cell.col))
            for m in found.left_out
        )
        parts.append(word("left-out", members=joined(names, comma)))
    if found.taken_in:
        rows = (
            word("other-row", place=a1(c.row, c.col), role=role(layouts, engine.cells.grid(c.sheet), c))
            for c in found.taken_in
        )
        parts.append(word("taken-in", members=joined(rows, comma)))
    return parts[0] if len(parts) == 1 else both(both(parts[0], word("and")), parts[1])
