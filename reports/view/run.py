"""The whole outcome as a reader goes through it: workbooks, their tables, units, indicators and figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from reports.view.counts import Figures, Scales, Weights, size
from reports.view.findings import Reader
from reports.view.slices import Slices
from schemas.catalogue import Catalogue
from schemas.cell import a1, a1_range
from schemas.grid import Book
from schemas.names import Names
from schemas.outcome import Line, Outcome, WorkbookOutcome
from schemas.tables import SCALE_DIGITS, TableInfo


class UnitView(NamedTuple):
    position: int
    code: str
    sheet: int
    row: int
    col: int

    @property
    def cell(self) -> str:
        return a1(self.row, self.col)


class IndicatorView(NamedTuple):
    """weight: in the sheet's own scale, None where it has none. number: None where none is written."""

    position: int
    number: str | None
    title: str
    weight: Decimal | None
    sheet: int
    row: int
    col: int

    @property
    def cell(self) -> str:
        return a1(self.row, self.col)

    @property
    def label(self) -> str:
        return self.number or str(self.position)


class TableView(NamedTuple):
    """One score table with its units, indicators and figures."""

    info: TableInfo
    id: str
    sheet: str
    range: str
    units: Sequence[UnitView]
    indicators: Sequence[IndicatorView]
    lines: Sequence[Line]

    @property
    def key(self) -> tuple[int, int]:
        return self.info.workbook, self.info.table


class BookView:
    """One workbook of the outcome with everything a report says of it."""

    def __init__(self, run: RunView, workbook: WorkbookOutcome) -> None:
        self.run = run
        self.outcome = workbook
        self.figures = Figures.of(workbook.lines)
        self.weights = run.scales.weigh(workbook.findings)
        self.waived = sum(map(size, workbook.waived))

    @property
    def book(self) -> Book | None:
        """The workbook as read, None where nothing of it could be read."""
        books = self.run.outcome.tables.books
        return books[self.outcome.index] if self.outcome.index < len(books) else None

    @property
    def reader(self) -> Reader:
        return Reader(self.outcome, self.run.names, self.run.catalogue, self.run.scales, self.book)

    @cached_property
    def tables(self) -> list[TableView]:
        lines: defaultdict[int, list[Line]] = defaultdict(list)
        for line in self.outcome.lines:
            lines[line.table].append(line)
        return [self.run.table(info, lines[info.table]) for info in self.outcome.tables]


class RunView:
    """The outcome with its look-ups made once."""

    def __init__(self, outcome: Outcome, catalogue: Catalogue) -> None:
        self.outcome = outcome
        self.catalogue = catalogue
        self.names = Names(outcome.tables)
        self.scales = Scales.of(outcome.rules, catalogue)
        self.units = Slices(outcome.tables.units)
        self.indicators = Slices(outcome.tables.indicators)
        self.books = [BookView(self, workbook) for workbook in outcome.workbooks]

    @property
    def figures(self) -> Figures:
        return sum((b.figures for b in self.books), Figures())

    @property
    def weights(self) -> Weights:
        return sum((b.weights for b in self.books), Weights())

    def table(self, info: TableInfo, lines: Sequence[Line]) -> TableView:
        """Return one table with its units and indicators."""
        key = (info.workbook, info.table)
        return TableView(
            info,
            f"t{info.table}",
            self.names.sheets.get((info.workbook, info.sheet), ""),
            a1_range(info.area),
            [UnitView(*row) for row in self.units.rows(key, "unit", "code", "sheet", "row", "col")],
            [
                IndicatorView(i, _text(number), _text(title) or "", _weight(weight), sheet, row, col)
                for i, number, title, weight, sheet, row, col in self.indicators.rows(
                    key, "indicator", "number", "title", "weight", "sheet", "row", "col"
                )
            ],
            lines,
        )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _weight(value: int) -> Decimal | None:
    return None if value < 0 else Decimal(f"{value}E-{SCALE_DIGITS}")
