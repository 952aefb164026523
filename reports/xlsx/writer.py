"""`--format xlsx`: the annotated copy where nothing of the original would be lost, else a workbook of findings."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook

from reports.options import Options
from reports.view.run import BookView, RunView
from reports.view.selection import Selection, select
from reports.view.verdicts import Words
from reports.xlsx.annotated import CannotAnnotateError, annotated
from reports.xlsx.sheets import Sheets
from schemas.catalogue import Catalogue
from schemas.finding import Text
from schemas.outcome import Outcome

ANNOTATED = frozenset({"xlsx", "xlsm"})


def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the workbook for the first of the outcome's workbooks."""
    for data in each(outcome, catalogue, options):
        out.write(data)
        return


def each(outcome: Outcome, catalogue: Catalogue, options: Options) -> Iterator[bytes]:
    """Yield the workbook for every workbook of the outcome."""
    run = RunView(outcome, catalogue)
    words = Words(catalogue)
    for book in run.books:
        yield workbook(book, words, options)


def workbook(book: BookView, words: Words, options: Options) -> bytes:
    """Return the annotated copy, or the findings' own workbook, which then says why."""
    selection = select(book.reader)
    source = _source(book, options)
    notes: list[Text] = []
    if book.outcome.format in ANNOTATED and source is not None and book.outcome.tables:
        try:
            copy = annotated(source, book, words, options, selection)
        except CannotAnnotateError as error:
            notes.append(error.args[0])
        else:
            if not copy.lost or options.annotate_lossy:
                return copy.data
            notes.append(words("xlsx.would-lose", parts=", ".join(copy.lost)))
    elif book.outcome.format not in ANNOTATED:
        notes.append(words("xlsx.not-annotated", format=book.outcome.format or "–"))
    return _findings_workbook(book, words, options, selection, notes)


def _findings_workbook(
    book: BookView, words: Words, options: Options, selection: Selection, notes: Sequence[Text]
) -> bytes:
    target = Workbook()
    target.remove(target.worksheets[0])
    linked = (
        Path(book.outcome.file).name
        if book.outcome.format in ("xlsx", "xlsm", "xls", "ods", "xlsb")
        else None
    )
    sheets = Sheets(book, words, options, linked or "")
    sheets.findings(target, selection, notes)
    sheets.figures(target)
    out = io.BytesIO()
    target.save(out)
    return out.getvalue()


def _source(book: BookView, options: Options) -> bytes | None:
    """Return the submitted file's bytes, None where they are not at hand."""
    given = options.sources.get(book.outcome.index)
    if isinstance(given, bytes):
        return given
    path = given or Path(book.outcome.file)
    try:
        return path.read_bytes()
    except OSError:
        return None
