"""A sheet of scores with summary rows of formulas, and what the stage says of it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.formulas import check_formulas
from rules.catalogue import CATALOGUE
from schemas.finding import Finding
from schemas.rules import RulePack
from schemas.tables import Tables
from schemas.terms import Quantity
from schemas.words import fill
from tests.pipeline.formulas.sheet import F, Member, Table, grid, tables

POINTS, CONVERTED, FULL = Quantity.POINTS, Quantity.CONVERTED, Quantity.FULL_MARKS
UNITS = {"สพด.": "B1", "สพท.1": "C1", "สพท.2": "D1"}
HEAD: list[Member] = ["ตัวชี้วัด", *UNITS]


def checked(found: Tables) -> list[Finding]:
    findings = [f for f in check_formulas(found, RulePack()) if isinstance(f, Finding)]
    for finding in findings:
        said(finding)
    return findings


def said(finding: Finding) -> tuple[str, str]:
    """Fill the message in both languages: every placeholder has its value."""
    builtin = {
        "cell": finding.cells[0],
        "reported": finding.reported,
        "expected": finding.expected,
        "range": finding.area,
    }
    return fill(CATALOGUE.findings[finding.name].message, {**builtin, **finding.values})


def names(found: Sequence[Finding]) -> list[str]:
    return [finding.name for finding in found]


def matrix(
    summary: Sequence[Sequence[Member]],
    figures: Sequence[Quantity] = (POINTS,),
    scores: Sequence[Sequence[Member]] = ((5, 4, 3), (4, 4, 4), (3.5, 5, 2)),
    **options: object,
) -> Tables:
    """A sheet of three indicators in rows 2-4, three units in B-D, and summary rows from row 5 on."""
    rows: list[list[Member]] = [HEAD, *([f"6.{i}", *row] for i, row in enumerate(scores, 1))]
    rows += [[quantity.value, *line] for quantity, line in zip(figures, summary, strict=True)]
    places = [
        (u, 0, quantity, f"{'BCD'[u - 1]}{5 + r}") for r, quantity in enumerate(figures) for u in (1, 2, 3)
    ]
    table = Table(UNITS, {f"6.{i}": i + 1 for i in range(1, len(scores) + 1)}, places)
    return tables(table, grid(rows), **options)  # type: ignore[arg-type]


def copied(template: str, *cached: Member) -> list[Member]:
    """One formula for all units: '@' stands for the unit's column."""
    return [F(template.replace("@", letter), value) for letter, value in zip("BCD", cached, strict=True)]  # type: ignore[arg-type]


CLEAN = copied("=SUM(@2:@4)", 12.5, 13, 9)
