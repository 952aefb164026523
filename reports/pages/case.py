"""A case: its findings and decisions, its signatures, its papers; what is open comes first."""

from __future__ import annotations

from reports.html.markup import Child, Html, tag
from reports.pages.frame import Reader, field, hidden, name_field, notice, page, post
from reports.pages.start import state_mark
from reports.say import Say
from reports.signoff.parts import decided, hash_text, place_of
from schemas.case import Case, CaseState, Item
from schemas.record import Role


def case_page(reader: Reader, case: Case, *, has_report: bool, has_copy: bool, problem: str = "") -> str:
    """Return the page. problem: why what was just asked for was refused."""
    say = reader.say
    now = case.current
    title = say("page.case.title", case=case.number, file=now.opened.file)
    return page(
        reader,
        title,
        notice(problem, "bad") if problem else None,
        tag("p", state_mark(say, case), " ", say("page.case.round", round=now.number), class_="lead"),
        _links(say, case, has_report, has_copy),
        tag(
            "div",
            _findings(say, case),
            tag("div", _signing(reader, case), _notes(reader, case)),
            class_="columns",
        ),
        _bound(say, case),
    )


def _links(say: Say, case: Case, has_report: bool, has_copy: bool) -> Html:
    base = f"/cases/{case.number}"
    links: list[Child] = []
    if has_report:
        words = say("page.job.report")
        links.append(tag("a", words, href=f"{base}/report", class_="button", target="_blank", rel="noopener"))
    else:
        links.append(post(f"{base}/judge", tag("button", say("page.case.judge")), class_="inline"))
    if has_copy:
        links.append(tag("a", say("page.job.annotated"), href=f"{base}/annotated", class_="button"))
    if len(case.rounds) > 1:
        links.append(tag("a", say("page.compare.link"), href=f"{base}/compare", class_="button"))
    links.append(tag("a", say("page.verify.link"), href=f"{base}/verify", class_="button"))
    paper = say("page.case.paper")
    links.append(tag("a", paper, href=f"{base}/paper", class_="button", target="_blank", rel="noopener"))
    links.append(tag("a", say("page.case.paper-json"), href=f"{base}/paper.json", class_="button"))
    return tag("p", links, class_="row")


def _findings(say: Say, case: Case) -> Html:
    number = case.current.number
    items = sorted(case.to_decide(), key=lambda i: not i.is_open(number))
    still = [i for i in items if i.is_open(number)]
    hindering = sum(i.hinders for i in items)
    begin = None
    if still:
        href = f"/cases/{case.number}/findings/{still[0].id}"
        begin = tag("p", tag("a", say("page.case.walk"), href=href, class_="button main"))
    rows = [_row(say, case, item) for item in items]
    heads = [tag("th", say(h), scope="col") for h in ("signoff.paper.condition", "signoff.paper.decision")]
    table = tag("table", tag("thead", tag("tr", heads)), tag("tbody", rows)) if rows else None
    return tag(
        "section",
        tag("h2", say("signoff.paper.findings")),
        tag("p", say("page.case.progress", done=hindering - len(still), all=hindering)) if rows else None,
        tag("progress", value=hindering - len(still), max=max(hindering, 1)) if rows else None,
        begin,
        table or tag("p", say("signoff.paper.no-findings")),
        class_="panel",
    )


def _row(say: Say, case: Case, item: Item) -> Html:
    number = case.current.number
    href = f"/cases/{case.number}/findings/{item.id}"
    earlier = (
        None if item.present(number) else tag("div", say("signoff.paper.earlier", round=item.rounds[-1]))
    )
    severity = say(f"severity.{item.first.severity.value}")
    return tag(
        "tr",
        tag(
            "td",
            tag("a", say.text(item.first.message), href=href),
            tag("div", f"{severity}, {place_of(item)}", earlier, class_="soft"),
        ),
        tag("td", decided(item, number, say)),
    )


def _signing(reader: Reader, case: Case) -> Html:
    say = reader.say
    boxes = [_signature(reader, case, role) for role in Role]
    return tag("section", tag("h2", say("signoff.paper.signatures")), *boxes, class_="panel")


def _signature(reader: Reader, case: Case, role: Role) -> Html:
    say = reader.say
    mark = case.current.signature(role)
    title = tag("h3", say(f"signoff.role.{role.value}"))
    if mark is not None:
        position = tag("div", mark.position) if mark.position else None
        return tag(
            "div", title, tag("strong", mark.actor, class_="good"), position, tag("div", say.when(mark.at))
        )
    wanted = {Role.PREPARER: CaseState.READY, Role.REVIEWER: CaseState.PREPARED}[role]
    if case.state is not wanted:
        why = "page.sign.open" if case.state is CaseState.OPEN else "page.sign.not-yet"
        return tag("div", title, tag("p", say(why), class_="soft"))
    words = say(f"signoff.conclusion.{case.conclusion().value}")
    return tag(
        "div",
        title,
        post(
            f"/cases/{case.number}/sign",
            hidden("role", role.value),
            hidden("seen", case.head),
            tag("p", say("page.sign.means"), " ", tag("strong", words)),
            name_field(reader),
            field(say("signoff.paper.position"), tag("input", name="position", maxlength=200)),
            tag("button", say(f"page.sign.{role.value}"), class_="main"),
        ),
    )


def _notes(reader: Reader, case: Case) -> Html:
    say = reader.say
    written = [
        tag("li", note.text, tag("div", f"{note.actor}, {say.when(note.at)}", class_="soft"))
        for note in case.notes
    ]
    return tag(
        "section",
        tag("h2", say("signoff.paper.notes")),
        tag("ul", written) if written else None,
        post(
            f"/cases/{case.number}/note",
            field(
                say("page.note.text"), tag("textarea", name="text", rows=2, required=True, maxlength=10_000)
            ),
            name_field(reader),
            tag("button", say("page.note.go")),
        ),
        class_="panel",
    )


def _bound(say: Say, case: Case) -> Html:
    opened = case.current.opened
    rows = [
        ("signoff.paper.workbook-sha", hash_text(opened.workbook_sha256)),
        ("signoff.paper.rules-sha", hash_text(opened.rules_sha256)),
        ("signoff.paper.result-sha", hash_text(opened.result_sha256)),
        ("signoff.paper.head", hash_text(case.head)),
    ]
    body = [tag("tr", tag("th", say(key), scope="row"), tag("td", value)) for key, value in rows]
    summary = tag("summary", say("page.case.bound"))
    return tag("details", summary, tag("table", tag("tbody", body)), class_="panel")
