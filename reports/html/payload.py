"""The page's data: every finding and figure the page holds, as columns, compressed into the page itself."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Sequence

from reports.html.cards import action, causes_list, consequence, criteria
from reports.html.context import Context
from reports.html.figure_rows import packed
from reports.html.figures import MOST_HELD as MOST_FIGURES
from reports.html.figures import MOST_ROWS as FIGURE_ROWS
from reports.html.figures import rest
from reports.html.findings import laid_out, unit_shown, units_of
from reports.html.markup import Html
from reports.html.workings import workings
from reports.view.findings import FindingView
from reports.view.scores import raw_at
from reports.view.selection import ORDER
from schemas.finding import Text

MOST_DETAILED = 100
"""Findings whose causes and workings the page holds; further ones show their words and their place."""
MOST_GRID_CELLS = 60_000
WORDS = (
    *("severity.error", "severity.warning", "severity.info", "html.sheet", "html.cell", "html.unit"),
    *("html.indicator", "html.cause.none", "html.around", "html.around.left", "html.more", "html.shown"),
    *(f"status.{s}" for s in ("match", "mismatch", "not_reported", "not_computable")),
    *(f"quantity.{q}" for q in ("score", "weighted", "full_marks", "points", "mean", "converted", "grade")),
)


def payload(page: Context) -> Html:
    """Return the data element: JSON, gzip, base64. The script reads it; nothing in it is ever executed."""
    text = json.dumps(data(page), ensure_ascii=False, separators=(",", ":"))
    packed = base64.b64encode(gzip.compress(text.encode(), 6, mtime=0)).decode()
    return Html(f'<script type="application/octet-stream" id="data">{packed}</script>')


def data(page: Context) -> dict[str, object]:
    """Return what the script works on; texts in both languages as [en, th]."""
    views = page.views
    return {
        "words": {key: _pair(page(key)) for key in WORDS} | {"html.print.left": _pair(page(_left(page)))},
        "names": _names(page, views, laid_out(len(views))),
        "findings": _findings(page, views, laid_out(len(views))),
        "details": _details(page, views),
        "figures": [packed(page, line) for line in rest(page)[FIGURE_ROWS:MOST_FIGURES]],
        "grids": _grids(page, views),
    }


def _left(page: Context) -> str:
    """Return the words for what a print leaves out: the screen has it, or it too has examples only."""
    return "html.print.left" if page.selection.complete else "html.print.left.examples"


def _pair(text: Text) -> list[str]:
    return [text.en, text.th]


def _names(page: Context, views: Sequence[FindingView], made: int) -> dict[str, list[object]]:
    """Return the words of every name; the parts of a card only of names that the script makes cards of."""
    catalogue = page.book.run.catalogue.findings
    names: dict[str, list[object]] = {view.source.name: [_pair(view.title)] for view in views}
    for view in views[made:]:
        name = view.source.name
        if len(names[name]) == 1:
            entry = catalogue.get(name)
            names[name] += [
                _pair(entry.message) if entry else ["", ""],
                criteria(page, name, entry),
                consequence(page, (), entry),
                action(page, entry, ()),
            ]
    return names


def _findings(page: Context, views: Sequence[FindingView], made: int) -> dict[str, list[object]]:
    """Return the columns; the words of later findings that a plain template gives are left to the script."""
    spoken = [at < made or view.values is None for at, view in enumerate(views)]
    return {
        "id": [v.id for v in views],
        "severity": [ORDER[v.severity] for v in views],
        "name": [v.source.name for v in views],
        "unit": [unit_shown(page, v) for v in views],
        "units": [u if len(u := units_of(page, v)) > 1 else 0 for v in views],
        "at": [(v.source.unit or 0, v.source.indicator or 0) for v in views],
        "indicator": [v.indicator for v in views],
        "sheet": [v.place.sheet or "" for v in views],
        "cell": [v.place.range or v.place.cell or "" for v in views],
        "first": [0 if v.place.cell == v.place.range else v.place.cell or "" for v in views],
        "en": [v.message.en if say else 0 for v, say in zip(views, spoken, strict=True)],
        "th": [v.message.th if say else 0 for v, say in zip(views, spoken, strict=True)],
        "observed": [v.values["observed"] if v.values else 0 for v in views],
    }


def _details(page: Context, views: Sequence[FindingView]) -> dict[str, list[str]]:
    catalogue = page.book.run.catalogue.findings
    found: dict[str, list[str]] = {}
    for view in views[laid_out(len(views)) : MOST_DETAILED]:
        lines = page.lines_of(view)
        if lines:
            entry, causes = catalogue.get(view.source.name), lines[0].causes
            found[view.id] = [
                causes_list(page, causes, lines),
                consequence(page, lines, entry),
                action(page, entry, causes),
                workings(page, lines),
            ]
    return found


def _grids(page: Context, views: Sequence[FindingView]) -> dict[str, list[list[str]]]:
    """Return the sheets that cards further down show a part of; none where they are too large."""
    book = page.book.book
    if book is None or len(views) <= laid_out(len(views)):
        return {}
    wanted = {v.place.sheet for v in views[laid_out(len(views)) :]}
    grids = [g for g in book.sheets if g.name in wanted]
    if sum(len(row) for g in grids for row in g.rows) > MOST_GRID_CELLS:
        return {}
    return {
        g.name: [[raw_at(g, r, c) for c in range(1, len(row) + 1)] for r, row in enumerate(g.rows, 1)]
        for g in grids
    }
