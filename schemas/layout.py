"""How a sheet is laid out: a value that can be printed and tested. Every row and column has a role."""

from __future__ import annotations

from dataclasses import dataclass
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
    UNKNOWN = "unknown"


class ColumnRole(StrEnum):
    SEQUENCE = "sequence"
    INDICATOR = "indicator"
    MEASURE = "measure"
    LEVEL = "level"
    WEIGHT = "weight"
    ROUND = "round"
    UNIT = "unit"
    AGGREGATE = "aggregate"
    NOTE = "note"
    ORPHAN = "orphan"
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
    """One unit of a matrix: its code as written, its header cell, and the columns it spans with their roles."""

    code: str
    row: int
    col: int
    columns: tuple[tuple[int, ValueRole], ...]


@dataclass(frozen=True, slots=True)
class SummaryFigure:
    """One reported figure's place: unit position (0: whole table), quantity, cell."""

    unit: int
    quantity: Quantity
    sheet: int
    row: int
    col: int


@dataclass(frozen=True, slots=True)
class Layout:
    """One score table on one sheet.

    rows and columns give the role of every row and column inside `area` (1-based keys), so that what got no
    role can be listed. confidence is 0-1; reasons say in words what was recognised.
    """

    kind: LayoutKind
    sheet: int
    area: Area
    rows: dict[int, RowRole]
    columns: dict[int, ColumnRole]
    units: tuple[UnitColumns, ...]
    indicator_rows: tuple[int, ...]
    indicator_col: int
    summary: tuple[SummaryFigure, ...] = ()
    level_cols: tuple[tuple[int, int], ...] = ()
    """(level 1-5, column) of the level block."""
    weight_col: int | None = None
    transposed: bool = False
    packed: bool = False
    round: str | None = None
    assessor: str | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
