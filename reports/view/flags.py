"""Which cells carry a finding: for each the worst one, so that a map of the table can lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reports.view.findings import FindingView
from reports.view.selection import ORDER
from schemas.cell import Cell
from schemas.finding import Finding, Severity

MOST_OF_AN_AREA = 400
"""A finding about a larger area speaks of the table, not of its cells, unless it names them."""


class Flag(NamedTuple):
    """The worst finding of a cell."""

    severity: Severity
    id: str


def flags(views: Iterable[FindingView]) -> dict[Cell, Flag]:
    """Return the flag of every cell that an error or a warning points at."""
    found: dict[Cell, Flag] = {}
    for view in views:
        if view.severity is Severity.INFO:
            continue
        for cell in cells_of(view.source):
            known = found.get(cell)
            if known is None or ORDER[view.severity] < ORDER[known.severity]:
                found[cell] = Flag(view.severity, view.id)
    return found


def cells_of(finding: Finding) -> Sequence[Cell] | Iterator[Cell]:
    """Return the cells a finding points at: those it names, else those of its area where that is small."""
    if finding.cells:
        return finding.cells
    area = finding.area
    if area is None:
        return ()
    if area.row == area.last_row and area.col == area.last_col:
        return (area.first,)
    if (area.last_row - area.row + 1) * (area.last_col - area.col + 1) > MOST_OF_AN_AREA:
        return ()
    return (
        Cell(area.sheet, row, col)
        for row in range(area.row, area.last_row + 1)
        for col in range(area.col, area.last_col + 1)
    )
