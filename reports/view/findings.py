"""Findings as a reader sees them: id, severity, words and place, one view a finding, made on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from reports.view.counts import Scales
from reports.view.ids import Ids
from reports.view.messages import UNKNOWN, message, observed, plain_template, title
from reports.view.places import Place, indicator_number, place_of, unit_code
from schemas.catalogue import Catalogue
from schemas.finding import AnyFinding, Finding, FindingBatch, Severity, Text
from schemas.grid import Book
from schemas.names import Names
from schemas.outcome import WorkbookOutcome
from schemas.words import fill


class FindingView(NamedTuple):
    """One finding with its words. unit, indicator: as written in the workbook, '' where it has none."""

    source: Finding
    id: str
    severity: Severity
    title: Text
    message: Text
    place: Place
    unit: str
    indicator: str
    values: Mapping[str, str] | None = None
    """The values of a plain template's words, where the message is nothing but these."""


class Reader(NamedTuple):
    """What turns findings of one workbook into views."""

    workbook: WorkbookOutcome
    names: Names
    catalogue: Catalogue
    scales: Scales
    book: Book | None

    def views(
        self,
        chosen: Callable[[FindingBatch], Iterable[int]] | None = None,
        wanted: Callable[[Finding], bool] | None = None,
    ) -> Iterator[FindingView]:
        """Yield a view of every finding, in reading order.

        chosen: the indexes of the members of a batch that are wanted. wanted: which single findings are.
        Ids do not depend on what is chosen.
        """
        ids = Ids(self.names, self.workbook.findings)
        for finding in self.workbook.findings:
            severity = self.scales.severity(finding)
            if isinstance(finding, FindingBatch):
                yield from self._members(finding, _batch(finding, ids, chosen), severity)
            else:
                identity = ids.give(finding)
                if wanted is None or wanted(finding):
                    yield self._view(finding, identity, severity)

    def waived(self) -> Iterator[FindingView]:
        """Yield a view of every waived finding."""
        ids = Ids(self.names, self.workbook.waived)
        for finding in self.workbook.waived:
            for one in _members(finding):
                yield self._view(one, ids.give(one), self.scales.severity(finding))

    def _members(
        self, batch: FindingBatch, members: Iterable[tuple[Finding, str]], severity: Severity
    ) -> Iterator[FindingView]:
        """Yield the views of a batch's members; their words differ in built-in values only."""
        entry = self.catalogue.findings.get(batch.name)
        template = plain_template(entry)
        if entry is None or template is None:
            for one, identity in members:
                yield self._view(one, identity, severity)
            return
        for one, identity in members:
            place = place_of(one, self.names, self.workbook)
            unit, indicator = unit_code(one, self.names), indicator_number(one, self.names)
            values = {
                "sheet": place.sheet or UNKNOWN,
                "cell": place.cell or UNKNOWN,
                "range": place.range or UNKNOWN,
                "unit": unit or UNKNOWN,
                "indicator": indicator or UNKNOWN,
                "observed": observed(one, self.book) or UNKNOWN,
                "reported": UNKNOWN,
                "expected": UNKNOWN,
            }
            words = fill(template, values)
            yield FindingView(one, identity, severity, entry.title, words, place, unit, indicator, values)

    def _view(self, finding: Finding, identity: str, severity: Severity) -> FindingView:
        place = place_of(finding, self.names, self.workbook)
        return FindingView(
            finding,
            identity,
            severity,
            title(finding, self.catalogue),
            message(finding, place, self.names, self.catalogue, self.book),
            place,
            unit_code(finding, self.names),
            indicator_number(finding, self.names),
        )


def first(count: int) -> Callable[[FindingBatch], Iterable[int]]:
    """Choose the first so many members of every batch."""
    return lambda batch: range(min(count, len(batch)))


def _batch(
    batch: FindingBatch, ids: Ids, chosen: Callable[[FindingBatch], Iterable[int]] | None
) -> Iterator[tuple[Finding, str]]:
    indexes = range(len(batch)) if chosen is None else chosen(batch)
    if not ids.clashes(batch):
        for index in indexes:
            one = batch.finding(int(index))
            yield one, ids.give(one, remembered=False)
        return
    kept = set(map(int, indexes))
    for index, one in enumerate(batch):
        identity = ids.give(one)
        if index in kept:
            yield one, identity


def _members(finding: AnyFinding) -> Iterator[Finding]:
    return iter(finding) if isinstance(finding, FindingBatch) else iter((finding,))
