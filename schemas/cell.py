"""Cell addresses: integers inside, A1 text only where a person reads it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_A1 = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]*)")


class Cell(NamedTuple):
    """One cell: sheet index (0-based, in workbook order), row and column (1-based, as a sheet counts)."""

    sheet: int
    row: int
    col: int


class Area(NamedTuple):
    """A rectangle of cells on one sheet, both corners inside; rows and columns 1-based."""

    sheet: int
    row: int
    col: int
    last_row: int
    last_col: int

    @classmethod
    def of(cls, cells: list[Cell]) -> Area:
        """Return the smallest area that holds all cells; they must share one sheet and not be empty."""
        return cls(
            cells[0].sheet,
            min(c.row for c in cells),
            min(c.col for c in cells),
            max(c.row for c in cells),
            max(c.col for c in cells),
        )

    @property
    def first(self) -> Cell:
        return Cell(self.sheet, self.row, self.col)


@lru_cache(maxsize=20_000)
def column_letters(col: int) -> str:
    """Return the letters of a 1-based column: 1 is A, 27 is AA."""
    letters = ""
    while col > 0:
        col, rest = divmod(col - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def a1(row: int, col: int) -> str:
    """Return the A1 text of a 1-based row and column."""
    return f"{column_letters(col)}{row}"


def a1_range(area: Area) -> str:
    """Return the A1 text of an area; a single cell stays a single address."""
    first = a1(area.row, area.col)
    last = a1(area.last_row, area.last_col)
    return first if first == last else f"{first}:{last}"


def parse_a1(text: str) -> tuple[int, int]:
    """Return (row, column) of an A1 address, `$` allowed; ValueError where it is none."""
    match = _A1.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a cell address: {text!r}")
    col = 0
    for letter in match[1].upper():
        col = col * 26 + ord(letter) - 64
    return int(match[2]), col
