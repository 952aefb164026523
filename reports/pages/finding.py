"""One finding, with everything that helps to decide about it, and the form that decides; keys 1-4, n and p."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reports.html.markup import Child, Html, tag
from reports.pages.frame import Reader, field, hidden, name_field, notice, page, post
from reports.say import Say
from reports.signoff.parts import decided, place_of
from schemas.case import Case, Decision, Item
from schemas.catalogue import FindingEntry
from schemas.record import Disposition


def finding_page(
    reader: Reader,
    case: Case,
    item: Item,
    entry: FindingEntry | None,
    *,
    problem: str = "",
    typed: Mapping[str, str] | None = None,
) -> str:
    """Return the page. entry: the catalogue's words about findings of its name. typed: a form refused just now."""
    say = reader.say
    number = case.current.number
    order = sorted(case.to_decide(), key=lambda i: i.rounds[-1] != number)
    place = next(n for n, other in enumerate(order) if other.id == item.id) if item in order else 0
    before, after = order[place - 1] if place else None, order[place + 1] if place + 1 < len(order) else None
    return page(
        reader,
        say("page.finding.title", place=place + 1, all=len(order), file=case.current.opened.file),
        notice(problem, "bad") if problem else None,
        _steps(say, case, before, after),
        tag(
            "div",
            _what(say, case, item, entry),
            _decide(reader, case, item, after, typed or {}),
            class_="columns even",
        ),
        _history(say, item.decisions),
    )


def _steps(say: Say, case: Case, before: Item | None, after: Item | None) -> Html:
    base = f"/cases/{case.number}"
    links = [tag("a", say("page.finding.all"), href=base, class_="button")]
    if before is not None:
        href = f"{base}/findings/{before.id}"
        links.append(tag("a", say("page.finding.before"), href=href, class_="button", data_key="p"))
    if after is not None:
        href = f"{base}/findings/{after.id}"
        links.append(tag("a", say("page.finding.after"), href=href, class_="button", data_key="n"))
    return tag("p", links, class_="row")


def _what(say: Say, case: Case, item: Item, entry: FindingEntry | None) -> Html:
    number = case.current.number
    rows: list[tuple[str, Child]] = [
        (say("signoff.paper.place"), place_of(item)),
        (say("signoff.paper.severity"), say(f"severity.{item.first.severity.value}")),
        (say("signoff.paper.decision"), decided(item, number, say)),
    ]
    if not item.present(number):
        rows.append((say("signoff.paper.round"), say("signoff.paper.earlier", round=item.rounds[-1])))
    if entry is not None:
        rows.append((say("page.finding.why"), say.text(entry.why)))
        rows.append((say("page.finding.mend"), say.text(entry.mend)))
    body = [tag("tr", tag("th", name, scope="row"), tag("td", value)) for name, value in rows]
    return tag(
        "section",
        tag("p", say.text(item.first.message), class_="lead"),
        tag("table", tag("tbody", body), class_="facts"),
        tag("p", item.id, class_="soft hash"),
        class_="panel",
    )


def choices(case: Case, item: Item) -> tuple[Disposition, ...]:
    """Return the decisions that the finding can have in the current round."""
    if item.present(case.current.number):
        return (Disposition.RETURNED, Disposition.WAIVED, Disposition.FALSE_ALARM)
    return (Disposition.CORRECTED, Disposition.WAIVED, Disposition.FALSE_ALARM)


def _decide(reader: Reader, case: Case, item: Item, after: Item | None, typed: Mapping[str, str]) -> Html:
    say = reader.say
    if case.current.closed:
        return tag("section", notice(say("page.finding.closed")), class_="panel")
    before = item.decided_in(case.current.number)
    offered = choices(case, item)
    if before is not None:
        offered = (*offered, Disposition.REOPENED)
    radios = [
        tag(
            "label",
            tag(
                "input",
                type="radio",
                name="disposition",
                value=choice.value,
                required=True,
                checked=typed.get("disposition") == choice.value,
                data_key=str(place),
            ),
            tag("kbd", place),
            " ",
            say(f"signoff.disposition.{choice.value}"),
            tag("small", say(f"page.needs.{choice.value}")),
            class_="choice",
        )
        for place, choice in enumerate(offered, 1)
    ]
    alike = [
        i
        for i in case.open_items()
        if i.first.name == item.first.name and choices(case, i) == choices(case, item)
    ]
    reason = tag("textarea", typed.get("reason", ""), name="reason", rows=2, maxlength=10_000)
    evidence = tag("textarea", typed.get("evidence", ""), name="evidence", rows=2, maxlength=10_000)
    return tag(
        "section",
        post(
            f"/cases/{case.number}/findings/{item.id}",
            hidden("seen", "" if before is None else str(before.entry)),
            hidden("next", after.id if after is not None else ""),
            tag("fieldset", tag("legend", say("page.finding.decide")), *radios),
            field(say("signoff.paper.reason"), reason),
            field(say("signoff.paper.evidence"), evidence, say("page.evidence.hint")),
            name_field(reader),
            _all_of_it(say, alike),
            tag("button", say("page.finding.save"), class_="main", data_key="Enter"),
            tag("p", say("page.finding.keys"), class_="soft"),
        ),
        class_="panel",
    )


def _all_of_it(say: Say, alike: Sequence[Item]) -> Html | None:
    """The offer to decide about every open finding of the same kind at once."""
    if len(alike) < 2:
        return None
    box = tag("input", type="checkbox", name="alike", value="yes")
    return tag("label", box, " ", say("page.finding.all-of-it", count=len(alike)), class_="check")


def _history(say: Say, decisions: Sequence[Decision]) -> Html | None:
    if not decisions:
        return None
    lines = [
        tag(
            "li",
            tag("strong", say(f"signoff.disposition.{d.disposition.value}")),
            f" {say('signoff.paper.round')} {d.round}, {d.actor}, {say.when(d.at)}",
            tag("div", d.reason) if d.reason else None,
            tag("div", d.evidence, class_="soft") if d.evidence else None,
        )
        for d in decisions
    ]
    return tag("section", tag("h2", say("page.finding.history")), tag("ol", lines), class_="panel")
