"""The stages from canonical tables to explained lines, as one call for tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.check import check
from pipeline.explain import explain
from pipeline.recompute import recompute
from pipeline.reconcile import reconcile
from schemas.finding import AnyFinding, Finding
from schemas.outcome import Cause, Line
from schemas.rules import Policies, RulePack
from schemas.tables import Tables
from schemas.terms import Quantity, Status
from tests.pipeline.tables_builder import Sheet, build


@dataclass
class Judged:
    """Lines and findings of some tables."""

    tables: Tables
    lines: list[Line]
    findings: list[AnyFinding]

    def line(self, quantity: str, unit: int = 1, indicator: int | None = None, table: int = 1) -> Line:
        return next(
            n
            for n in self.lines
            if (n.quantity, n.unit, n.indicator, n.table) == (Quantity(quantity), unit, indicator, table)
        )

    def cause(self, quantity: str = "converted", unit: int = 1) -> Cause:
        return self.line(quantity, unit).causes[0]

    def named(self, name: str) -> list[Finding]:
        found = [f for f in self.findings if f.name == name]
        return [f for f in found if isinstance(f, Finding)]

    @property
    def names(self) -> list[str]:
        return [f.name for f in self.findings]

    def wrong(self) -> set[tuple[str, int | None]]:
        return {(n.quantity.value, n.unit) for n in self.lines if n.status is Status.MISMATCH}


def judge(*sheets: Sheet, pack: RulePack | None = None, evidence: Sequence[AnyFinding] = ()) -> Judged:
    """Judge some sheets; evidence: findings of stages that are not run here."""
    return judge_tables(build(*sheets), pack or RulePack(), evidence)


def judge_tables(tables: Tables, pack: RulePack, evidence: Sequence[AnyFinding] = ()) -> Judged:
    found = [*evidence, *check(tables, pack)]
    recomputed = recompute(tables, pack)
    lines, more = reconcile(tables, recomputed, pack)
    found += more
    lines, explained = explain(tables, recomputed, lines, found, pack)
    return Judged(tables, lines, found + explained)


def with_policies(**policies: object) -> RulePack:
    return RulePack(policies=Policies(**policies))  # type: ignore[arg-type]
