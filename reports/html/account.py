"""The account of the work: checked and clean, not judged and why, the method, and the sign-off."""

from __future__ import annotations

from itertools import groupby

from reports.html.context import Context
from reports.html.marks import mark
from reports.html.markup import Child, Html, join, tag
from reports.numbers import number_text
from reports.view.coverage import coverage, lines_by_kind
from reports.view.policies import modes
from reports.view.rounding import untold
from schemas.terms import Quantity

PLACE = "<!--record-->"
"""Where a report has room for the mark of its record; text from a workbook can never look like it."""
METHOD = ("read", "scores", "exact", "match", "causes", "limits")


def account(page: Context) -> Html:
    """Return what was checked and found clean, and what was not judged and why."""
    seen = coverage(page.book)
    groups = []
    ordered = sorted(seen.clean, key=lambda e: e.category)
    for category, entries in groupby(ordered, key=lambda e: e.category):
        items = [tag("li", mark("ok"), " ", entry.title) for entry in entries]
        groups.append(tag("div", tag("h4", page(f"category.{category}")), tag("ul", items), class_="group"))
    return join(
        tag("h3", page("html.clean")),
        tag("div", groups, class_="clean") if groups else tag("p", page("html.clean.none"), class_="quiet"),
        tag("h3", page("html.unjudged")),
        _unjudged(page),
        tag("h3", page("html.sheets"), id="sheets-title"),
        _sheets(page),
    )


def _unjudged(page: Context) -> Html:
    seen = coverage(page.book)
    items: list[Child] = [tag("li", mark("none"), " ", page(key, format=of)) for key, of in seen.unjudged]
    for status, quantity, count in lines_by_kind(seen.lines):
        said = page(f"html.unjudged.{status.value}", quantity=page(f"quantity.{quantity}"), count=count)
        items.append(tag("li", mark("none"), " ", said))
    items += [tag("li", mark("none"), " ", said) for said in untold(page.words, page.book.tables)]
    items += [
        tag("li", mark("none"), " ", tag("b", sheet.name), " ", sheet.reason)
        for sheet in page.book.outcome.sheets
        if sheet.used_as == "none"
    ]
    if page.book.waived:
        items.append(tag("li", mark("none"), " ", page("text.waived", count=page.book.waived)))
    return (
        tag("ul", items, class_="plain") if items else tag("p", page("html.unjudged.nothing"), class_="quiet")
    )


def _sheets(page: Context) -> Html:
    head = [
        tag("th", page(f"html.sheets.{name}"), scope="col", class_="num" if name == "cells" else None)
        for name in ("name", "visible", "cells", "use")
    ]
    rows = [
        tag(
            "tr",
            tag("th", sheet.name, scope="row"),
            tag("td", page("html.yes" if sheet.visible else "html.hidden")),
            tag("td", f"{sheet.cells:,}", class_="num"),
            tag("td", page(f"html.use.{sheet.used_as}")),
        )
        for sheet in page.book.outcome.sheets
    ]
    if not rows:
        return tag("p", page("html.sheets.unread"), class_="quiet")
    return tag(
        "table",
        tag("thead", tag("tr", head)),
        tag("tbody", rows),
        class_="sheets",
        aria_labelledby="sheets-title",
    )


def method(page: Context) -> Html:
    """Return the method in plain sentences, and the grade bands in force."""
    scale = page.rules.scale
    values = {
        "low": number_text(scale.low),
        "high": number_text(scale.high),
        "factor": number_text(scale.factor),
        "rounding": modes(page.words, page.rules),
    }
    return join(
        tag("ol", (tag("li", page(f"method.{name}", **values)) for name in METHOD), class_="method"),
        _formulas(page),
        _bands(page),
    )


def _formulas(page: Context) -> Html:
    present = {line.quantity for line in page.book.outcome.lines}
    rows = [
        tag("div", tag("dt", page(f"quantity.{q.value}")), tag("dd", page(f"formula.{q.value}")))
        for q in Quantity
        if q in present
    ]
    return tag("dl", rows, class_="facts") if rows else Html("")


def _bands(page: Context) -> Html:
    bands = page.rules.bands
    if not bands:
        return Html("")
    items = [
        tag("li", tag("b", band.name), " ", page("html.band", at_least=number_text(band.at_least)))
        for band in sorted(bands, key=lambda b: -b.at_least)
    ]
    return join(tag("h3", page("html.bands")), tag("ul", items, class_="plain bands"))


def signoff(page: Context) -> Html:
    """Return the block to sign: preparer and reviewer, with the decision."""
    head = [tag("th", page(f"sign.{name}"), scope="col") for name in ("role", "name", "signature", "date")]
    rows = [
        tag(
            "tr", tag("th", page(f"sign.{role}"), scope="row"), *(tag("td", class_="blank") for _ in range(3))
        )
        for role in ("preparer", "reviewer")
    ]
    boxes = [
        tag("li", tag("span", class_="box", aria_hidden="true"), page(f"sign.{choice}"))
        for choice in ("accept", "accept-remarks", "return")
    ]
    return join(
        tag("p", page("sign.statement", file=page.book.outcome.file)),
        tag("ul", boxes, class_="choices"),
        tag(
            "table",
            tag("thead", tag("tr", head)),
            tag("tbody", rows),
            class_="sign",
            aria_labelledby="signoff-title",
        ),
        Html(PLACE),
    )
