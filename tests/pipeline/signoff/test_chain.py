"""Tampering with a record: each kind is found, by name, wherever in the chain it happens."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.signoff.actions import CURRENT, disposing, noting, signing
from pipeline.signoff.chain import case_faults, head_faults, seal_faults, unsealed
from pipeline.signoff.keys import load_key, load_trusted, new_key
from pipeline.signoff.refused import RefusedError
from schemas.canonical import canonical, digest
from schemas.fault import Fault
from schemas.record import NO_HASH, Disposition, Role, Sealed, entry_of, seal
from tests.pipeline.signoff.build import A, B, Chain, judgement


@pytest.fixture
def chain() -> Chain:
    """Opened, decided, noted and signed by two: seven entries."""
    chain = Chain()
    chain.add(judgement().opened(1))
    assert chain.case is not None
    for item in list(chain.case.open_items()):
        chain.add(disposing(item.id, Disposition.RETURNED, replaces=CURRENT)(chain.case))
    chain.add(noting("first note")(chain.case))
    chain.add(noting("second note")(chain.case))
    chain.add(signing(Role.PREPARER)(chain.case), A)
    chain.add(signing(Role.REVIEWER)(chain.case), B)
    assert len(chain.entries) == 7
    assert not list(case_faults(chain.entries))
    return chain


def names(faults: object) -> set[str]:
    assert isinstance(faults, list)
    return {f.name for f in faults}


@pytest.mark.parametrize("place", range(7))
def test_an_altered_entry_is_found(chain: Chain, place: int) -> None:
    sealed = chain.entries[place]
    members = json.loads(sealed.content)
    members["actor"] = "Somebody Else"
    altered = unsealed(canonical(members), sealed.hash, None)
    assert isinstance(altered, Fault)
    assert (altered.name, altered.entry) == ("altered", place + 1)


@pytest.mark.parametrize("place", range(6))
def test_an_altered_entry_sealed_anew_breaks_the_link_after_it(chain: Chain, place: int) -> None:
    forged = seal(replace(chain.entries[place].entry, at="2027-01-01T00:00:00Z"))
    entries = [*chain.entries[:place], forged, *chain.entries[place + 1 :]]
    assert "broken-link" in names(list(case_faults(entries)))


def test_the_last_entry_sealed_anew_is_found_by_the_head(chain: Chain) -> None:
    forged = seal(replace(chain.entries[-1].entry, at="2027-01-01T00:00:00Z"))
    entries = [*chain.entries[:-1], forged]
    assert not list(case_faults(entries))
    head = chain.entries[-1].hash
    assert names(list(head_faults([e.hash for e in entries], head))) == {"head-missing"}


@pytest.mark.parametrize("place", range(6))
def test_a_removed_entry_is_found(chain: Chain, place: int) -> None:
    entries = [*chain.entries[:place], *chain.entries[place + 1 :]]
    removed = [f for f in case_faults(entries) if f.name == "removed"]
    assert [f.values["count"] for f in removed] == [1]


@pytest.mark.parametrize("place", range(6))
def test_reordered_entries_are_found(chain: Chain, place: int) -> None:
    entries = list(chain.entries)
    entries[place], entries[place + 1] = entries[place + 1], entries[place]
    assert "out-of-order" in names(list(case_faults(entries)))


def test_an_entry_twice_is_found(chain: Chain) -> None:
    entries = [*chain.entries[:4], chain.entries[3], *chain.entries[4:]]
    assert "out-of-order" in names(list(case_faults(entries)))


def test_a_rewriting_that_breaks_the_rules_is_found_though_its_hashes_fit(chain: Chain) -> None:
    """Somebody with the database rewrites the chain so that one person signed twice."""
    entries: list[Sealed] = []
    for sealed in chain.entries:
        before = entries[-1].hash if entries else NO_HASH
        entries.append(seal(replace(sealed.entry, previous=before, previous_in_store=before, actor=A)))
    faults = list(case_faults(entries))
    assert names(faults) == {"not-allowed"}
    assert faults[0].entry == 7


@pytest.mark.parametrize("shown", ["{0}", "{1}", "{2}", "{3}"])
def test_a_head_may_be_typed_as_printed(chain: Chain, shown: str) -> None:
    head = chain.entries[2].hash
    groups = " ".join(head[i : i + 4] for i in range(0, 16, 4))
    typed = shown.format(head, head[:16], groups, groups.upper())
    assert not list(head_faults([e.hash for e in chain.entries], typed))


@pytest.mark.parametrize("head", ["", "abc", "0123456789abcde", "g" * 64])
def test_a_head_that_is_none_is_refused(chain: Chain, head: str) -> None:
    with pytest.raises(RefusedError):
        list(head_faults([e.hash for e in chain.entries], head))


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"record_version":"1.0"}',
        '{"record_version":"1.0","kind":"opened"}',
        '{"record_version":"2.0","kind":"noted"}',
        "[" * 100,
    ],
)
def test_what_is_no_entry_is_said_and_nothing_is_raised(content: str) -> None:
    found = unsealed(content, digest(content), None)
    assert isinstance(found, Fault)
    assert found.name == "malformed"


def test_text_that_is_not_canonical_is_altered(chain: Chain) -> None:
    sealed = chain.entries[1]
    spaced = json.dumps(json.loads(sealed.content), ensure_ascii=False)
    found = unsealed(spaced, digest(spaced), None)
    assert isinstance(found, Fault)
    assert found.name == "altered"


def test_entries_come_back_as_they_were(chain: Chain) -> None:
    for sealed in chain.entries:
        assert entry_of(sealed.content) == sealed.entry
        assert unsealed(sealed.content, sealed.hash, None) == sealed


def signed_entry(chain: Chain, file: Path) -> Sealed:
    signer = load_key(file)
    keyed = replace(chain.entries[-1].entry, key=signer.public)
    return seal(keyed, signer.sign(seal(keyed).hash))


def test_a_signature_by_key_holds_and_its_changes_are_found(chain: Chain, tmp_path: Path) -> None:
    public = new_key(tmp_path / "wilai.key")
    sealed = signed_entry(chain, tmp_path / "wilai.key")
    assert not list(seal_faults([sealed], None))
    assert not list(seal_faults([sealed], {public: B}))
    assert names(list(seal_faults([sealed], {public: "Somebody"}))) == {"unknown-key"}
    assert names(list(seal_faults([sealed], {}))) == {"unknown-key"}
    stripped = replace(sealed, signature=None)
    wrong = replace(sealed, signature="00" * 64)
    other = replace(chain.entries[0], signature=sealed.signature)
    for forged in (stripped, wrong, other):
        assert names(list(seal_faults([forged], None))) == {"bad-signature"}


def test_key_files_are_their_owners_alone_and_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "a.key"
    public = new_key(file, "วลีลับ")
    assert file.stat().st_mode & 0o077 == 0
    assert (tmp_path / "a.key.pub").read_text(encoding="ascii").strip() == public
    assert load_key(file, "วลีลับ").public == public
    for passphrase in (None, "wrong"):
        with pytest.raises(RefusedError):
            load_key(file, passphrase)
    with pytest.raises(FileExistsError):
        new_key(file)


def test_a_list_of_trusted_keys(tmp_path: Path) -> None:
    file = tmp_path / "trusted.txt"
    public = "ab" * 32
    file.write_text(f"# keys of the office\n\n{public} วิไล รักงาน\n", encoding="utf-8")
    assert load_trusted(file) == {public: "วิไล รักงาน"}
    file.write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(RefusedError, match="line 1"):
        load_trusted(file)
