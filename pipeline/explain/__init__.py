"""Explain: why a figure does not come out; causes on lines, and the findings that follow from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from schemas.terms import Status

if TYPE_CHECKING:
    from pipeline.recompute import Recomputed
    from schemas.finding import AnyFinding
    from schemas.outcome import Line
    from schemas.rules import RulePack
    from schemas.tables import Tables


def explain(
    tables: Tables,
    recomputed: Recomputed,
    lines: list[Line],
    findings: Sequence[AnyFinding],
    pack: RulePack,
) -> tuple[list[Line], list[AnyFinding]]:
    """Set assessment and causes on every mismatch and return the lines with the findings that follow from them.

    lines: in the order of the tables, changed in place. findings: those of the earlier stages, as evidence.
    Findings: a <quantity>-mismatch for every mismatch, impossible-figure.
    """
    if not any(line.status is Status.MISMATCH for line in lines):
        return lines, []
    from pipeline.explain.explaining import explain_mismatches  # a sound workbook need not wait for it

    return explain_mismatches(tables, recomputed, lines, findings, pack)
