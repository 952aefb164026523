"""Which findings a page holds: all up to a limit, beyond it examples; counts are never cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reports.view.counts import size
from reports.view.findings import FindingView, Reader
from reports.view.links import mismatch_quantity
from schemas.finding import FindingBatch, Severity
from schemas.terms import Quantity

MOST_HELD = 20_000
MOST_OF_A_BATCH = 1_000
FIRST = (
    Quantity.CONVERTED,
    Quantity.GRADE,
    Quantity.MEAN,
    Quantity.WEIGHTED,
    Quantity.POINTS,
    Quantity.FULL_MARKS,
    Quantity.SCORE,
)
"""Of figures that do not come out, the one that decides most goes first."""
ORDER = {severity: place for place, severity in enumerate(Severity)}


class Selection(NamedTuple):
    """The findings of a page, worst first, figures that do not come out before others; total: all there are."""

    views: Sequence[FindingView]
    total: int

    @property
    def complete(self) -> bool:
        return len(self.views) == self.total


def select(reader: Reader) -> Selection:
    """Choose what a page holds."""
    findings = reader.workbook.findings
    total = sum(map(size, findings))
    if total <= MOST_HELD:
        views = list(reader.views())
    else:
        single = [f for f in findings if not isinstance(f, FindingBatch)]
        kept = {id(f) for f in sorted(single, key=lambda f: ORDER[reader.scales.severity(f)])[:MOST_HELD]}
        views = list(reader.views(spread, lambda finding: id(finding) in kept))
    views.sort(key=_weight)
    return Selection(views, total)


def spread(batch: FindingBatch) -> NDArray[np.intp] | range:
    """Return the indexes of a batch's examples, evenly over the whole of it."""
    if len(batch) <= MOST_OF_A_BATCH:
        return range(len(batch))
    return np.unique(np.linspace(0, len(batch) - 1, MOST_OF_A_BATCH).astype(np.intp))


def _weight(view: FindingView) -> tuple[int, int]:
    quantity = mismatch_quantity(view.source.name)
    return ORDER[view.severity], FIRST.index(quantity) if quantity else len(FIRST)
