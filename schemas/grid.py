"""A workbook as read: grids of raw values, each at its cell, with the evidence that lies beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from schemas.finding import Finding

if TYPE_CHECKING:
    from schemas.layout import Layout

RawValue = str | float | int | bool | dt.datetime | dt.date | dt.time | dt.timedelta
"""A cell's value as the file holds it. An empty cell is the empty string."""


class Span(NamedTuple):
    """A merged range: 1-based corners, both inside. Its value stands in its first cell only."""

    row: int
    col: int
    last_row: int
    last_col: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet.

    rows: one list a row from row 1 on, possibly ragged; rows[r - 1][c - 1] is the value at 1-based (r, c).
    formulas, formats, errors, comments: by 1-based (row, column), only cells that have one.
    A formula's text starts with '=' and is its own cell's: shared formulas stand written out at every cell.
    A format is its code ('0.00%'); General is left out.
    An error cell has '' in rows and its text (#REF!) in errors; a formula that was never calculated
    has '' in rows and its place in uncached.
    """

    name: str
    rows: list[list[RawValue]]
    visible: bool = True
    merges: tuple[Span, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_cols: frozenset[int] = frozenset()
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    formats: Mapping[tuple[int, int], str] = field(default_factory=dict)
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    uncached: frozenset[tuple[int, int]] = frozenset()
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)
    ignored_warnings: tuple[str, ...] = ()
    """Ranges (A1) where someone dismissed Excel's warning: evidence, never a verdict."""

    def value(self, row: int, col: int) -> RawValue:
        """Return the raw value at a 1-based row and column; outside the sheet it is empty."""
        if 0 < row <= len(self.rows):
            cells = self.rows[row - 1]
            if 0 < col <= len(cells):
                return cells[col - 1]
        return ""


@dataclass(frozen=True, slots=True)
class Book:
    """One input file after reading; a file that could not be read has no sheets and says why in findings.

    file: the path as the user gave it (or '-' for standard input). sha256: of its bytes, '' if unreadable.
    format: xlsx, xlsm, xlsb, xls, ods, csv, tsv, txt, or '' where unknown.
    """

    file: str
    sha256: str
    format: str
    sheets: tuple[Grid, ...] = ()
    findings: tuple[Finding, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    manual_calculation: bool = False
    macros: bool = False
    external_links: tuple[str, ...] = ()
    located: tuple[list[Layout], list[Finding]] | None = None
    """What locating found, where the process that read the book did that too."""

    @property
    def readable(self) -> bool:
        return bool(self.sheets)
