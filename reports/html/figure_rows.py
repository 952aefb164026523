"""The row of one tested figure: unit, reported, recomputed, difference, result, cell."""

from __future__ import annotations

from reports.html.context import Context
from reports.html.marks import OF_STATUS, mark
from reports.html.markup import Html, escape, render, tag
from reports.view.mismatches import gap_shown, recomputed_shown, reported_shown
from reports.view.places import cell_text
from schemas.outcome import Line

COLUMNS = ("reported", "recomputed", "difference", "status", "cell")


def head(page: Context, drawing: Html | None = None) -> Html:
    """Return the head row; drawing: the head of the column that holds the drawings."""
    columns = [tag("th", page(f"html.{name}"), scope="col") for name in COLUMNS]
    return tag("tr", tag("th", page("html.unit"), scope="col"), drawing, columns)


def cells(page: Context, line: Line, drawing: str = "") -> Html:
    """Return the cells of one figure."""
    view = page.finding_of_line.get(id(line))
    said = f"{mark(OF_STATUS[line.status])} {render(page(f'status.{line.status.value}'))}"
    if view is not None:
        said = f'<a href="#{escape(view.id)}">{said}</a>'
    return Html(
        f"<th>{escape(subject(page, line))}</th>{drawing}<td>{escape(reported(line))}</td>"
        f"<td>{escape(recomputed_shown(line, page.rules))}</td>"
        f"<td>{escape(gap_shown(line, page.rules))}</td>"
        f"<td>{said}</td><td>{escape(place(page, line))}</td>"
    )


def packed(page: Context, line: Line) -> list[str]:
    """Return one figure as the page's script takes it."""
    view = page.finding_of_line.get(id(line))
    return [
        line.quantity.value,
        line.status.value,
        subject(page, line),
        reported(line),
        recomputed_shown(line, page.rules),
        gap_shown(line, page.rules),
        place(page, line),
        view.id if view else "",
    ]


def subject(page: Context, line: Line) -> str:
    """Return whose figure it is: unit and indicator."""
    names = page.book.run.names
    number = names.numbers.get((line.workbook, line.table, line.indicator), "") if line.indicator else ""
    return f"{page.unit(line)} {number}".strip()


def reported(line: Line) -> str:
    """Return the figure as stored, and as its number format shows it where that differs."""
    stored = reported_shown(line)
    return f"{stored} ({line.shown})" if line.shown is not None and line.shown != stored else stored


def place(page: Context, line: Line) -> str:
    """Return the cell where the figure stands."""
    return cell_text(line.cell, page.book.run.names, line.workbook, page.home_sheet) if line.cell else ""
