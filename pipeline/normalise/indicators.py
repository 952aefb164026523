"""Indicators with their weights, and the texts and thresholds of their levels."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

from pipeline.normalise.cells import read_value
from pipeline.normalise.levels import threshold_of
from pipeline.normalise.rows import Rows
from pipeline.normalise.scores import at_scale
from pipeline.values import Marks
from schemas.grid import Book, Grid, RawValue
from schemas.layout import Layout
from schemas.terms import State
from schemas.thai import key, visible

if TYPE_CHECKING:
    import pandas as pd

NO_WEIGHT = -1


class Indicators:
    """The frame `indicators` of a chunk in the making, and where its levels stand."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.rows = Rows(
            "workbook",
            "table",
            "indicator",
            "number",
            "key",
            "title",
            "weight",
            "weight_text",
            "sheet",
            "row",
            "col",
            "weight_row",
            "weight_col",
        )
        self._level_blocks: list[tuple[int, int, int, Layout, Grid]] = []
        """(workbook, table, indicators before, part, its sheet) of every part with a level block."""

    def read(self, workbook: int, table: int, parts: list[Layout], book: Book) -> bool:
        """Read the indicators of one table from all its parts; return whether any has a weight."""
        position = 0
        weighted = False
        for part in parts:
            grid = book.sheets[part.sheet]
            before = position
            for indicator in part.indicators:
                position += 1
                weight, text, at = NO_WEIGHT, "", (0, 0)
                if part.weight_col is not None:
                    at = _turned(part, indicator.score_row, part.weight_col)
                    if grid.value(*at) == "" and indicator.row != indicator.score_row:
                        at = _turned(part, indicator.row, part.weight_col)
                    weight, text = self._weight(grid, *at)
                    weighted = weighted or weight != NO_WEIGHT
                row, col = _turned(part, indicator.row, indicator.col)
                name = key(indicator.number) if indicator.number else key(indicator.title)
                self.rows.add(
                    workbook,
                    table,
                    position,
                    indicator.number,
                    name,
                    indicator.title,
                    weight,
                    text,
                    part.sheet,
                    row,
                    col,
                    *at,
                )
            if part.level_rows:
                self._level_blocks.append((workbook, table, before, part, grid))
        return weighted

    def _weight(self, grid: Grid, row: int, col: int) -> tuple[int, str]:
        value = read_value(grid, row, col, self.marks)
        number = value.number
        return (NO_WEIGHT if number is None else at_scale(number)[0]), value.raw

    def levels(self) -> pd.DataFrame:
        """Return the frame `levels`: every filled cell of the level blocks."""
        rows = Rows(
            "workbook", "table", "indicator", "round", "level", "text", "threshold", "sheet", "row", "col"
        )
        known: dict[tuple[type, RawValue, str | None], tuple[str, str | None]] = {}
        for workbook, table, before, part, grid in self._level_blocks:
            for line, (level, column) in product(part.level_rows, part.level_cols):
                row, col = _turned(part, line.row, column)
                raw = grid.value(row, col)
                if raw == "":
                    continue
                # What a filled level cell says follows from these alone; forms repeat the same few values.
                key = (type(raw), raw, grid.formats.get((row, col)) if grid.formats else None)
                found = known.get(key)
                if found is None:
                    found = known[key] = level_text(grid, row, col, self.marks)
                position = before + line.indicator
                rows.add(workbook, table, position, line.round, level, *found, part.sheet, row, col)
        return rows.frame()


def level_text(grid: Grid, row: int, col: int, marks: Marks) -> tuple[str, str | None]:
    """Return a level's text as it reads and its threshold as exact decimal text, None where it has none."""
    value = read_value(grid, row, col, marks)
    if value.text or value.exact is None:
        text = visible(value.raw)
        if value.exact is not None and value.state is State.SCORED:
            return text, value.exact
        found = threshold_of(text)
        return text, None if found is None else format(found, "f")
    shown = value.exact
    if value.decimals and value.decimals > value.stored:
        shown = f"{Decimal(value.exact):.{value.decimals}f}"
    return shown, value.exact


def _turned(part: Layout, line: int, across: int) -> tuple[int, int]:
    """Return the sheet's (row, column) of a line and a position across it: exchanged where transposed."""
    return (across, line) if part.transposed else (line, across)
