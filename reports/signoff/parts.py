"""The sections of a working paper, each from the case to markup."""

from __future__ import annotations

from collections.abc import Sequence

from reports.html.markup import Child, Html, tag
from reports.say import Say
from schemas.case import Case, Decision, Item, Round
from schemas.record import Disposed, Noted, Opened, Role, Sealed, Signed

NOTHING = "-"
"""Stands where there is nothing to say: no tested item is left blank."""


def hash_text(value: str, digits: int = 64) -> Html:
    """Return a hash, or its first digits, in groups of four that can be read aloud."""
    shown = " ".join(value[i : i + 4] for i in range(0, min(len(value), digits), 4))
    return tag("span", shown, class_="hash")


def table(heads: Sequence[str], rows: Sequence[Sequence[Child]]) -> Html:
    """Return a table whose head repeats on every printed page."""
    head = tag("thead", tag("tr", [tag("th", h, scope="col") for h in heads]))
    return tag("table", head, tag("tbody", [tag("tr", [tag("td", c) for c in row]) for row in rows]))


def facts(case: Case, say: Say) -> list[Html]:
    """What was looked at, how, and the hashes that bind it."""
    opened = case.current.opened
    options = ", ".join(f"{k}={v}" for k, v in sorted(opened.options.items()))
    rows: list[tuple[str, Child]] = [
        (say("signoff.paper.auditee-file"), opened.file),
        (say("signoff.paper.case"), f"{case.number}"),
        (say("signoff.paper.round"), f"{case.current.number}"),
        (say("signoff.paper.state"), say(f"signoff.state.{case.state.value}")),
        (say("signoff.paper.opened-by"), f"{case.current.actor}, {say.when(case.current.at)}"),
        (say("signoff.paper.size"), say("signoff.paper.bytes", size=f"{opened.size:,}")),
        (say("signoff.paper.workbook-sha"), hash_text(opened.workbook_sha256)),
        (say("signoff.paper.rules"), f"{opened.rules} ({options})" if options else opened.rules),
        (say("signoff.paper.rules-sha"), hash_text(opened.rules_sha256)),
        (say("signoff.paper.result-sha"), hash_text(opened.result_sha256)),
        (say("signoff.paper.version"), f"sobthan {opened.version}"),
        (say("signoff.paper.verdict"), say(f"verdict.{opened.verdict}")),
    ]
    body = [tag("tr", tag("th", name, scope="row"), tag("td", value)) for name, value in rows]
    return [
        tag("h2", say("signoff.paper.scope")),
        tag("p", say("signoff.paper.method")),
        tag("table", tag("tbody", body), class_="facts"),
    ]


def place_of(item: Item) -> str:
    """Return where a finding stands: sheet and range, every place of it."""
    places = []
    for found in item.found:
        where = found.range or found.cell
        places.append(f"{found.sheet}!{where}" if found.sheet and where else found.sheet or where or NOTHING)
    return ", ".join(dict.fromkeys(places))


def decisions(case: Case, say: Say) -> list[Html]:
    """Every finding of the round, and what earlier rounds left, with what was decided about it."""
    number = case.current.number
    rows: list[list[Child]] = []
    for place, item in enumerate(case.to_decide(), 1):
        decision = item.decided_in(number) if item.present(number) else item.decision
        condition: list[Child] = [say.text(item.first.message)]
        if not item.present(number):
            condition.append(tag("div", say("signoff.paper.earlier", round=item.rounds[-1]), class_="soft"))
        condition.append(tag("div", f"{say('signoff.paper.place')} {place_of(item)}", class_="soft"))
        condition.append(_criteria(item, say))
        condition.append(tag("div", item.id, class_="soft hash"))
        rows.append(
            [
                str(place),
                condition,
                say(f"severity.{item.first.severity.value}"),
                [decided(item, number, say), _grounds(decision, say)],
                f"{decision.actor}, {say.when(decision.at)}" if decision else NOTHING,
            ]
        )
    heads = ("number", "condition", "severity", "decision", "by")
    opened = case.current.opened
    parts = [tag("h2", say("signoff.paper.findings"))]
    if rows:
        parts.append(table([say(f"signoff.paper.{h}") for h in heads], rows))
    else:
        parts.append(tag("p", say("signoff.paper.no-findings")))
    if opened.informative:
        parts.append(tag("p", say("signoff.paper.informative", count=opened.informative), class_="soft"))
    return parts


def _criteria(item: Item, say: Say) -> list[Html]:
    """Why the finding matters and what is to be done, as the catalogue has it for findings of its name."""
    entry = say.catalogue.findings.get(item.first.name)
    if entry is None:
        return []
    lines = ((say("page.finding.why"), entry.why), (say("page.finding.mend"), entry.mend))
    return [tag("div", f"{name}: {say.text(text)}", class_="soft") for name, text in lines]


def _grounds(decision: Decision | None, say: Say) -> list[Html]:
    if decision is None:
        return []
    lines = (
        (say("signoff.paper.reason"), decision.reason),
        (say("signoff.paper.evidence"), decision.evidence),
    )
    return [tag("div", f"{name}: {text or NOTHING}", class_="soft") for name, text in lines]


