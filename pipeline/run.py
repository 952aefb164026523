"""The whole product on one screen: sources in, outcome out, stage after stage."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from pipeline.memory import give_back
from pipeline.read import Limits, Source, start_reading
from pipeline.stages import Tell, counted, told, untold

if TYPE_CHECKING:
    from schemas.finding import AnyFinding, Finding
    from schemas.grid import Book
    from schemas.layout import Layout
    from schemas.outcome import Outcome
    from schemas.rules import RulePack
    from schemas.tables import Tables

    Located = tuple[list[Layout], list[Finding]]


def ingest(
    sources: Sequence[Source],
    pack: RulePack,
    *,
    limits: Limits | None = None,
    jobs: int = 1,
    passwords: Sequence[str] = (),
    tell: Tell = untold,
) -> tuple[Tables, list[AnyFinding]]:
    """Read, locate and normalise: the canonical tables of all sources and what was found on the way."""
    return tabulate(_read(sources, pack, limits, jobs, passwords, tell), pack)


def tabulate(books: Sequence[Book], pack: RulePack) -> tuple[Tables, list[AnyFinding]]:
    """Locate and normalise: the canonical tables of these books and what was found on the way."""
    from pipeline.normalise import normalise

    layouts = []
    findings: list[AnyFinding] = []
    for index, book in enumerate(books):
        found, located = book.located or _locate(pack, book)
        layouts.append(found)
        findings += [replace(f, workbook=index) for f in (*book.findings, *located)]
    tables, normalised = normalise(list(books), layouts, pack)
    give_back(len(tables.scores))
    return tables, findings + normalised


def judge(tables: Tables, findings: list[AnyFinding], pack: RulePack, tell: Tell = untold) -> Outcome:
    """Check, recompute, reconcile, explain and conclude: the outcome of what ingestion found."""
    from pipeline.check import check
    from pipeline.conclude import conclude
    from pipeline.explain import explain
    from pipeline.formulas import check_formulas
    from pipeline.recompute import recompute
    from pipeline.reconcile import reconcile

    told(tell, "check")
    findings = [*findings, *check(tables, pack), *check_formulas(tables, pack)]
    give_back(len(tables.scores))
    told(tell, "recompute")
    recomputed = recompute(tables, pack)
    give_back(len(tables.scores))
    told(tell, "reconcile")
    lines, reconciled = reconcile(tables, recomputed, pack)
    findings += reconciled
    told(tell, "explain")
    lines, explained = explain(tables, recomputed, lines, findings, pack)
    told(tell, "conclude")
    return conclude(tables, lines, findings + explained, pack)


def run(
    sources: Sequence[Source],
    pack: RulePack,
    *,
    limits: Limits | None = None,
    jobs: int = 1,
    passwords: Sequence[str] = (),
    tell: Tell = untold,
) -> Outcome:
    """Judge every source under one rule pack; nothing stops at the first fault."""
    return judged(_read(sources, pack, limits, jobs, passwords, tell), pack, tell)


def judged(books: Sequence[Book], pack: RulePack, tell: Tell = untold) -> Outcome:
    """Judge what was read; a book that sobthan itself fails on is set aside."""
    from pipeline.isolate import isolated

    return isolated(books, lambda books: judge(*tabulate(books, pack), pack, tell))


def _read(
    sources: Sequence[Source],
    pack: RulePack,
    limits: Limits | None,
    jobs: int,
    passwords: Sequence[str],
    tell: Tell = untold,
) -> list[Book]:
    """Read every source. In a fresh process the readers locate too, while this one imports what judges."""
    fresh = "pandera" not in sys.modules
    also = partial(_locate, pack) if fresh else None
    reading = start_reading(sources, limits or Limits(), jobs=jobs, passwords=passwords, also=also)
    if not fresh:
        return list(counted(reading.books(), sources, "read", tell))
    import pandera.pandas  # noqa: F401 - takes longer than everything else in a short run

    read = counted(reading.books_and_more(), sources, "read", tell)
    return [replace(book, located=cast("Located", made)) if made else book for book, made in read]


def _locate(pack: RulePack, book: Book) -> Located:
    from pipeline.locate import locate

    return locate(book, pack) if book.readable else ([], [])
