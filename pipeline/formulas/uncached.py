"""Formulas that were never calculated: what they would show is not in the file."""

from __future__ import annotations

from pipeline.formulas.cells import holds
from pipeline.formulas.places import TablePlaces
from pipeline.formulas.words import evidence
from schemas.cell import Area, Cell
from schemas.finding import Finding, Severity
from schemas.grid import Book


def never_calculated(book: Book, tables: list[TablePlaces], workbook: int) -> list[Finding]:
    """Return one `no-cached-value` a sheet and table that has such cells.

    Outside every table it weighs less; in a workbook without any table it may be why there is none.
    """
    groups: dict[tuple[int, int | None], list[Cell]] = {}
    figures = {figure.cell: place.info.table for place in tables for figure in place.figures}
    areas = [(area, place.info.table) for place in tables for area in place.areas]
    for sheet, grid in enumerate(book.sheets):
        for row, col in sorted(grid.uncached):
            cell = Cell(sheet, row, col)
            owner = figures.get(cell) or next((t for area, t in areas if holds(area, cell)), None)
            groups.setdefault((sheet, owner), []).append(cell)
    findings = []
    for (sheet, table), cells in groups.items():
        grid, first = book.sheets[sheet], cells[0]
        findings.append(
            Finding(
                "no-cached-value",
                workbook,
                table,
                Area.of(cells),
                subject=grid.name,
                values={
                    "count": len(cells),
                    "formula": grid.formulas.get((first.row, first.col), ""),
                    "evidence": evidence(book, cells),
                },
                cells=tuple(cells),
                severity=Severity.WARNING if tables and table is None else None,
            )
        )
    return findings
