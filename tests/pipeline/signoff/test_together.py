"""Several people at once, each in a process of their own, and processes killed in the middle of writing."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.signoff.actions import opening, signing
from pipeline.signoff.store import Store
from pipeline.signoff.verify import verify_store
from schemas.case import CaseState
from schemas.record import Noted, Role, Sealed
from tests.pipeline.signoff.build import ERRORS, A, decided, judgement
from tests.postgres import Cluster, cluster

ROOT = Path(__file__).parents[3]


def start(where: str, what: str, name: str, count: int = 1) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.pipeline.signoff.person", where, what, name, str(count)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
    )  # fmt: skip


def go(people: Sequence[subprocess.Popen[str]]) -> list[str]:
    """Let all start at the same moment; return what each was told, a line each."""
    for person in people:
        assert person.stdout is not None
        assert person.stdout.readline() == "ready\n"
    for person in people:
        assert person.stdin is not None
        person.stdin.write("go\n")
        person.stdin.flush()
    told = []
    for person in people:
        out, _ = person.communicate(timeout=120)
        assert person.returncode == 0
        told += out.splitlines()
    return told


def outcomes(told: Sequence[str]) -> Counter[str]:
    return Counter(" ".join(t.split()[:2]) if t.startswith("refused") else "done" for t in told)


def test_notes_of_many_are_all_there(where: str, store: Store) -> None:
    store.append(None, opening(judgement()), A)
    people = [start(where, "note", f"person-{n}", 8) for n in range(4)]
    told = go(people)
    assert outcomes(told) == {"done": 32}
    acknowledged = {t.split()[2] for t in told}
    entries = [e for e in store.entries() if isinstance(e, Sealed)]
    assert acknowledged == {e.hash for e in entries[1:]}
    texts = [e.entry.body.text for e in entries if isinstance(e.entry.body, Noted)]
    assert sorted(texts) == sorted(f"person-{n} {m}" for n in range(4) for m in range(8))
    assert verify_store(store.entries()).holds


def test_one_of_many_reviewers_signs(where: str, store: Store) -> None:
    number = store.append(None, opening(judgement()), A).entry.case
    decided(store, number)
    store.append(number, signing(Role.PREPARER), A)
    told = go([start(where, "reviewer", f"reviewer-{n}") for n in range(5)])
    assert outcomes(told) == {"done": 1, "refused signed-already": 4}
    case = store.case(number)
    assert case.state is CaseState.ACCEPTED
    assert len(case.current.signatures) == 2
    assert verify_store(store.entries()).holds


def test_one_of_many_decisions_about_a_finding_is_kept(where: str, store: Store) -> None:
    number = store.append(None, opening(judgement()), A).entry.case
    told = go([start(where, "dispose", f"person-{n}") for n in range(5)])
    assert outcomes(told) == {"done": 1, "refused decided-already": 4}
    assert len(store.case(number).items[ERRORS[0]].decisions) == 1


def test_many_open_the_same_workbook_in_a_store_not_yet_there(where: str) -> None:
    told = go([start(where, "open", f"person-{n}") for n in range(4)])
    assert outcomes(told) == {"done": 1, "refused already-open": 3}
    store = Store(where)
    assert [c.number for c in store.survey().cases] == [1]
    store.close()


@pytest.mark.parametrize("seed", range(6))
def test_killed_in_the_middle_nothing_acknowledged_is_lost(where: str, store: Store, seed: int) -> None:
    """The process is killed at a random moment of a long run of notes; a part-written entry is not there."""
    store.append(None, opening(judgement()), A)
    person = start(where, "note", "killed", 100_000)
    assert person.stdin is not None
    assert person.stdout is not None
    person.stdout.readline()
    person.stdin.write("go\n")
    person.stdin.flush()
    told = [person.stdout.readline() for _ in range(1 + seed)]
    time.sleep(random.Random(seed).uniform(0, 0.05))
    person.send_signal(signal.SIGKILL)
    rest, _ = person.communicate()
    told += [line for line in rest.splitlines() if line.count(" ") >= 4]
    acknowledged = [t.split()[2] for t in told]
    hashes = [e.hash for e in store.entries() if isinstance(e, Sealed)]
    assert hashes[1 : 1 + len(acknowledged)] == acknowledged
    assert len(hashes) - 1 - len(acknowledged) in (0, 1), "at most the one whose word did not get out"
    assert verify_store(store.entries()).holds
    told = go([start(where, "note", "after", 2)])
    assert outcomes(told) == {"done": 2}
    assert verify_store(store.entries()).holds


@pytest.mark.usefixtures("postgres")  # skips where no server is installed
def test_a_server_that_crashes_keeps_what_it_acknowledged() -> None:
    with cluster() as server:
        where = _relaxed(server)
        store = Store(where)
        store.append(None, opening(judgement()), A)
        store.close()
        person = start(where, "note", "writer", 100_000)
        assert person.stdin is not None
        assert person.stdout is not None
        person.stdout.readline()
        person.stdin.write("go\n")
        person.stdin.flush()
        told = [person.stdout.readline() for _ in range(5)]
        server.crash()
        rest, _ = person.communicate(timeout=60)
        told += rest.splitlines()
        server.start()
        store = Store(where)
        hashes = [e.hash for e in store.entries() if isinstance(e, Sealed)]
        acknowledged = [t.split()[2] for t in told if t.startswith("done")]
        assert hashes[1 : 1 + len(acknowledged)] == acknowledged
        assert verify_store(store.entries()).holds
        store.close()


def _relaxed(server: Cluster) -> str:
    """A database that is set to acknowledge before the disk has it; the store must not let it."""
    import psycopg

    where = server.database()
    with psycopg.connect(where, autocommit=True) as connection:
        name = where.rpartition("/")[2]
        connection.execute(f'ALTER DATABASE "{name}" SET synchronous_commit TO off'.encode())
    return where
