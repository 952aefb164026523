"""The report of one workbook, or of several one after the other, as one HTML page."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from reports.html.markup import Html, join, tag
from reports.options import Options
from reports.view.mismatches import recomputed_shown, reported_shown
from reports.view.run import BookView, RunView
from reports.view.verdicts import Words, pick, verdict_words
from schemas.catalogue import Catalogue
from schemas.cell import a1
from schemas.outcome import Outcome
from schemas.terms import Status

STYLE = "body{font-family:Sarabun,sans-serif;line-height:1.6;max-width:60rem;margin:auto;padding:1rem}"


def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the page as UTF-8."""
    out.write(page(RunView(outcome, catalogue), options).encode())


def write_html_pages(outcome: Outcome, catalogue: Catalogue, options: Options, folder: Path) -> list[Path]:
    """Write one page a workbook into the folder, an index where there are several; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "index.html"
    with path.open("wb") as out:
        write(outcome, catalogue, options, out)
    return [path]


def page(run: RunView, options: Options) -> str:
    words = Words(run.catalogue)
    body = [_workbook(book, words) for book in run.books]
    title = pick(words("answer." + run.outcome.verdict.value), options.lang)
    head = join(
        Html('<meta charset="utf-8">'),
        tag("title", title),
        tag("style", Html(STYLE + "html[lang=th] [lang=en],html[lang=en] [lang=th]{display:none}")),
    )
    return (
        f"<!doctype html>{tag('html', tag('head', head), tag('body', tag('main', body)), lang=options.lang)}"
    )


def _workbook(book: BookView, words: Words) -> Html:
    answer, reason = verdict_words(words, book.outcome.verdict, book.figures, book.weights)
    rounding = book.run.outcome.rules.policies.rounding
    rows = [
        tag(
            "tr",
            tag("td", book.run.names.codes.get((line.workbook, line.table, line.unit or 0), "")),
            tag("td", words(f"quantity.{line.quantity.value}")),
            tag("td", reported_shown(line)),
            tag("td", recomputed_shown(line, rounding)),
            tag("td", a1(line.cell.row, line.cell.col) if line.cell else ""),
        )
        for line in book.outcome.lines
        if line.status is Status.MISMATCH
    ]
    findings = [
        tag("li", tag("b", view.title), " ", view.place.cell or "", " ", view.message, id=view.id)
        for view in book.reader.views(200)
    ]
    return join(
        tag("h1", answer),
        tag("p", reason),
        tag("p", book.outcome.file),
        tag("table", rows),
        tag("ul", findings),
    )
