"""One finding in five parts: condition, criteria, cause, consequence, corrective action; and its workings."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from reports.html.around import around
from reports.html.context import Context
from reports.html.marks import OF_SEVERITY, mark
from reports.html.markup import Child, Html, join, tag
from reports.html.workings import workings
from reports.numbers import number_text
from reports.view.findings import FindingView
from reports.view.links import mismatch_quantity
from schemas.catalogue import FindingEntry
from schemas.finding import Severity, Text
from schemas.outcome import Cause, Line
from schemas.terms import Quantity

MOST_CAUSES = 5
MOST_RANKS = 3
PARTS = ("condition", "criteria", "cause", "consequence", "action")


def card(page: Context, view: FindingView, number: int) -> Html:
    """Return the card of one finding. number: its place in the report, from 1."""
    lines = page.lines_of(view)
    causes = lines[0].causes if lines else ()
    entry = page.book.run.catalogue.findings.get(view.source.name)
    return shell(
        page,
        view.severity,
        view.id,
        title=join(tag("span", f"{number}", class_="no"), " ", tag("span", view.title)),
        place=place_line(page, view),
        condition=tag("p", view.message),
        criteria=criteria(page, view.source.name, entry),
        cause=causes_list(page, causes, lines),
        consequence=consequence(page, lines, entry),
        action=action(page, entry, causes),
        workings=workings(page, lines),
        around=around(page, view.source),
    )


def shell(
    page: Context,
    severity: Severity,
    identity: str,
    *,
    title: Child,
    place: Child,
    workings: Child,
    around: Child,
    **parts: Child,
) -> Html:
    """Return a card's markup around given contents; the script fills the same one for later findings."""
    kind = OF_SEVERITY[severity]
    return tag(
        "article",
        tag(
            "header",
            tag("h3", mark(kind), tag("span", title, data_p="title")),
            tag("p", tag("span", place, data_p="place"), class_="place"),
        ),
        tag(
            "dl",
            (
                tag("div", tag("dt", page(f"html.part.{name}")), tag("dd", parts.get(name), data_p=name))
                for name in PARTS
            ),
            class_="parts",
        ),
        tag("div", workings, class_="workings", data_p="workings"),
        tag("div", around, class_="around", data_p="around"),
        tag(
            "p",
            tag("a", identity, href=f"#{identity}", data_p="link", class_="permalink"),
            tag("a", page("html.back"), href="#findings", class_="back"),
            class_="foot",
        ),
        id=identity or None,
        class_=f"card {kind}",
        tabindex="-1",
    )


def place_line(page: Context, view: FindingView) -> Html:
    """Return where a finding stands: sheet, range, unit, indicator."""
    parts: list[Child] = []
    if view.place.sheet:
        parts.append(tag("span", page("html.sheet"), " ", tag("b", view.place.sheet)))
    if view.place.range or view.place.cell:
        parts.append(tag("span", page("html.cell"), " ", tag("b", view.place.range or view.place.cell)))
    if view.unit:
        parts.append(tag("span", page("html.unit"), " ", tag("b", view.unit)))
    if view.indicator:
        parts.append(tag("span", page("html.indicator"), " ", tag("b", view.indicator)))
    return join(*parts)


def criteria(page: Context, name: str, entry: FindingEntry | None) -> Html:
    """Return the criterion that the finding is held against: that of its name, else of its category."""
    words = page.words
    key = f"criteria.{name}"
    if not words.has(key):
        key = f"criteria.{entry.category if entry else 'file'}"
    return tag("p", words(key), *_policies(page, name))


def _policies(page: Context, name: str) -> Sequence[Child]:
    quantity = mismatch_quantity(name)
    if quantity is None:
        return ()
    policies = page.rules.policies
    if quantity is Quantity.GRADE:  # a grade is that of the converted score
        quantity = Quantity.CONVERTED
    return (
        " ",
        page("policy.zero"),
        " ",
        page(f"policy.zero.{policies.zero.value}"),
        "; ",
        page("policy.rounding"),
        ": ",
        page(f"policy.rounding.{page.rules.rounding_of(quantity).value}"),
    )


