"""GitLab Code Quality: one JSON array, an object a finding; the fingerprint is the finding's stable id."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from reports.gate.lines import GateLine, GateRun
from reports.jsontext import written
from reports.options import Options
from reports.streams import write_pieces
from schemas.catalogue import Catalogue
from schemas.finding import Severity
from schemas.outcome import Outcome

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the array as UTF-8; GitLab shows it beside the merge request."""
    write_pieces(_pieces(GateRun(outcome, catalogue, options)), out)


def _pieces(run: GateRun) -> Iterator[str]:
    yield "["
    separator = "\n"
    for line in run.lines():
        yield f"{separator}{written(_issue(line, run.options.lang))}"
        separator = ",\n"
    yield "]\n"


def _issue(line: GateLine, lang: str) -> dict[str, object]:
    place = "!".join(part for part in (line.view.place.sheet, line.view.place.cell) if part)
    message = line.message(lang)
    return {
        "description": f"{place}: {message}" if place else message,
        "check_name": line.name,
        "fingerprint": fingerprint(line),
        "severity": SEVERITIES[line.severity],
        "location": {"path": line.file, "lines": {"begin": line.row}},
    }


def fingerprint(line: GateLine) -> str:
    """Return what makes the finding the same in the next run: its workbook and its stable id."""
    return hashlib.sha256(f"{line.file}\x1f{line.view.id}".encode(errors="replace")).hexdigest()
