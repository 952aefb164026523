"""What comparing two sources of the same scores found: differences as values, each with both places."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from schemas.cell import Cell
from schemas.finding import Finding
from schemas.terms import Quantity, State

if TYPE_CHECKING:
    from schemas.grid import Book
    from schemas.rules import RulePack
    from schemas.tables import TableInfo

COMPARISON_VERSION = "1.0"


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class Subject(StrEnum):
    """What a difference is about."""

    TABLE = "table"
    UNIT = "unit"
    INDICATOR = "indicator"
    SCORE = "score"
    FIGURE = "figure"


class ComparisonVerdict(StrEnum):
    """From best to worst."""

    SAME = "same"
    DIFFERENT = "different"
    NOT_JUDGED = "not_judged"


@dataclass(frozen=True, slots=True)
class Spot:
    """One side of a difference: where it stands and what stands there.

    workbook: index among that side's workbooks. value: the exact number, where it is one. state: of a score.
    text: as the cell holds it; a unit's code or an indicator's name for a header.
    """

    workbook: int
    table: int
    cell: Cell | None
    text: str = ""
    value: Decimal | None = None
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. unit, indicator: as written, on the left where it stands there.

    others: further places of a key that stands more than once. values: what the message needs besides.
    """

    name: str
    subject: Subject
    unit: str = ""
    indicator: str = ""
    quantity: Quantity | None = None
    round: str | None = None
    assessor: str | None = None
    left: Spot | None = None
    right: Spot | None = None
    others: tuple[Spot, ...] = ()
    key: tuple[str, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the stable id: of the name and the keys, never of the place."""
        digest = hashlib.sha256("\x1f".join((self.name, self.subject.value, *self.key)).encode())
        return f"{self.name}-{digest.hexdigest()[:10]}"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many members were compared, and how many of them are the same."""

    compared: int = 0
    same: int = 0

    @property
    def changed(self) -> int:
        return self.compared - self.same


@dataclass(frozen=True, slots=True)
class NotJudged:
    """An input of one side that gave no scores, with what was found about it."""

    side: Side
    file: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """One side's workbooks and tables. first: what to take from a table's workbook for its place in books."""

    books: Sequence[Book]
    tables: Sequence[TableInfo]
    first: int = 0


@dataclass(slots=True)
class Comparison:
    """The outcome of a comparison. units, indicators: how many keys stand on both sides."""

    rules: RulePack
    version: str
    left: Compared
    right: Compared
    differences: Sequence[Difference]
    scores: Tally = Tally()
    figures: Tally = Tally()
    units: int = 0
    indicators: int = 0
    unshared_quantities: tuple[tuple[Side, Quantity], ...] = ()
    """Quantities that only one side reports at all: nothing to compare them with."""
    not_judged: Sequence[NotJudged] = ()

    @property
    def verdict(self) -> ComparisonVerdict:
        if self.not_judged:
            return ComparisonVerdict.NOT_JUDGED
        return ComparisonVerdict.DIFFERENT if self.differences else ComparisonVerdict.SAME
