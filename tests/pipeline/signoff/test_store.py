"""The store: what is acknowledged is there, in order, and nothing can be changed behind it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from pipeline.signoff.actions import disposing, noting, opening, signing
from pipeline.signoff.refused import RefusedError
from pipeline.signoff.store import Store
from pipeline.signoff.store import tables as wanted
from pipeline.signoff.store.engine import connect
from pipeline.signoff.store.migrate import HEAD, configuration
from pipeline.signoff.verify import verify_store
from schemas.case import CaseState
from schemas.fault import Fault
from schemas.record import Disposition, Role, Sealed
from tests.pipeline.signoff.build import A, B, decided, judgement, signed_case, tamper


def test_a_case_goes_all_the_way(store: Store, where: str) -> None:
    number = store.append(None, opening(judgement()), A, keep={"workbook": b"workbook 1"}).entry.case
    assert store.case(number).state is CaseState.OPEN
    decided(store, number)
    assert store.case(number).state is CaseState.READY
    store.append(number, signing(Role.PREPARER, position="นักวิเคราะห์"), A)
    last = store.append(number, signing(Role.REVIEWER), B)

    again = Store(where)  # another process would see the same
    case = again.case(number)
    assert case.state is CaseState.ACCEPTED
    assert case.head == last.hash
    assert again.kept(number, 1, "workbook") == b"workbook 1"
    assert again.kept(number, 2, "workbook") is None
    assert verify_store(again.entries()).holds
    again.close()


def test_what_is_refused_leaves_nothing(store: Store) -> None:
    number = store.append(None, opening(judgement()), A).entry.case
    before = store.entries()
    with pytest.raises(RefusedError, match="open"):
        store.append(number, signing(Role.PREPARER), A)
    with pytest.raises(RefusedError, match="no case 99"):
        store.append(99, noting("x"), A)
    assert store.entries() == before
    store.append(number, noting("the next one has the next sequence, without a gap"), A)
    assert verify_store(store.entries()).holds


def test_the_same_bytes_are_not_opened_twice(store: Store) -> None:
    first = store.append(None, opening(judgement()), A).entry.case
    with pytest.raises(RefusedError) as refused:
        store.append(None, opening(judgement()), B)
    assert refused.value.name == "already-open"
    assert refused.value.values == {"case": first}
    other = store.append(None, opening(judgement(rules_sha256="b" * 64)), B).entry.case
    assert other != first


def test_cases_follow_what_was_added(store: Store) -> None:
    one = signed_case(store)
    two = store.append(None, opening(judgement(b"workbook 2")), A).entry.case
    assert [c.state for c in store.survey().cases] == [CaseState.ACCEPTED, CaseState.OPEN]
    store.append(two, disposing("converted-mismatch-1", Disposition.RETURNED), A)
    states = {c.number: len(list(c.open_items())) for c in store.survey().cases}
    assert states == {one: 0, two: 1}


@pytest.mark.parametrize(
    "statement",
    ["UPDATE entries SET content = 'x'", "DELETE FROM entries", "DELETE FROM artifacts", "DELETE FROM store"],
)
def test_the_database_refuses_to_change_what_is_written(store: Store, where: str, statement: str) -> None:
    store.append(None, opening(judgement()), A, keep={"workbook": b"workbook 1"})
    engine = connect(where)
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_nobody_builds_on_a_broken_record(store: Store, where: str) -> None:
    number = signed_case(store)
    tamper(where, "UPDATE entries SET content = replace(content, 'seen', 'sEEn') WHERE number = 2")
    with pytest.raises(RefusedError) as refused:
        store.append(number, noting("more"), A)
    assert refused.value.name == "record-broken"


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE entries SET content = replace(content, 'seen', 'sEEn') WHERE sequence = 2", "altered"),
        ("UPDATE entries SET content = '{' WHERE sequence = 2", "malformed"),
        ("UPDATE entries SET number = 70 WHERE sequence = 2", "altered"),
        ("DELETE FROM entries WHERE sequence = 2", "removed"),
        ("DELETE FROM entries WHERE case_number = 1", "removed"),
        (
            "UPDATE entries SET content = (SELECT o.content FROM entries o WHERE o.sequence = 3), "
            "hash = substr(hash, 2) || 'x' WHERE sequence = 2",
            "altered",
        ),
    ],
)
def test_verify_finds_what_was_done_to_the_database(
    store: Store, where: str, statement: str, fault: str
) -> None:
    signed_case(store)
    signed_case(store, b"workbook 2")
    assert verify_store(store.entries()).holds
    tamper(where, statement)
    found = verify_store(store.entries())
    assert fault in {f.name for f in found.faults}


def test_a_tail_cut_off_is_found_by_the_printed_head(store: Store, where: str) -> None:
    signed_case(store)
    entries = [e for e in store.entries() if isinstance(e, Sealed)]
    printed = entries[-1].hash
    tamper(where, f"DELETE FROM entries WHERE sequence = {len(entries)}")
    cut = store.entries()
    assert verify_store(cut).holds, "the chain alone cannot tell"
    assert [f.name for f in verify_store(cut, printed=[printed[:16]]).faults] == ["head-missing"]
    assert verify_store(cut, printed=[entries[-2].hash]).holds


def test_the_migrations_are_those_of_this_version(where: str, store: Store) -> None:
    assert ScriptDirectory.from_config(configuration()).get_current_head() == HEAD
    engine = connect(where)
    with engine.connect() as connection:
        for table in wanted.METADATA.sorted_tables:
            columns = {c.name for c in table.columns}
            row = connection.execute(text(f"SELECT * FROM {table.name}"))
            assert set(row.keys()) == columns
    engine.dispose()


def test_a_store_of_a_newer_version_is_left_alone(store: Store, where: str) -> None:
    engine = connect(where)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(RefusedError) as refused:
        Store(where)
    assert refused.value.name == "newer-store"


@pytest.mark.parametrize("address", ["mysql://here/x", "://", "http://127.0.0.1/"])
def test_an_address_that_is_no_store_is_refused(address: str) -> None:
    with pytest.raises(RefusedError) as refused:
        Store(address)
    assert refused.value.name == "bad-store"


@pytest.mark.parametrize("content", ["x", "no database at all, " * 100])
def test_a_file_that_is_no_database_is_refused_and_untouched(tmp_path: Path, content: str) -> None:
    file = tmp_path / "letter.txt"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(RefusedError) as refused:
        Store(str(file))
    assert refused.value.name == "not-a-store"
    assert file.read_text(encoding="utf-8") == content


def test_a_store_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        Store(str(tmp_path / "no folder" / "record.sqlite"))
    assert str(tmp_path / "no folder" / "record.sqlite") in refused.value.text.en


def test_a_fault_says_where(store: Store, where: str) -> None:
    number = signed_case(store)
    tamper(where, "UPDATE entries SET content = replace(content, 'seen', 'sEEn') WHERE sequence = 2")
    faults = [e for e in store.entries() if isinstance(e, Fault)]
    assert [(f.case, f.entry) for f in faults] == [(number, 2)]


def test_a_damaged_case_hides_no_other(store: Store, where: str) -> None:
    one, two = signed_case(store), signed_case(store, b"workbook 2")
    tamper(where, f"UPDATE entries SET content = '{{' WHERE case_number = {one} AND number = 2")
    again = Store(where)
    cases, damaged = again.survey()
    assert [c.number for c in cases] == [two]
    assert damaged == [one]
    again.close()


@pytest.mark.parametrize("act", [lambda s: s.survey(), lambda s: s.entries(), lambda s: s.head()])
def test_a_database_lost_in_mid_use_is_a_refusal(
    store: Store, where: str, act: Callable[[Store], object]
) -> None:
    signed_case(store)
    tamper(where, "DROP TABLE entries")
    with pytest.raises(RefusedError) as refused:
        act(store)
    assert refused.value.name == "store-lost"
    assert "entries" in refused.value.text.en


def test_a_file_taken_away_is_not_begun_anew(tmp_path: Path) -> None:
    file = tmp_path / "record.sqlite"
    store = Store(str(file))
    number = signed_case(store)
    kept = file.read_bytes()
    file.unlink()
    with pytest.raises(RefusedError) as refused:
        store.append(number, noting("more"), A)
    assert refused.value.name == "store-gone"
    assert not file.exists()
    file.write_bytes(kept)
    assert store.case(number).state is CaseState.ACCEPTED, "put back, it goes on"
    store.close()


def test_kept_bytes_that_are_damaged_are_said_to_be(store: Store, where: str) -> None:
    number = store.append(None, opening(judgement()), A, keep={"workbook": b"workbook 1"}).entry.case
    tamper(where, "UPDATE artifacts SET content = :junk", "artifacts", junk=b"junk")
    with pytest.raises(RefusedError) as refused:
        store.kept(number, 1, "workbook")
    assert refused.value.name == "kept-damaged"
