"""What every part of one workbook's page is made from: the views, made once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from reports.options import Options
from reports.view.findings import FindingView
from reports.view.flags import Flag, flags
from reports.view.links import LineLinks
from reports.view.matrix import ScoreMatrix
from reports.view.run import BookView, TableView
from reports.view.scores import Details
from reports.view.selection import Selection, select
from reports.view.verdicts import Words
from schemas.cell import Cell
from schemas.finding import Text
from schemas.outcome import Line
from schemas.rules import RulePack


class Context:
    """One workbook's page."""

    def __init__(self, book: BookView, details: Details, words: Words, options: Options) -> None:
        self.book = book
        self.words = words
        self.options = options
        self._details = details
        self._matrices: dict[int, ScoreMatrix] = {}
        self.unit_codes = {
            (table.info.table, unit.position): unit.code for table in book.tables for unit in table.units
        }

    def __call__(self, key: str, **values: object) -> Text:
        """Return words of the catalogue."""
        return self.words(key, **values)

    @property
    def rules(self) -> RulePack:
        return self.book.run.outcome.rules

    @cached_property
    def home_sheet(self) -> int | None:
        """The sheet whose cells need no sheet name before them: the one sheet of all tables."""
        sheets = {
            s for info in self.book.outcome.tables for s in (info.sheet, *info.sheets, *info.summary_sheets)
        }
        return sheets.pop() if len(sheets) == 1 else None

    @property
    def views(self) -> Sequence[FindingView]:
        """The findings that the page holds, worst first."""
        return self.selection.views

    @cached_property
    def selection(self) -> Selection:
        return select(self.book.reader)

    @cached_property
    def flags(self) -> dict[Cell, Flag]:
        return flags(self.views)

    @cached_property
    def links(self) -> LineLinks:
        return LineLinks(self.book.outcome)

    @cached_property
    def finding_of_line(self) -> dict[int, FindingView]:
        """The finding that speaks of a figure, by the identity of its line."""
        found: dict[int, FindingView] = {}
        for view in self.views:
            for line in self.lines_of(view):
                found.setdefault(id(line), view)
        return found

    @cached_property
    def _lines_of_view(self) -> dict[str, list[Line]]:
        return {view.id: self.links.lines(view.source) for view in self.views}

    def lines_of(self, view: FindingView) -> list[Line]:
        """Return every figure a finding speaks of."""
        return self._lines_of_view[view.id]

    def table(self, number: int) -> TableView | None:
        """Return one table by its number in the workbook."""
        return next((t for t in self.book.tables if t.info.table == number), None)

    def matrix(self, table: TableView) -> ScoreMatrix:
        """Return the scores of one table."""
        number = table.info.table
        if number not in self._matrices:
            self._matrices[number] = ScoreMatrix(table, self._details)
        return self._matrices[number]

    def unit(self, line: Line) -> str:
        """Return the code of a figure's unit, '' where it is of the whole table."""
        return self.unit_codes.get((line.table, line.unit or 0), "")
