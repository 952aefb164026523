"""Findings: what was seen, where, and what was expected. Frozen values; the words come late, from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from schemas.cell import Area, Cell

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Severity(StrEnum):
    """How much a finding weighs: an error hinders sign-off, a warning wants a look, info is for the record."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Text(NamedTuple):
    """The same words in both languages."""

    en: str
    th: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found.

    name: kebab-case name in the catalogue. workbook: index among the inputs. table: 1-based number of the
    table in its workbook, or None. unit, indicator: 1-based positions in that table, or None.
    subject: what the finding is about where unit and indicator do not say it (a unit code, a sheet, a
    quantity); the stable id is made of name, keys of unit and indicator, and subject.
    values: what the catalogue's message puts into its words, also shown to the reader as they are.
    severity: None means the catalogue's (or the rule pack's) severity for the name.
    """

    name: str
    workbook: int = 0
    table: int | None = None
    area: Area | None = None
    unit: int | None = None
    indicator: int | None = None
    reported: Decimal | str | None = None
    expected: Decimal | str | None = None
    subject: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    cells: tuple[Cell, ...] = ()
    """Single cells where the area alone would say too much; the first is where to look first."""
    severity: Severity | None = None
    line: int | None = None
    """Index of the reconciliation line it speaks of (see schemas.outcome), where there is one."""
    lines: tuple[int, ...] = ()
    """Indexes of all the lines it speaks of, where it speaks of several; `line` is the first."""
    id: str = ""
    """Its id, where it was given before others of the same kind left the list (waived ones); else empty."""


@dataclass(frozen=True, slots=True)
class FindingBatch:
    """Many findings of one name in one table as columns: a million failing cells cost arrays, not objects.

    All arrays have one length: rows and cols 1-based, units and indicators 1-based positions (0: none).
    observed: raw texts of the cells, made on demand.
    """

    name: str
    workbook: int
    table: int
    sheets: NDArray[np.int32]
    rows: NDArray[np.int32]
    cols: NDArray[np.int32]
    units: NDArray[np.int32]
    indicators: NDArray[np.int32]
    severity: Severity | None = None

    def __len__(self) -> int:
        return len(self.rows)

    def finding(self, index: int) -> Finding:
        """Return one member as a Finding."""
        cell = Cell(int(self.sheets[index]), int(self.rows[index]), int(self.cols[index]))
        return Finding(
            self.name,
            self.workbook,
            self.table,
            Area(cell.sheet, cell.row, cell.col, cell.row, cell.col),
            int(self.units[index]) or None,
            int(self.indicators[index]) or None,
            severity=self.severity,
        )

    def __iter__(self) -> Iterator[Finding]:
        return (self.finding(i) for i in range(len(self)))


AnyFinding = Finding | FindingBatch
