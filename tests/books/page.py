"""A workbook on paper: cells that keep their identity while rows and columns are inserted around them.

Expectations hold the cells themselves, so whatever a habit does to a page (a spacer row, a repeated header,
a hidden column) the expected address is simply where the cell stands in the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from schemas.cell import a1


class Kind(Enum):
    """What a cell is for the habits that disguise it."""

    TEXT = "text"
    TITLE = "title"
    HEADER = "header"
    NUMBERED = "numbered"
    UNIT = "unit"
    SCORE = "score"
    WEIGHT = "weight"
    FIGURE = "figure"
    LEVEL = "level"


@dataclass(frozen=True)
class Formula:
    """A formula over cells of the book: `{0}` is the address of the first operand, `{0}:{1}` a range."""

    template: str
    operands: tuple[Cell, ...]

    def text(self, home: Sheet) -> str:
        """Return the formula as written on `home`, other sheets named; leading = included."""
        return "=" + self.template.format(*(o.address(home) for o in self.operands))


@dataclass(eq=False)
class Cell:
    """One written cell, or one merged block (rows × cols) whose value stands at the top left.

    value: text, an exact number, or None for an empty cell. style: number format of a spreadsheet.
    written: what a text file shows for a number, where a spreadsheet would show it by its format.
    """

    sheet: Sheet
    row: int
    col: int
    value: str | Decimal | None
    kind: Kind = Kind.TEXT
    style: str | None = None
    formula: Formula | None = None
    error: bool = False
    rows: int = 1
    cols: int = 1
    uncached: bool = False
    """A formula whose result was never stored."""

    @property
    def here(self) -> str:
        return a1(self.row, self.col)

    def address(self, home: Sheet) -> str:
        """Return the address as a formula on `home` writes it."""
        if self.sheet is home:
            return self.here
        return f"'{self.sheet.name}'!{self.here}"


@dataclass(eq=False)
class Sheet:
    """One sheet: cells in the order they were written, hidden rows and columns, and whether it shows."""

    name: str
    cells: list[Cell] = field(default_factory=list)
    visible: bool = True
    hidden_rows: set[int] = field(default_factory=set)
    hidden_cols: set[int] = field(default_factory=set)
    widths: dict[int, int] = field(default_factory=dict)

    def put(
        self,
        row: int,
        col: int,
        value: str | Decimal | int | None,
        kind: Kind = Kind.TEXT,
        *,
        style: str | None = None,
        formula: Formula | None = None,
        rows: int = 1,
        cols: int = 1,
    ) -> Cell:
        """Write one cell and return it; it keeps its identity when rows are inserted above."""
        exact = Decimal(value) if isinstance(value, int) else value
        cell = Cell(self, row, col, exact, kind, style, formula, rows=rows, cols=cols)
        self.cells.append(cell)
        return cell

    def last_row(self) -> int:
        return max((c.row + c.rows - 1 for c in self.cells), default=0)

    def last_col(self) -> int:
        return max((c.col + c.cols - 1 for c in self.cells), default=0)

    def row(self, number: int) -> list[Cell]:
        """Return the cells that start in one row, left to right."""
        return sorted((c for c in self.cells if c.row == number), key=lambda c: c.col)

    def col(self, number: int) -> list[Cell]:
        """Return the cells that start in one column, top down."""
        return sorted((c for c in self.cells if c.col == number), key=lambda c: c.row)

    def insert_rows(self, before: int, count: int = 1) -> None:
        """Make room: everything from row `before` on moves down; a merge across the line grows."""
        for cell in self.cells:
            if cell.row >= before:
                cell.row += count
            elif cell.row + cell.rows > before:
                cell.rows += count
        self.hidden_rows = {r + count if r >= before else r for r in self.hidden_rows}

    def insert_cols(self, before: int, count: int = 1) -> None:
        """Make room: everything from column `before` on moves right; a merge across the line grows."""
        for cell in self.cells:
            if cell.col >= before:
                cell.col += count
            elif cell.col + cell.cols > before:
                cell.cols += count
        self.hidden_cols = {c + count if c >= before else c for c in self.hidden_cols}

    def lines(self) -> Iterator[Sequence[Cell | None]]:
        """Yield every row as a line of cells, None where nothing is written."""
        width = self.last_col()
        places = {(c.row, c.col): c for c in self.cells}
        for row in range(1, self.last_row() + 1):
            yield [places.get((row, col)) for col in range(1, width + 1)]

    def check(self) -> None:
        """Fail where two cells stand on one another: a mistake of the layout that wrote them."""
        taken: dict[tuple[int, int], Cell] = {}
        for cell in self.cells:
            for r in range(cell.row, cell.row + cell.rows):
                for c in range(cell.col, cell.col + cell.cols):
                    if (r, c) in taken:
                        both = f"{taken[r, c].value!r} and {cell.value!r}"
                        raise AssertionError(f"{self.name}!{a1(r, c)}: {both}")
                    taken[r, c] = cell
