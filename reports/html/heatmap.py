"""The map of a table, units × indicators: a real table, every flagged cell a link to its finding."""

from __future__ import annotations

from collections.abc import Sequence

from reports.html.context import Context
from reports.html.heatmap_blocks import block_map
from reports.html.marks import OF_SEVERITY
from reports.html.markup import Child, Html, escape, join, tag
from reports.view.flags import Flag
from reports.view.matrix import ScoreMatrix
from reports.view.mismatches import reported_shown
from reports.view.run import TableView
from reports.view.scores import scaled_text
from schemas.cell import Cell, a1
from schemas.outcome import Line
from schemas.tables import SCALE
from schemas.terms import Quantity, State

MOST_CELLS = 6_000
"""A table with more scores is drawn in blocks, and the page says so."""
SHORT = {
    State.BLANK: "",
    State.DASH: "-",
    State.NOT_APPLICABLE: "N/A",
    State.NOT_STARTED: "»",
    State.CANCELLED: "×",
    State.ERROR: "#",
    State.INVALID: "?",
}
CLASS = {
    State.BLANK: "bl",
    State.DASH: "ds",
    State.NOT_APPLICABLE: "na",
    State.NOT_STARTED: "ns",
    State.CANCELLED: "ca",
    State.ERROR: "er",
    State.INVALID: "iv",
}


def heatmap(page: Context, table: TableView) -> Html:
    """Return the map of one table with its legend; in blocks where the table is very large."""
    matrix = page.matrix(table)
    if not len(matrix):
        return tag("p", page("html.map.none"))
    if len(matrix) > MOST_CELLS:
        return block_map(page, table)
    lines = _by_unit(table.lines)
    quantities = [
        q for q in Quantity if any(q is line.quantity for line in table.lines if not line.indicator)
    ]
    return join(
        tag(
            "div",
            tag(
                "table",
                tag("caption", page("html.map.caption", sheet=table.sheet, range=table.range)),
                _head(page, table, quantities),
                tag("tbody", _rows(page, table, matrix, lines, quantities)),
                class_="map",
            ),
            class_="scroll",
            tabindex="0",
            role="region",
            aria_label=f"{table.sheet} {table.range}",
        ),
        legend(page, matrix),
    )


def _head(page: Context, table: TableView, quantities: Sequence[Quantity]) -> Html:
    heads = [
        tag("th", tag("abbr", one.label, title=one.title or None), scope="col") for one in table.indicators
    ]
    sums = [tag("th", page(f"short.{q.value}"), scope="col", class_="sum") for q in quantities]
    return tag("thead", tag("tr", tag("th", page("html.unit"), scope="col", class_="unit"), heads, sums))


def _rows(
    page: Context,
    table: TableView,
    matrix: ScoreMatrix,
    lines: dict[tuple[int, Quantity], Line],
    quantities: Sequence[Quantity],
) -> list[Html]:
    columns = matrix.columns()
    state, value, exact = columns["state"], columns["value"], columns["exact"]
    sheet, row, col = columns["sheet"], columns["row"], columns["col"]
    high = int(page.rules.scale.high * SCALE) or 1
    marked = page.flags
    rows = []
    for unit in table.units:
        cells = [f'<th scope="row">{escape(unit.code)}</th>']
        for indicator in range(matrix.indicators):
            at = indicator * matrix.units + unit.position - 1
            flag = marked.get(Cell(sheet[at], row[at], col[at])) if marked else None
            if state[at] == 0:
                kind = f"s{min(5, max(0, value[at] * 5 // high))}"
                text = scaled_text(value[at]) if exact[at] else matrix.cell(indicator + 1, unit.position).text
            else:
                kind, text = CLASS[State(state[at])], SHORT[State(state[at])]
            cells.append(_cell(kind, text, flag, a1(row[at], col[at]) if flag else ""))
        cells += [_figure(page, lines.get((unit.position, q))) for q in quantities]
        rows.append(Html(f"<tr>{''.join(cells)}</tr>"))
    return rows


def _cell(kind: str, text: str, flag: Flag | None, address: str) -> str:
    if flag is None:
        return f'<td class="{kind}">{escape(text)}</td>'
    severity = OF_SEVERITY[flag.severity]
    return (
        f'<td class="{kind} f {severity}"><a href="#{escape(flag.id)}" title="{address}">'
        f"{escape(text) or '&nbsp;'}</a></td>"
    )


def _figure(page: Context, line: Line | None) -> str:
    if line is None:
        return '<td class="sum"></td>'
    text = reported_shown(line)
    flag = page.flags.get(line.cell) if line.cell else None
    if flag is not None:
        return _cell("sum", text, flag, a1(line.cell.row, line.cell.col) if line.cell else "")
    return f'<td class="sum {line.status.value}">{escape(text)}</td>'


def _by_unit(lines: Sequence[Line]) -> dict[tuple[int, Quantity], Line]:
    return {(line.unit, line.quantity): line for line in lines if line.unit and not line.indicator}


def legend(page: Context, matrix: ScoreMatrix) -> Html:
    """Return what the map's shades and signs mean; only of the states that occur."""
    present = set(matrix.columns()["state"])
    items: list[Child] = [
        tag("li", [tag("span", str(i), class_=f"key s{i}") for i in range(6)], page("html.map.shade"))
    ]
    for state, sign in SHORT.items():
        if int(state) in present:
            key = tag("span", sign or Html("&nbsp;"), class_=f"key {CLASS[state]}")
            items.append(tag("li", key, page(f"state.{state.label}")))
    flagged = tag("span", tag("u", "5"), class_="key f bad")
    items.append(tag("li", flagged, page("html.map.flagged")))
    return tag("ul", items, class_="legend")