def causes_list(page: Context, causes: Sequence[Cause], lines: Sequence[Line]) -> Html:
    """Return the hypotheses, the leading one first, each with equivalents, chance and what decides."""
    if not causes:
        return tag("p", page("html.cause.none"), class_="quiet")
    assessment = lines[0].assessment
    said = (
        tag(
            "p",
            page("html.assessment"),
            " ",
            tag("b", page(f"assessment.{assessment.value}")),
            class_="quiet",
        )
        if assessment
        else None
    )
    items = [_cause(page, cause) for cause in causes[:MOST_CAUSES]]
    rest = len(causes) - MOST_CAUSES
    more = tag("li", page("html.cause.more", count=rest)) if rest > 0 else None
    return join(
        tag("p", tag("b", page("html.hypothesis"), class_="hypothesis")), tag("ol", items, more), said
    )


def _cause(page: Context, cause: Cause) -> Html:
    catalogue = page.book.run.catalogue.causes
    entry = catalogue.get(cause.name)
    details: list[Child] = []
    if cause.equivalents:
        titles = [catalogue[n].title if n in catalogue else Text(n, n) for n in cause.equivalents]
        joined = Text(", ".join(t.en for t in titles), ", ".join(t.th for t in titles))
        details.append(tag("li", page("html.cause.same", causes=joined)))
    if cause.chance is not None:
        details.append(tag("li", page("html.cause.chance", percent=_percent(cause))))
    if cause.weaker:
        details.append(tag("li", page("html.cause.weaker")))
    if cause.decides is not None:
        details.append(tag("li", page("html.cause.decides"), " ", cause.decides))
    return tag(
        "li",
        tag("b", entry.title if entry else cause.name),
        " ",
        cause.message,
        tag("ul", details) if details else None,
    )


def _percent(cause: Cause) -> str:
    """Return a chance in per cent; never rounded to 0 or 100 unless it is exactly that."""
    assert cause.chance is not None
    percent = cause.chance * 100
    if 0 < percent < 1:
        return "< 1"
    if 99 < percent < 100:
        return "> 99"
    return number_text(percent.quantize(1))


def consequence(page: Context, lines: Sequence[Line], entry: FindingEntry | None) -> Html:
    """Return what follows: grade and rank where they change, and why it matters."""
    parts: list[Child] = []
    graded: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        if line.grade_change:
            graded.setdefault(line.grade_change, []).append(page.unit(line))
    for (old, new), units in graded.items():
        parts.append(tag("p", page("html.grade", units=units, old=old, new=new)))
    ranked = [line for line in lines if line.rank_change]
    for line in ranked[:MOST_RANKS]:
        assert line.rank_change is not None
        before, after = line.rank_change
        parts.append(tag("p", page("html.rank", unit=page.unit(line), old=before, new=after)))
    if len(ranked) > MOST_RANKS:
        parts.append(tag("p", page("html.rank.more", count=len(ranked) - MOST_RANKS)))
    if not graded and any(_graded(page, line) for line in lines):
        partial = any(line.feasible is not None for line in lines)
        parts.append(tag("p", page("html.grade.open" if partial else "html.grade.same")))
    if entry is not None:
        parts.append(tag("p", entry.why))
    return join(*parts)


def action(page: Context, entry: FindingEntry | None, causes: Sequence[Cause]) -> Html:
    """Return what to do: the finding's own advice, and that of its leading cause."""
    leading = page.book.run.catalogue.causes.get(causes[0].name) if causes else None
    return join(
        tag("p", entry.mend) if entry else None,
        tag("p", leading.mend) if leading else None,
    )


def _graded(page: Context, line: Line) -> bool:
    """Say whether a grade follows from this figure, so that its not changing can be told."""
    bands = page.rules.bands
    return bool(bands) and line.quantity is Quantity.CONVERTED and isinstance(line.recomputed, Fraction)
