"""The start page: where workbooks are dropped, what is being judged, and every case with what is open in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.html.markup import Child, Html, tag
from reports.pages.frame import Reader, field, notice, page, post
from reports.say import Say
from schemas.case import Case, CaseState
from schemas.terms import BlankPolicy, DashPolicy, Rounding, ZeroPolicy

POLICIES: dict[str, tuple[str, ...]] = {
    "zero": tuple(ZeroPolicy),
    "blank": tuple(BlankPolicy),
    "dash": tuple(DashPolicy),
    "rounding": tuple(Rounding),
}
"""What may be said on the page over the rule pack, as on a command line, and the choices of each."""

KINDS = ".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt"


@dataclass(frozen=True, slots=True)
class JobRow:
    """A dropped workbook as pages show it. ahead: how many wait before it. errors: None until judged."""

    id: str
    name: str
    state: str
    ahead: int = 0
    verdict: str = ""
    errors: int = 0
    why: str = ""


def start_page(
    reader: Reader,
    packs: Sequence[tuple[str, str]],
    jobs: Sequence[JobRow],
    cases: Sequence[Case],
    most_mb: int,
    damaged: Sequence[int] = (),
) -> str:
    """Return the page. packs: name and title of the rule packs to choose from; the first is chosen.

    damaged: numbers of cases whose record does not hold; they are named beside the others.
    """
    say = reader.say
    running = any(j.state in ("waiting", "judging") for j in jobs)
    return page(
        reader,
        say("page.start.title"),
        tag("p", say("page.start.lead"), class_="lead"),
        _drop(say, packs, most_mb),
        _jobs(say, jobs),
        [_damaged(say, number) for number in damaged],
        _cases(say, cases) if cases or not damaged else None,
        refresh=running,
    )


def _drop(say: Say, packs: Sequence[tuple[str, str]], most_mb: int) -> Html:
    chooser = tag(
        "input", type="file", name="workbook", id="workbook", multiple=True, required=True, accept=KINDS
    )
    options = [tag("option", f"{name}: {title}" if title else name, value=name) for name, title in packs]
    return post(
        "/drop",
        tag(
            "div",
            chooser,
            tag(
                "label",
                tag("strong", say("page.drop.here")),
                f" {say('page.drop.or')} ",
                tag("span", say("page.drop.choose"), class_="button"),
                for_="workbook",
            ),
            tag("ul", id="chosen", class_="chosen", aria_live="polite"),
            class_="dropzone",
            id="dropzone",
            data_most=most_mb * (1 << 20),
            data_too_large=say("page.drop.too-large", most=most_mb),
        ),
        tag(
            "div",
            field(say("page.drop.rules"), tag("select", options, name="rules")),
            tag("button", say("page.drop.go"), class_="main"),
            tag("small", say("page.drop.most", most=most_mb)),
            class_="row",
        ),
        _policies(say),
        class_="panel",
        upload=True,
    )


def _policies(say: Say) -> Html:
    """Return the policies that may differ from the rule pack's this once; folded, for they seldom do."""
    fields = [
        field(
            say(f"policy.{name}"),
            tag(
                "select",
                tag("option", say("page.drop.as-rules"), value=""),
                [tag("option", say(f"policy.{name}.{choice}"), value=choice) for choice in choices],
                name=name,
            ),
        )
        for name, choices in POLICIES.items()
    ]
    return tag(
        "details",
        tag("summary", say("page.drop.policies")),
        tag("div", fields, class_="row policies"),
        tag("small", say("page.drop.policies.hint")),
    )


def _jobs(say: Say, jobs: Sequence[JobRow]) -> Html | None:
    if not jobs:
        return None
    rows = [
        tag(
            "tr",
            tag("td", tag("a", job.name, href=f"/jobs/{job.id}")),
            tag("td", job_words(say, job), data_job=job.id, data_state=job.state),
        )
        for job in reversed(jobs)
    ]
    heads = tag("tr", tag("th", say("page.file"), scope="col"), tag("th", say("page.state"), scope="col"))
    return tag(
        "section",
        tag("h2", say("page.jobs.title")),
        tag("table", tag("thead", heads), tag("tbody", rows)),
        class_="panel",
    )


def job_words(say: Say, job: JobRow) -> Child:
    """Return how far a workbook is, in words."""
    if job.state == "waiting":
        return tag("span", say("page.job.waiting", ahead=job.ahead), class_="soft")
    if job.state == "judging":
        return tag("span", say("page.job.judging"), class_="working")
    if job.state == "failed":
        return tag("span", job.why, class_="bad")
    mark = "good" if job.verdict == "consistent" else "bad"
    return [
        tag("strong", say(f"verdict.{job.verdict}"), class_=mark),
        f" {say('page.job.errors', count=job.errors)}",
    ]


def _damaged(say: Say, number: int) -> Html:
    why = tag("a", say("page.cases.damaged-why"), href=f"/cases/{number}/verify")
    return notice([say("page.cases.damaged", case=number), " ", why], "bad")


def _cases(say: Say, cases: Sequence[Case]) -> Html:
    if not cases:
        return tag(
            "section", tag("h2", say("page.cases.title")), notice(say("page.cases.none")), class_="panel"
        )
    order = {
        CaseState.OPEN: 0,
        CaseState.READY: 1,
        CaseState.PREPARED: 2,
        CaseState.RETURNED: 3,
        CaseState.ACCEPTED: 4,
    }
    rows = [_case_row(say, case) for case in sorted(cases, key=lambda c: (order[c.state], -c.number))]
    heads = ("page.case", "page.file", "signoff.paper.round", "page.state", "page.open", "page.last")
    still = sum(len(list(c.open_items())) for c in cases)
    return tag(
        "section",
        tag("h2", say("page.cases.title")),
        tag("p", say("page.cases.open", cases=sum(c.state is CaseState.OPEN for c in cases), findings=still)),
        tag(
            "table",
            tag("thead", tag("tr", [tag("th", say(h), scope="col") for h in heads])),
            tag("tbody", rows),
        ),
        class_="panel",
    )


def _case_row(say: Say, case: Case) -> Html:
    still = len(list(case.open_items()))
    return tag(
        "tr",
        tag("td", case.number, class_="number"),
        tag("td", tag("a", case.current.opened.file, href=f"/cases/{case.number}")),
        tag("td", case.current.number, class_="number"),
        tag("td", state_mark(say, case)),
        tag("td", still or "-", class_="number bad" if still else "number"),
        tag("td", f"{case.last_actor}, {say.when(case.last_at)}", class_="soft"),
    )


def state_mark(say: Say, case: Case) -> Html:
    """Return where a case stands, coloured but also in words."""
    kinds = {CaseState.ACCEPTED: "good", CaseState.OPEN: "bad"}
    return tag("span", say(f"signoff.state.{case.state.value}"), class_=f"state {kinds.get(case.state, '')}")
