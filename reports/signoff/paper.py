"""The working paper as HTML for print: heading, scope, findings and decisions, conclusion, signatures, record."""

from __future__ import annotations

from collections.abc import Sequence

from reports.html.markup import Html, join, tag
from reports.say import Say
from reports.signoff.parts import decisions, facts, notes, record, rounds, signatures
from reports.signoff.sheet import STYLE, font_faces, page_rules
from schemas.case import Case, CaseState
from schemas.catalogue import Catalogue
from schemas.record import Sealed


def working_paper(
    case: Case, entries: Sequence[Sealed], catalogue: Catalogue, lang: str, store_head: str = ""
) -> str:
    """Return the page. entries: all of the case, in order. store_head: hash of the last entry of the store."""
    say = Say(catalogue, lang)
    title = say("signoff.paper.title")
    index = paper_index(case)
    body = [
        tag("h1", title),
        tag("p", f"{say('signoff.paper.index')} {index}", class_="soft"),
        *facts(case, say),
        *decisions(case, say),
        *(rounds(case, say) if len(case.rounds) > 1 else ()),
        *notes(case, say),
        *_conclusion(case, say),
        *signatures(case, say),
        *record(case, entries, say, store_head),
    ]
    margin = f"{index}  {case.head[:16]}"
    head = join(
        Html('<meta charset="utf-8">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html(
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:\">"
        ),
        tag("title", f"{index} {case.current.opened.file}"),
        tag("style", Html(font_faces() + STYLE + page_rules(margin, say("signoff.paper.page")))),
    )
    page = tag("html", tag("head", head), tag("body", *body), lang=lang)
    return f"<!DOCTYPE html>\n{page}\n"


def paper_index(case: Case) -> str:
    """Return the index of the working paper: case and round."""
    return f"SB-{case.number:04d}/{case.current.number}"


def _conclusion(case: Case, say: Say) -> list[Html]:
    signed = case.state in (CaseState.ACCEPTED, CaseState.RETURNED)
    if signed:
        words = say(f"signoff.conclusion.{case.state.value}")
    else:
        words = say("signoff.paper.not-concluded", count=len(list(case.open_items())))
    mark = "done" if case.state is CaseState.ACCEPTED else "open"
    return [tag("h2", say("signoff.paper.conclusion")), tag("p", words, class_=mark)]
