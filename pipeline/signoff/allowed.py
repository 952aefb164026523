"""The rules of the record: which entry may follow on a case. Held when writing, and again when verifying."""

from __future__ import annotations

import unicodedata

from pipeline.signoff.refused import RefusedError
from schemas.case import Case
from schemas.record import Disposed, Disposition, Entry, Noted, Opened, Role, Signed
from schemas.thai import key

MOST_TEXT = 10_000
MOST_NAME = 200

NEEDS_REASON = frozenset({Disposition.WAIVED, Disposition.FALSE_ALARM, Disposition.REOPENED})


def check(case: Case | None, entry: Entry) -> None:
    """Raise RefusedError where the entry may not follow on the case; None: a case not yet opened."""
    if not key(entry.actor) or len(entry.actor) > MOST_NAME or not _printable(entry.actor):
        raise RefusedError("no-name")
    body = entry.body
    if isinstance(body, Opened):
        _check_opened(case, body)
        return
    if case is None or not case.rounds:
        raise RefusedError("no-case", case=entry.case)
    if isinstance(body, Noted):
        _check_noted(case, body)
    elif isinstance(body, Disposed):
        _check_disposed(case, body)
    else:
        _check_signed(case, body, entry)


def _check_opened(case: Case | None, body: Opened) -> None:
    rounds = case.rounds if case is not None else []
    if body.round != len(rounds) + 1:
        raise RefusedError("round-passed", round=len(rounds))
    if rounds and same_bytes_and_rules(rounds[-1].opened, body):
        raise RefusedError("same-workbook", case=case.number if case else 0, round=len(rounds))


def same_bytes_and_rules(one: Opened, other: Opened) -> bool:
    """Tell whether two rounds judge the same bytes under the same rules by the same version."""
    return (one.workbook_sha256, one.rules_sha256, one.version) == (
        other.workbook_sha256,
        other.rules_sha256,
        other.version,
    )


def _check_noted(case: Case, body: Noted) -> None:
    _check_text(body.text)
    if not body.text.strip():
        raise RefusedError("no-text")
    if body.finding is not None and body.finding not in case.items:
        raise RefusedError("no-finding", finding=body.finding, case=case.number)


def _check_disposed(case: Case, body: Disposed) -> None:
    number = case.current.number
    _check_text(body.reason)
    _check_text(body.evidence)
    if body.round != number:
        raise RefusedError("round-passed", round=number)
    if case.current.closed:
        raise RefusedError("round-closed", case=case.number, round=number)
    item = case.items.get(body.finding)
    if item is None:
        raise RefusedError("no-finding", finding=body.finding, case=case.number)
    before = item.decided_in(number)
    if body.replaces != (before.entry if before is not None else None):
        if before is None:
            raise RefusedError("nothing-to-replace", finding=item.id)
        raise RefusedError(
            "decided-already", finding=item.id, actor=before.actor, disposition=before.disposition
        )
    present = item.present(number)
    if body.disposition is Disposition.RETURNED and not present:
        raise RefusedError("gone", finding=item.id, round=number)
    if body.disposition is Disposition.CORRECTED and present:
        raise RefusedError("still-there", finding=item.id, round=number)
    if body.disposition is Disposition.REOPENED and before is None:
        raise RefusedError("nothing-to-replace", finding=item.id)
    if body.disposition in NEEDS_REASON and not body.reason.strip():
        raise RefusedError("no-reason", disposition=body.disposition)
    if body.disposition is Disposition.WAIVED and not body.evidence.strip():
        raise RefusedError("no-evidence", disposition=body.disposition)


def _check_signed(case: Case, body: Signed, entry: Entry) -> None:
    now = case.current
    if body.round != now.number:
        raise RefusedError("round-passed", round=now.number)
    if now.closed:
        raise RefusedError("signed-already", case=case.number, round=now.number, role=Role.REVIEWER)
    still_open = [item.id for item in case.open_items()]
    if still_open:
        raise RefusedError("still-open", case=case.number, count=len(still_open), findings=tuple(still_open))
    _check_bound(case, body)
    preparer = now.signature(Role.PREPARER)
    if body.role is Role.PREPARER:
        if preparer is not None:
            raise RefusedError("signed-already", case=case.number, round=now.number, role=Role.PREPARER)
        return
    if preparer is None:
        raise RefusedError("not-prepared", case=case.number)
    same_key = entry.key is not None and entry.key == preparer.key
    if key(entry.actor) == key(preparer.actor) or same_key:
        raise RefusedError("same-person", actor=entry.actor)


def _check_bound(case: Case, body: Signed) -> None:
    """A signature binds exactly what the round was opened with and decided since."""
    opened = case.current.opened
    bound = (body.workbook_sha256, body.rules_sha256, body.result_sha256, body.version)
    wanted = (opened.workbook_sha256, opened.rules_sha256, opened.result_sha256, opened.version)
    same = bound == wanted and dict(body.dispositions) == case.dispositions()
    if not same or body.conclusion is not case.conclusion():
        raise RefusedError("other-binding", case=case.number)


def _check_text(text: str) -> None:
    if len(text) > MOST_TEXT:
        raise RefusedError("text-too-long", most=MOST_TEXT)
    if any(unicodedata.category(c) == "Cs" for c in text):
        raise RefusedError("bad-text")


def _printable(name: str) -> bool:
    return not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in name)
