"""The step summary in Markdown: what a reviewer sees first on the page of a build."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from reports.gate.lines import GateLine, GateRun, pick
from reports.options import Options
from reports.streams import write_pieces
from reports.view.verdicts import Words
from schemas.catalogue import Catalogue
from schemas.outcome import Outcome

MOST_WORKBOOKS = 100
MOST_FINDINGS = 50
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#~!])")


def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the page as UTF-8; long lists are cut with a count."""
    run, words = GateRun(outcome, catalogue, options), Words(catalogue)
    write_pieces(_lines(run, words), out)


def _lines(run: GateRun, words: Words) -> Iterator[str]:
    lang = run.options.lang

    def say(key: str, **values: object) -> str:
        return pick(words(key, **values), lang)

    verdict = run.run.outcome.verdict
    weights = run.run.weights
    waived = sum(b.waived for b in run.run.books)
    yield f"## sobthan: {say(f'answer.{verdict.value}')}\n\n"
    counts = {"error": weights.error, "warning": weights.warning, "info": weights.info, "waived": waived}
    yield f"{say('gate.counts', workbooks=len(run.books), **counts)}\n"
    if run.changes is not None:
        yield f"{say('gate.changes', **run.changes)}\n"
    yield f"\n| {say('gate.workbook')} | {say('gate.verdict')} | {say('severity.error')} "
    yield f"| {say('severity.warning')} | {say('severity.info')} | {say('gate.waived')} |\n"
    yield "|---|---|--:|--:|--:|--:|\n"
    for book in run.books[:MOST_WORKBOOKS]:
        one = book.book
        yield (
            f"| {_plain(book.file)} | {say(f'verdict.{one.outcome.verdict.value}')} | {one.weights.error} "
            f"| {one.weights.warning} | {one.weights.info} | {one.waived} |\n"
        )
    if len(run.books) > MOST_WORKBOOKS:
        yield f"\n{say('gate.more', count=len(run.books) - MOST_WORKBOOKS)}\n"
    total = weights.error + weights.warning + weights.info
    if total:
        yield "\n"
        for line in islice(run.lines(), MOST_FINDINGS):
            change = f" [{say(f'gate.change.{line.change}')}]" if line.change else ""
            yield _item(line, lang, say(f"severity.{line.severity}"), change)
        if total > MOST_FINDINGS:
            yield f"\n{say('gate.more', count=total - MOST_FINDINGS)}\n"


def _item(line: GateLine, lang: str, weight: str, change: str) -> str:
    return f"- **{weight}** `{line.name}` {_plain(line.place)}: {_plain(line.message(lang))}{change}\n"


def _plain(text: str) -> str:
    """Return a text that Markdown shows as it is: cell text is never markup."""
    return _MARKUP.sub(r"\\\1", text)
