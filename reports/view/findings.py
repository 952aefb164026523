"""Findings as a reader sees them: id, severity, words and place, one view a finding, made on demand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

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

    def views(self, most_per_batch: int | None = None) -> Iterator[FindingView]:
        """Yield a view of every finding, in reading order; of each batch at most so many members."""
        ids = Ids(self.names, self.workbook.findings)
        for finding in self.workbook.findings:
            if isinstance(finding, FindingBatch):
                remembered = ids.clashes(finding)
                severity = self.scales.severity(finding)
                members = iter(finding)
                for one in islice(members, most_per_batch):
                    yield self._view(one, ids.give(one, remembered), severity)
                if remembered:
                    for one in members:
                        ids.give(one)
            else:
                yield self._view(finding, ids.give(finding), self.scales.severity(finding))

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


def _members(finding: AnyFinding) -> Iterator[Finding]:
    return iter(finding) if isinstance(finding, FindingBatch) else iter((finding,))
