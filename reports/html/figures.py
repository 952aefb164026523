"""Every figure tested, one row each: reported, recomputed, difference, status, cell, finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reports.html.context import Context
from reports.html.marks import OF_STATUS, mark
from reports.html.markup import Html, escape, render, tag
from reports.numbers import difference
from reports.view.calculation import signed
from reports.view.mismatches import recomputed_shown, reported_shown
from reports.view.places import cell_text
from schemas.outcome import Line
from schemas.terms import Status

MOST_ROWS = 200
COLUMNS = ("unit", "figure", "reported", "recomputed", "difference", "status", "cell")
NUMBERS = frozenset({"reported", "recomputed", "difference"})
WORST_FIRST = (Status.MISMATCH, Status.NOT_COMPUTABLE, Status.NOT_REPORTED, Status.MATCH)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as texts. quantity, status: keys of the words. finding: the id of the finding about it."""

    unit: str
    indicator: str
    quantity: str
    reported: str
    recomputed: str
    gap: str
    status: Status
    cell: str
    finding: str

    def packed(self) -> list[object]:
        """Return the row as the page's script takes it."""
        return [
            self.unit,
            self.indicator,
            self.quantity,
            self.reported,
            self.recomputed,
            self.gap,
            self.status.value,
            self.cell,
            self.finding,
        ]


def ordered(lines: Sequence[Line]) -> Sequence[Line]:
    """Return lines in reading order; the worst first where a page does not show all at once."""
    if len(lines) <= MOST_ROWS:
        return lines
    return sorted(lines, key=lambda line: WORST_FIRST.index(line.status))


def figure_row(page: Context, line: Line) -> FigureRow:
    """Return one figure as texts."""
    recomputed = recomputed_shown(line, page.rules.policies.rounding)
    gap = ""
    if line.status is Status.MISMATCH and isinstance(line.reported, Decimal) and recomputed:
        gap = signed(difference(line.reported, Decimal(recomputed)))
    view = page.finding_of_line.get(id(line))
    names = page.book.run.names
    shown = reported_shown(line)
    if line.shown is not None and line.shown != shown:
        shown = f"{shown} ({line.shown})"
    return FigureRow(
        page.unit(line),
        names.numbers.get((line.workbook, line.table, line.indicator), "") if line.indicator else "",
        line.quantity.value,
        shown,
        recomputed,
        gap,
        line.status,
        cell_text(line.cell, names, line.workbook, page.home_sheet) if line.cell else "",
        view.id if view else "",
    )


def figures(page: Context) -> Html:
    """Return the table of every figure tested, the first rows of it; the script adds the rest."""
    lines = ordered(page.book.outcome.lines)
    if not lines:
        return tag("p", page("html.figures.none"))
    head = [
        tag("th", page(f"html.{name}"), scope="col", class_="num" if name in NUMBERS else None)
        for name in COLUMNS
    ]
    words = {
        key: render(page(key))
        for line in lines
        for key in (f"short.{line.quantity.value}", f"status.{line.status.value}")
    }
    rows = [_row(figure_row(page, line), words) for line in lines[:MOST_ROWS]]
    table = tag(
        "table",
        tag("caption", page("html.figures.caption")),
        tag("thead", tag("tr", head)),
        tag("tbody", rows),
        class_="figures",
        id="figure-table",
    )
    more = None
    if len(lines) > MOST_ROWS:
        count = len(lines) - MOST_ROWS
        more = tag(
            "p",
            tag("button", page("html.more", count=count), type="button", id="more-figures"),
            class_="more",
        )
    return tag("div", table, more, class_="scroll", tabindex="0", role="region", aria_label="figures")


def _row(row: FigureRow, words: dict[str, str]) -> Html:
    status = row.status.value
    indicator = f' <span class="of">{escape(row.indicator)}</span>' if row.indicator else ""
    link = f'<a href="#{escape(row.finding)}">{words[f"status.{status}"]}</a>' if row.finding else ""
    return Html(
        f'<tr class="{status}"><th scope="row">{escape(row.unit)}</th>'
        f"<td>{words[f'short.{row.quantity}']}{indicator}</td>"
        f'<td class="num">{escape(row.reported)}</td><td class="num">{escape(row.recomputed)}</td>'
        f'<td class="num gap">{escape(row.gap)}</td>'
        f'<td class="st">{mark(OF_STATUS[row.status])} {link or words[f"status.{status}"]}</td>'
        f'<td class="cell">{escape(row.cell)}</td></tr>'
    )
