"""The calculation laid open: every score with its cell, then sum, base, division, rounding, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reports.html.context import Context
from reports.html.markup import Html, escape, join, tag
from reports.numbers import difference, rounded
from reports.view.calculation import Calculation, Step, calculation, signed
from reports.view.mismatches import figure_digits, recomputed_shown, reported_shown
from reports.view.places import cell_text
from schemas.cell import a1
from schemas.outcome import Line
from schemas.terms import State

MOST_TERMS = 60


def workings(page: Context, lines: Sequence[Line]) -> Html:
    """Return the calculation of the first figure in full, and of all of them where there are several."""
    if not lines:
        return Html("")
    table = page.table(lines[0].table)
    if table is None:
        return Html("")
    first = calculation(lines[0], table, page.matrix(table), page.rules)
    several = _several(page, lines) if len(lines) > 1 else None
    heading = page("html.calculation.of", unit=page.unit(lines[0]) or table.sheet)
    return join(
        tag("h4", page("html.calculation") if several is None else heading),
        _terms(page, first),
        steps(page, first.steps),
        several,
    )


def steps(page: Context, given: Sequence[Step]) -> Html:
    """Return the steps as a list of expressions."""
    return tag(
        "ol",
        (
            tag(
                "li",
                tag("span", page(f"step.{step.name}"), class_="what"),
                tag(
                    "span",
                    step.expression,
                    f" = {step.result}" if step.expression else step.result,
                    class_="ex",
                ),
            )
            for step in given
        ),
        class_="steps",
    )


def _terms(page: Context, given: Calculation) -> Html:
    if not given.terms:
        return Html("")
    home = given.line.cell.sheet if given.line.cell else None
    parts = []
    for term in given.terms[:MOST_TERMS]:
        score = term.score
        cell = a1(score.cell.row, score.cell.col)
        if home is not None and score.cell.sheet != home:
            cell = cell_text(score.cell, page.book.run.names, given.line.workbook, home)
        text = escape(score.text) if score.text else ""
        state = "" if score.state is State.SCORED else str(page_state(page, score.state))
        out = "" if term.counted else ' class="out"'
        parts.append(
            f"<li{out}><b>{escape(term.indicator.label)}</b> <code>{escape(cell)}</code> "
            f'<span class="v">{text}{" " if text and state else ""}{state}</span></li>'
        )
    rest = len(given.terms) - MOST_TERMS
    more = tag("li", page("html.more-scores", count=rest)) if rest > 0 else ""
    return Html(f'<ul class="terms">{"".join(parts)}{more}</ul>')


def page_state(page: Context, state: State) -> Html:
    """Return the name of a state in both languages."""
    return tag("i", page(f"state.{state.label}"))


def _several(page: Context, lines: Sequence[Line]) -> Html:
    rounding = page.rules.policies.rounding
    rows = []
    for line in lines:
        recomputed = recomputed_shown(line, rounding)
        basis = line.basis
        points, base = basis.get("points", ""), basis.get("full_marks", "")
        gap = ""
        if isinstance(line.reported, Decimal) and recomputed:
            gap = signed(difference(line.reported, Decimal(recomputed)))
        span = ""
        if line.feasible is not None:
            low, high = (rounded(end, max(2, figure_digits(line)), rounding) for end in line.feasible)
            span = f"{low:f} – {high:f}"
        rows.append(
            f'<tr><th scope="row">{escape(page.unit(line))}</th><td class="num">{escape(points)}</td>'
            f'<td class="num">{escape(base)}</td><td class="num">{escape(recomputed)}</td>'
            f'<td class="num">{escape(reported_shown(line))}</td><td class="num gap">{escape(gap)}</td>'
            f'<td class="num">{escape(span)}</td>'
            f"<td>{a1(line.cell.row, line.cell.col) if line.cell else ''}</td></tr>"
        )
    keys = ("unit", "points", "base", "recomputed", "reported", "difference", "feasible", "cell")
    kinds = [None if k in ("unit", "cell") else "num" for k in keys]
    head = [tag("th", page(f"html.{k}"), scope="col", class_=c) for k, c in zip(keys, kinds, strict=True)]
    caption = tag("caption", page("html.calculation.all", count=len(lines)))
    table = tag(
        "table", caption, tag("thead", tag("tr", head)), tag("tbody", map(Html, rows)), class_="several"
    )
    return tag("div", table, class_="scroll", tabindex="0", role="region", aria_label="calculation")
