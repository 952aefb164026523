"""Every figure tested that is not drawn, one row each, by quantity: no tested item is left blank."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reports.html.context import Context
from reports.html.figure_rows import cells, head
from reports.html.markup import Html, join, tag
from reports.html.pictures import MOST_ROWS as MOST_DRAWN
from reports.html.pictures import leading
from schemas.outcome import Line
from schemas.terms import Quantity, Status

MOST_ROWS = 200
MOST_HELD = 20_000
"""Figures that a page holds; beyond them the worst are held, and the page says how many there are."""
WORST_FIRST = (Status.MISMATCH, Status.NOT_COMPUTABLE, Status.NOT_REPORTED, Status.MATCH)
ORDER = {quantity: place for place, quantity in enumerate(Quantity)}


def rest(page: Context) -> Sequence[Line]:
    """Return the figures that no drawing shows, by quantity; the worst first where a page cuts them."""
    drawn: set[int] = set()
    for table in page.book.tables:
        lines = leading(table)
        if len(lines) <= MOST_DRAWN:
            drawn |= {id(line) for line in lines}
    left = [line for line in page.book.outcome.lines if id(line) not in drawn]
    cut = len(left) > MOST_ROWS

    def key(line: Line) -> tuple[int, int]:
        return WORST_FIRST.index(line.status) if cut else 0, ORDER[line.quantity]

    return sorted(left, key=key)


def figures(page: Context) -> Html:
    """Return the table, the first rows of it; the script adds the rest."""
    if not page.book.outcome.lines:
        return tag("p", page("html.figures.none"))
    lines = rest(page)
    if not lines:
        return Html("")
    bodies = []
    for quantity, members in groupby(lines[:MOST_ROWS], key=lambda line: line.quantity):
        title = tag("th", page(f"quantity.{quantity.value}"), colspan=6, scope="rowgroup")
        rows = [Html(f'<tr class="{x.status.value}">{cells(page, x)}</tr>') for x in members]
        bodies.append(tag("tbody", tag("tr", title, class_="group"), rows, data_q=quantity.value))
    table = tag(
        "table",
        tag("caption", page("html.figures.caption")),
        tag("thead", head(page)),
        bodies,
        class_="figures",
        id="figure-table",
    )
    more = None
    if len(lines) > MOST_ROWS:
        said = page("html.more", count=len(lines) - MOST_ROWS)
        more = tag("p", tag("button", said, type="button", id="more-figures"), class_="more")
    some = None
    if len(lines) > MOST_HELD:
        said = page("html.figures.some", shown=f"{MOST_HELD:,}", total=f"{len(lines):,}")
        some = tag("p", said, class_="note")
    return join(some, table, more)
