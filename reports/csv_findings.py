"""The findings as CSV for Excel: UTF-8 with a byte order mark, text that looks like a formula made harmless."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import BinaryIO

from reports.numbers import number_text
from reports.options import Options
from reports.streams import write_pieces
from reports.view.findings import FindingView
from reports.view.run import BookView, RunView
from reports.view.verdicts import Words, pick
from schemas.catalogue import Catalogue
from schemas.exact import decimal_of_text
from schemas.outcome import Outcome

COLUMNS = (
    *("file", "severity", "name", "finding", "sheet", "cell", "range", "unit", "indicator"),
    *("reported", "expected", "message", "action", "id"),
)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write a row a finding, all of them."""
    run = RunView(outcome, catalogue)
    write_pieces(_lines(run, Words(catalogue), options), out)


def _lines(run: RunView, words: Words, options: Options) -> Iterator[str]:
    yield "\ufeff"
    yield row([pick(words(f"xlsx.column.{name}"), options.lang) for name in COLUMNS])
    for book in run.books:
        for view in book.reader.views():
            yield row(_values(book, view, words, options.lang))


def _values(book: BookView, view: FindingView, words: Words, lang: str) -> list[object]:
    entry = book.run.catalogue.findings.get(view.source.name)
    return [
        book.outcome.file,
        pick(words(f"severity.{view.severity.value}"), lang),
        view.source.name,
        pick(view.title, lang),
        view.place.sheet,
        view.place.cell,
        view.place.range,
        view.unit,
        view.indicator,
        view.source.reported,
        view.source.expected,
        pick(view.message, lang),
        pick(entry.mend, lang) if entry else "",
        view.id,
    ]


def row(values: list[object]) -> str:
    """Return one row; numbers stay numbers, text that a spreadsheet would run gets an apostrophe before it."""
    buffer = io.StringIO()
    csv.writer(buffer).writerow([_cell(value) for value in values])
    return buffer.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal | int):
        return number_text(value)
    text = str(value)
    harmless = len(text) < 2 or decimal_of_text(text) is not None  # a dash, or a number written as text
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not harmless else text
