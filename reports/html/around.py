"""The grid around a cell, as the sheet shows it: row numbers, column letters, the place marked."""

from __future__ import annotations

from reports.html.context import Context
from reports.html.markup import Html, escape, tag
from reports.view.scores import raw_at
from schemas.cell import Area, Cell, a1, column_letters
from schemas.finding import Finding
from schemas.grid import Grid

ROWS, COLS = 2, 3
MOST_ROWS, MOST_COLS = 12, 10
LONGEST = 40


def around(page: Context, finding: Finding) -> Html:
    """Return the part of the sheet around a finding's first cell; nothing where it has none."""
    window = window_of(finding)
    book = page.book.book
    if window is None or book is None or window.sheet >= len(book.sheets):
        return Html("")
    grid = book.sheets[window.sheet]
    marked = set(finding.cells)
    area = finding.area
    columns = range(window.col, window.last_col + 1)
    head = "".join(f"<th>{column_letters(c)}</th>" for c in columns)
    rows = []
    for row in range(window.row, window.last_row + 1):
        cells = "".join(_cell(grid, row, c, _hit(window.sheet, row, c, area, marked)) for c in columns)
        hidden = ' class="hid"' if row in grid.hidden_rows else ""
        rows.append(f"<tr{hidden}><th>{row}</th>{cells}</tr>")
    caption = tag("caption", page("html.around", sheet=grid.name))
    table = Html(
        f'<table class="sheet">{caption}<thead><tr><td></td>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )
    return tag(
        "div", table, class_="scroll", tabindex="0", role="region", aria_label=f"{grid.name} {_name(window)}"
    )


def window_of(finding: Finding) -> Area | None:
    """Return the rows and columns to show: the marked range, cut to a readable size, and its neighbours."""
    first = finding.cells[0] if finding.cells else finding.area.first if finding.area else None
    if first is None:
        return None
    last_row, last_col = first.row, first.col
    area = finding.area
    if area is not None and area.sheet == first.sheet and area.row <= first.row and area.col <= first.col:
        last_row = max(first.row, min(area.last_row, first.row + MOST_ROWS - 2 * ROWS - 1))
        last_col = max(first.col, min(area.last_col, first.col + MOST_COLS - 2 * COLS - 1))
    return Area(
        first.sheet, max(1, first.row - ROWS), max(1, first.col - COLS), last_row + ROWS, last_col + COLS
    )


def _hit(sheet: int, row: int, col: int, area: Area | None, cells: set[Cell]) -> bool:
    if len(cells) > 1:
        return Cell(sheet, row, col) in cells
    if area is None:
        return Cell(sheet, row, col) in cells
    return area.row <= row <= area.last_row and area.col <= col <= area.last_col


def _cell(grid: Grid, row: int, col: int, hit: bool) -> str:
    text = raw_at(grid, row, col)
    kinds = [k for k, on in (("hit", hit), ("hid", col in grid.hidden_cols), ("n", _numeric(text))) if on]
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    cut = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return f"<td{kind}>{escape(cut)}</td>"


def _numeric(text: str) -> bool:
    return text.replace(".", "", 1).replace("-", "", 1).isdigit()


def _name(window: Area) -> str:
    return f"{a1(window.row, window.col)}:{a1(window.last_row, window.last_col)}"
