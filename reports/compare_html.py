"""The comparison as one page in the frame of the reports: answer, counts, every difference, sources."""

from __future__ import annotations

from typing import BinaryIO

from reports.html.frame import document
from reports.html.marks import OF_SEVERITY, OF_VERDICT, mark
from reports.html.markup import Html, join, tag
from reports.options import Options
from reports.view.compare import CompareView, Row
from reports.view.verdicts import Words
from schemas.catalogue import Catalogue
from schemas.comparison import Compared, Comparison, ComparisonVerdict, Difference, Side
from schemas.finding import Text
from schemas.terms import Verdict

COLUMNS = ("what", "left", "where-left", "right", "where-right")
IN_SENTENCES = ("duplicate-key", "renamed-unit")
"""What is told in sentences rather than in a table: more than one place, or a reason, belongs to it."""
LIKE = {
    ComparisonVerdict.SAME: Verdict.CONSISTENT,
    ComparisonVerdict.DIFFERENT: Verdict.DISCREPANT,
    ComparisonVerdict.NOT_JUDGED: Verdict.UNREADABLE,
}


def write(comparison: Comparison, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the page as UTF-8."""
    out.write(page(CompareView(comparison, catalogue), options).encode())


def page(view: CompareView, options: Options) -> str:
    """Return the whole page, in both languages."""
    groups = [_group(view, name, differences) for name, differences in view.groups()]
    main = join(_answer(view), *groups, _sources(view))
    return document(view.words, options, view.words("compare.title"), main)


def _answer(view: CompareView) -> Html:
    words, one = view.words, view.comparison
    like = LIKE[one.verdict]
    heading = tag("h1", words(f"compare.verdict.{one.verdict.value}"), id="verdict-title")
    left_out = [words("compare.not-judged", file=n.file, why=view.why_not(n)) for n in one.not_judged]
    counts = [
        (words("compare.count.units"), one.units, ""),
        (words("compare.count.indicators"), one.indicators, ""),
        (words("compare.count.scores"), one.scores.compared, ""),
        (words("compare.count.figures"), one.figures.compared, ""),
    ]
    for name, differences in view.groups():
        title = view.catalogue.findings[name].title
        counts.append((title, len(differences), OF_SEVERITY[view.severity(name)]))
    return tag(
        "section",
        tag("p", words("compare.title"), class_="subject"),
        tag("div", mark(OF_VERDICT[like]), heading, class_="answer"),
        tag("p", view.counts(), class_="reason"),
        *(tag("p", text, class_="reason") for text in (*view.unshared(), *left_out)),
        tag("dl", [_count(*count) for count in counts], class_="counts"),
        id="verdict",
        class_=f"verdict {like.value}",
        aria_labelledby="verdict-title",
    )


def _count(label: Text, number: int, kind: str) -> Html:
    return tag("div", tag("dt", label), tag("dd", f"{number:,}"), class_=kind or None)


def _group(view: CompareView, name: str, differences: list[Difference]) -> Html:
    entry = view.catalogue.findings[name]
    rows = [view.row(difference) for difference in differences]
    told = _sentences(rows) if name in IN_SENTENCES else _table(view.words, rows)
    heading = tag("h2", entry.title, f" ({len(rows):,})", id=f"{name}-title")
    why = tag("p", entry.why, class_="quiet")
    mend = tag("p", entry.mend, class_="quiet")
    return tag("section", heading, why, told, mend, id=name, class_="part", aria_labelledby=f"{name}-title")


def _sentences(rows: list[Row]) -> Html:
    return tag("ul", [tag("li", row.message, id=row.difference.id) for row in rows])


def _table(words: Words, rows: list[Row]) -> Html:
    shown = [c for c in COLUMNS if any(_filled(row, c) for row in rows)]
    head = tag("tr", [tag("th", words(f"compare.{column}"), scope="col") for column in shown])
    body = [tag("tr", [_cell(row, column) for column in shown], id=row.difference.id) for row in rows]
    return tag("div", tag("table", tag("thead", head), tag("tbody", body)), class_="scroll", tabindex="0")


def _filled(row: Row, column: str) -> bool:
    return bool(_texts(row)[column])


def _cell(row: Row, column: str) -> Html:
    if column == "what":
        return tag("th", row.what, scope="row")
    side = row.difference.left if "left" in column else row.difference.right
    number = side is not None and side.value is not None and not column.startswith("where")
    return tag("td", _texts(row)[column], class_="num" if number else None)


def _texts(row: Row) -> dict[str, Text | str | None]:
    return dict(zip(COLUMNS, (row.what, row.left, row.left_at, row.right, row.right_at), strict=True))


def _sources(view: CompareView) -> Html:
    one = view.comparison
    lists = (_source(view.words, Side.LEFT, one.left), _source(view.words, Side.RIGHT, one.right))
    heading = tag("h2", view.words("compare.inputs"), id="sources-title")
    return tag("section", heading, *lists, id="sources", class_="part", aria_labelledby="sources-title")


def _source(words: Words, side: Side, compared: Compared) -> Html:
    files = [tag("li", tag("b", book.file), " ", tag("code", book.sha256)) for book in compared.books]
    return join(tag("h3", words(f"compare.{side.value}")), tag("ul", files))
