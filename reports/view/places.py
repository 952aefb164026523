"""Places in words: sheet names, cells as A1, unit codes and indicator numbers of a finding or a figure."""

from __future__ import annotations

from typing import NamedTuple

from schemas.cell import Cell, a1, a1_range
from schemas.finding import Finding
from schemas.names import Names
from schemas.outcome import Line, WorkbookOutcome


class Place(NamedTuple):
    """Where something stands: the sheet by name, the cell to look at first, the range it covers."""

    sheet: str | None
    cell: str | None
    range: str | None


def place_of(finding: Finding, names: Names, workbook: WorkbookOutcome) -> Place:
    """Return the place of a finding; without cells it is the sheet of its table, without a table nothing."""
    area, cells = finding.area, finding.cells
    if area is None and not cells:
        if finding.table is None:
            return Place(None, None, None)
        sheet = next((t.sheet for t in workbook.tables if t.table == finding.table), None)
        return Place(None if sheet is None else names.sheets.get((finding.workbook, sheet)), None, None)
    first = cells[0] if cells else area.first if area else None
    assert first is not None
    return Place(
        names.sheets.get((finding.workbook, first.sheet)),
        a1(first.row, first.col),
        a1_range(area) if area else a1(first.row, first.col) if len(cells) == 1 else None,
    )


def cell_text(cell: Cell, names: Names, workbook: int, home: int | None) -> str:
    """Return a cell's address, with its sheet before it where that is not the sheet at hand."""
    address = a1(cell.row, cell.col)
    if home is None or cell.sheet == home:
        return address
    name = names.sheets.get((workbook, cell.sheet), "").replace("'", "''")
    return f"'{name}'!{address}"


def unit_code(finding: Finding | Line, names: Names) -> str:
    """Return the code of the unit as written, or '' where it speaks of none."""
    return names.codes.get((finding.workbook, finding.table or 1, finding.unit or 0), "")


def indicator_number(finding: Finding | Line, names: Names) -> str:
    """Return the number of the indicator as written, or '' where it speaks of none."""
    return names.numbers.get((finding.workbook, finding.table or 1, finding.indicator or 0), "")
