"""Every mismatch of every table: its assessment, its causes, and the findings that follow."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from pipeline.explain.evidence import gather, of_table
from pipeline.explain.impossible import impossible_figures
from pipeline.explain.inverse import add_ratios
from pipeline.explain.mismatches import mismatch_findings
from pipeline.explain.partial import explain_partial
from pipeline.explain.sheet import Sheet
from pipeline.explain.sheet_rounding import other_rounding
from pipeline.explain.table import all_from_hidden, all_from_repeated, explain_table
from pipeline.explain.tell import Names
from pipeline.recompute import Recomputed
from pipeline.reconcile.consequence import add_consequences
from pipeline.reconcile.partial import find_partial
from schemas.finding import AnyFinding
from schemas.outcome import Line
from schemas.rules import RulePack
from schemas.tables import Tables
from schemas.terms import Assessment, Status


def explain_mismatches(
    tables: Tables,
    recomputed: Recomputed,
    lines: list[Line],
    findings: Sequence[AnyFinding],
    pack: RulePack,
) -> tuple[list[Line], list[AnyFinding]]:
    """Set assessment and causes on every mismatch and return the lines with the findings that follow from them.

    lines: in the order of the tables, changed in place. findings: those of the earlier stages, as evidence.
    Findings: a <quantity>-mismatch for every mismatch, rounding-mode, impossible-figure.
    """
    blocks = {(b.info.workbook, b.info.table): b for b in recomputed.blocks}
    evidence = gather(findings)
    made: list[AnyFinding] = []
    numbered = enumerate(lines)
    for where, group in groupby(numbered, key=lambda pair: (pair[1].workbook, pair[1].table)):
        members = list(group)
        if not any(line.status is Status.MISMATCH for _, line in members):
            continue
        block = blocks[where]
        names = Names(tables, block, pack)
        only = [line for _, line in members]
        partial = find_partial(recomputed, tables, block, only) if _bounded(only) else None
        sheet = Sheet(tables, recomputed, block, of_table(evidence, *where))
        if partial is not None and (
            (sheet.hidden is not None and all_from_hidden(sheet, only, recomputed.blocks))
            or all_from_repeated(sheet, only, recomputed.blocks)
        ):
            partial = None
            add_consequences(only, pack)
        if not sheet.weighted and sheet.exact.unit == 1:
            add_ratios(only, pack)
        if partial is not None:
            explain_partial(recomputed, partial, only, names)
            shared: dict[int, object] = {i: n.causes[0].name for i, n in members if n.causes}
            made += mismatch_findings(members, shared, names)
            continue
        shared = explain_table(sheet, members, recomputed.blocks, names)
        made += mismatch_findings(members, shared, names)
        made += other_rounding(only, pack)
        if not sheet.weighted and any(line.assessment is Assessment.UNEXPLAINED for line in only):
            made += impossible_figures(members, recomputed, names, Fraction(1, sheet.exact.unit))
    return lines, made


def _bounded(lines: Sequence[Line]) -> bool:
    """Return whether the reconciliation took the table for a partial sheet."""
    return any(line.assessment in (Assessment.POSSIBLE, Assessment.CONTRADICTED) for line in lines)
