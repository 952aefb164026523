"""The two sheets an auditor works from: the findings with links, and the reconciliation unit by unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reports.dates import date_words
from reports.numbers import difference
from reports.options import Options
from reports.view.findings import FindingView
from reports.view.mismatches import gap_shown, recomputed_shown
from reports.view.run import BookView
from reports.view.selection import Selection
from reports.view.verdicts import Words, pick, verdict_words
from reports.xlsx.cells import (
    BOLD,
    FILLS,
    HEAD,
    HEAD_FILL,
    LINE,
    LINE_HEIGHT,
    TITLE,
    free_title,
    lines_of,
    link,
    put,
)
from schemas.cell import a1
from schemas.finding import Text
from schemas.outcome import Line
from schemas.terms import Status

TICKS = {Status.MATCH: "✓", Status.MISMATCH: "✗", Status.NOT_COMPUTABLE: "?", Status.NOT_REPORTED: "–"}
FINDING_COLUMNS = (
    ("number", 5),
    ("severity", 13),
    ("finding", 28),
    ("sheet", 16),
    ("cell", 13),
    ("unit", 13),
    ("indicator", 9),
    ("message", 58),
    ("reported", 11),
    ("expected", 11),
    ("action", 44),
    ("id", 34),
)
FIGURE_COLUMNS = (
    ("unit", 16),
    ("indicator", 11),
    ("figure", 28),
    ("reported", 13),
    ("recomputed", 13),
    ("difference", 13),
    ("tick", 6),
    ("status", 22),
    ("sheet", 18),
    ("cell", 11),
    ("cause", 64),
)
Note = tuple[str, Text]


class Sheets:
    """Adds the sheets to a workbook. file: where links lead, None for the workbook itself."""

    def __init__(self, book: BookView, words: Words, options: Options, file: str | None) -> None:
        self.book, self.words, self.options, self.file = book, words, options, file

    def say(self, key: str, **values: object) -> str:
        return pick(self.words(key, **values), self.options.lang)

    def findings(self, target: Workbook, selection: Selection, notes: Sequence[Text]) -> Worksheet:
        """Add the sheet of findings: verdict, what was run, legend, then a row a finding."""
        sheet = _added(target, self.say("xlsx.findings"))
        one = self.book.outcome
        answer, reason = verdict_words(self.words, one.verdict, self.book.figures, self.book.weights)
        put(sheet, 1, 1, pick(answer, self.options.lang), TITLE, wrapped=False)
        put(sheet, 2, 1, pick(reason, self.options.lang), BOLD, wrapped=False)
        rules = self.book.run.outcome.rules
        lines = [
            f"{self.say('html.fact.file')}: {one.file}",
            f"{self.say('html.fact.sha256')}: {one.sha256}",
            f"{self.say('html.fact.rules')}: {rules.name} ({rules.sha256[:16]})",
            f"{self.say('html.fact.date')}: {pick(date_words(self.options.made), self.options.lang)}",
            self.say("xlsx.ticks", **{status.value: mark for status, mark in TICKS.items()}),
            *(pick(note, self.options.lang) for note in notes),
        ]
        if not selection.complete:
            lines.append(self.say("xlsx.some", shown=len(selection.views), total=selection.total))
        sheet.row_dimensions[1].height = 1.5 * LINE_HEIGHT
        for row in range(2, len(lines) + 3):
            sheet.row_dimensions[row].height = LINE_HEIGHT
        for row, text in enumerate(lines, 3):
            put(sheet, row, 1, text, wrapped=False)
        for place, severity in enumerate(FILLS):
            put(sheet, 2 + place, 11, self.say(f"severity.{severity.value}"), BOLD).fill = FILLS[severity]
        top = len(lines) + 4
        self._head(sheet, top, FINDING_COLUMNS)
        for number, view in enumerate(selection.views, 1):
            self._finding(sheet, top + number, number, view)
        return sheet

    @staticmethod
    def _dress(sheet: Worksheet, row: int, columns: Sequence[tuple[str, int]]) -> None:
        """Give a row its line below and the height its longest wrapped text needs."""
        lines = 1
        for col, (_, width) in enumerate(columns, 1):
            below = sheet.cell(row, col)
            below.border = LINE
            if isinstance(below.value, str):
                lines = max(lines, lines_of(below.value, width))
        sheet.row_dimensions[row].height = min(lines, 18) * LINE_HEIGHT

    def _finding(self, sheet: Worksheet, row: int, number: int, view: FindingView) -> None:
        entry = self.book.run.catalogue.findings.get(view.source.name)
        place, lang = view.place, self.options.lang
        values = (
            number,
            self.say(f"severity.{view.severity.value}"),
            pick(view.title, lang),
            place.sheet or "",
            place.range or place.cell or "",
            view.unit,
            view.indicator,
            pick(view.message, lang),
            view.source.reported,
            view.source.expected,
            pick(entry.mend, lang) if entry else "",
            view.id,
        )
        for col, value in enumerate(values, 1):
            cell = put(sheet, row, col, value)
            if col == 2:
                cell.fill = FILLS[view.severity]
            if col == 5 and place.sheet and value:
                link(cell, place.sheet, str(place.range or place.cell), self.file)
        self._dress(sheet, row, FINDING_COLUMNS)

    def figures(self, target: Workbook) -> Worksheet:
        """Add the reconciliation: a row a figure, with its tick mark."""
        sheet = _added(target, self.say("xlsx.reconciliation"))
        self._head(sheet, 1, FIGURE_COLUMNS)
        for row, line in enumerate(self.book.outcome.lines, 2):
            self._figure(sheet, row, line)
        return sheet

    def _figure(self, sheet: Worksheet, row: int, line: Line) -> None:
        names, lang = self.book.run.names, self.options.lang
        rules = self.book.run.outcome.rules
        recomputed: Decimal | str = recomputed_shown(line, rules)
        if isinstance(line.reported, Decimal) and recomputed:
            recomputed = Decimal(recomputed)
        apart = gap_shown(line, rules)
        cause = pick(line.causes[0].message, lang) if line.causes else ""
        home = names.sheets.get((line.workbook, line.cell.sheet), "") if line.cell else ""
        place = a1(line.cell.row, line.cell.col) if line.cell else ""
        values = (
            names.codes.get((line.workbook, line.table, line.unit or 0), ""),
            names.numbers.get((line.workbook, line.table, line.indicator or 0), "") if line.indicator else "",
            self.say(f"quantity.{line.quantity.value}"),
            line.reported,
            recomputed if recomputed != "" else None,
            difference(line.reported, recomputed)
            if apart and isinstance(line.reported, Decimal) and isinstance(recomputed, Decimal)
            else None,
            TICKS[line.status],
            self.say(f"status.{line.status.value}"),
            home,
            place,
            cause,
        )
        for col, value in enumerate(values, 1):
            written = put(sheet, row, col, value)
            if col == 10 and home and place:
                link(written, home, place, self.file)
        self._dress(sheet, row, FIGURE_COLUMNS)

    def _head(self, sheet: Worksheet, row: int, columns: Sequence[tuple[str, int]]) -> None:
        for col, (name, width) in enumerate(columns, 1):
            put(sheet, row, col, self.say(f"xlsx.column.{name}"), HEAD).fill = HEAD_FILL
            sheet.column_dimensions[get_column_letter(col)].width = width
        sheet.row_dimensions[row].height = LINE_HEIGHT * 1.2
        sheet.freeze_panes = f"A{row + 1}"
        sheet.auto_filter.ref = f"A{row}:{get_column_letter(len(columns))}{row}"
        sheet.print_title_rows = f"{row}:{row}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _added(target: Workbook, title: str) -> Worksheet:
    sheet = target.create_sheet(free_title(title, target.sheetnames))
    assert isinstance(sheet, Worksheet)
    return sheet
