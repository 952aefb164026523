"""The index page of a batch: how many can be signed, what went wrong most, and every workbook, worst first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from urllib.parse import quote

from reports.batch_index import MOST_WORKBOOKS, BatchView
from reports.dates import date_words
from reports.html.frame import document
from reports.html.marks import OF_VERDICT, mark
from reports.html.markup import Child, Html, join, tag
from reports.options import Options
from reports.view.verdicts import Words
from schemas.catalogue import Catalogue
from schemas.terms import Verdict

_NUMBERS = ("mismatch", "reported", "errors", "warnings", "waived")


def batch_page(
    view: BatchView,
    catalogue: Catalogue,
    options: Options,
    version: str,
    report_of: Callable[[str], str | None],
) -> str:
    """Return the page. report_of: the address of a workbook's report, None where it has none."""
    words = Words(catalogue)
    counts = dict(view.verdicts)
    total = view.totals["workbooks"]
    bad = total - counts.get(Verdict.CONSISTENT.value, 0)
    worst = max((Verdict(name) for name in counts), key=list(Verdict).index, default=Verdict.CONSISTENT)
    title = words("batch.title" if bad else "batch.title.clean", bad=f"{bad:,}", workbooks=f"{total:,}")
    main = join(
        tag(
            "section",
            tag("p", words("batch.subject"), class_="subject"),
            tag("div", mark(OF_VERDICT[worst]), tag("h1", title), class_="answer"),
            tag("dl", _counts(view, words, counts), class_="counts"),
            tag("p", date_words(options.made), f" · sobthan {version}", class_="quiet"),
            class_=f"verdict {worst.value}",
        ),
        _part(words, "batch.causes", ("cause", "figures", "workbooks"), _named(view.causes, catalogue)),
        _part(words, "batch.findings", ("finding", "count", "workbooks"), _findings(view, catalogue)),
        _part(words, "batch.units", ("unit", "figures", "workbooks"), view.units),
        _part(words, "batch.indicators", ("indicator", "count", "workbooks"), view.indicators),
        _workbooks(view, words, report_of),
    )
    return document(words, options, title, main)


def _counts(view: BatchView, words: Words, counts: dict[str, int]) -> list[Html]:
    pairs = [(words(f"verdict.{v.value}"), counts.get(v.value, 0)) for v in Verdict]
    pairs += [(words(f"html.count.{name}"), view.totals[name]) for name in ("reported", "match", "mismatch")]
    return [tag("div", tag("dt", name), tag("dd", f"{count:,}")) for name, count in pairs]


def _named(rows: Sequence[tuple[str, int, int]], catalogue: Catalogue) -> list[tuple[Child, int, int]]:
    return [
        (join(catalogue.causes[name].title, " ", tag("code", name)), figures, books)
        for name, figures, books in rows
    ]


def _findings(view: BatchView, catalogue: Catalogue) -> list[tuple[Child, int, int]]:
    return [
        (join(catalogue.findings[name].title, " ", tag("code", name)), count, books)
        for name, _, count, books in view.findings
    ]


def _part(words: Words, key: str, columns: tuple[str, ...], rows: Sequence[tuple[Child, int, int]]) -> Html:
    heading = tag("h2", words(key))
    if not rows:
        return tag("section", heading, tag("p", words("batch.none"), class_="quiet"), class_="part")
    head = tag(
        "tr",
        [
            tag("th", words(f"batch.column.{c}"), scope="col", class_="num" if n else None)
            for n, c in enumerate(columns)
        ],
    )
    body = [
        tag("tr", tag("th", name, scope="row"), [tag("td", f"{n:,}", class_="num") for n in numbers])
        for name, *numbers in rows
    ]
    table = tag("table", tag("thead", head), tag("tbody", body))
    return tag("section", heading, tag("div", table, class_="scroll", tabindex="0"), class_="part")


def _workbooks(view: BatchView, words: Words, report_of: Callable[[str], str | None]) -> Html:
    total = view.totals["workbooks"]
    head = [
        tag("th", tag("button", words(f"batch.column.{name}"), type="button", data_sort=name), scope="col",
            class_="num" if name in _NUMBERS else None)
        for name in ("file", "verdict", *_NUMBERS)
    ]  # fmt: skip
    order = list(Verdict)
    shown = {
        kind.value: tag("td", mark(OF_VERDICT[kind]), " ", words(f"verdict.{kind.value}"), class_="sev",
                        data_v=order.index(kind))
        for kind in order
    }  # fmt: skip
    cell = cache(lambda number: tag("td", number, class_="num"))
    rows = []
    for file, verdict, *numbers in view.workbooks:
        address = report_of(file)
        name = tag("a", file, href=quote(address)) if address else file
        row = tag("tr", tag("th", name, scope="row"), shown[verdict], *map(cell, numbers), class_=verdict)
        rows.append(row)
    search = tag(
        "form",
        tag(
            "label",
            tag("span", words("html.search")),
            tag("input", type="search", name="q", autocomplete="off"),
        ),
        tag("p", id="shown", role="status", class_="quiet"),
        id="filters",
        role="search",
    )
    capped = None
    if total > len(rows):
        said = words("batch.capped", shown=f"{MOST_WORKBOOKS:,}", workbooks=f"{total:,}")
        capped = tag("p", said, class_="quiet")
    table = tag("table", tag("thead", tag("tr", head)), tag("tbody", rows), class_="index", id="index-table")
    return tag(
        "section",
        tag("h2", words("batch.workbooks")),
        capped,
        search,
        tag("div", table, class_="scroll", tabindex="0"),
        class_="part",
    )
