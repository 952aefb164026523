"""The first screen: can this workbook be signed, what hinders it, and the counts."""

from __future__ import annotations

from collections import Counter

from reports.html.context import Context
from reports.html.marks import OF_SEVERITY, OF_VERDICT, mark
from reports.html.markup import Html, join, tag
from reports.view.counts import size
from reports.view.findings import FindingView
from reports.view.verdicts import verdict_words
from schemas.finding import Severity
from schemas.terms import Verdict

MOST_HINDRANCES = 6


def verdict(page: Context) -> Html:
    """Return the verdict's section."""
    book = page.book
    answer, reason = verdict_words(page.words, book.outcome.verdict, book.figures, book.weights)
    return tag(
        "section",
        tag("p", page("html.subject"), tag("b", book.outcome.file, class_="file"), class_="subject"),
        tag(
            "div",
            mark(OF_VERDICT[book.outcome.verdict]),
            tag("h1", answer, id="verdict-title"),
            class_="answer",
        ),
        tag("p", reason, class_="reason"),
        counts(page),
        hindrances(page),
        id="verdict",
        class_=f"verdict {book.outcome.verdict.value}",
        aria_labelledby="verdict-title",
    )


def counts(page: Context) -> Html:
    """Return the counts of figures and of findings: complete, whatever the page holds of them."""
    figures, weights = page.book.figures, page.book.weights
    cells = [
        (str(figures.reported), page("html.count.reported"), ""),
        (str(figures.match), page("html.count.match"), ""),
        (str(figures.mismatch), page("html.count.mismatch"), "bad" if figures.mismatch else ""),
    ]
    if figures.not_computable:
        cells.append((str(figures.not_computable), page("html.count.not_computable"), ""))
    if figures.not_reported:
        cells.append((str(figures.not_reported), page("html.count.not_reported"), ""))
    for severity in Severity:
        count = weights.of(severity)
        cells.append(
            (f"{count:,}", page(f"html.count.{severity.value}"), OF_SEVERITY[severity] if count else "")
        )
    if page.book.waived:
        cells.append((str(page.book.waived), page("html.count.waived"), ""))
    return tag(
        "dl",
        (
            tag("div", tag("dt", label), tag("dd", number), class_=kind or None)
            for number, label, kind in cells
        ),
        class_="counts",
    )


def hindrances(page: Context) -> Html:
    """Return what must be settled before sign-off, the most frequent first; nothing where nothing hinders."""
    scales = page.book.run.scales
    numbers: Counter[str] = Counter()
    for finding in page.book.outcome.findings:
        if scales.severity(finding) is Severity.ERROR:
            numbers[finding.name] += size(finding)
    if not numbers:
        return Html("")
    first: dict[str, FindingView] = {}
    for view in page.views:
        first.setdefault(view.source.name, view)
    names = [name for name in first if name in numbers]
    items = [_hindrance(first[name], numbers[name]) for name in names[:MOST_HINDRANCES]]
    if len(names) > MOST_HINDRANCES:
        items.append(tag("li", page("html.hinders.more", count=len(names) - MOST_HINDRANCES)))
    heading = (
        "html.hinders" if page.book.outcome.verdict is not Verdict.UNREADABLE else "html.hinders.reading"
    )
    return join(tag("h2", page(heading)), tag("ol", items, class_="hinders"))


def _hindrance(view: FindingView, count: int) -> Html:
    number = tag("span", f"× {count:,}", class_="times") if count > 1 else None
    return tag(
        "li", tag("a", view.title, href=f"#{view.id}"), number, tag("span", view.message, class_="says")
    )
