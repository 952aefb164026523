"""Reported against recomputed, unit by unit: a table whose rows carry a small drawing on one common scale."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from reports.html.context import Context
from reports.html.figure_rows import cells, head
from reports.html.markup import Html, join, tag
from reports.view.run import TableView
from schemas.outcome import Line
from schemas.terms import Quantity, Status

MOST_ROWS = 60
DRAWN = (Quantity.CONVERTED, Quantity.MEAN, Quantity.POINTS, Quantity.FULL_MARKS)


def leading(table: TableView) -> list[Line]:
    """Return the figures to draw: one number for every unit, of the quantity that matters most."""
    for quantity in DRAWN:
        lines = [line for line in table.lines if line.quantity is quantity and drawable(line)]
        if lines:
            return lines
    return []


def picture(page: Context, table: TableView) -> Html:
    """Return the drawing of one table's leading quantity; of very many units the largest differences."""
    every = leading(table)
    if not every:
        return Html("")
    lines: Sequence[Line] = every
    note = None
    if len(every) > MOST_ROWS:
        lines = sorted(every, key=_gap, reverse=True)[:MOST_ROWS]
        note = tag("p", page("html.picture.some", shown=MOST_ROWS, total=len(every)), class_="note")
    low, high = domain(lines)
    quantity = page(f"quantity.{every[0].quantity.value}")
    rows = [
        Html(f'<tr class="{x.status.value}">{cells(page, x, _drawing(x, low, high))}</tr>') for x in lines
    ]
    return join(
        note,
        tag(
            "table",
            tag("caption", page("html.picture.caption", quantity=quantity)),
            tag("thead", head(page, _axis(low, high))),
            tag("tbody", rows),
            class_="picture figures",
        ),
        _key(page, lines),
    )


def drawable(line: Line) -> bool:
    """Say whether a figure has both a reported and a recomputed number."""
    return (
        line.unit is not None
        and line.indicator is None
        and isinstance(line.reported, Decimal)
        and isinstance(line.recomputed, Fraction)
    )


def domain(lines: Sequence[Line]) -> tuple[Fraction, Fraction]:
    """Return the ends of the common scale: round numbers around everything that is drawn."""
    values = [value for line in lines for value in (*_both(line), *(line.feasible or ()))]
    low, high = min(values), max(values)
    step = Fraction(1)
    while step * 5 < high - low:
        step *= Fraction(5, 2) if str(step).startswith("2") else 2  # 1, 2, 5, 10, 20, 50 …
    return low // step * step, (-(-high // step) + (high == low)) * step


def _both(line: Line) -> tuple[Fraction, Fraction]:
    assert isinstance(line.reported, Decimal)
    assert isinstance(line.recomputed, Fraction)
    return Fraction(line.reported), line.recomputed


def _gap(line: Line) -> Fraction:
    reported, recomputed = _both(line)
    return abs(reported - recomputed)


def _drawing(line: Line, low: Fraction, high: Fraction) -> str:
    reported, recomputed = (_percent(value, low, high) for value in _both(line))
    parts = []
    if line.feasible is not None:
        start, end = (_percent(x, low, high) for x in line.feasible)
        width = f"{max(0.0, float(end[:-1]) - float(start[:-1])):.1f}%"
        parts.append(f'<rect class="possible" x="{start}" width="{width}"/>')
    if line.status is Status.MISMATCH:
        parts.append(f'<line x1="{recomputed}" x2="{reported}" y1="9" y2="9"/>')
    parts.append(f'<circle cx="{recomputed}"/><rect x="{reported}"/>')
    return f'<td><svg class="pic" aria-hidden="true">{"".join(parts)}</svg></td>'


def _percent(value: Fraction, low: Fraction, high: Fraction) -> str:
    """Return a position on the scale; drawing only, 2 % kept free at both ends for the marks."""
    return f"{2 + 96 * float((value - low) / (high - low)):.1f}%"


def _axis(low: Fraction, high: Fraction) -> Html:
    ticks = [(low, "start", "2%"), ((low + high) / 2, "middle", "50%"), (high, "end", "98%")]
    texts = "".join(
        f'<text x="{x}" y="13" text-anchor="{anchor}">{float(value):g}</text>' for value, anchor, x in ticks
    )
    return Html(f'<td class="draw"><svg class="pic axis" aria-hidden="true">{texts}</svg></td>')


def _key(page: Context, lines: Sequence[Line]) -> Html:
    shapes = [
        ('<rect x="9"/>', "said"),
        ('<circle cx="9"/>', "true"),
    ]
    if any(line.feasible is not None for line in lines):
        shapes.append(('<rect class="possible" width="18"/>', "possible"))
    items = [
        tag(
            "li", Html(f'<svg class="pic key" aria-hidden="true">{shape}</svg>'), page(f"html.picture.{name}")
        )
        for shape, name in shapes
    ]
    return tag("ul", items, class_="legend")
