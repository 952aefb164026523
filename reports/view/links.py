"""Which figures a finding speaks of: by its own line, or by the cells of the figures that it gathers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from schemas.cell import Cell
from schemas.finding import Finding
from schemas.outcome import Line, WorkbookOutcome
from schemas.terms import Quantity, Status

SUFFIX = "-mismatch"
MOST_CELLS = 20_000
"""An area larger than this is not walked cell by cell."""


class LineLinks:
    """The mismatches of one workbook by the cell and quantity where their figure stands."""

    def __init__(self, workbook: WorkbookOutcome) -> None:
        self._lines = workbook.lines
        self._at: dict[tuple[Cell, Quantity], Line] = {
            (line.cell, line.quantity): line
            for line in workbook.lines
            if line.cell is not None and line.status is Status.MISMATCH
        }

    def lines(self, finding: Finding) -> list[Line]:
        """Return every figure the finding speaks of, in reading order; none for a finding of another kind."""
        if finding.lines:
            return [self._lines[n] for n in finding.lines if 0 <= n < len(self._lines)]
        quantity = mismatch_quantity(finding.name)
        found: list[Line] = []
        if quantity is not None:
            found = [self._at[c, quantity] for c in _cells(finding) if (c, quantity) in self._at]
        if finding.line is not None and 0 <= finding.line < len(self._lines):
            own = self._lines[finding.line]
            if all(line is not own for line in found):
                found.insert(0, own)
        return found


@lru_cache(maxsize=1_000)
def mismatch_quantity(name: str) -> Quantity | None:
    """Return the quantity a finding's name speaks of, None for another kind of name."""
    if not name.endswith(SUFFIX):
        return None
    text = name.removesuffix(SUFFIX).replace("-", "_")
    return Quantity(text) if text in {q.value for q in Quantity} else None


def _cells(finding: Finding) -> Sequence[Cell]:
    if finding.cells:
        return finding.cells
    area = finding.area
    if area is None:
        return ()
    if (area.last_row - area.row + 1) * (area.last_col - area.col + 1) > MOST_CELLS:
        return ()
    return [
        Cell(area.sheet, row, col)
        for row in range(area.row, area.last_row + 1)
        for col in range(area.col, area.last_col + 1)
    ]
