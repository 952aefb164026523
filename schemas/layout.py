"""How a sheet is laid out: a value that can be printed and tested. Every row and column has a role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from schemas.cell import Area
from schemas.terms import LayoutKind, Quantity


class RowRole(StrEnum):
    TITLE = "title"
    HEADER = "header"
    GROUP = "group"
    INDICATOR = "indicator"
    CRITERION = "criterion"
    SUBTOTAL = "subtotal"
    SUMMARY = "summary"
    NOTE = "note"
    BLANK = "blank"
    UNIT = "unit"
    """A unit's row of a transposed matrix."""
    AGGREGATE = "aggregate"
    """A row over units (mean of all units …) of a transposed matrix."""
    LEVEL = "level"
    WEIGHT = "weight"
    UNKNOWN = "unknown"


class ColumnRole(StrEnum):
    SEQUENCE = "sequence"
    NUMBER = "number"
    INDICATOR = "indicator"
    GROUP = "group"
    MEASURE = "measure"
    TARGET = "target"
    LEVEL = "level"
    WEIGHT = "weight"
    ROUND = "round"
    UNIT = "unit"
    """A value column of a unit (of the one unit of a form: score, weight, weighted, result)."""
    AGGREGATE = "aggregate"
    SUMMARY = "summary"
    """A column of reported figures, where units go down."""
    NOTE = "note"
    ORPHAN = "orphan"
    """It holds values on indicator rows and belongs to no unit."""
    BLANK = "blank"
    UNKNOWN = "unknown"


class ValueRole(StrEnum):
    """What one column of a unit's span holds on an indicator row."""

    SCORE = "score"
    WEIGHT = "weight"
    WEIGHTED = "weighted"
    RESULT = "result"
    FULL_MARKS = "full_marks"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class UnitColumns:
    """One unit: its code as written, its header cell on the sheet, and the columns it spans with their roles.

    In a transposed matrix `columns` are rows of the sheet. A form's unit has the cell its name was found in;
    where the name is that of the sheet or of the file, row and col are 0. last_col: the last column of its
    header cell.
    """

    code: str
    row: int
    col: int
    columns: tuple[tuple[int, ValueRole], ...]
    last_col: int = 0


@dataclass(frozen=True, slots=True)
class SummaryFigure:
    """One reported figure's place: unit position in its table (0: whole table), quantity, cell."""

    unit: int
    quantity: Quantity
    sheet: int
    row: int
    col: int


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """Where one indicator stands: the row of its title and the row of its scores (mostly the same).

    number: as read from its own cell or the title's beginning, digits 0-9, None where it has none.
    """

    row: int
    score_row: int
    number: str | None
    title: str
    col: int
    """Column of the cell that names it."""
    group: int = 0
    """How many group rows stand before it: a count of indicators may start anew in each group."""


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One row with texts in the level block: the indicator (position in this layout) and the round it is for."""

    row: int
    indicator: int
    round: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """One score table, or one part of it, on one sheet.

    table: 1-based number of the table in its workbook. The first layout of a table is its main part; others
    with the same number carry on its indicators on another sheet, or hold only its reported figures (no
    indicators). unit_positions: for each of `units` its position in the table's main part.
    rows and columns give the role of every row and column inside `area` (1-based keys, as on the sheet), so
    that what got no role can be listed. confidence is 0-1; reasons say in words what was recognised.

    transposed: units go down. Then the rows of `indicators` and `level_rows` are columns of the sheet, and
    the columns of `units`, `level_cols`, `indicator_col` and `weight_col` are rows of the sheet; the areas,
    the cells of units and of summary figures, `rows` and `columns` stay as on the sheet.
    """

    kind: LayoutKind
    sheet: int
    area: Area
    rows: Mapping[int, RowRole]
    columns: Mapping[int, ColumnRole]
    units: tuple[UnitColumns, ...]
    indicators: tuple[IndicatorRow, ...]
    indicator_col: int
    summary: tuple[SummaryFigure, ...] = ()
    level_cols: tuple[tuple[int, int], ...] = ()
    """(level 1-5, column) of the level block."""
    level_rows: tuple[LevelRow, ...] = ()
    weight_col: int | None = None
    transposed: bool = False
    packed: bool = False
    round: str | None = None
    assessor: str | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    table: int = 1
    unit_positions: tuple[int, ...] = ()
    header_rows: tuple[int, ...] = field(default=())
    products: tuple[int, ...] = ()
    """For each indicator the line of its weighted scores (0: none), where they have lines of their own."""
    listed: tuple[tuple[int, ...], ...] = ()
    """For each indicator the row of each unit's score, where every score has a line of its own."""

    def line(self, indicator: int, unit: int) -> int:
        """Return the row (transposed: the column) with the values of an indicator for a unit, both from 1."""
        return (
            self.listed[indicator - 1][unit - 1] if self.listed else self.indicators[indicator - 1].score_row
        )

    @property
    def indicator_rows(self) -> tuple[int, ...]:
        """Rows that hold the scores, in order (columns where transposed)."""
        return tuple(i.score_row for i in self.indicators)
