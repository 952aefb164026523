"""The calculation laid open: every score with its cell, then sum, base, division, rounding, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from reports.html.context import Context
from reports.html.frame import label
from reports.html.markup import Child, Html, escape, join, render, tag
from reports.numbers import rounded, shown_digits
from reports.view.calculation import MOST_TERMS, Calculation, Step, Term, calculation
from reports.view.mismatches import gap_shown, recomputed_shown, reported_shown
from reports.view.places import cell_text
from schemas.cell import a1
from schemas.outcome import Line
from schemas.terms import Quantity, State


def workings(page: Context, lines: Sequence[Line]) -> Html:
    """Return the calculation of the first figure in full, and of all of them where there are several."""
    table = page.table(lines[0].table) if lines else None
    if table is None:
        return Html("")
    first = calculation(lines[0], table, page.matrix(table), page.rules)
    unit = page.unit(lines[0]) or table.sheet
    several = len(lines) > 1
    summed = (
        lines[0].quantity is not Quantity.FULL_MARKS
    )  # those of full marks stand in full among the figures
    heading = page("html.calculation.of", unit=unit) if several else page("html.calculation")
    return join(
        tag("h4", heading),
        _terms(page, first),
        steps(page, first.steps),
        _several(page, lines) if several and summed else None,
    )


def steps(page: Context, given: Sequence[Step]) -> Html:
    """Return the steps as a list of expressions."""
    items = []
    for step in given:
        result: Child = step.result
        if step.name.startswith("round."):
            result = [step.expression, " ", page("step.gives"), " ", step.result]
        elif step.expression:
            result = f"{step.expression} = {step.result}"
        items.append(tag("li", tag("span", page(f"step.{step.name}")), tag("b", result)))
    return tag("ol", items, class_="steps")


def _terms(page: Context, given: Calculation) -> Html:
    if not given.terms:
        return Html("")
    parts = [_term(page, term, given.line) for term in given.terms]
    rest = given.scores - len(given.terms)
    more = tag("li", page("html.more-scores", count=rest)) if rest > 0 else ""
    return Html(f'<ul class="terms">{"".join(parts)}{more}</ul>')


def _term(page: Context, term: Term, line: Line) -> str:
    score = term.score
    home = line.cell.sheet if line.cell else None
    cell = cell_text(score.cell, page.book.run.names, line.workbook, home)
    shown: list[str] = [escape(score.text)] if score.text else []
    if score.state is not State.SCORED:
        shown.append(render(page(f"state.{score.state.label}")))
    out = "" if term.counted else ' class="out"'
    return (
        f"<li{out}><b>{escape(term.indicator.label)}</b> <code>{escape(cell)}</code> "
        f"<i>{' '.join(shown)}</i></li>"
    )


def _several(page: Context, lines: Sequence[Line]) -> Html:
    rules = page.rules
    spans = any(line.feasible is not None for line in lines)
    keys = ["unit", "points", "applicable", "recomputed", "reported", "difference"]
    rows: list[Html] = []
    for line in lines[:MOST_TERMS]:
        parts = [
            line.basis.get("points", ""),
            line.basis.get("applicable", ""),
            recomputed_shown(line, rules),
            reported_shown(line),
            gap_shown(line, rules),
        ]
        if spans:
            mode, digits = rules.rounding_of(line.quantity), shown_digits(line.decimals)
            ends = [rounded(end, digits, mode) for end in line.feasible or ()]
            parts.append(" – ".join(format(end, "f") for end in ends))
        parts.append(a1(line.cell.row, line.cell.col) if line.cell else "")
        tds = "".join(f"<td>{escape(part)}</td>" for part in parts)
        rows.append(Html(f"<tr><th>{escape(page.unit(line))}</th>{tds}</tr>"))
    head = [
        tag("th", page(f"html.{k}"), scope="col") for k in (*keys, *(["feasible"] if spans else []), "cell")
    ]
    caption = tag("caption", page("html.calculation.all", count=len(lines)))
    table = tag("table", caption, tag("thead", tag("tr", head)), tag("tbody", rows), class_="several")
    more = None
    if len(lines) > MOST_TERMS:
        more = tag("p", page("html.calculation.some", shown=MOST_TERMS, count=len(lines)), class_="note")
    return join(
        tag(
            "div",
            table,
            class_="scroll",
            tabindex="0",
            role="region",
            **label(page("html.calculation"), page.options),
        ),
        more,
    )
