"""What must be read in a generated workbook: positions, values and the cells they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.books.page import Cell, Sheet


@dataclass(frozen=True)
class ExpectedUnit:
    code: str
    cell: Cell


@dataclass(frozen=True)
class ExpectedIndicator:
    number: str | None
    title: str
    cell: Cell
    weight: Decimal | None = None
    """As a share of 100, whatever the sheet writes: 30, 30 % and 0.3 are 30."""
    weight_cell: Cell | None = None
    number_cell: Cell | None = None
    sequence: str | None = None
    """The running number beside an indicator that has none of its own."""


@dataclass(frozen=True)
class ExpectedScore:
    indicator: int
    unit: int
    state: str
    value: Decimal | None
    cell: Cell


@dataclass(frozen=True)
class ExpectedFigure:
    """A reported figure: as it stands, and exactly what the scores give (None: not computable)."""

    unit: int
    indicator: int | None
    quantity: str
    value: Decimal | str
    cell: Cell
    exact: Fraction | str | None = None
    decimals: int | None = None


@dataclass(frozen=True)
class ExpectedLevel:
    indicator: int
    round: str | None
    level: int
    text: str
    threshold: Decimal | None
    cell: Cell
    certain: bool = True
    """False where a number stands amid a text: whether it is a threshold is a matter of opinion."""


@dataclass
class ExpectedTable:
    layout: str
    sheet: Sheet
    units: list[ExpectedUnit] = field(default_factory=list)
    indicators: list[ExpectedIndicator] = field(default_factory=list)
    scores: list[ExpectedScore] = field(default_factory=list)
    reported: list[ExpectedFigure] = field(default_factory=list)
    levels: list[ExpectedLevel] = field(default_factory=list)
    round: str | None = None
    assessor: str | None = None
    packed: bool = False


@dataclass(frozen=True)
class ExpectedFinding:
    """A finding that must be there. cells: all of them must lie in the finding's cell, range or cells.

    either: one of the cells is enough, for what stands in two of them.
    """

    name: str
    cells: tuple[Cell, ...] = ()
    either: bool = False


@dataclass
class Written:
    """A generated workbook: its pages, what must be read, and what must be found.

    findings: above info, all that may and must stand in the result; none for a clean book.
    allowed: names that may stand there besides. formats: those that can carry it, None for all.
    """

    name: str
    sheets: list[Sheet]
    tables: list[ExpectedTable]
    findings: list[ExpectedFinding] = field(default_factory=list)
    allowed: set[str] = field(default_factory=set)
    formats: frozenset[str] | None = None
    traits: tuple[str, ...] = ()
    mismatches: list[ExpectedFigure] = field(default_factory=list)
    """The reported figures that are wrong, all of them."""

    @property
    def clean(self) -> bool:
        return not self.mismatches

    def check_cells(self) -> None:
        """Fail where cells stand on one another."""
        for sheet in self.sheets:
            sheet.check()

    def check(self) -> None:
        """Fail where the generator contradicts itself: cells on one another, or repeated scores."""
        self.check_cells()
        for table in self.tables:
            places = [(s.indicator, s.unit) for s in table.scores]
            assert len(set(places)) == len(places) == len(table.units) * len(table.indicators), self.name


def raw(cell: Cell) -> str:
    """Return the raw text the file holds at a cell: text as written, a number as its shortest decimal."""
    if cell.value is None:
        return ""
    return cell.value if isinstance(cell.value, str) else plain(cell.value)


def plain(number: Decimal) -> str:
    """Return a decimal without exponent and without trailing zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def number(value: Decimal | None) -> float | int | None:
    """Return a decimal as the JSON number it would be written as."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def as_json(book: Written) -> dict[str, Any]:
    """Return the expectation in the shape of `extract --format json`, without hashes and findings."""
    return {
        "verdict": "consistent" if book.clean else "discrepant",
        "mismatches": [
            {"unit": f.unit, "indicator": f.indicator, "quantity": f.quantity, "cell": f.cell.here}
            for f in book.mismatches
        ],
        "tables": [_table(f"t{n}", table) for n, table in enumerate(book.tables, 1)],
    }


def _table(name: str, table: ExpectedTable) -> dict[str, Any]:
    return {
        "id": name,
        "layout": table.layout,
        "sheet": table.sheet.name,
        "round": table.round,
        "assessor": table.assessor,
        "units": [{"position": n, "code": u.code, "cell": u.cell.here} for n, u in enumerate(table.units, 1)],
        "indicators": [
            {
                "position": n,
                "number": i.number,
                "title": i.title,
                "weight": number(i.weight),
                "sheet": i.cell.sheet.name,
                "cell": i.cell.here,
            }
            for n, i in enumerate(table.indicators, 1)
        ],
        "scores": [
            {
                "indicator": s.indicator,
                "unit": s.unit,
                "state": s.state,
                "value": number(s.value),
                "raw": raw(s.cell),
                "sheet": s.cell.sheet.name,
                "cell": s.cell.here,
            }
            for s in table.scores
        ],
        "reported": [
            {
                "unit": f.unit,
                "indicator": f.indicator,
                "quantity": f.quantity,
                "value": f.value if isinstance(f.value, str) else number(f.value),
                "raw": raw(f.cell),
                "decimals": f.decimals,
                "sheet": f.cell.sheet.name,
                "cell": f.cell.here,
            }
            for f in table.reported
        ],
        "levels": [
            {
                "indicator": v.indicator,
                "round": v.round,
                "level": v.level,
                "text": v.text,
                "threshold": number(v.threshold),
                "sheet": v.cell.sheet.name,
                "cell": v.cell.here,
            }
            for v in table.levels
        ],
    }
