"""The report of one workbook as one self-contained HTML page; of several, the index and a page each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from reports.html.account import account, method, signoff
from reports.html.context import Context
from reports.html.facts import facts
from reports.html.figures import figures
from reports.html.findings import findings
from reports.html.frame import contents, document, section
from reports.html.heatmap import heatmap
from reports.html.index import index_page
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
    text = workbook_page(run.books[0], Details(run), options) if one else index_page(run, options, [])
    out.write(_encoded(text))


def each(outcome: Outcome, catalogue: Catalogue, options: Options) -> Iterator[bytes]:
    """Yield the page of every workbook in turn."""
    run = RunView(outcome, catalogue)
    details = Details(run)
    return (_encoded(workbook_page(book, details, options)) for book in run.books)


def write_index(
    outcome: Outcome, catalogue: Catalogue, options: Options, names: Sequence[str], out: BinaryIO
) -> None:
    """Write the index of all workbooks; names: the file name of each one's page, in order."""
    out.write(_encoded(index_page(RunView(outcome, catalogue), options, names)))


def _encoded(text: str) -> bytes:
    """Return UTF-8; a lone surrogate from a damaged file becomes a question mark."""
    return text.encode("utf-8", errors="replace")


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
