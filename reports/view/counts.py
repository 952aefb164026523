"""Counts that add up: figures by status, findings by severity. Batches count in full, nothing is capped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import NamedTuple

from schemas.catalogue import Catalogue
from schemas.finding import AnyFinding, FindingBatch, Severity
from schemas.outcome import Line
from schemas.rules import RulePack
from schemas.terms import Status


@dataclass(frozen=True, slots=True)
class Figures:
    """How the reported figures of one or many workbooks came out."""

    match: int = 0
    mismatch: int = 0
    not_computable: int = 0
    not_reported: int = 0

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Figures:
        """Count lines by status."""
        seen = Counter(line.status for line in lines)
        return cls(*(seen[Status(f.name)] for f in fields(cls)))

    @property
    def reported(self) -> int:
        """Figures that stand in the workbook: every status but not_reported."""
        return self.match + self.mismatch + self.not_computable

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def __radd__(self, other: int) -> Figures:
        return self if other == 0 else NotImplemented


@dataclass(frozen=True, slots=True)
class Weights:
    """How many findings weigh how much."""

    error: int = 0
    warning: int = 0
    info: int = 0

    def __add__(self, other: Weights) -> Weights:
        return Weights(self.error + other.error, self.warning + other.warning, self.info + other.info)

    def __radd__(self, other: int) -> Weights:
        return self if other == 0 else NotImplemented

    @property
    def total(self) -> int:
        return self.error + self.warning + self.info

    def of(self, severity: Severity) -> int:
        return int(getattr(self, severity.value))


class Scales(NamedTuple):
    """What a finding weighs: its own severity, else the rule pack's for its name, else the catalogue's."""

    pack: Mapping[str, Severity]
    catalogue: Catalogue

    @classmethod
    def of(cls, rules: RulePack, catalogue: Catalogue) -> Scales:
        return cls(rules.severities, catalogue)

    def severity(self, finding: AnyFinding) -> Severity:
        """Return the severity in force; a name that is in no catalogue is an error, never silent."""
        if finding.severity is not None:
            return finding.severity
        if finding.name in self.pack:
            return self.pack[finding.name]
        entry = self.catalogue.findings.get(finding.name)
        return entry.severity if entry else Severity.ERROR

    def weigh(self, findings: Iterable[AnyFinding]) -> Weights:
        """Count findings by severity, every member of a batch for one."""
        seen: Counter[Severity] = Counter()
        for finding in findings:
            seen[self.severity(finding)] += size(finding)
        return Weights(seen[Severity.ERROR], seen[Severity.WARNING], seen[Severity.INFO])


def size(finding: AnyFinding) -> int:
    """Return how many findings it stands for: a batch all its members, any other one."""
    return len(finding) if isinstance(finding, FindingBatch) else 1
