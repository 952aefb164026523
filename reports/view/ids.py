"""Ids of findings: stable, and unique within a workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from schemas.finding import AnyFinding, Finding, FindingBatch
from schemas.names import Names


class Ids:
    """Gives each finding of one workbook its id, in reading order.

    Findings about the same thing share a digest; the second gets the suffix -2, the third -3. A batch whose
    members differ in unit or indicator, and which alone has its name and table, cannot clash: its ids are
    given without being remembered, so that a million cost no memory.
    """

    def __init__(self, names: Names, findings: Sequence[AnyFinding]) -> None:
        self._names = names
        self._seen: Counter[str] = Counter()
        sources = Counter((f.name, f.table or 1) for f in findings)
        self._alone = {
            id(f)
            for f in findings
            if isinstance(f, FindingBatch) and sources[f.name, f.table or 1] == 1 and _distinct(f)
        }

    def clashes(self, batch: FindingBatch) -> bool:
        """Say whether members of this batch might share an id with one another or with other findings."""
        return id(batch) not in self._alone

    def give(self, finding: Finding, remembered: bool = True) -> str:
        """Return the id; `remembered` False only for members of a batch that does not clash."""
        text = self._names.finding_id(finding)
        if not remembered:
            return text
        self._seen[text] += 1
        return text if self._seen[text] == 1 else f"{text}-{self._seen[text]}"


def _distinct(batch: FindingBatch) -> bool:
    """Say whether no two members are about the same unit and indicator; in reading order it shows at once."""
    units, indicators = batch.units.astype(np.int64), batch.indicators.astype(np.int64)
    for pairs in (indicators << 32 | units, units << 32 | indicators):
        if bool((pairs[1:] > pairs[:-1]).all()):
            return True
    return len(np.unique(pairs)) == len(pairs)
