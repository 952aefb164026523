"""The report of one workbook as one self-contained HTML page; of several, the index and a page each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from reports.html.account import account, method, signoff
from reports.html.context import Context
from reports.html.facts import facts
from reports.html.figures import figures
from reports.html.findings import findings
from reports.html.frame import contents, document, section
from reports.html.heatmap import heatmap
from reports.html.index import index_page, page_names
from reports.html.markup import Child, Html, join, tag
from reports.html.payload import payload
from reports.html.pictures import picture
from reports.html.verdict import verdict
from reports.options import Options
from reports.view.run import BookView, RunView, TableView
from reports.view.scores import Details
from reports.view.verdicts import Words
from schemas.catalogue import Catalogue
from schemas.finding import Text
from schemas.outcome import Outcome

SECTIONS = ("facts", "map", "figures", "findings", "account", "method", "signoff")


def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write one page as UTF-8: the workbook's report, or the index where the outcome has several."""
    run = RunView(outcome, catalogue)
    one = len(run.books) == 1
    text = workbook_page(run.books[0], Details(run), options) if one else index_page(run, options, {})
    out.write(text.encode("utf-8", errors="replace"))


def write_html_pages(outcome: Outcome, catalogue: Catalogue, options: Options, folder: Path) -> list[Path]:
    """Write one page a workbook into the folder, and index.html where there are several; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    run = RunView(outcome, catalogue)
    details = Details(run)
    names = page_names(run)
    written = []
    for book in run.books:
        path = folder / names[book.outcome.index]
        path.write_text(workbook_page(book, details, options), encoding="utf-8", errors="replace")
        written.append(path)
    if len(run.books) > 1:
        path = folder / "index.html"
        path.write_text(index_page(run, options, names), encoding="utf-8", errors="replace")
        written.insert(0, path)
    return written


def workbook_page(book: BookView, details: Details, options: Options) -> str:
    """Return the page of one workbook."""
    words = Words(book.run.catalogue)
    page = Context(book, details, words, options)
    present = [name for name in SECTIONS if book.tables or name not in ("map", "figures")]
    parts: dict[str, Callable[[], Child]] = {
        "map": lambda: [_table_parts(page, heatmap, t) for t in book.tables],
        "figures": lambda: [[_table_parts(page, picture, t) for t in book.tables], figures(page)],
        "findings": lambda: findings(page),
        "account": lambda: account(page),
        "facts": lambda: facts(page),
        "method": lambda: method(page),
        "signoff": lambda: signoff(page),
    }
    main = join(
        verdict(page),
        contents(words, options, present),
        [section(words, name, parts[name]()) for name in present],
    )
    answer = words(f"answer.{book.outcome.verdict.value}")
    title = Text(f"{book.outcome.file}: {answer.en}", f"{book.outcome.file}: {answer.th}")
    return document(words, options, title, main, payload(page))


def _table_parts(page: Context, draw: Callable[[Context, TableView], Html], table: TableView) -> Html:
    """Return one table's part, under its name where the workbook has several."""
    if len(page.book.tables) == 1:
        return draw(page, table)
    info = table.info
    name: list[Child] = [tag("b", table.sheet), f" {table.range}"]
    if info.round:
        name.append(page("html.round", round=info.round))
    if info.assessor:
        name.append(page("html.assessor", assessor=info.assessor))
    return join(tag("h3", name), draw(page, table))
