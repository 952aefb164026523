"""Scores in hidden rows or columns among the indicators of a table: no part of it, but evidence for a cause."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import numpy as np

from pipeline.explain.values import number_of
from pipeline.recompute import Block, Recomputed
from schemas.cell import Cell, column_letters
from schemas.grid import Grid
from schemas.layout import Layout
from schemas.tables import Tables


class HiddenLine(NamedTuple):
    """One hidden row, or column where units go down: its name, and each unit's score there, None where it has none."""

    name: str
    scores: tuple[Fraction | None, ...]
    cells: tuple[Cell, ...]


def hidden_lines(tables: Tables, block: Block, recomputed: Recomputed) -> list[HiddenLine]:
    """Return the hidden lines of a table that hold scores and nothing else; none for a table with weights."""
    info = block.info
    if info.weighted or info.workbook >= len(tables.layouts):
        return []
    book, found = tables.books[info.workbook], []
    scale = recomputed.pack.scale
    for layout in tables.layouts[info.workbook]:
        grid = book.sheets[layout.sheet]
        hidden = grid.hidden_cols if layout.transposed else grid.hidden_rows
        if layout.table != info.table or not layout.indicators or not hidden:
            continue
        lines = [i.score_row for i in layout.indicators]
        heads = () if layout.transposed else layout.header_rows
        across = _across(tables, block, layout)
        for line in sorted(hidden):
            if not min(lines) - 1 <= line <= max(lines) + 1 or line in lines or line in heads:
                continue
            cells = [Cell(layout.sheet, *((at, line) if layout.transposed else (line, at))) for at in across]
            scores = [_number(grid, cell) for cell in cells]
            there = [score for score in scores if score is not None]
            if there and all(scale.low <= score <= scale.high for score in there):
                name = column_letters(line) if layout.transposed else str(line)
                found.append(HiddenLine(name, tuple(scores), tuple(cells)))
    return found


def _across(tables: Tables, block: Block, layout: Layout) -> list[int]:
    """Return each unit's score column on a layout's sheet, or its row where units go down; 0 where it has none."""
    frame = tables.scores
    sheet, at = (block.matrix(frame[c].to_numpy()) for c in ("sheet", "row" if layout.transposed else "col"))
    places: list[int] = np.where(sheet == layout.sheet, at, 0).max(axis=0).tolist()
    return places


def _number(grid: Grid, cell: Cell) -> Fraction | None:
    return number_of(grid.value(cell.row, cell.col)) if cell.row and cell.col else None
