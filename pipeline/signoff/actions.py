"""What people do to a record, as functions that the store runs under its lock: open, note, dispose, sign."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.signoff.judgement import Judgement
from pipeline.signoff.refused import RefusedError
from schemas.case import Case
from schemas.record import Body, Disposed, Disposition, Noted, Role, Signed

Make = Callable[[Case | None], Body]

CURRENT = -1
"""For `replaces`: whatever decision is in force, if any."""


def opening(judgement: Judgement) -> Make:
    """Open the first round of a case, or the next one of the case it is added to."""
    return lambda case: judgement.opened(len(case.rounds) + 1 if case is not None else 1)


def noting(text: str, finding: str | None = None) -> Make:
    """Add a note about the case or one of its findings."""
    return lambda _case: Noted(text.strip(), finding)


def disposing(
    finding: str,
    disposition: Disposition,
    *,
    reason: str = "",
    evidence: str = "",
    replaces: int | None = None,
) -> Make:
    """Decide about one finding.

    replaces: number of the entry whose decision the person saw in force, None if they saw none. Where
    another decision came in between the record refuses, so that nobody's decision is lost unseen.
    """

    def make(case: Case | None) -> Body:
        now = _there(case)
        seen = replaces
        if seen == CURRENT:
            item = now.items.get(finding)
            before = item.decided_in(now.current.number) if item is not None else None
            seen = before.entry if before is not None else None
        return Disposed(now.current.number, finding, disposition, reason.strip(), evidence.strip(), seen)

    return make


def signing(role: Role, *, position: str = "", seen: str | None = None) -> Make:
    """Sign the current round as it stands.

    seen: head of the case that the person looked at; where it has moved on the record refuses.
    """

    def make(case: Case | None) -> Body:
        now = _there(case)
        if seen is not None and not now.head.startswith(seen):
            raise RefusedError("changed-since", case=now.number, actor=now.last_actor)
        opened = now.current.opened
        return Signed(
            round=now.current.number,
            role=role,
            position=position.strip(),
            conclusion=now.conclusion(),
            workbook_sha256=opened.workbook_sha256,
            rules_sha256=opened.rules_sha256,
            result_sha256=opened.result_sha256,
            version=opened.version,
            dispositions=now.dispositions(),
        )

    return make


def _there(case: Case | None) -> Case:
    if case is None:
        raise RefusedError("no-case", case="")
    return case
