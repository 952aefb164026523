"""Reported against recomputed, unit by unit: a table whose rows carry a small drawing on one common scale."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from reports.html.context import Context
from reports.html.markup import Html, escape, join, tag
from reports.numbers import difference
from reports.view.calculation import signed
from reports.view.mismatches import recomputed_shown, reported_shown
from reports.view.run import TableView
from schemas.outcome import Line
from schemas.terms import Quantity, Rounding, Status

MOST_ROWS = 60
DRAWN = (Quantity.CONVERTED, Quantity.MEAN, Quantity.POINTS, Quantity.FULL_MARKS)


def picture(page: Context, table: TableView) -> Html:
    """Return the drawing of one table's leading quantity; of very many units the largest differences."""
    by_quantity = {q: [x for x in table.lines if x.quantity is q and drawable(x)] for q in DRAWN}
    quantity = next((q for q in DRAWN if by_quantity[q]), None)
    if quantity is None:
        return Html("")
    lines: Sequence[Line] = by_quantity[quantity]
    total = len(lines)
    if total > MOST_ROWS:
        lines = sorted(lines, key=_gap, reverse=True)[:MOST_ROWS]
    low, high = domain(lines)
    rounding = page.rules.policies.rounding
    caption = page("html.picture.caption", quantity=page(f"quantity.{quantity.value}"))
    head = tag(
        "tr",
        tag("th", page("html.unit"), scope="col"),
        tag("th", _axis(low, high), scope="col", class_="draw"),
        tag("th", page("html.reported"), scope="col", class_="num"),
        tag("th", page("html.recomputed"), scope="col", class_="num"),
        tag("th", page("html.difference"), scope="col", class_="num"),
    )
    rows = [_row(page, line, low, high, rounding) for line in lines]
    body = join(tag("caption", caption), tag("thead", head), tag("tbody", rows))
    said = page("html.picture.some", shown=MOST_ROWS, total=total) if total > MOST_ROWS else None
    return join(
        tag("p", said, class_="note") if said else None,
        tag("table", body, class_="picture"),
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
    values: list[Fraction] = []
    for line in lines:
        assert isinstance(line.reported, Decimal)
        assert isinstance(line.recomputed, Fraction)
        values += [Fraction(line.reported), line.recomputed, *(line.feasible or ())]
    low, high = min(values), max(values)
    step = Fraction(1)
    while step * 5 < high - low:
        step *= Fraction(5, 2) if str(step).startswith("2") else 2  # 1, 2, 5, 10, 20, 50 …
    return low // step * step, (-(-high // step) + (high == low)) * step


def _gap(line: Line) -> Fraction:
    assert isinstance(line.reported, Decimal)
    assert isinstance(line.recomputed, Fraction)
    return abs(Fraction(line.reported) - line.recomputed)


def _row(page: Context, line: Line, low: Fraction, high: Fraction, rounding: Rounding) -> Html:
    view = page.finding_of_line.get(id(line))
    code = escape(page.unit(line))
    recomputed = recomputed_shown(line, rounding)
    assert isinstance(line.reported, Decimal)
    gap = signed(difference(line.reported, Decimal(recomputed)))
    wrong = line.status is Status.MISMATCH
    name = f'<a href="#{escape(view.id)}">{code}</a>' if view else code
    return Html(
        f'<tr class="{line.status.value}"><th scope="row">{name}</th>'
        f'<td class="draw">{_drawing(line, low, high)}</td>'
        f'<td class="num">{escape(reported_shown(line))}</td><td class="num">{escape(recomputed)}</td>'
        f'<td class="num gap">{escape(gap) if wrong else ""}</td></tr>'
    )


def _drawing(line: Line, low: Fraction, high: Fraction) -> str:
    assert isinstance(line.reported, Decimal)
    assert isinstance(line.recomputed, Fraction)
    reported = _percent(Fraction(line.reported), low, high)
    recomputed = _percent(line.recomputed, low, high)
    parts = ['<line class="track" x1="0" x2="100%" y1="9" y2="9"/>']
    if line.feasible is not None:
        start, end = (_percent(x, low, high) for x in line.feasible)
        width = f"{max(0.0, float(end[:-1]) - float(start[:-1])):.2f}%"
        parts.append(f'<rect class="possible" x="{start}" width="{width}" y="5" height="8"/>')
    if line.status is Status.MISMATCH:
        parts.append(f'<line class="gap" x1="{recomputed}" x2="{reported}" y1="9" y2="9"/>')
    parts.append(f'<circle class="true" cx="{recomputed}" cy="9" r="4"/>')
    parts.append(
        f'<rect class="said" x="{reported}" y="4.5" width="9" height="9" transform="translate(-4.5)"/>'
    )
    return f'<svg class="pic" aria-hidden="true">{"".join(parts)}</svg>'


def _percent(value: Fraction, low: Fraction, high: Fraction) -> str:
    """Return a position on the scale; drawing only, 2 % kept free at both ends for the marks."""
    return f"{2 + 96 * float((value - low) / (high - low)):.2f}%"


def _axis(low: Fraction, high: Fraction) -> Html:
    middle = (low + high) / 2
    ticks = [(low, "start", "2%"), (middle, "middle", "50%"), (high, "end", "98%")]
    texts = "".join(
        f'<text x="{x}" y="13" text-anchor="{anchor}">{float(v):g}</text>' for v, anchor, x in ticks
    )
    return Html(f'<svg class="pic axis" aria-hidden="true">{texts}</svg>')


def _key(page: Context, lines: Sequence[Line]) -> Html:
    said = (
        '<svg class="pic key" aria-hidden="true"><rect class="said" x="4" y="4" width="9" height="9"/></svg>'
    )
    true = '<svg class="pic key" aria-hidden="true"><circle class="true" cx="9" cy="9" r="4"/></svg>'
    band = (
        '<svg class="pic key" aria-hidden="true"><rect class="possible" y="5" width="18" height="8"/></svg>'
    )
    items = [
        tag("li", Html(said), page("html.picture.said")),
        tag("li", Html(true), page("html.picture.true")),
    ]
    if any(line.feasible is not None for line in lines):
        items.append(tag("li", Html(band), page("html.picture.possible")))
    return tag("ul", items, class_="legend")
