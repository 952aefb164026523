"""The whole product on one screen: sources in, outcome out, stage after stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.read import Limits, Source, start_reading

if TYPE_CHECKING:
    from pipeline.read import Reading
    from schemas.finding import AnyFinding
    from schemas.grid import Book
    from schemas.outcome import Outcome
    from schemas.rules import RulePack
    from schemas.tables import Tables


def ingest(
    sources: Sequence[Source],
    pack: RulePack,
    *,
    limits: Limits | None = None,
    jobs: int = 1,
    passwords: Sequence[str] = (),
) -> tuple[Tables, list[AnyFinding]]:
    """Read, locate and normalise: the canonical tables of all sources and what was found on the way."""
    # The workers start before pandas is imported: they parse on another core meanwhile.
    reading = start_reading(sources, limits or Limits(), jobs=jobs, passwords=passwords)
    return tabulate(list(reading.books()), pack)


def tabulate(books: Sequence[Book], pack: RulePack) -> tuple[Tables, list[AnyFinding]]:
    """Locate and normalise: the canonical tables of these books and what was found on the way."""
    from pipeline.locate import locate
    from pipeline.normalise import normalise

    layouts = []
    findings: list[AnyFinding] = []
    for index, book in enumerate(books):
        found, located = locate(book, pack) if book.readable else ([], [])
        layouts.append(found)
        findings += [replace(f, workbook=index) for f in (*book.findings, *located)]
    tables, normalised = normalise(list(books), layouts, pack)
    return tables, findings + normalised


def judge(tables: Tables, findings: list[AnyFinding], pack: RulePack) -> Outcome:
    """Check, recompute, reconcile, explain and conclude: the outcome of what ingestion found."""
    from pipeline.check import check
    from pipeline.conclude import conclude
    from pipeline.explain import explain
    from pipeline.formulas import check_formulas
    from pipeline.recompute import recompute
    from pipeline.reconcile import reconcile

    findings = [*findings, *check(tables, pack), *check_formulas(tables, pack)]
    recomputed = recompute(tables, pack)
    lines, reconciled = reconcile(tables, recomputed, pack)
    findings += reconciled
    lines, explained = explain(tables, recomputed, lines, findings, pack)
    return conclude(tables, lines, findings + explained, pack)


def run(
    sources: Sequence[Source],
    pack: RulePack,
    *,
    limits: Limits | None = None,
    jobs: int = 1,
    passwords: Sequence[str] = (),
) -> Outcome:
    """Judge every source under one rule pack; nothing stops at the first fault."""
    reading = start_reading(sources, limits or Limits(), jobs=jobs, passwords=passwords)
    return judged(reading, pack)


def judged(reading: Reading, pack: RulePack) -> Outcome:
    """Judge what is being read, however that was started."""
    from pipeline.isolate import isolated

    return isolated(list(reading.books()), lambda books: judge(*tabulate(books, pack), pack))
