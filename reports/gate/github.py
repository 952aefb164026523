"""GitHub workflow commands: an annotation a finding. GitHub keeps ten of a kind a step and drops the rest in
silence, so nine are printed and then their number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from reports.gate.lines import GateLine, GateRun, pick
from reports.options import Options
from reports.streams import write_pieces
from reports.view.verdicts import Words
from schemas.catalogue import Catalogue
from schemas.finding import Severity
from schemas.outcome import Outcome

MOST_OF_A_KIND = 9
KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the commands as UTF-8, errors first."""
    write_pieces(_commands(GateRun(outcome, catalogue, options), Words(catalogue)), out)


def _commands(run: GateRun, words: Words) -> Iterator[str]:
    lang = run.options.lang
    counts: Counter[Severity] = Counter()
    kept: dict[Severity, list[str]] = {severity: [] for severity in Severity}
    for line in run.lines():
        counts[line.severity] += 1
        if counts[line.severity] <= MOST_OF_A_KIND:
            kept[line.severity].append(command(line, lang))
    for severity, commands in kept.items():
        yield from commands
        more = counts[severity] - len(commands)
        if more:
            text = pick(words("gate.more", count=more), lang)
            yield f"::{KINDS[severity]}::{escaped(text)}\n"


def command(line: GateLine, lang: str) -> str:
    """Return one annotation; its line is the cell's row, its column the cell's column."""
    properties = {"file": line.file, "title": line.name}
    if line.area is not None:
        properties |= {"line": str(line.row), "col": str(line.col)}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{KINDS[line.severity]} {listed}::{escaped(f'{line.place}: {line.message(lang)}')}\n"


def escaped(text: str) -> str:
    """Return a message with what would end or start a command written as GitHub reads it back."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return escaped(text).replace(":", "%3A").replace(",", "%2C")
