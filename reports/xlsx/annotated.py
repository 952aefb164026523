"""The annotated copy: the submitted workbook with every finding marked at its cell. The original is only read."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.workbook.workbook import Workbook

from reports.options import Options
from reports.view.findings import FindingView
from reports.view.run import BookView
from reports.view.selection import Selection
from reports.view.verdicts import Words
from reports.xlsx.cells import FILLS
from reports.xlsx.notes import by_cell, note
from reports.xlsx.parts import lost_parts
from reports.xlsx.sheets import TICKS, Sheets
from schemas.cell import Cell
from schemas.finding import Text
from schemas.terms import Status

MOST_CELLS = 200_000
"""A larger workbook is not rewritten; its findings get a workbook of their own."""
MOST_MARKED = 5_000
SIMPLE_FORMAT = re.compile(r"General|[#0,]*0(?:\.0+)?%?|@")


class CannotAnnotateError(Exception):
    """The submitted file could not be rewritten; args[0] says why, in words for the reader."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """The copy as bytes, and the kinds of parts of the original that it no longer has."""

    data: bytes
    lost: Sequence[str]


def annotated(
    source: bytes, book: BookView, words: Words, options: Options, selection: Selection
) -> Annotated:
    """Return the annotated copy of a workbook; CannotAnnotateError where it cannot be made."""
    cells = sum(sheet.cells for sheet in book.outcome.sheets)
    if cells > MOST_CELLS:
        raise CannotAnnotateError(words("xlsx.too-large", cells=f"{cells:,}", most=f"{MOST_CELLS:,}"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            target = load_workbook(
                io.BytesIO(source), keep_vba=book.outcome.format == "xlsm", rich_text=True, keep_links=True
            )
    except Exception as error:  # the library raises a dozen kinds on files it does not know
        raise CannotAnnotateError(words("xlsx.unreadable", why=type(error).__name__)) from error
    titles = target.sheetnames
    _mark_findings(target, titles, selection.views, book, options)
    _tick_figures(target, titles, book)
    plain = io.BytesIO()
    target.save(plain)
    lost = lost_parts(source, plain.getvalue())
    notes: list[Text] = [words("xlsx.copy")]
    if any(grid.formulas for grid in (book.book.sheets if book.book else ())):
        notes.append(words("xlsx.recalculated"))
    if lost:
        notes.append(words("xlsx.lost", parts=", ".join(lost)))
    sheets = Sheets(book, words, options, None)
    sheets.findings(target, selection, notes)
    sheets.figures(target)
    out = io.BytesIO()
    target.save(out)
    return Annotated(out.getvalue(), lost)


def _mark_findings(
    target: Workbook, titles: list[str], views: Sequence[FindingView], book: BookView, options: Options
) -> None:
    for number, (place, found) in enumerate(by_cell(views).items()):
        cell = _cell(target, titles, place, book)
        if cell is None:
            continue
        cell.fill = FILLS[found[0].severity]
        if number < MOST_MARKED:
            cell.comment = note(found, options.lang, cell.comment)


def _tick_figures(target: Workbook, titles: list[str], book: BookView) -> None:
    """Show a tick mark after every tested figure, by its number format: what the cell holds stays as it was."""
    for line in book.outcome.lines:
        if line.cell is None or line.status is Status.NOT_REPORTED:
            continue
        cell = _cell(target, titles, line.cell, book)
        if cell is not None and SIMPLE_FORMAT.fullmatch(cell.number_format):
            cell.number_format = f'{cell.number_format}" {TICKS[line.status]}"'


def _cell(target: Workbook, titles: list[str], place: Cell, book: BookView) -> SheetCell | None:
    """Return the cell of the copy, None where there is none to write to (inside a merged range, a chart sheet)."""
    name = book.run.names.sheets.get((book.outcome.index, place.sheet))
    if name is None or name not in titles:
        return None
    sheet = target[name]
    cell = sheet.cell(place.row, place.col) if hasattr(sheet, "cell") else None
    return cell if isinstance(cell, SheetCell) else None
