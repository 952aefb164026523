"""The outcome of a run: what reports are made from. Plain values; no stage, no rule, no file is behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from schemas.cell import Area, Cell
from schemas.finding import AnyFinding, Severity, Text
from schemas.tables import TableInfo
from schemas.terms import Assessment, Quantity, Status, Verdict

if TYPE_CHECKING:
    from schemas.rules import RulePack
    from schemas.tables import Tables

SCHEMA_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class Cause:
    """One hypothesis for a mismatch.

    reproduces: the edit gives exactly the reported figure (it lies in the figure's interval).
    chance: probability that a random figure of the same precision would have been reached as well (0-1).
    equivalents: names of causes that give exactly the same value here. weaker: it needed two edits together.
    decides: what to look at to tell it from its rivals.
    """

    name: str
    reproduces: bool
    chance: Decimal | None
    message: Text
    cells: tuple[Cell, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    equivalents: tuple[str, ...] = ()
    weaker: bool = False
    decides: Text | None = None


@dataclass(slots=True)
class Line:
    """One figure of one unit, reported against recomputed: a row of `reconciliation` in the result.

    unit, indicator: 1-based positions, None where the figure has none. reported: the number as stored, or
    the text of a grade. recomputed: the exact value before rounding; shown rounded to `decimals` under the
    mode in force. decimals: those the figure is judged at. cell: where the reported figure stands.
    feasible: for a partial sheet, the closed interval that the missing indicators leave open.
    basis: the deciding integers for the reader (points, full marks, n, sum of weights …) as exact text.
    grade_change, rank_change: (from reported, from recomputed) where they differ.
    """

    workbook: int
    table: int
    unit: int | None
    indicator: int | None
    quantity: Quantity
    reported: Decimal | str | None
    recomputed: Fraction | str | None
    decimals: int
    status: Status
    cell: Cell | None = None
    shown: str | None = None
    """The figure as the number format shows it, where that differs from what is stored."""
    assessment: Assessment | None = None
    feasible: tuple[Fraction, Fraction] | None = None
    causes: tuple[Cause, ...] = ()
    basis: Mapping[str, str] = field(default_factory=dict)
    grade_change: tuple[str, str] | None = None
    rank_change: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class SheetUse:
    """One sheet's account: how many cells hold something, and what it was used as (scores, summary, none)."""

    name: str
    visible: bool
    cells: int
    used_as: str
    reason: Text | None = None
    """Why nothing of it was judged, where used_as is none."""


@dataclass(slots=True)
class WorkbookOutcome:
    """All that is said of one input file. index: its place among the inputs; findings in reading order."""

    index: int
    file: str
    sha256: str
    format: str
    verdict: Verdict
    sheets: Sequence[SheetUse]
    tables: Sequence[TableInfo]
    lines: Sequence[Line]
    findings: Sequence[AnyFinding]
    waived: Sequence[AnyFinding] = ()


@dataclass(slots=True)
class Outcome:
    """The outcome of one run over any number of workbooks; `tables` keeps scores and grids for the reports."""

    rules: RulePack
    workbooks: Sequence[WorkbookOutcome]
    tables: Tables
    version: str
    messages: Sequence[str] = ()
    """Notes of the run itself for stderr (a file skipped as a lock file, …)."""

    @property
    def verdict(self) -> Verdict:
        order = list(Verdict)
        return max((w.verdict for w in self.workbooks), key=order.index, default=Verdict.CONSISTENT)


__all__ = [
    "SCHEMA_VERSION",
    "Area",
    "Cause",
    "Cell",
    "Line",
    "Outcome",
    "Severity",
    "SheetUse",
    "Status",
    "WorkbookOutcome",
]
