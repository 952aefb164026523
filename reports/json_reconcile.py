"""The result of `reconcile` as JSON: one document, however many workbooks, numbers as exact decimals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import BinaryIO

from reports import json_parts
from reports.jsontext import member, quoted, written
from reports.numbers import difference, number_text, rounded, shown_digits
from reports.options import Options
from reports.streams import write_pieces
from reports.view.places import cell_text
from reports.view.run import BookView, RunView, TableView
from schemas.catalogue import Catalogue
from schemas.cell import Area, Cell, a1, a1_range
from schemas.exact import fraction_text
from schemas.finding import Text
from schemas.outcome import SCHEMA_VERSION, Cause, Line, Outcome
from schemas.terms import Rounding

NOWHERE = 'null, "cell": null'


def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the whole document as UTF-8."""
    write_pieces(document(RunView(outcome, catalogue)), out)


def document(run: RunView) -> Iterator[str]:
    """Yield the document in pieces of text."""
    outcome = run.outcome
    yield f'{{"schema_version": "{SCHEMA_VERSION}",\n {json_parts.tool(outcome)},\n'
    yield f" {json_parts.rules(outcome.rules)},\n"
    yield f' "verdict": "{outcome.verdict.value}",\n {_summary(run)},\n'
    yield ' "workbooks": ['
    for number, book in enumerate(run.books):
        yield ",\n" if number else "\n"
        yield from _workbook(book)
    yield "]}\n"


def _summary(run: RunView) -> str:
    figures, weights = run.figures, run.weights
    return member(
        "summary",
        {
            "workbooks": len(run.books),
            "reported": figures.reported,
            "match": figures.match,
            "mismatch": figures.mismatch,
            "not_computable": figures.not_computable,
            "not_reported": figures.not_reported,
            "findings": {"error": weights.error, "warning": weights.warning, "info": weights.info},
            "waived": sum(b.waived for b in run.books),
        },
    )


def _workbook(book: BookView) -> Iterator[str]:
    one = book.outcome
    yield f'  {{"file": {quoted(one.file)}, "sha256": {quoted(one.sha256)}, "format": {quoted(one.format)},\n'
    yield f'   "verdict": "{one.verdict.value}",\n'
    yield from json_parts.array("sheets", json_parts.sheets(book), 3)
    yield ',\n   "tables": ['
    for number, table in enumerate(book.tables):
        yield ",\n" if number else "\n"
        yield f"    {{{json_parts.table_head(table, book)},{json_parts.rounding(table)}\n"
        yield from json_parts.array("units", json_parts.units(table), 5)
        yield ",\n"
        yield from json_parts.array("indicators", json_parts.indicators(table), 5)
        yield ",\n"
        yield from json_parts.array("reconciliation", _lines(table, book), 5)
        yield "}"
    yield "],\n"
    yield from json_parts.array("findings", json_parts.findings(book.reader.views()), 3)
    if one.waived:
        yield ",\n"
        yield from json_parts.array("waived", json_parts.findings(book.reader.waived()), 3)
    yield "}"


def _lines(table: TableView, book: BookView) -> Iterator[str]:
    rules = book.run.outcome.rules
    sheets = {sheet: quoted(name) for sheet, name in _sheets_of(book).items()}
    bases: dict[int, str] = {}
    for line in table.lines:
        cell, rounding = line.cell, rules.rounding_of(line.quantity)
        place = f'{sheets.get(cell.sheet, "null")}, "cell": "{a1(cell.row, cell.col)}"' if cell else NOWHERE
        causes = ", ".join([_cause(cause, line, book) for cause in line.causes]) if line.causes else ""
        basis = bases.get(id(line.basis))
        if basis is None:
            basis = bases[id(line.basis)] = f', "basis": {written(line.basis)}' if line.basis else ""
        yield (
            f'{{"unit": {line.unit or "null"}, "indicator": {line.indicator or "null"}, '
            f'"quantity": "{line.quantity.value}", {_numbers(line, rounding)}, "sheet": {place}, '
            f'"status": "{line.status.value}", '
            f'"assessment": {quoted(line.assessment.value) if line.assessment else "null"}, '
            f'"feasible": {_feasible(line, rounding) if line.feasible else "null"}, "causes": [{causes}]'
            f'{_exact(line)}, "decimals": {line.decimals}{basis}{_changes(line)}}}'
        )


def _sheets_of(book: BookView) -> dict[int, str]:
    names, index = book.run.names.sheets, book.outcome.index
    return {s: names[index, s] for s in range(len(book.outcome.sheets)) if (index, s) in names}


def _numbers(line: Line, rounding: Rounding) -> str:
    reported, recomputed = line.reported, line.recomputed
    if not isinstance(recomputed, Fraction):
        return f'"reported": {written(reported)}, "recomputed": {written(recomputed)}, "difference": null'
    figure = rounded(recomputed, shown_digits(line.decimals), rounding)
    if not isinstance(reported, Decimal):
        return f'"reported": {written(reported)}, "recomputed": {number_text(figure)}, "difference": null'
    return (
        f'"reported": {number_text(reported)}, "recomputed": {number_text(figure)}, '
        f'"difference": {number_text(difference(reported, figure))}'
    )


def _feasible(line: Line, rounding: Rounding) -> str:
    digits = shown_digits(line.decimals)
    return written([rounded(end, digits, rounding) for end in line.feasible or ()])


def _cause(cause: Cause, line: Line, book: BookView) -> str:
    home = line.cell.sheet if line.cell else None
    record: dict[str, object] = {
        "name": cause.name,
        "reproduces": cause.reproduces,
        "chance": cause.chance,
        "message": json_parts.both(cause.message),
        "cells": [cell_text(c, book.run.names, line.workbook, home) for c in cause.cells],
        "values": {name: _plain(value) for name, value in cause.values.items()},
    }
    if cause.equivalents:
        record["equivalents"] = list(cause.equivalents)
    if cause.weaker:
        record["weaker"] = True
    if cause.decides is not None:
        record["decides"] = json_parts.both(cause.decides)
    return written(record)


def _plain(value: object) -> object:
    if isinstance(value, Cell):
        return a1(value.row, value.col)
    if isinstance(value, Area):
        return a1_range(value)
    if isinstance(value, Text):
        return json_parts.both(value)
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    return value


def _exact(line: Line) -> str:
    if not isinstance(line.recomputed, Fraction):
        return ""
    return f', "recomputed_exact": "{exact_text(line.recomputed)}"'


def _changes(line: Line) -> str:
    if line.shown is None and line.grade_change is None and line.rank_change is None:
        return ""
    found: dict[str, object] = {}
    if line.shown is not None:
        found["shown"] = line.shown
    if line.grade_change is not None:
        found["grade_change"] = dict(zip(("reported", "recomputed"), line.grade_change, strict=True))
    if line.rank_change is not None:
        found["rank_change"] = dict(zip(("reported", "recomputed"), line.rank_change, strict=True))
    return ", " + written(found)[1:-1]


@lru_cache(maxsize=50_000)
def exact_text(value: Fraction) -> str:
    """Return an exact value as text; the same few values stand in many lines."""
    return fraction_text(value)
