"""The stage that takes waived findings apart: a waiver holds for one finding, one value, and its time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from pipeline.conclude import severity_of, verdict_of
from pipeline.waived_value import expected_of, same_value, value_of
from reports.view.ids import Ids
from rules.waivers import Waiver, WaiverFile
from schemas.finding import AnyFinding, Finding, FindingBatch
from schemas.grid import Book
from schemas.names import Names
from schemas.outcome import Outcome, WorkbookOutcome


@dataclass(frozen=True, slots=True)
class Applied:
    """The waiver file of one workbook. whole: every workbook it can speak of is judged in this run."""

    file: WaiverFile
    whole: bool = True


def waive(outcome: Outcome, applied: Mapping[int, Applied], today: dt.date) -> Outcome:
    """Return the outcome with waived findings apart, verdicts said anew, and waivers that do not hold as findings.

    applied: by workbook index. A waiver is unused where its own workbook, or, where it names none, no workbook
    of its file has the finding.
    """
    names = Names(outcome.tables)
    used: Counter[tuple[Path, int]] = Counter()
    workbooks = []
    for workbook in outcome.workbooks:
        given = applied.get(workbook.index)
        workbooks.append(workbook if given is None else _one(workbook, given, outcome, names, today, used))
    return replace(outcome, workbooks=_with_unused(workbooks, applied, outcome, used))


def _one(
    workbook: WorkbookOutcome,
    given: Applied,
    outcome: Outcome,
    names: Names,
    today: dt.date,
    used: Counter[tuple[Path, int]],
) -> WorkbookOutcome:
    waivers = {
        w.id: (number, w)
        for number, w in enumerate(given.file.waivers)
        if w.file is None or _is_of(w.file, given.file, workbook)
    }
    wanted = {w.name for _, w in waivers.values()}
    if not any(f.name in wanted for f in workbook.findings):
        return workbook
    book = outcome.tables.books[workbook.index]
    kept: list[AnyFinding] = []
    waived: list[AnyFinding] = list(workbook.waived)
    failed: list[AnyFinding] = []
    ids = Ids(names, workbook.findings)
    for finding in workbook.findings:
        if finding.name not in wanted:
            kept.append(finding)
            continue
        if isinstance(finding, FindingBatch) and not ids.clashes(finding):
            gone = _members(finding, ids, waivers)
        else:
            members = iter(finding) if isinstance(finding, FindingBatch) else iter((finding,))
            gone = ((None, replace(one, id=ids.give(one))) for one in members)
        places = []
        for place, one in gone:
            number, waiver = waivers.get(one.id, (-1, None))
            if waiver is None:
                kept.append(one)
                continue
            used[given.file.path, number] += 1
            complaint = _complaint(waiver, one, given.file, book, today, workbook.index)
            if complaint is None:
                waived.append(_noted(one, waiver))
                places.append(place)
            else:
                failed.append(_weighed(complaint, outcome))
                if place is None:
                    kept.append(one)
        if isinstance(finding, FindingBatch) and not ids.clashes(finding):
            rest = _without(finding, [p for p in places if p is not None])
            if len(rest):
                kept.append(rest)
    findings = failed + kept
    return replace(workbook, findings=findings, waived=waived, verdict=verdict_of(workbook.tables, findings))


def _members(
    batch: FindingBatch, ids: Ids, waivers: Mapping[str, tuple[int, Waiver]]
) -> Iterator[tuple[int | None, Finding]]:
    """Yield those members of a batch that a waiver speaks of, with their places in it."""
    for place, one in enumerate(batch):
        identity = ids.give(one, remembered=False)
        if identity in waivers:
            yield place, replace(one, id=identity)


def _without(batch: FindingBatch, places: Sequence[int]) -> FindingBatch:
    if not places:
        return batch
    mask = np.ones(len(batch), bool)
    mask[list(places)] = False
    columns = ("sheets", "rows", "cols", "units", "indicators")
    return replace(batch, **{name: getattr(batch, name)[mask] for name in columns})


def _is_of(file: str, waivers: WaiverFile, workbook: WorkbookOutcome) -> bool:
    return (waivers.folder / file).resolve() == Path(workbook.file).resolve()


def _complaint(
    waiver: Waiver, finding: Finding, file: WaiverFile, book: Book, today: dt.date, workbook: int
) -> Finding | None:
    """Return why a waiver does not hold for the finding it names, None where it holds."""
    if waiver.expired(today):
        return _finding("waiver-expired", waiver, file, workbook)
    found, expected = value_of(finding, book), expected_of(finding)
    if not same_value(waiver.value, found):
        return _finding("waiver-changed", waiver, file, workbook, before=waiver.value, now=found)
    if waiver.expected is not None and not same_value(waiver.expected, expected or ""):
        before = f"{waiver.value} ({waiver.expected})"
        return _finding("waiver-changed", waiver, file, workbook, before=before, now=f"{found} ({expected})")
    return None


def _finding(name: str, waiver: Waiver, file: WaiverFile, workbook: int, **values: object) -> Finding:
    place = file.path.name if waiver.line is None else f"{file.path.name}:{waiver.line}"
    known: dict[str, object] = {"place": place, "waived": waiver.id, "who": waiver.who}
    if waiver.expires is not None:
        known["expired"] = waiver.expires.isoformat()
    return Finding(name, workbook, subject=waiver.id, values={**known, **values})


def _noted(finding: Finding, waiver: Waiver) -> Finding:
    """Return the finding with who answers for it and why, for the reader."""
    said: dict[str, object] = {"waiver_reason": waiver.reason, "waiver_who": waiver.who}
    if waiver.evidence is not None:
        said["waiver_evidence"] = waiver.evidence
    if waiver.expires is not None:
        said["waiver_expires"] = waiver.expires.isoformat()
    return replace(finding, values={**finding.values, **said})


def _weighed(finding: Finding, outcome: Outcome) -> Finding:
    return replace(finding, severity=severity_of(finding.name, outcome.rules))


def _with_unused(
    workbooks: Sequence[WorkbookOutcome],
    applied: Mapping[int, Applied],
    outcome: Outcome,
    used: Counter[tuple[Path, int]],
) -> list[WorkbookOutcome]:
    """Add `waiver-unused` to the workbook a waiver names, or to the first that its file speaks of."""
    first: dict[Path, int] = {}
    for workbook in workbooks:
        given = applied.get(workbook.index)
        if given is not None:
            first.setdefault(given.file.path, workbook.index)
    result = []
    for workbook in workbooks:
        given = applied.get(workbook.index)
        if given is None:
            result.append(workbook)
            continue
        unused = []
        for number, waiver in enumerate(given.file.waivers):
            if used[given.file.path, number]:
                continue
            mine = (
                _is_of(waiver.file, given.file, workbook)
                if waiver.file is not None
                else given.whole and first[given.file.path] == workbook.index
            )
            if mine:
                finding = _finding("waiver-unused", waiver, given.file, workbook.index)
                unused.append(_weighed(finding, outcome))
        if unused:
            findings = [*unused, *workbook.findings]
            workbook = replace(workbook, findings=findings, verdict=verdict_of(workbook.tables, findings))
        result.append(workbook)
    return result
