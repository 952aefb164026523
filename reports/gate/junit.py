"""JUnit XML: a suite a workbook, a case a finding. A case fails where its severity reaches --fail-on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from reports.gate.lines import UNCHANGED, GateBook, GateLine, GateRun, pick
from reports.options import Options
from reports.streams import write_pieces
from reports.view.verdicts import Words
from schemas.catalogue import Catalogue
from schemas.finding import Severity
from schemas.outcome import Outcome
from schemas.terms import Verdict

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even escaped."""


def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the document as UTF-8."""
    write_pieces(_pieces(GateRun(outcome, catalogue, options), Words(catalogue)), out)


def _pieces(run: GateRun, words: Words) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sobthan">\n'
    for book in run.books:
        yield from _suite(book, run, words)
    yield "</testsuites>\n"


def _suite(book: GateBook, run: GateRun, words: Words) -> Iterator[str]:
    lang = run.options.lang
    cases: list[str] = []
    counts: Counter[str] = Counter()
    unreadable = book.book.outcome.verdict is Verdict.UNREADABLE
    for line in book.lines():
        kind = _kind(line, run.options.fail_on, unreadable)
        counts[kind] += 1
        cases.append(_case(line, kind, lang))
    for line in book.waived():
        counts["skipped"] += 1
        cases.append(_case(line, "skipped", lang))
    if not cases:
        name = pick(words(f"verdict.{book.book.outcome.verdict.value}"), lang)
        cases.append(f"  <testcase classname={_attribute(book.file)} name={_attribute(name)}/>\n")
    yield (
        f' <testsuite name={_attribute(book.file)} tests="{len(cases)}" failures="{counts["failure"]}" '
        f'errors="{counts["error"]}" skipped="{counts["skipped"]}">\n'
    )
    yield from cases
    yield " </testsuite>\n"


def _kind(line: GateLine, fail_on: Severity | None, unreadable: bool) -> str:
    """Say what a finding is to JUnit: an error where the file could not be judged, a failure, or only output."""
    order = list(Severity)
    if unreadable and line.severity is Severity.ERROR:
        return "error"
    if fail_on is None or order.index(line.severity) > order.index(fail_on) or line.change == UNCHANGED:
        return "system-out"
    return "failure"


def _case(line: GateLine, kind: str, lang: str) -> str:
    """Return one case; its name carries the id, so that class and name together are unique."""
    place = "!".join(part for part in (line.view.place.sheet, line.view.place.cell) if part)
    name = f"{line.name} {place} ({line.view.id})" if place else f"{line.name} ({line.view.id})"
    head = f"  <testcase classname={_attribute(line.file)} name={_attribute(name)}>"
    message = line.message(lang)
    if kind == "system-out":
        body = f"<system-out>{_content(f'{line.severity}: {message}')}</system-out>"
    else:
        said = line.waived if line.waived is not None else message
        body = (
            f"<{kind} type={_attribute(line.name)} message={_attribute(said)}>"
            f"{_content(f'{line.place}: {line.severity} {line.name}: {message}')}</{kind}>"
        )
    return f"{head}{body}</testcase>\n"


def legal(text: str) -> str:
    """Return a text with every character XML forbids as a question mark."""
    return _FORBIDDEN.sub("?", text)


def _attribute(text: str) -> str:
    return quoteattr(legal(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _content(text: str) -> str:
    return escape(legal(text))
