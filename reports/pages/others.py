"""The other pages of a case: rounds side by side, verification; and the way in by password."""

from __future__ import annotations

from collections.abc import Sequence

from reports.html.markup import Child, Html, tag
from reports.pages.frame import Reader, field, file_field, notice, page, post
from reports.say import Say
from reports.signoff.parts import NOTHING, compared, decided, hash_text, place_of, rounds
from schemas.case import Case, FigureChange, Item
from schemas.finding import Text


def compare_page(reader: Reader, case: Case, changes: Sequence[FigureChange]) -> str:
    """Return the current round beside the one before: findings gone, still there, new; figures that changed."""
    say = reader.say
    gone, stayed, came = compared(case, case.current.number)
    return page(
        reader,
        say("page.compare.title", file=case.current.opened.file),
        tag("p", tag("a", say("page.finding.all"), href=f"/cases/{case.number}", class_="button")),
        tag("section", *rounds(case, say), class_="panel"),
        _items(say, case, say("page.compare.gone"), gone),
        _items(say, case, say("page.compare.stayed"), stayed),
        _items(say, case, say("page.compare.came"), came),
        _figures(say, changes),
    )


def _items(say: Say, case: Case, title: str, items: Sequence[Item]) -> Html:
    number = case.current.number
    lines = [
        tag(
            "tr",
            tag(
                "td",
                tag("a", say.text(i.first.message), href=f"/cases/{case.number}/findings/{i.id}"),
                tag("div", f"{say(f'severity.{i.first.severity.value}')}, {place_of(i)}", class_="soft"),
            ),
            tag("td", decided(i, number, say)),
        )
        for i in items
    ]
    body: Child = tag("table", tag("tbody", lines)) if lines else tag("p", NOTHING)
    return tag("section", tag("h2", f"{title} ({len(items)})"), body, class_="panel")


def _figures(say: Say, changes: Sequence[FigureChange]) -> Html:
    heads = ("unit", "quantity", "before", "after", "recomputed", "status")
    rows = [
        tag(
            "tr",
            tag("td", change.unit),
            tag("td", say(f"quantity.{change.quantity}")),
            tag("td", change.before or NOTHING),
            tag("td", change.after or NOTHING),
            tag("td", change.recomputed or NOTHING),
            tag("td", say(f"status.{change.status}") if change.status else NOTHING),
        )
        for change in changes
    ]
    table = tag(
        "table",
        tag("thead", tag("tr", [tag("th", say(f"page.compare.{h}"), scope="col") for h in heads])),
        tag("tbody", rows),
    )
    return tag(
        "section",
        tag("h2", f"{say('page.compare.figures')} ({len(changes)})"),
        table if rows else tag("p", NOTHING),
        class_="panel",
    )


def verify_page(
    reader: Reader,
    case: Case | None,
    number: int,
    *,
    faults: Sequence[Text],
    remarks: Sequence[Text],
    done: bool,
) -> str:
    """Return what verifying found (done), and the form that verifies."""
    say = reader.say
    found: list[Child] = []
    if done:
        if faults:
            lines = [tag("li", say.text(f)) for f in faults]
            found.append(notice([tag("strong", say("page.verify.broken")), tag("ul", lines)], "bad"))
        else:
            found.append(notice(tag("strong", say("page.verify.holds")), "good"))
        if remarks:
            found.append(tag("ul", [tag("li", say.text(r)) for r in remarks], class_="soft"))
        if case is not None:
            found.append(tag("p", say("signoff.paper.head"), " ", hash_text(case.head)))
    head = tag("input", name="head", maxlength=200, placeholder="0123 4567 89ab cdef")
    return page(
        reader,
        say("page.verify.title", case=number),
        tag("p", tag("a", say("page.finding.all"), href=f"/cases/{number}", class_="button")),
        *found,
        post(
            f"/cases/{number}/verify",
            tag("p", say("page.verify.lead")),
            file_field(
                say("page.verify.workbook"), "workbook", say("page.verify.choose"), say("page.verify.kept")
            ),
            field(say("page.verify.head"), head, say("page.verify.head-hint")),
            tag("button", say("page.verify.go"), class_="main"),
            class_="panel",
            upload=True,
        ),
    )


def login_page(reader: Reader, *, wrong: bool = False) -> str:
    """Return the way in by name and password."""
    say = reader.say
    password = tag("input", type="password", name="password", required=True, autocomplete="current-password")
    return page(
        reader,
        say("page.login.title"),
        notice(say("page.login.wrong"), "bad") if wrong else None,
        post(
            "/login",
            field(say("page.login.name"), tag("input", name="name", required=True, autocomplete="username")),
            field(say("page.login.password"), password),
            tag("button", say("page.login.go"), class_="main"),
            class_="panel narrow",
        ),
        entered=False,
    )
