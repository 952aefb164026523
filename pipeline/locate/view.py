"""The visible cells of a sheet, or of a part of it, upright or turned: what detection looks at.

Inside a view rows and columns are 0-based; `where` leads back to the sheet. Hidden rows and columns are not
in it. Error cells and formulas never calculated stand in it as a Fault, so that they are not taken for blanks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pipeline.values import Fault
from schemas.grid import Grid, RawValue

NOT_CALCULATED = "(not calculated)"


class View:
    """Cells by 0-based (i, j); row_no and col_no give the sheet's rows and columns behind them."""

    __slots__ = ("col_no", "grid", "row_no", "rows", "sheet", "spans", "transposed", "width")

    def __init__(
        self,
        grid: Grid,
        sheet: int,
        rows: list[list[RawValue]],
        row_no: Sequence[int],
        col_no: Sequence[int],
        spans: dict[tuple[int, int], tuple[int, int]],
        transposed: bool = False,
    ) -> None:
        self.grid = grid
        self.sheet = sheet
        self.rows = rows
        self.row_no = row_no
        self.col_no = col_no
        self.width = len(col_no)
        self.spans = spans
        """First cell of a merged range → its last cell, both inside."""
        self.transposed = transposed

    @property
    def height(self) -> int:
        return len(self.rows)

    def where(self, i: int, j: int) -> tuple[int, int]:
        """Return the sheet's (row, column), 1-based, of a cell of the view."""
        if self.transposed:
            return self.col_no[j], self.row_no[i]
        return self.row_no[i], self.col_no[j]

    def part(self, rows: Sequence[int], left: int = 0, right: int | None = None) -> View:
        """Return the given rows and the columns left ≤ j < right as a view of their own."""
        right = self.width if right is None else right
        new_row = {i: n for n, i in enumerate(rows)}
        whole = left == 0 and right == self.width
        cells = [self.rows[i] if whole else self.rows[i][left:right] for i in rows]
        spans = {}
        for (i, j), (i2, j2) in self.spans.items():
            if i in new_row and left <= j < right:
                last = i
                while last < i2 and new_row.get(last + 1) == new_row[last] + 1:
                    last += 1
                spans[new_row[i], j - left] = (new_row[last], min(j2, right - 1) - left)
        return View(
            self.grid,
            self.sheet,
            cells,
            [self.row_no[i] for i in rows],
            self.col_no[left:right],
            spans,
            self.transposed,
        )

    def turned(self) -> View:
        """Return the view with rows and columns exchanged."""
        cells: list[list[RawValue]] = [list(column) for column in zip(*self.rows, strict=True)]
        spans = {(j, i): (j2, i2) for (i, j), (i2, j2) in self.spans.items()}
        return View(self.grid, self.sheet, cells, self.col_no, self.row_no, spans, not self.transposed)


def view_of(grid: Grid, sheet: int) -> View:
    """Return what is visible of a sheet, without the empty rows and columns at its end."""
    rows = grid.rows
    count = len(rows)
    while count and rows[count - 1].count("") == len(rows[count - 1]):
        count -= 1
    faults = _faults(grid)
    count = max(count, max((row for row, _ in faults), default=0))
    widths = set(map(len, rows[:count]))
    width = max(max(widths, default=0), max((col for _, col in faults), default=0))
    cells = rows if count == len(rows) else rows[:count]
    if len(widths) > 1 or faults or len(cells) < count:
        cells = [row + [""] * (width - len(row)) if len(row) < width else row for row in cells]
        cells += [[""] * width for _ in range(count - len(cells))]
    if faults:
        touched = {row for row, _ in faults}
        cells = [list(row) if n in touched else row for n, row in enumerate(cells, 1)]
        for (row, col), text in faults.items():
            cells[row - 1][col - 1] = Fault(text)
    if not grid.hidden_rows and not grid.hidden_cols:
        spans = {
            (s.row - 1, s.col - 1): (min(s.last_row, count) - 1, min(s.last_col, width) - 1)
            for s in grid.merges
            if s.row <= count and s.col <= width
        }
        return View(grid, sheet, cells, range(1, count + 1), range(1, width + 1), spans)
    return _without_hidden(grid, sheet, cells, count, width)


def _without_hidden(grid: Grid, sheet: int, cells: list[list[RawValue]], count: int, width: int) -> View:
    row_no = [r for r in range(1, count + 1) if r not in grid.hidden_rows]
    col_no = [c for c in range(1, width + 1) if c not in grid.hidden_cols]
    shown = [[cells[r - 1][c - 1] for c in col_no] for r in row_no]
    spans = {}
    for s in grid.merges:
        i, i2 = bisect_left(row_no, s.row), bisect_right(row_no, s.last_row) - 1
        j, j2 = bisect_left(col_no, s.col), bisect_right(col_no, s.last_col) - 1
        if i > i2 or j > j2:
            continue
        spans[i, j] = (i2, j2)
        text = grid.value(s.row, s.col)
        if (row_no[i], col_no[j]) != (s.row, s.col) and isinstance(text, str):
            shown[i][j] = text  # its words stay visible across the part that is shown
    return View(grid, sheet, shown, row_no, col_no, spans)


def _faults(grid: Grid) -> dict[tuple[int, int], str]:
    faults = dict.fromkeys(grid.uncached, NOT_CALCULATED)
    faults.update(grid.errors)
    return faults
