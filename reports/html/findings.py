"""The findings: filters, a table of them, and a card each; the first in the page, the rest in its data."""

from __future__ import annotations

from collections.abc import Sequence

from reports.html.cards import card, shell
from reports.html.context import Context
from reports.html.marks import OF_SEVERITY, mark
from reports.html.markup import Child, Html, escape, join, render, tag
from reports.view.findings import FindingView
from schemas.finding import Severity, Text

MOST_ROWS = 200
MOST_CARDS = 40
MOST_CARDS_OF_MANY = 12
MOST_PRINTED = 2000
"""Findings that are laid out for print at a time: a card takes a third of a sheet."""
COLUMNS = ("severity", "finding", "unit", "indicator", "cell", "message")


def findings(page: Context) -> Html:
    """Return the section's content."""
    selection = page.selection
    if not selection.total:
        return tag("p", mark("ok"), " ", page("html.findings.none"), class_="fine")
    notes: list[Child] = []
    if not selection.complete:
        said = page("html.findings.some", shown=f"{len(selection.views):,}", total=f"{selection.total:,}")
        notes.append(tag("p", said, class_="note"))
    if len(selection.views) > MOST_PRINTED:
        left = f"{selection.total - MOST_PRINTED:,}"
        said = page("html.print.most", shown=f"{MOST_PRINTED:,}", total=f"{selection.total:,}", left=left)
        notes.append(tag("p", said, class_="note screen"))
    printed = tag("p", id="printed", class_="note")
    return join(notes, _filters(page), printed, _table(page), _cards(page))


def _cards(page: Context) -> Html:
    views = page.views
    most = laid_out(len(views))
    note = (
        tag("p", page("html.cards.some", shown=most), class_="note", id="cards-note")
        if len(views) > most
        else None
    )
    empty = shell(page, Severity.INFO, "", title=None, place=None, workings=None, around=None)
    return join(
        tag(
            "div",
            [card(page, v, n) for n, v in enumerate(views[:most], 1)],
            id="cards",
            data_most=MOST_PRINTED,
            data_total=page.selection.total,
        ),
        note,
        tag("template", empty, id="card-template"),
    )


def laid_out(findings: int) -> int:
    """Return how many of so many findings have their card in the page from the start."""
    return MOST_CARDS if findings <= MOST_ROWS else MOST_CARDS_OF_MANY


def _filters(page: Context) -> Html:
    views = page.views
    severities = [s for s in Severity if any(v.severity is s for v in views)]
    boxes = [
        tag(
            "label",
            tag("input", type="checkbox", name="severity", value=s.value, checked=True),
            mark(OF_SEVERITY[s]),
            tag("span", page(f"severity.{s.value}")),
        )
        for s in severities
    ]
    names = {v.source.name: v.title for v in views}
    units = _units(page, views)
    indicators = {v.indicator: Text(v.indicator, v.indicator) for v in views if v.indicator}
    return tag(
        "form",
        tag("fieldset", tag("legend", page("html.severity")), boxes),
        _select(page, "name", "html.finding", names),
        _select(page, "unit", "html.unit", units) if units else None,
        _select(page, "indicator", "html.indicator", indicators) if indicators else None,
        tag(
            "label",
            tag("span", page("html.search")),
            tag("input", type="search", name="q", autocomplete="off", spellcheck="false"),
        ),
        tag("button", page("html.clear"), type="reset"),
        tag("p", id="shown", role="status", class_="quiet"),
        id="filters",
        role="search",
        aria_labelledby="findings-title",
    )


def _units(page: Context, views: Sequence[FindingView]) -> dict[str, Text]:
    found: dict[str, Text] = {}
    for view in views:
        for code in units_of(page, view):
            found.setdefault(code, Text(code, code))
    return found


def units_of(page: Context, view: FindingView) -> list[str]:
    """Return the codes of every unit a finding speaks of."""
    if view.unit:
        return [view.unit]
    return list(dict.fromkeys(filter(None, (page.unit(line) for line in page.lines_of(view)))))


def _select(page: Context, name: str, label: str, choices: dict[str, Text]) -> Html:
    return tag(
        "label",
        tag("span", page(label)),
        tag(
            "select",
            option(page, "", page("html.all")),
            [option(page, value, text) for value, text in choices.items()],
            name=name,
        ),
    )


def option(page: Context, value: str, text: Text) -> Html:
    """Return an option; it cannot hold markup, so that the script changes its words with the language."""
    shown = text.th if page.options.lang == "th" else text.en
    same = text.th == text.en
    return tag(
        "option", shown, value=value, data_th=None if same else text.th, data_en=None if same else text.en
    )


def _table(page: Context) -> Html:
    head = [
        tag(
            "th",
            tag("button", page(f"html.{name}"), type="button", data_sort=name),
            scope="col",
        )
        for name in COLUMNS
    ]
    severities = {s: render(page(f"severity.{s.value}")) for s in Severity}
    rows = [_row(page, view, severities) for view in page.views[:MOST_ROWS]]
    table = tag(
        "table",
        tag("caption", page("html.findings.caption")),
        tag("thead", tag("tr", head)),
        tag("tbody", rows),
        class_="findings",
        id="finding-table",
    )
    count = len(page.views) - MOST_ROWS
    more = tag(
        "button", page("html.more", count=max(count, 0)), type="button", id="more-findings", hidden=count <= 0
    )
    return join(
        tag("div", table, class_="scroll", tabindex="0", role="region", aria_labelledby="findings-title"),
        tag("p", more, class_="more"),
    )


def _row(page: Context, view: FindingView, severities: dict[Severity, str]) -> Html:
    kind = OF_SEVERITY[view.severity]
    return Html(
        f'<tr class="{kind}"><td class="sev">{mark(kind)} {severities[view.severity]}</td>'
        f'<td class="name"><a href="#{escape(view.id)}">{render(view.title)}</a></td>'
        f"<td>{escape(unit_shown(page, view))}</td><td>{escape(view.indicator)}</td>"
        f'<td class="cell">{escape(view.place.range or view.place.cell or "")}</td>'
        f'<td class="msg">{render(view.message)}</td></tr>'
    )


def unit_shown(page: Context, view: FindingView) -> str:
    """Return the unit column: the unit, or the first and last of several with their number."""
    if view.unit:
        return view.unit
    units = dict.fromkeys((line.table, line.unit) for line in page.lines_of(view) if line.unit)
    codes = [page.unit_codes.get((table, unit), "") for table, unit in units]
    if len(codes) <= 1:
        return codes[0] if codes else ""
    return f"{codes[0]} … {codes[-1]} ({len(codes)})"
