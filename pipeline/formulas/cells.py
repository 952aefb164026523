"""The cells of one workbook as its formulas read them: cached values, errors, what was never calculated."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.formulas.nodes import Reference
from pipeline.formulas.noise import Arithmetic
from pipeline.formulas.values import ErrorValue, NotVerifiedError, Reason, Value, of_raw
from schemas.cell import Area, Cell
from schemas.grid import Book, Grid, RawValue

MOST_READ = 4_000_000
"""So many cells are read, one by one, for all formulas of a workbook together."""

_RAW_SHARE = 8
"""Reading a column as it stands costs about an eighth of looking at each cell."""

_MOST_CELLS = 2_000_000
"""A reference to more cells than this is not followed (whole columns are cut to the sheet first)."""


class Cells:
    """Look-ups by 0-based sheet and 1-based row and column."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._by_name = {grid.name.casefold(): index for index, grid in enumerate(book.sheets)}
        self._columns: dict[tuple[int, int], list[RawValue]] = {}
        self._left = MOST_READ

    def grid(self, sheet: int) -> Grid:
        return self.book.sheets[sheet]

    def area(self, reference: Reference, sheet: int, row: int, col: int) -> Area:
        """Return the rectangle a reference means when it stands at (sheet, row, col).

        Whole rows and columns end where the sheet's cells end.
        """
        if reference.sheet is not None:
            found = self._by_name.get(reference.sheet.casefold())
            if found is None:
                raise NotVerifiedError(Reason.REFERENCE)
            sheet = found
        rows = reference.rows and sorted(axis.resolve(row) for axis in reference.rows)
        cols = reference.cols and sorted(axis.resolve(col) for axis in reference.cols)
        if not rows:
            rows = [1, max(1, len(self.grid(sheet).rows))]
        if not cols:
            cols = [1, max([1, *map(len, self.grid(sheet).rows)])]
        if rows[0] < 1 or cols[0] < 1:
            raise NotVerifiedError(Reason.REFERENCE)
        area = Area(sheet, rows[0], cols[0], rows[1], cols[1])
        if (area.last_row - area.row + 1) * (area.last_col - area.col + 1) > _MOST_CELLS:
            raise NotVerifiedError(Reason.REFERENCE)
        return area

    def value(self, sheet: int, row: int, col: int, arithmetic: Arithmetic) -> Value:
        """Return one cell's value; an empty text that a formula gave is '', an empty cell is None."""
        grid = self.grid(sheet)
        raw = grid.value(row, col)
        if raw == "":
            return self._nothing(grid, row, col)
        return of_raw(raw, arithmetic)

    def _nothing(self, grid: Grid, row: int, col: int) -> Value:
        place = (row, col)
        if place in grid.errors:
            return ErrorValue(grid.errors[place])
        if place in grid.uncached:
            raise NotVerifiedError(Reason.UNCACHED)
        return "" if place in grid.formulas else None

    def values(self, area: Area, arithmetic: Arithmetic) -> Iterator[Value]:
        """Yield every cell of an area, row by row."""
        self._spend(area, 1)
        for cell in cells_of(area):
            value = self.value(*cell, arithmetic)
            if isinstance(value, bool):
                raise NotVerifiedError(Reason.TRUTH)
            yield value

    def raw(self, area: Area) -> list[RawValue]:
        """Return the raw values of an area, in no order that matters; '' for a cell without anything."""
        self._spend(area, _RAW_SHARE)
        found: list[RawValue] = []
        for col in range(area.col, area.last_col + 1):
            found += self._column(area.sheet, col)[area.row - 1 : area.last_row]
        return found

    def _spend(self, area: Area, share: int) -> None:
        """Keep one workbook's formulas from reading without end: what comes after is not verified."""
        self._left -= (area.last_row - area.row + 1) * (area.last_col - area.col + 1) // share
        if self._left < 0:
            raise NotVerifiedError(Reason.SIZE)

    def _column(self, sheet: int, col: int) -> list[RawValue]:
        column = self._columns.get((sheet, col))
        if column is None:
            index = col - 1
            rows = self.grid(sheet).rows
            self._columns[sheet, col] = column = [r[index] if index < len(r) else "" for r in rows]
        return column

    def first_error(self, area: Area) -> str | None:
        """Return the first error value in an area, row by row."""
        errors = self.grid(area.sheet).errors
        places = sorted(p for p in errors if spans(area, *p)) if errors else ()
        return errors[places[0]] if places else None

    def never_calculated(self, area: Area) -> bool:
        uncached = self.grid(area.sheet).uncached
        return any(spans(area, *place) for place in uncached) if uncached else False


def spans(area: Area, row: int, col: int) -> bool:
    """Say whether an area, taken to be of the same sheet, holds a row and column."""
    return area.row <= row <= area.last_row and area.col <= col <= area.last_col


def holds(area: Area, cell: Cell) -> bool:
    """Say whether an area holds a cell."""
    return area.sheet == cell.sheet and spans(area, cell.row, cell.col)


def overlap(a: Area, b: Area) -> bool:
    """Say whether two areas share a cell."""
    return (
        a.sheet == b.sheet
        and a.row <= b.last_row
        and b.row <= a.last_row
        and a.col <= b.last_col
        and b.col <= a.last_col
    )


def cells_of(area: Area) -> Iterator[Cell]:
    """Yield every cell of an area, row by row."""
    for row in range(area.row, area.last_row + 1):
        for col in range(area.col, area.last_col + 1):
            yield Cell(area.sheet, row, col)
