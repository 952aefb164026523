"""Numbers in hidden rows, columns and sheets: reported, never merged into the visible table."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.locate import said
from pipeline.locate.context import Context, Part
from pipeline.locate.level_runs import level_of
from schemas.cell import Area, column_letters
from schemas.finding import Finding
from schemas.grid import Grid
from schemas.layout import Layout, RowRole

BLOCK = 4
"""A hidden sheet with fewer numbers than this, or in one row or column only, is a list of choices, not scores."""


def hidden_data(parts: list[Part], ctx: Context) -> list[Finding]:
    """Return what is hidden in the tables' sheets, and the hidden sheets that hold numbers."""
    findings = []
    layouts: dict[int, list[Layout]] = {}
    for part in parts:
        layouts.setdefault(part.layout.sheet, []).append(part.layout)
    for sheet, grid in enumerate(ctx.book.sheets):
        if not grid.visible:
            findings += _sheet(grid, sheet, ctx)
        elif sheet in layouts and (grid.hidden_rows or grid.hidden_cols):
            findings += _rows(grid, sheet, layouts[sheet], ctx)
            findings += _columns(grid, sheet, layouts[sheet], ctx)
    return findings


def _sheet(grid: Grid, sheet: int, ctx: Context) -> list[Finding]:
    places = [
        (r, c)
        for r, row in enumerate(grid.rows, 1)
        for c, value in enumerate(row, 1)
        if value != "" and ctx.marks.of(value).number is not None
    ]
    rows, cols = {r for r, _ in places}, {c for _, c in places}
    if len(places) < BLOCK or len(rows) < 2 or len(cols) < 2:
        return []
    return [_finding("hidden-sheet", grid.name, sheet, places)]


def _rows(grid: Grid, sheet: int, layouts: list[Layout], ctx: Context) -> list[Finding]:
    places = []
    for row in sorted(grid.hidden_rows):
        for layout in layouts:
            columns = _across(layout)
            if layout.area.row <= row <= layout.area.last_row:
                places += [(row, c) for c in columns if _is_number(grid, row, c, ctx)]
    if not places:
        return []
    rows = sorted({r for r, _ in places})
    return [_finding("hidden-rows", _listed(map(str, rows)), sheet, places)]


def _columns(grid: Grid, sheet: int, layouts: list[Layout], ctx: Context) -> list[Finding]:
    places = []
    for col in sorted(grid.hidden_cols):
        for layout in layouts:
            lines = [r for r, role in layout.rows.items() if role in (RowRole.INDICATOR, RowRole.UNIT)]
            inside = layout.area.col <= col <= layout.area.last_col + 1
            if inside and not _is_level(grid, layout, col, ctx):
                places += [(r, col) for r in lines if _is_number(grid, r, col, ctx)]
    if not places:
        return []
    cols = sorted({c for _, c in places})
    return [_finding("hidden-columns", _listed(map(column_letters, cols)), sheet, places)]


def _across(layout: Layout) -> list[int]:
    """Return the sheet's columns that hold scores and figures of a table."""
    if layout.transposed:
        return [*layout.indicator_rows, *(f.col for f in layout.summary[:20])]
    return [c for unit in layout.units for c, _ in unit.columns]


def _is_level(grid: Grid, layout: Layout, col: int, ctx: Context) -> bool:
    heads = [grid.value(r, col) for r in layout.header_rows] if not layout.transposed else []
    return any(level_of(v, ctx.marks, ctx.words) is not None for v in heads)


def _is_number(grid: Grid, row: int, col: int, ctx: Context) -> bool:
    value = grid.value(row, col)
    return value != "" and ctx.marks.of(value).number is not None


def _finding(what: str, places_text: str, sheet: int, places: list[tuple[int, int]]) -> Finding:
    rows, cols = [r for r, _ in places], [c for _, c in places]
    return Finding(
        "hidden-data",
        area=Area(sheet, min(rows), min(cols), max(rows), max(cols)),
        subject=f"{what} {places_text}",
        values={"what": said.word(what, places=places_text), "count": len(set(places))},
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