def decided(item: Item, number: int, say: Say) -> Html:
    """Return the decision about an item in words: open, not needed, or what was decided."""
    decision = item.decided_in(number) if item.present(number) else item.decision
    if item.is_open(number):
        return tag("span", say("signoff.disposition.none"), class_="open")
    if decision is None:
        return tag("span", say("signoff.disposition.not-needed"), class_="soft")
    return tag("span", say(f"signoff.disposition.{decision.disposition.value}"))


def compared(case: Case, number: int) -> tuple[list[Item], list[Item], list[Item]]:
    """Return what a round changed against the one before: findings gone, still there, and new."""
    gone, stayed, came = [], [], []
    for item in case.items.values():
        before, now = item.present(number - 1), item.present(number)
        if before and now:
            stayed.append(item)
        elif before:
            gone.append(item)
        elif now:
            came.append(item)
    return gone, stayed, came


def rounds(case: Case, say: Say) -> list[Html]:
    """One row a round: the file, what was found, what changed, who signed."""
    heads = ("round", "auditee-file", "opened-by", "found", "went", "stayed", "came", "signatures")
    rows = [_round_row(case, one, say) for one in case.rounds]
    return [
        tag("h2", say("signoff.paper.rounds")),
        table([say(f"signoff.paper.{h}") for h in heads], rows),
    ]


def _round_row(case: Case, one: Round, say: Say) -> list[Child]:
    found = sum(i.present(one.number) for i in case.items.values())
    gone, stayed, came = compared(case, one.number) if one.number > 1 else ([], [], [])
    changes = [str(len(c)) if one.number > 1 else NOTHING for c in (gone, stayed, came)]
    signed = ", ".join(
        f"{s.actor} ({say(f'signoff.role.{s.role.value}')})" for s in one.signatures if s.holds
    )
    file: list[Child] = [
        one.opened.file,
        tag("div", hash_text(one.opened.workbook_sha256, 16), class_="soft"),
    ]
    opened = f"{one.actor}, {say.when(one.at)}"
    return [str(one.number), file, opened, str(found), *changes, signed or NOTHING]


def notes(case: Case, say: Say) -> list[Html]:
    """Every note, as it was written."""
    if not case.notes:
        return []
    rows: list[list[Child]] = [
        [n.text, n.finding or NOTHING, f"{n.actor}, {say.when(n.at)}"] for n in case.notes
    ]
    heads = [say("signoff.paper.notes"), say("signoff.paper.condition"), say("signoff.paper.by")]
    return [tag("h2", say("signoff.paper.notes")), table(heads, rows)]


def signatures(case: Case, say: Say) -> list[Html]:
    """A box for the preparer and one for the reviewer, signed or to be signed."""
    boxes = []
    for role in Role:
        mark = case.current.signature(role)
        rows: list[tuple[str, str]] = [
            (say("signoff.paper.name"), mark.actor if mark else say("signoff.paper.not-signed")),
            (say("signoff.paper.position"), (mark.position if mark else "") or NOTHING),
            (say("signoff.paper.date"), say.when(mark.at) if mark else NOTHING),
        ]
        key = (
            tag("p", say("signoff.paper.by-key", key=mark.key), class_="soft") if mark and mark.key else None
        )
        body = [tag("div", f"{name}: {value}") for name, value in rows]
        rule = tag("div", class_="rule")
        boxes.append(
            tag("div", tag("h3", say(f"signoff.role.{role.value}")), rule, body, key, class_="signature")
        )
    void = [s for s in case.current.signatures if not s.holds]
    lines = [
        tag(
            "p",
            tag("span", f"{say(f'signoff.role.{s.role.value}')} {s.actor} {say.when(s.at)}", class_="void"),
            " ",
            say("signoff.paper.void"),
            class_="soft",
        )
        for s in void
    ]
    return [tag("h2", say("signoff.paper.signatures")), tag("div", boxes, class_="signatures"), *lines]


def record(case: Case, entries: Sequence[Sealed], say: Say, store_head: str) -> list[Html]:
    """Every entry with its seal, and the head that later shows whether any was cut off."""
    rows: list[list[Child]] = [
        [
            str(sealed.entry.number),
            say.when(sealed.entry.at),
            sealed.entry.actor,
            what_was_done(sealed, say),
            hash_text(sealed.hash, 16),
        ]
        for sealed in entries
    ]
    heads = [say(f"signoff.paper.{h}") for h in ("entry", "date", "by", "what", "hash")]
    head = tag(
        "div",
        tag("div", say("signoff.paper.head")),
        hash_text(case.head),
        tag("p", say("signoff.paper.head-why"), class_="soft"),
        tag("p", say("signoff.paper.store-head"), " ", hash_text(store_head), class_="soft")
        if store_head
        else None,
        class_="head",
    )
    return [tag("h2", say("signoff.paper.record")), table(heads, rows), head]


def what_was_done(sealed: Sealed, say: Say) -> str:
    """Return one entry in a few words."""
    body = sealed.entry.body
    if isinstance(body, Opened):
        return f"{say('signoff.kind.opened')} {body.round}: {body.file}"
    if isinstance(body, Noted):
        return f"{say('signoff.kind.noted')}: {body.text}"
    if isinstance(body, Disposed):
        return f"{say(f'signoff.disposition.{body.disposition.value}')}: {body.finding}"
    assert isinstance(body, Signed)
    role = say(f"signoff.role.{body.role.value}")
    return f"{say('signoff.kind.signed')}: {role}, {say(f'signoff.conclusion.{body.conclusion.value}')}"
