"""Findings as a reader sees them: id, severity, words and place, one view a finding, made on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reports.view.counts import Scales
from reports.view.ids import Ids
from reports.view.messages import message, title
from reports.view.places import Place, indicator_number, place_of, unit_code
from schemas.catalogue import Catalogue
from schemas.finding import AnyFinding, Finding, FindingBatch, Severity, Text
from schemas.grid import Book
from schemas.names import Names
from schemas.outcome import WorkbookOutcome


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding with its words. unit, indicator: as written in the workbook, '' where it has none."""

    source: Finding
    id: str
    severity: Severity
    title: Text
    message: Text
    place: Place
    unit: str
    indicator: str


@dataclass(frozen=True, slots=True)
class Reader:
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
                for one, identity in _batch(finding, ids, chosen):
                    yield self._view(one, identity, severity)
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
