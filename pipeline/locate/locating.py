"""The stage: sheets in, layouts and findings out."""

from __future__ import annotations

from dataclasses import replace

from pipeline.locate.context import Context, Miss, Part
from pipeline.locate.fixed import read_fixed
from pipeline.locate.hidden import hidden_data
from pipeline.locate.join import joined
from pipeline.locate.said import word
from pipeline.locate.sheets import read_sheet
from schemas.cell import Area
from schemas.finding import Finding
from schemas.grid import Book
from schemas.layout import Layout
from schemas.rules import RulePack


def locate(book: Book, pack: RulePack) -> tuple[list[Layout], list[Finding]]:
    """Return the layouts of a workbook, each with the number of its table, and what was found on the way.

    Findings have workbook 0; the caller stamps the index. A workbook without any score table gives
    no-score-table with what was looked for and the nearest miss.
    """
    ctx = Context.of(book, pack)
    parts: list[Part] = []
    misses: list[Miss] = []
    if pack.layout is not None:
        parts, misses = read_fixed(ctx, pack.layout)
    for sheet, grid in enumerate(book.sheets if pack.layout is None else ()):
        if grid.visible:
            found, near = read_sheet(grid, sheet, ctx)
            parts += found
            misses += near
    tables, findings = joined(parts, ctx)
    layouts = []
    for number, members in enumerate(tables, 1):
        for part in members:
            layouts.append(replace(part.layout, table=number))
            findings += [replace(f, table=number) for f in part.findings]
    findings += hidden_data(parts, ctx)
    if not tables:
        findings.append(_no_table(book, misses))
    return layouts, findings


def _no_table(book: Book, misses: list[Miss]) -> Finding:
    best = max(misses, key=lambda m: m.score, default=None)
    if best is None:
        return Finding("no-score-table", values={"nearest": "-", "reason": word("miss.no-header")})
    return Finding(
        "no-score-table",
        area=Area(best.sheet, best.row, best.col, best.row, best.col),
        values={"nearest": book.sheets[best.sheet].name, "reason": word(f"miss.{best.reason}")},
    )
