"""Reconcile: every reported figure against its exact recomputation, as lines; partial sheets are bounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from pipeline.recompute import Block, Recomputed
from pipeline.reconcile.consequence import add_consequences
from pipeline.reconcile.indicators import judge_scores, judge_weighted
from pipeline.reconcile.lines import Draft, in_order, judge_quantity
from pipeline.reconcile.partial import Partial, feasible, find_partial, overlaps
from pipeline.reconcile.reported import reported_figures
from pipeline.reconcile.status import UNIT_FIGURES
from pipeline.reconcile.unjudged import unjudged_findings
from pipeline.reconcile.whole_table import judge_grades, judge_whole_tables
from schemas.finding import AnyFinding, Finding
from schemas.outcome import Line
from schemas.rounding import interval
from schemas.rules import RulePack
from schemas.tables import Tables
from schemas.terms import Assessment, Quantity, Status
from schemas.words import either


def reconcile(tables: Tables, recomputed: Recomputed, pack: RulePack) -> tuple[list[Line], list[AnyFinding]]:
    """Return a line per reported figure, in the order of tables and units, and what was found on the way.

    Findings: partial-sheet, not-computable. Mismatches become findings when their causes are known.
    """
    draft = Draft(recomputed)
    figures = reported_figures(tables, recomputed.blocks)
    for quantity in UNIT_FIGURES:
        judge_quantity(draft, figures, quantity)
    judge_weighted(draft, figures, tables)
    judge_scores(draft, tables)
    judge_grades(draft, figures)
    judge_whole_tables(draft, figures)
    lines = list(in_order(draft))
    findings: list[AnyFinding] = []
    for block, members in lines_by_block(recomputed.blocks, lines):
        if any(line.status is Status.NOT_COMPUTABLE for line in members):
            findings += unjudged_findings(recomputed, tables, block, members)
        if any(line.status is Status.MISMATCH for line in members):
            partial = find_partial(recomputed, tables, block, members)
            if partial is None:
                add_consequences(members, pack)
            else:
                bound(recomputed, partial, members)
                findings.append(_partial_sheet(partial))
    return lines, findings


def lines_by_block(blocks: Sequence[Block], lines: Sequence[Line]) -> Iterator[tuple[Block, list[Line]]]:
    """Yield each table's lines with its block; the lines are in the order of the tables."""
    by_table = {(b.info.workbook, b.info.table): b for b in blocks}
    for where, members in groupby(lines, key=lambda line: (line.workbook, line.table)):
        yield by_table[where], list(members)


def bound(recomputed: Recomputed, partial: Partial, lines: Sequence[Line]) -> None:
    """Say of each mismatch of a partial sheet whether the missing indicators could give it."""
    pack = recomputed.pack
    for line in lines:
        if line.status is not Status.MISMATCH or not isinstance(line.reported, Decimal):
            continue
        if line.quantity is Quantity.FULL_MARKS:
            line.assessment = Assessment.POSSIBLE
            continue
        line.feasible = feasible(recomputed, partial, line)
        if line.feasible is not None:
            figure = interval(line.reported, line.decimals, pack.rounding_of(line.quantity), pack.tolerance)
            inside = overlaps(figure, *line.feasible)
            line.assessment = Assessment.POSSIBLE if inside else Assessment.CONTRADICTED


def _partial_sheet(partial: Partial) -> Finding:
    block = partial.block
    counts = partial.counts or (partial.unnumbered,)
    totals = tuple(block.indicators + n for n in counts)
    return Finding(
        "partial-sheet",
        block.info.workbook,
        block.info.table,
        block.info.area,
        values={
            "present": block.indicators,
            "reported": either(totals),
            "missing": either(counts),
            "by": "full_marks" if partial.missing else "numbering",
        },
    )


__all__ = ["bound", "lines_by_block", "reconcile"]
