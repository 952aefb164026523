"""Which cells of a line a summary reads: the indicators it leaves out, the cells it should not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from pipeline.formulas.cells import holds, spans
from pipeline.formulas.engine import Engine
from pipeline.formulas.places import Member
from schemas.cell import Area, Cell
from schemas.grid import Grid

LEAST_READ = 2
"""A formula that reads fewer cells of a line is no summary of it."""

_SKIPS_NESTED = frozenset({"SUBTOTAL", "AGGREGATE"})


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one formula does with one line. areas: the areas of the line's sheet it reads it through."""

    left_out: tuple[Member, ...]
    taken_in: tuple[Cell, ...]
    areas: tuple[Area, ...]


def coverage(
    engine: Engine,
    cell: Cell,
    line: Sequence[Member],
    judged: frozenset[Cell],
    is_score: Callable[[Cell], bool],
) -> Coverage | None:
    """Return the fault of a figure's formula on a line of its unit's cells; None where there is none.

    judged: the unit's own cells and figures, which are judged by themselves and not looked through. is_score:
    whether a cell is a score of any table of the workbook, and so no stranger on a line.
    """
    formula = engine.formula(cell)
    if formula is None:
        return None
    reads = engine.areas_of(formula, cell)
    through = _looked_through(engine, reads, judged)
    whole = _read(line, [area for _, area in reads] + through)
    if len(whole) < LEAST_READ:
        return None
    left_out = _missing(line, whole)
    areas = _on_line(reads, line)
    if not left_out:
        left_out, areas = _shortest(reads, line) or ((), areas)
    taken_in = _strangers(engine, cell, reads, line, is_score)
    if not left_out and not taken_in:
        return None
    return Coverage(left_out, taken_in, tuple(areas))


def plainly_whole(engine: Engine, cell: Cell, runs: Sequence[Area], figures: frozenset[Cell]) -> bool:
    """Say that a formula reads nothing but whole lines without gaps, and other figures: no fault in it."""
    for area in engine.reads(cell):
        if area not in runs and not (area[1:3] == area[3:5] and area.first in figures):
            return False
    return True


def _looked_through(
    engine: Engine,
    reads: Sequence[tuple[str, Area]],
    judged: frozenset[Cell],
) -> list[Area]:
    """Return what subtotals read that the formula reads in their stead, down to the unit's own cells."""
    found: list[Area] = []
    seen: set[Cell] = set()
    todo = [area for _, area in reads]
    while todo:
        area = todo.pop()
        grid = engine.cells.grid(area.sheet)
        for row, col in _formulas_in(grid, area):
            cell = Cell(area.sheet, row, col)
            if cell in seen or cell in judged:
                continue
            seen.add(cell)
            inner = engine.reads(cell)
            found += inner
            todo += inner
    return found


def _formulas_in(grid: Grid, area: Area) -> Iterator[tuple[int, int]]:
    """Yield the places in an area that hold formulas, by way of whichever are fewer."""
    if (area.last_row - area.row + 1) * (area.last_col - area.col + 1) > len(grid.formulas):
        return (place for place in grid.formulas if spans(area, *place))
    cells = product(range(area.row, area.last_row + 1), range(area.col, area.last_col + 1))
    return (place for place in cells if place in grid.formulas)


def _read(line: Sequence[Member], areas: Sequence[Area]) -> set[int]:
    return {m.indicator for m in line if any(holds(area, m.cell) for area in areas)}


def _missing(line: Sequence[Member], read: set[int]) -> tuple[Member, ...]:
    """The indicators with a number that are not read, on the sheets of which something is read."""
    sheets = {m.cell.sheet for m in line if m.indicator in read}
    return tuple(m for m in line if m.counts and m.indicator not in read and m.cell.sheet in sheets)


def _shortest(
    reads: Sequence[tuple[str, Area]], line: Sequence[Member]
) -> tuple[tuple[Member, ...], list[Area]] | None:
    """Find a function that reads part of the line while the formula as a whole reads all of it.

    SUM(G5:G9)/COUNT(G5:G8) divides by one indicator too few.
    """
    by_function: dict[str, list[Area]] = {}
    for function, area in reads:
        if function:
            by_function.setdefault(function, []).append(area)
    for areas in by_function.values():
        read = _read(line, areas)
        if len(read) >= LEAST_READ and (left_out := _missing(line, read)):
            return left_out, areas
    return None


def _on_line(reads: Sequence[tuple[str, Area]], line: Sequence[Member]) -> list[Area]:
    return [area for _, area in reads if any(holds(area, m.cell) for m in line)]


def _strangers(
    engine: Engine,
    host: Cell,
    reads: Sequence[tuple[str, Area]],
    line: Sequence[Member],
    is_score: Callable[[Cell], bool],
) -> tuple[Cell, ...]:
    """Return the cells with numbers, on the line but of no indicator, that a range takes in."""
    own = {member.cell for member in line}
    sheets, rows, cols = (set(part) for part in zip(*own, strict=True))
    down = len(cols) <= len(rows)
    found: list[Cell] = []
    for function, area in reads:
        if area.sheet not in sheets or area[1:3] == area[3:5]:
            continue
        if sum(holds(area, cell) for cell in own) < LEAST_READ:
            continue
        grid = engine.cells.grid(area.sheet)
        last_row = min(area.last_row, len(grid.rows))
        on_line = product(
            (r for r in range(area.row, last_row + 1) if down or r in rows),
            [c for c in range(area.col, area.last_col + 1) if not down or c in cols],
        )
        for row, col in on_line:
            value = grid.value(row, col)
            if value == "" or not isinstance(value, int | float) or isinstance(value, bool):
                continue
            cell = Cell(area.sheet, row, col)
            nested = function in _SKIPS_NESTED and "SUBTOTAL(" in grid.formulas.get((row, col), "").upper()
            if cell not in own and cell != host and cell not in found and not nested and not is_score(cell):
                found.append(cell)
    return tuple(found)
