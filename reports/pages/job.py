"""One dropped workbook: how far it is, then the verdict, the report, and opening it for sign-off."""

from __future__ import annotations

from collections.abc import Sequence

from reports.html.markup import Html, tag
from reports.pages.frame import Reader, field, name_field, notice, page, post
from reports.pages.start import JobRow, job_words
from schemas.case import Case


def job_page(
    reader: Reader,
    job: JobRow,
    *,
    counts: Sequence[tuple[str, int]] = (),
    annotated: bool = False,
    cases: Sequence[Case] = (),
    problem: str = "",
) -> str:
    """Return the page. counts: findings by severity. cases: those whose next round it may be, likely ones first."""
    say = reader.say
    if job.state != "done":
        words = tag("p", job_words(say, job), data_job=job.id, data_state=job.state, class_="lead")
        bar = tag("div", tag("div"), class_="bar", role="progressbar", aria_label=say("page.job.judging"))
        running = job.state != "failed"
        return page(
            reader,
            job.name,
            words,
            bar if running else None,
            _again(reader) if not running else None,
            refresh=running,
        )
    good = job.verdict == "consistent"
    found = ", ".join(f"{say(f'severity.{severity}')} {count}" for severity, count in counts)
    links = [
        _link(f"/jobs/{job.id}/report", say("page.job.report"), "main"),
        _link(f"/jobs/{job.id}/annotated", say("page.job.annotated")) if annotated else None,
        _link(f"/jobs/{job.id}/result.json", say("page.job.result")),
    ]
    return page(
        reader,
        job.name,
        notice(problem, "bad") if problem else None,
        tag(
            "section",
            tag(
                "p",
                tag("strong", say(f"answer.{job.verdict}"), class_="good" if good else "bad"),
                class_="lead",
            ),
            tag("p", found or say("signoff.paper.no-findings")),
            tag("p", links, class_="row"),
            None if annotated else tag("p", say("page.job.no-copy"), class_="soft"),
            class_="panel",
        ),
        _open_form(reader, job, cases),
    )


def _link(href: str, words: str, kind: str = "") -> Html:
    target = "_blank" if href.endswith("/report") else None
    return tag("a", words, href=href, class_=f"button {kind}".strip(), target=target, rel="noopener")


def _again(reader: Reader) -> Html:
    return tag("p", tag("a", reader.say("page.back"), href="/"))


def _open_form(reader: Reader, job: JobRow, cases: Sequence[Case]) -> Html:
    say = reader.say
    options = [tag("option", say("page.open.new"), value="")]
    for case in cases:
        words = say(
            "page.open.round", case=case.number, file=case.current.opened.file, round=case.current.number + 1
        )
        options.append(tag("option", words, value=case.number))
    return post(
        f"/jobs/{job.id}/open",
        tag("h2", say("page.open.title")),
        tag("p", say("page.open.lead")),
        tag(
            "div",
            field(say("page.open.as"), tag("select", options, name="case")),
            name_field(reader),
            tag("button", say("page.open.go"), class_="main"),
            class_="row",
        ),
        class_="panel",
    )
