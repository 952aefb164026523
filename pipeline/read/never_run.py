"""Workbooks of a library that stores 0 for every formula: never calculated, although every cell has a value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schemas.cell import parse_a1
from schemas.grid import Grid

_POSITIVE = re.compile(r"=(?:SUM|AVERAGE|SUMPRODUCT|ROUND|COUNT|MAX|[A-Z]{1,3}\d+|[\d.:,+*/() $])+")
"""Formulas that give more than 0 wherever everything they refer to is above 0."""
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")
MOST_LOOKED_AT = 50
MOST_CELLS = 2_000
LEAST = 2


def without_stored_zeros(sheets: Sequence[Grid]) -> tuple[Grid, ...]:
    """Return the sheets with every formula as never calculated, where all of a workbook's formulas, two or more,
    have 0 stored and at least one of them cannot be 0; else the sheets as they are."""
    count = 0
    for grid in sheets:
        for row, col in grid.formulas:
            if (row, col) in grid.uncached or grid.value(row, col) != 0:
                return tuple(sheets)
            count += 1
    if count < LEAST or not any(_impossible(grid) for grid in sheets):
        return tuple(sheets)
    return tuple(_emptied(grid) if grid.formulas else grid for grid in sheets)


def _impossible(grid: Grid) -> bool:
    return any(_above_zero(text, grid) for text in list(grid.formulas.values())[:MOST_LOOKED_AT])


def _above_zero(formula: str, grid: Grid) -> bool:
    """Return whether a formula's value must be above 0: sums, means and products of typed numbers above 0."""
    if not _POSITIVE.fullmatch(formula.upper().replace("$", "")):
        return False
    found = list(_REFERENCE.finditer(formula.upper()))
    for match in found:
        row, col = parse_a1(f"{match[1]}{match[2]}")
        last_row, last_col = parse_a1(f"{match[3]}{match[4]}") if match[3] else (row, col)
        if (last_row - row + 1) * (last_col - col + 1) > MOST_CELLS:
            return False
        places = [(r, c) for r in range(row, last_row + 1) for c in range(col, last_col + 1)]
        values = [grid.value(*place) for place in places if place not in grid.formulas]
        numbers = [v for v in values if isinstance(v, int | float)]
        if not numbers or len(values) < len(places) or min(numbers) < 0 or max(numbers) <= 0:
            return False
    return bool(found)


def _emptied(grid: Grid) -> Grid:
    rows = [list(row) for row in grid.rows]
    for row, col in grid.formulas:
        rows[row - 1][col - 1] = ""
    return replace(grid, rows=rows, uncached=grid.uncached | frozenset(grid.formulas))
