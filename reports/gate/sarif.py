"""SARIF 2.1.0 as GitHub code scanning takes it: a rule a name, a result a finding, row and column as its region."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import quote

from reports.gate.gitlab import fingerprint
from reports.gate.lines import GateLine, GateRun, pick
from reports.jsontext import written
from reports.options import Options
from reports.streams import write_pieces
from reports.view.verdicts import Words
from schemas.catalogue import Catalogue, FindingEntry
from schemas.finding import Severity
from schemas.outcome import Outcome

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 25_000
"""GitHub takes no more in one upload; the rest is counted in a notification."""
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the log as UTF-8."""
    write_pieces(_pieces(GateRun(outcome, catalogue, options), catalogue), out)


def _pieces(run: GateRun, catalogue: Catalogue) -> Iterator[str]:
    outcome, lang = run.run.outcome, run.options.lang
    used = {f.name for w in outcome.workbooks for f in (*w.findings, *w.waived)}
    entries = [entry for name, entry in catalogue.findings.items() if name in used]
    index = {entry.name: number for number, entry in enumerate(entries)}
    driver = {
        "name": "sobthan",
        "semanticVersion": outcome.version,
        "rules": [_rule(entry, lang) for entry in entries],
    }
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{\n'
    yield f'"tool": {written({"driver": driver})},\n'
    yield f'"columnKind": "unicodeCodePoints",\n"artifacts": {written(_artifacts(run))},\n"results": ['
    separator, count = "\n", 0
    for book in run.books:
        for line in (*book.lines(), *book.waived()):
            count += 1
            if count <= MOST_RESULTS:
                yield f"{separator}{written(_result(line, index, lang))}"
                separator = ",\n"
    yield "]"
    if count > MOST_RESULTS:
        words = Words(catalogue)("gate.more", count=count - MOST_RESULTS)
        note = {"level": "warning", "message": {"text": pick(words, lang)}}
        invocation = {"executionSuccessful": True, "toolExecutionNotifications": [note]}
        yield f',\n"invocations": {written([invocation])}'
    yield "}]}\n"


def _rule(entry: FindingEntry, lang: str) -> dict[str, object]:
    why, mend = pick(entry.why, lang), pick(entry.mend, lang)
    return {
        "id": entry.name,
        "name": "".join(part.capitalize() for part in entry.name.split("-")),
        "shortDescription": {"text": pick(entry.title, lang)},
        "fullDescription": {"text": why},
        "help": {"text": f"{why} {mend}", "markdown": f"{why}\n\n**{mend}**"},
        "defaultConfiguration": {"level": LEVELS[entry.severity]},
        "properties": {"tags": [entry.category]},
    }


def _artifacts(run: GateRun) -> list[dict[str, object]]:
    artifacts = []
    for book in run.books:
        artifact: dict[str, object] = {"location": {"uri": uri(book.file)}}
        if book.book.outcome.sha256:
            artifact["hashes"] = {"sha-256": book.book.outcome.sha256}
        artifacts.append(artifact)
    return artifacts


def _result(line: GateLine, index: dict[str, int], lang: str) -> dict[str, object]:
    area = line.area
    region = {
        "startLine": line.row,
        "startColumn": line.col,
        "endLine": area.last_row if area else 1,
        "endColumn": (area.last_col if area else 1) + 1,
    }
    location: dict[str, object] = {
        "physicalLocation": {"artifactLocation": {"uri": uri(line.file)}, "region": region}
    }
    if line.view.place.sheet and line.view.place.cell:
        name = f"{line.view.place.sheet}!{line.view.place.cell}"
        whole = f"{line.file}!{name}"
        location["logicalLocations"] = [{"name": name, "fullyQualifiedName": whole, "kind": "cell"}]
    result: dict[str, object] = {
        "ruleId": line.name,
        "level": LEVELS[line.severity],
        "message": {"text": f"{line.place}: {line.message(lang)}"},
        "locations": [location],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint(line)},
    }
    if line.name in index:
        result["ruleIndex"] = index[line.name]
    if line.change is not None:
        result["baselineState"] = line.change
    if line.waived is not None:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": line.waived}]
    return result


def uri(file: str) -> str:
    """Return a relative URI of a path with forward slashes."""
    return quote(file, safe="/", errors="replace")
