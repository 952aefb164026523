"""The index of many workbooks: a verdict a row, each a link to its report."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from reports.dates import date_words
from reports.html.frame import document
from reports.html.marks import OF_VERDICT, mark
from reports.html.markup import Html, join, tag
from reports.options import Options
from reports.view.run import BookView, RunView
from reports.view.verdicts import Words, verdict_words
from schemas.terms import Verdict

COLUMNS = ("file", "verdict", "mismatch", "error", "warning", "why")
NUMBERS = frozenset({"mismatch", "error", "warning"})


def index_page(run: RunView, options: Options, names: Sequence[str]) -> str:
    """Return the index. names: the page of each workbook, in order; without any, no row is a link."""
    words = Words(run.catalogue)
    title = words("index.title")
    worst_first = sorted(run.books, key=lambda b: list(Verdict).index(b.outcome.verdict), reverse=True)
    head = [
        tag(
            "th",
            tag("button", words(f"index.{name}"), type="button", data_sort=name),
            scope="col",
            class_="num" if name in NUMBERS else None,
        )
        for name in COLUMNS
    ]
    pages = {id(book): name for book, name in zip(run.books, names, strict=False)}
    rows = [_row(book, words, pages.get(id(book))) for book in worst_first]
    table = tag("table", tag("thead", tag("tr", head)), tag("tbody", rows), class_="index", id="index-table")
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
    main = join(
        tag(
            "section",
            tag("p", words("html.subject"), class_="subject"),
            tag("div", mark(OF_VERDICT[run.outcome.verdict]), tag("h1", title), class_="answer"),
            _counts(run, words),
            tag("p", date_words(options.made), f" · sobthan {run.outcome.version}", class_="quiet"),
            class_=f"verdict {run.outcome.verdict.value}",
        ),
        tag("section", search, tag("div", table, class_="scroll", tabindex="0"), class_="part"),
    )
    return document(words, options, title, main)


def _counts(run: RunView, words: Words) -> Html:
    verdicts = [book.outcome.verdict for book in run.books]
    cells = [tag("div", tag("dt", words("index.workbooks")), tag("dd", f"{len(verdicts):,}"))]
    cells += [
        tag("div", tag("dt", words(f"verdict.{v.value}")), tag("dd", f"{verdicts.count(v):,}"))
        for v in Verdict
    ]
    return tag("dl", cells, class_="counts")


def _row(book: BookView, words: Words, name: str | None) -> Html:
    one, weights = book.outcome, book.weights
    answer, reason = verdict_words(words, one.verdict, book.figures, weights)
    file = tag("a", one.file, href=quote(name)) if name else one.file
    rank = list(Verdict).index(one.verdict)
    return tag(
        "tr",
        tag("th", file, scope="row"),
        tag("td", mark(OF_VERDICT[one.verdict]), " ", answer, class_="sev", data_v=rank),
        tag("td", book.figures.mismatch, class_="num"),
        tag("td", weights.error, class_="num"),
        tag("td", weights.warning, class_="num"),
        tag("td", reason),
        class_=one.verdict.value,
    )
