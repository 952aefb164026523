"""The result of `extract` as JSON: what ingestion found, cell by cell, before any judgement."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import BinaryIO

from reports import json_parts
from reports.jsontext import quoted, written
from reports.numbers import number_text
from reports.options import Options
from reports.streams import write_pieces
from reports.view.run import BookView, RunView, TableView
from reports.view.scores import STATES, Details
from schemas.catalogue import Catalogue
from schemas.cell import column_letters
from schemas.outcome import SCHEMA_VERSION, Outcome


def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the whole document as UTF-8."""
    write_pieces(document(RunView(outcome, catalogue)), out)


def document(run: RunView) -> Iterator[str]:
    """Yield the document in pieces of text."""
    details = Details(run)
    yield f'{{"schema_version": "{SCHEMA_VERSION}",\n {json_parts.tool(run.outcome)},\n'
    yield f" {json_parts.rules(run.outcome.rules)},\n"
    yield ' "workbooks": ['
    for number, book in enumerate(run.books):
        yield ",\n" if number else "\n"
        yield from _workbook(book, details)
    yield "]}\n"


def _workbook(book: BookView, details: Details) -> Iterator[str]:
    one = book.outcome
    yield f'  {{"file": {quoted(one.file)}, "sha256": {quoted(one.sha256)}, "format": {quoted(one.format)},\n'
    yield from json_parts.array("sheets", json_parts.sheets(book), 3)
    yield ",\n"
    yield from json_parts.array("findings", json_parts.findings(book.reader.views()), 3)
    yield ',\n   "tables": ['
    for number, table in enumerate(book.tables):
        yield ",\n" if number else "\n"
        yield f"    {{{json_parts.table_head(table, book)}"
        for name, members in (
            ("units", json_parts.units(table)),
            ("indicators", json_parts.indicators(table)),
            ("scores", _scores(table, details)),
            ("results", _results(table, details)),
            ("reported", _reported(table, details)),
            ("levels", _levels(table, details)),
        ):
            yield ",\n"
            yield from json_parts.array(name, members, 5)
        yield "}"
    yield "]}"


def _scores(table: TableView, details: Details) -> Iterator[str]:
    for row in details.score_rows(table.key):
        yield (
            f'{{"indicator": {row.indicator}, "unit": {row.unit}, "state": "{row.state}", '
            f'"value": {_plain(row.value) if row.value is not None else "null"}, '
            f'"raw": {quoted(row.raw)}, "sheet": {quoted(row.sheet)}, "cell": "{row.cell}"}}'
        )


def _results(table: TableView, details: Details) -> Iterator[str]:
    names = _sheet_names(table, details)
    for indicator, unit, text, value, sheet, row, col in details.results.rows(
        table.key, "indicator", "unit", "text", "value", "sheet", "row", "col"
    ):
        yield (
            f'{{"indicator": {indicator}, "unit": {unit}, "text": {written(_text(text))}, '
            f'"value": {_number(value)}, "sheet": {names[sheet]}, "cell": "{column_letters(col)}{row}"}}'
        )


def _reported(table: TableView, details: Details) -> Iterator[str]:
    names = _sheet_names(table, details)
    for unit, indicator, quantity, value, decimals, state, raw, sheet, row, col in details.reported.rows(
        table.key, "unit", "indicator", "quantity", "value", "decimals", "state", "raw", "sheet", "row", "col"
    ):
        of_one = f'"indicator": {indicator}, ' if indicator else ""
        yield (
            f'{{"unit": {unit or "null"}, {of_one}"quantity": "{quantity}", "value": {_number(value)}, '
            f'"raw": {written(_text(raw))}, "decimals": {decimals}, "state": "{STATES[state]}", '
            f'"sheet": {names[sheet]}, "cell": "{column_letters(col)}{row}"}}'
        )


def _levels(table: TableView, details: Details) -> Iterator[str]:
    names = _sheet_names(table, details)
    for indicator, round_, level, text, threshold, sheet, row, col in details.levels.rows(
        table.key, "indicator", "round", "level", "text", "threshold", "sheet", "row", "col"
    ):
        yield (
            f'{{"indicator": {indicator}, "round": {written(_text(round_) or None)}, "level": {level}, '
            f'"text": {written(_text(text))}, "threshold": {_number(threshold)}, '
            f'"sheet": {names[sheet]}, "cell": "{column_letters(col)}{row}"}}'
        )


def _sheet_names(table: TableView, details: Details) -> list[str]:
    return [quoted(g.name) for g in details.sheets(table.info.workbook)]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> str:
    """Return an exact decimal text as a JSON number, null where there is none."""
    return _plain(value) if isinstance(value, str) and value else "null"


@lru_cache(maxsize=10_000)
def _plain(text: str) -> str:
    return quoted(text) if "/" in text else number_text(Decimal(text))
