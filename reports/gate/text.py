"""`file!sheet!cell: error name: message`, one line a finding: for people, editors and grep."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from reports.gate.lines import GateLine, GateRun, one_line, pick
from reports.options import Options
from reports.streams import write_pieces
from schemas.catalogue import Catalogue
from schemas.outcome import Outcome


def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write one line a finding; what the encoding lacks is replaced, never an error."""
    run = GateRun(outcome, catalogue, options)
    write_pieces(_lines(run, options.lang), out, options.encoding)


def _lines(run: GateRun, lang: str) -> Iterator[str]:
    for book in run.books:
        for line in book.lines():
            yield f"{shown(line, lang)}\n"
        for line in book.waived():
            yield f"{shown(line, lang)} ({line.waived})\n"
        for known in book.fixed():
            place = "!".join(one_line(part) for part in (book.file, known.sheet, known.cell) if part)
            yield f"{place}: fixed {known.name}: {one_line(pick(known.message, lang))}\n"


def shown(line: GateLine, lang: str) -> str:
    """Return one line without its end."""
    weight = "waived" if line.waived is not None else str(line.severity)
    change = f" [{line.change}]" if line.change else ""
    return f"{line.place}: {weight} {line.name}: {line.message(lang)}{change}"
