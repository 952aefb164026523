"""The rules of the record: who may add what, when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from pipeline.signoff.actions import CURRENT, disposing, noting, opening, signing
from pipeline.signoff.refused import RefusedError
from schemas.case import Case, CaseState
from schemas.record import Body, Conclusion, Disposition, Role, Signed
from tests.pipeline.signoff.build import ERRORS, WARNINGS, A, B, C, Chain, judgement

FIRST, SECOND = ERRORS


def opened() -> Chain:
    chain = Chain()
    chain.add(judgement().opened(1))
    return chain


def do(chain: Chain, make: Callable[[Case | None], Body], actor: str = A) -> None:
    chain.add(make(chain.case), actor)


def state(chain: Chain) -> CaseState:
    assert chain.case is not None
    return chain.case.state


def decide_all(chain: Chain, disposition: Disposition = Disposition.FALSE_ALARM) -> None:
    assert chain.case is not None
    for item in list(chain.case.open_items()):
        do(chain, disposing(item.id, disposition, reason="why", evidence="letter", replaces=CURRENT))


def refused(name: str, act: Callable[[], object]) -> RefusedError:
    with pytest.raises(RefusedError) as error:
        act()
    assert error.value.name == name
    assert error.value.text.th
    return error.value


@pytest.mark.parametrize(
    ("disposition", "reason", "evidence", "name"),
    [
        (Disposition.WAIVED, "", "letter", "no-reason"),
        (Disposition.WAIVED, "why", " ", "no-evidence"),
        (Disposition.FALSE_ALARM, " ", "", "no-reason"),
        (Disposition.CORRECTED, "", "", "still-there"),
        (Disposition.REOPENED, "why", "", "nothing-to-replace"),
    ],
)
def test_a_decision_needs_what_it_rests_on(
    disposition: Disposition, reason: str, evidence: str, name: str
) -> None:
    chain = opened()
    refused(name, lambda: do(chain, disposing(FIRST, disposition, reason=reason, evidence=evidence)))


def test_nobody_decides_over_another_unseen() -> None:
    chain = opened()
    do(chain, disposing(FIRST, Disposition.RETURNED), A)
    error = refused("decided-already", lambda: do(chain, disposing(FIRST, Disposition.RETURNED), B))
    assert A in error.text.en
    assert "ส่งคืนแก้ไข" in error.text.th
    do(chain, disposing(FIRST, Disposition.FALSE_ALARM, reason="seen", replaces=2), B)
    assert chain.case is not None
    assert [d.actor for d in chain.case.items[FIRST].decisions] == [A, B]


def test_only_errors_hinder() -> None:
    chain = opened()
    assert chain.case is not None
    assert {i.id for i in chain.case.open_items()} == set(ERRORS)
    do(chain, disposing(WARNINGS[0], Disposition.FALSE_ALARM, reason="looked at"))
    assert chain.case.dispositions() == {WARNINGS[0]: "false-alarm"}


def test_signing_waits_until_nothing_is_open() -> None:
    chain = opened()
    do(chain, disposing(FIRST, Disposition.RETURNED))
    error = refused("still-open", lambda: do(chain, signing(Role.PREPARER)))
    assert SECOND in error.text.en


def test_two_different_people_sign_the_preparer_first() -> None:
    chain = opened()
    decide_all(chain)
    refused("not-prepared", lambda: do(chain, signing(Role.REVIEWER), B))
    do(chain, signing(Role.PREPARER), A)
    refused("signed-already", lambda: do(chain, signing(Role.PREPARER), B))
    refused("same-person", lambda: do(chain, signing(Role.REVIEWER), A))
    do(chain, signing(Role.REVIEWER), B)
    refused("signed-already", lambda: do(chain, signing(Role.REVIEWER), C))
    assert chain.case is not None
    assert state(chain) is CaseState.ACCEPTED


@pytest.mark.parametrize("same", ["สมชาย  ใจดี", " สมชาย ใจดี", "สมชาย\u200b ใจดี", "สมชายใจดี"])
def test_the_same_name_spaced_otherwise_is_the_same_person(same: str) -> None:
    chain = opened()
    decide_all(chain)
    do(chain, signing(Role.PREPARER), "สมชาย ใจดี")
    refused("same-person", lambda: do(chain, signing(Role.REVIEWER), same))


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "two\nlines", "x" * 201])
def test_a_name_is_needed(name: str) -> None:
    chain = opened()
    refused("no-name", lambda: do(chain, noting("x"), name))


def test_a_decision_after_the_preparer_voids_the_signature() -> None:
    chain = opened()
    decide_all(chain)
    do(chain, signing(Role.PREPARER), A)
    do(chain, disposing(FIRST, Disposition.RETURNED, replaces=CURRENT), B)
    assert chain.case is not None
    assert state(chain) is CaseState.READY
    assert [s.holds for s in chain.case.current.signatures] == [False]
    refused("not-prepared", lambda: do(chain, signing(Role.REVIEWER), B))
    do(chain, signing(Role.PREPARER), A)
    do(chain, signing(Role.REVIEWER), B)
    assert state(chain) is CaseState.RETURNED


def test_a_signed_round_stays_as_it_is_but_can_be_noted() -> None:
    chain = opened()
    decide_all(chain)
    do(chain, signing(Role.PREPARER), A)
    do(chain, signing(Role.REVIEWER), B)
    refused("round-closed", lambda: do(chain, disposing(FIRST, Disposition.RETURNED, replaces=CURRENT)))
    do(chain, noting("a letter came", FIRST), C)
    assert chain.case is not None
    assert chain.case.notes[0].finding == FIRST


def test_a_signature_binds_what_is_there_and_nothing_else() -> None:
    chain = opened()
    decide_all(chain)
    body = signing(Role.PREPARER)(chain.case)
    assert isinstance(body, Signed)
    changes: tuple[dict[str, object], ...] = (
        {"workbook_sha256": "0" * 64},
        {"rules_sha256": "0" * 64},
        {"result_sha256": "0" * 64},
        {"version": "9"},
        {"conclusion": Conclusion.RETURNED},
        {"dispositions": {}},
    )
    for changed in changes:
        forged = replace(body, **changed)  # type: ignore[arg-type]
        refused("other-binding", partial(chain.add, forged))


def test_signing_what_has_changed_since_it_was_seen_is_refused() -> None:
    chain = opened()
    decide_all(chain)
    assert chain.case is not None
    seen = chain.case.head
    do(chain, noting("wait"), B)
    refused("changed-since", lambda: do(chain, signing(Role.PREPARER, seen=seen)))
    do(chain, signing(Role.PREPARER, seen=chain.case.head))


def test_rounds_say_what_went_away_and_what_stayed() -> None:
    chain = opened()
    do(chain, disposing(FIRST, Disposition.RETURNED))
    do(chain, disposing(SECOND, Disposition.RETURNED))
    refused("same-workbook", lambda: do(chain, opening(judgement())))
    do(chain, opening(judgement(b"workbook 2", errors=(SECOND, "points-mismatch-9"), warnings=())))
    case = chain.case
    assert case is not None
    # the first is gone and needs a person's word; the second is still there; one is new
    assert {i.id for i in case.open_items()} == {FIRST, SECOND, "points-mismatch-9"}
    refused("gone", lambda: do(chain, disposing(FIRST, Disposition.RETURNED)))
    refused("still-there", lambda: do(chain, disposing(SECOND, Disposition.CORRECTED)))
    do(chain, disposing(FIRST, Disposition.CORRECTED))
    do(chain, disposing(SECOND, Disposition.WAIVED, reason="too late", evidence="letter 12"))
    do(chain, disposing("points-mismatch-9", Disposition.FALSE_ALARM, reason="seen"))
    assert state(chain) is CaseState.READY
    do(chain, signing(Role.PREPARER), A)
    do(chain, signing(Role.REVIEWER), B)
    assert state(chain) is CaseState.ACCEPTED
    # it comes back in a third round: what was settled is open again where it is there again
    do(chain, opening(judgement(b"workbook 3", errors=(FIRST,), warnings=())))
    assert {i.id for i in case.open_items()} == {FIRST}


def test_a_waiver_of_what_is_gone_needs_no_more_words() -> None:
    chain = opened()
    do(chain, disposing(FIRST, Disposition.WAIVED, reason="r", evidence="e"))
    do(chain, disposing(SECOND, Disposition.RETURNED))
    do(chain, opening(judgement(b"workbook 2", errors=(), warnings=())))
    assert chain.case is not None
    assert {i.id for i in chain.case.open_items()} == {SECOND}


def test_a_decision_taken_back_is_open_again() -> None:
    chain = opened()
    do(chain, disposing(FIRST, Disposition.RETURNED))
    do(chain, disposing(FIRST, Disposition.REOPENED, reason="the auditee called", replaces=CURRENT))
    assert chain.case is not None
    assert {i.id for i in chain.case.open_items()} == set(ERRORS)


def test_one_decision_covers_every_place_of_one_id() -> None:
    chain = Chain()
    chain.add(judgement(errors=(FIRST, FIRST)).opened(1))
    assert chain.case is not None
    assert len(chain.case.items[FIRST].found) == 2
    do(chain, disposing(FIRST, Disposition.RETURNED))
    assert state(chain) is CaseState.READY


def test_a_flood_of_findings_is_not_opened() -> None:
    flood = tuple(f"score-out-of-range-{n}" for n in range(20_001))
    with pytest.raises(RefusedError) as error:
        judgement(errors=flood).opened(1)
    assert error.value.name == "too-many-findings"


@pytest.mark.parametrize("text", ["", " \n", "x" * 10_001, "\ud800"])
def test_a_note_is_text(text: str) -> None:
    chain = opened()
    with pytest.raises(RefusedError):
        do(chain, noting(text))
