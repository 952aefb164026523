"""Whether a record still holds: what each thing it binds does when it is no longer the same."""

from __future__ import annotations

import pytest

from pipeline.signoff.actions import CURRENT, disposing, opening, signing
from pipeline.signoff.judgement import Judgement
from pipeline.signoff.refused import RefusedError
from pipeline.signoff.said import said
from pipeline.signoff.verify import Rejudge, Verification, verify_case
from schemas.record import Disposition, Opened, Role
from tests.pipeline.signoff.build import ERRORS, A, B, Chain, judgement

ONE, TWO = b"workbook 1", b"workbook 2"


def case() -> Chain:
    """Two rounds; the second is signed."""
    chain = Chain()
    chain.add(judgement(ONE).opened(1))
    chain.add(opening(judgement(TWO))(chain.case))
    for error in ERRORS:
        chain.add(disposing(error, Disposition.RETURNED, replaces=CURRENT)(chain.case))
    chain.add(signing(Role.PREPARER)(chain.case), A)
    chain.add(signing(Role.REVIEWER)(chain.case), B)
    return chain


def names(found: Verification) -> tuple[list[str], list[str]]:
    for fault in (*found.faults, *found.remarks):
        assert said(fault).th
        assert "{" not in said(fault).en
    return [f.name for f in found.faults], [r.name for r in found.remarks]


def again(**changed: object) -> Rejudge:
    return lambda _opened, data: judgement(data, **changed)  # type: ignore[arg-type]


def test_the_same_bytes_rules_and_version_hold() -> None:
    assert names(verify_case(case().entries, data=TWO, rejudge=again())) == ([], [])


@pytest.mark.parametrize(
    ("data", "rejudge", "faults", "remarks"),
    [
        (b"workbook 2 ", again(), ["workbook-differs"], []),
        (ONE, again(), ["workbook-of-round"], []),
        (None, again(), [], ["workbook-not-given"]),
        (TWO, None, [], []),
        (TWO, again(rules_sha256="b" * 64), ["rules-differ"], []),
        (TWO, again(errors=()), ["result-differs"], []),
        (TWO, again(infos=0), ["result-differs"], []),
        (TWO, again(version="9.9"), [], ["other-version"]),
        (TWO, again(version="9.9", errors=()), ["result-differs"], []),
    ],
)
def test_what_is_no_longer_the_same_is_named(
    data: bytes | None, rejudge: Rejudge | None, faults: list[str], remarks: list[str]
) -> None:
    assert names(verify_case(case().entries, data=data, rejudge=rejudge)) == (faults, remarks)


def test_rules_that_are_not_to_be_had_are_named() -> None:
    def missing(_opened: Opened, _data: bytes) -> Judgement:
        raise RefusedError("no-case", case=1)

    assert names(verify_case(case().entries, data=TWO, rejudge=missing)) == (["not-rejudged"], [])


def test_nothing_is_judged_again_on_other_bytes() -> None:
    def never(_opened: Opened, _data: bytes) -> Judgement:
        raise AssertionError("judged")

    verify_case(case().entries, data=ONE, rejudge=never)


def test_no_entries_are_no_case() -> None:
    found = verify_case([])
    assert found.case is None
