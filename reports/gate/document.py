"""The result of `validate` as JSON: every finding with its id, so that the next run can be held against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from reports import json_parts
from reports.gate.lines import GateBook, GateLine, GateRun
from reports.jsontext import member, quoted, written
from reports.options import Options
from reports.streams import write_pieces
from schemas.catalogue import Catalogue
from schemas.outcome import SCHEMA_VERSION, Outcome


def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the whole document as UTF-8."""
    write_pieces(document(GateRun(outcome, catalogue, options)), out)


def document(run: GateRun) -> Iterator[str]:
    """Yield the document in pieces of text."""
    outcome = run.run.outcome
    yield f'{{"schema_version": "{SCHEMA_VERSION}",\n {json_parts.tool(outcome)},\n'
    yield f" {json_parts.rules(outcome.rules)},\n"
    yield f' "verdict": "{outcome.verdict.value}",\n {_summary(run)},\n'
    yield ' "workbooks": ['
    for number, book in enumerate(run.books):
        yield ",\n" if number else "\n"
        yield from _workbook(book)
    yield "]}\n"


def _summary(run: GateRun) -> str:
    weights = run.run.weights
    summary: dict[str, object] = {
        "workbooks": len(run.books),
        "findings": {"error": weights.error, "warning": weights.warning, "info": weights.info},
        "waived": sum(b.waived for b in run.run.books),
    }
    if run.options.baseline is not None and run.changes is not None:
        summary["baseline"] = {"file": run.options.baseline.file, **run.changes}
    return member("summary", summary)


def _workbook(book: GateBook) -> Iterator[str]:
    one = book.book.outcome
    yield f'  {{"file": {quoted(one.file)}, "sha256": {quoted(one.sha256)}, "format": {quoted(one.format)},\n'
    yield f'   "verdict": "{one.verdict.value}",\n'
    yield from json_parts.array("findings", (_finding(line) for line in book.lines()), 3)
    yield ",\n"
    yield from json_parts.array("waived", (_finding(line) for line in book.waived()), 3)
    if book.baseline is not None:
        yield ",\n"
        fixed = (
            written({"name": k.name, "id": k.id, "message": {"en": k.message.en, "th": k.message.th}})
            for k in book.fixed()
        )
        yield from json_parts.array("fixed", fixed, 3)
    yield "}"


def _finding(line: GateLine) -> str:
    text = json_parts.finding(line.view)
    extra: dict[str, object] = {}
    if line.change is not None:
        extra["change"] = line.change
    if line.waived is not None:
        said = line.view.source.values
        names = ("who", "reason", "evidence", "expires")
        extra["waiver"] = {n: said[f"waiver_{n}"] for n in names if f"waiver_{n}" in said}
    return f"{text[:-1]}, {written(extra)[1:]}" if extra else text
