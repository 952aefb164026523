"""The comparison as one page: the answer, what was compared, every difference with both cells."""

from __future__ import annotations

from typing import BinaryIO

from reports.html.markup import Html, join, tag
from reports.options import Options
from reports.view.compare import CompareView, Row
from reports.view.verdicts import Words, pick
from schemas.catalogue import Catalogue
from schemas.comparison import Compared, Comparison, Side
from schemas.finding import Text

COLUMNS = ("what", "left", "where-left", "right", "where-right")
STYLE = (
    "body{font-family:Sarabun,'TH Sarabun New',sans-serif;line-height:1.6;max-width:72rem;margin:auto;"
    "padding:1rem;color:#1c1c1c;background:#fff}table{border-collapse:collapse;width:100%}"
    "th,td{border-bottom:1px solid #ccc;padding:.25rem .5rem;text-align:start;vertical-align:top}"
    "thead{display:table-header-group}td.num{font-variant-numeric:tabular-nums}"
    ".same h1{color:#17692f}.different h1{color:#a3181c}.not_judged h1{color:#7a2a86}"
    "html[lang=th] [lang=en],html[lang=en] [lang=th]{display:none}"
)


def write(comparison: Comparison, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the page as UTF-8."""
    out.write(page(CompareView(comparison, catalogue), options).encode())


def page(view: CompareView, options: Options) -> str:
    """Return the whole page; texts stand in both languages, the page's own language is shown."""
    words, one = view.words, view.comparison
    counts = {"scores": one.scores.compared, "scores_changed": one.scores.changed}
    counts |= {"figures": one.figures.compared, "figures_changed": one.figures.changed}
    counts |= {"units": one.units, "indicators": one.indicators}
    main = join(
        tag("h1", words(f"compare.verdict.{one.verdict.value}")),
        tag("p", words("compare.counts", **counts)),
        *(_unshared(view, side) for side in Side),
        [
            tag("p", words("compare.not-judged", file=n.file, why=view.why_not(n)), class_="not-judged")
            for n in one.not_judged
        ],
        *(_group(view, name) for name, _ in view.groups()),
        tag("h2", words("compare.inputs")),
        _source(words, Side.LEFT, one.left),
        _source(words, Side.RIGHT, one.right),
    )
    head = join(
        Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'),
        tag("title", pick(words("compare.title"), options.lang)),
        tag("style", Html(STYLE)),
    )
    body = tag("body", tag("main", main, class_=one.verdict.value))
    return f"<!doctype html>\n{tag('html', tag('head', head), body, lang=options.lang)}\n"


def _unshared(view: CompareView, side: Side) -> Html | None:
    names = [view.words(f"quantity.{q.value}") for s, q in view.comparison.unshared_quantities if s is side]
    if not names:
        return None
    word = view.words(f"compare.{side.value}")
    lower = Text(word.en.lower(), word.th)
    return tag("p", view.words("compare.unshared", side=lower, quantities=tuple(names)))


def _group(view: CompareView, name: str) -> Html:
    differences = dict(view.groups())[name]
    entry = view.catalogue.findings[name]
    rows = [view.row(difference) for difference in differences]
    said = name in ("duplicate-key", "renamed-unit")
    return tag(
        "section",
        tag("h2", entry.title, f" ({len(rows)})"),
        tag("p", entry.why),
        tag("ul", [tag("li", row.message, id=row.difference.id) for row in rows])
        if said
        else _table(view.words, rows),
        tag("p", entry.mend),
        class_=f"group {view.severity(name).value}",
        id=name,
    )


def _table(words: Words, rows: list[Row]) -> Html:
    head = tag("tr", [tag("th", words(f"compare.{column}"), scope="col") for column in COLUMNS])
    body = [
        tag(
            "tr",
            tag("th", row.what, scope="row"),
            tag("td", row.left, class_="num"),
            tag("td", row.left_at),
            tag("td", row.right, class_="num"),
            tag("td", row.right_at),
            id=row.difference.id,
        )
        for row in rows
    ]
    return tag("table", tag("thead", head), tag("tbody", body))


def _source(words: Words, side: Side, compared: Compared) -> Html:
    files = [tag("li", book.file, " ", tag("code", book.sha256)) for book in compared.books]
    return join(tag("h3", words(f"compare.{side.value}")), tag("ul", files))
