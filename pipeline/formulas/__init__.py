"""Formulas against their cached values: stale, never calculated, over the wrong rows, or typed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schemas.finding import AnyFinding
    from schemas.rules import RulePack
    from schemas.tables import Tables


def check_formulas(tables: Tables, pack: RulePack) -> list[AnyFinding]:
    """Judge the formulas of every workbook that has any: never calculated, stale, wrong rows, typed figures.

    The rule pack decides nothing here but the findings' severity, later on.
    """
    calculated = [
        index
        for index, book in enumerate(tables.books)
        if any(grid.formulas or grid.uncached for grid in book.sheets)
    ]
    if not calculated:
        return []
    from pipeline.formulas.engine import Engine, Library
    from pipeline.formulas.omissions import wrong_rows
    from pipeline.formulas.places import places
    from pipeline.formulas.stale import stale_formulas
    from pipeline.formulas.typed import hard_coded_figures
    from pipeline.formulas.uncached import never_calculated

    library = Library()
    found = places(tables, calculated)
    findings: list[AnyFinding] = []
    for index in calculated:
        book, at = tables.books[index], found[index]
        engine = Engine(book, library)
        findings += never_calculated(book, at, index)
        findings += wrong_rows(engine, at, tables.layouts[index], index)
        findings += stale_formulas(engine, at, index)
        findings += hard_coded_figures(engine, at, index)
    return findings
