"""Workers that hang, fall, swell or are killed: each costs its own file, and nothing stays behind."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.read import Limits, Source, reading, start_reading, supervisor
from pipeline.read.identify import Container
from pipeline.read.identify import identify as honest
from pipeline.read.spawned import Spawned
from pipeline.read.wire import unpack
from tests.pipeline.read.hostile import GOOD_SHEET, HOSTILE
from tests.pipeline.read.raw_xlsx import xlsx
from tests.pipeline.read.reading_of import read_all, told

SMALL = Limits(memory_mb=200)
QUICK = replace(SMALL, seconds=1)
ENDLESS = (b"hang", b"spin")
GOOD = Source("good", data=xlsx(GOOD_SHEET))


class NoException(BaseException):
    """As a parser's panic: not an Exception."""


def fill_memory() -> None:
    held = []
    while True:
        held.append(bytearray(10_000_000))


def hang() -> None:
    while True:
        time.sleep(0.01)


def spin() -> None:
    while True:
        pass


def fall(kind: str) -> None:
    raise NoException(kind)


def swell() -> None:
    held = bytearray(100_000_000)
    held[::4096] = bytes(len(held[::4096]))


TRICKS: dict[bytes, tuple[Callable[[], None], tuple[str, str]]] = {
    b"hang": (hang, ("unsafe-file", "time")),
    b"spin": (spin, ("unsafe-file", "time")),
    b"memory": (fill_memory, ("unsafe-file", "memory")),
    b"abort": (os.abort, ("unreadable-file", "crashed")),
    b"kill": (lambda: os.kill(os.getpid(), 9), ("unreadable-file", "crashed")),
    b"exit": (lambda: os._exit(3), ("unreadable-file", "crashed")),
    b"leave": (lambda: os._exit(0), ("unreadable-file", "crashed")),
    b"panic": (lambda: fall("panic"), ("unreadable-file", "crashed")),
}


@pytest.fixture(autouse=True)
def tricks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the workers, which are forked from here, act as the bytes of their file say."""

    def identify(data: bytes) -> Container:
        if data in TRICKS:
            TRICKS[data][0]()
        if data == b"swell":
            swell()
        return honest(data)

    monkeypatch.setattr("pipeline.read.book.identify", identify)


@pytest.mark.parametrize("trick", TRICKS, ids=lambda t: t.decode())
def test_a_worker_that_does_not_come_back_costs_its_file_alone(trick: bytes) -> None:
    before, book, after = read_all(
        [GOOD, Source("bad", data=trick), GOOD], QUICK if trick in ENDLESS else SMALL
    )
    assert told(book) == [TRICKS[trick][1]]
    assert book.file == "bad"
    assert before.sheets == after.sheets
    assert not after.findings


@pytest.mark.parametrize("jobs", [1, 3])
def test_many_that_fall_leave_the_order_as_it_is(jobs: int) -> None:
    quick = [data for data in TRICKS if data not in ENDLESS]
    inputs = [GOOD.data, *quick, GOOD.data, *quick, b"swell", GOOD.data] * 2
    books = read_all([Source(str(i), data=data) for i, data in enumerate(inputs)], SMALL, jobs)
    assert [book.file for book in books] == [str(i) for i in range(len(inputs))]
    for data, book in zip(inputs, books, strict=True):
        assert told(book) == ([TRICKS[data][1]] if data in TRICKS else [])


def test_a_swollen_worker_is_replaced_so_that_order_decides_nothing() -> None:
    """Four files of 100 MB each fit under 200 MB one by one; together in one process they might not."""
    books = read_all([Source("s", data=b"swell")] * 4, SMALL)
    assert [told(book) for book in books] == [[]] * 4


def test_a_slow_reader_of_the_answers_makes_nobody_late(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "AHEAD", 1)
    with_words = Source("big", data=b"a,b\n" * 200_000)
    under_way = start_reading([with_words] * 4, QUICK)
    time.sleep(QUICK.seconds * 1.5)
    books = []
    for book in under_way.books():
        books.append(book)
        time.sleep(0.2)
    assert [book.findings for book in books] == [()] * 4


def test_reading_that_nobody_finishes_leaves_no_process() -> None:
    under_way = start_reading([Source("h", data=b"hang"), GOOD, GOOD], Limits(), jobs=2)
    books = under_way.books()
    del books
    time.sleep(0.3)
    others = _children()
    under_way.close()
    assert not _children() - others
    assert len(others - _children()) == 2


def _children() -> set[str]:
    """Return the processes that this one started: other tests of the run may have some as well."""
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split())


def test_a_supervisor_that_is_killed_is_told_for_each_file_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor.Supervisor, "run", lambda self: os.kill(os.getpid(), 9))
    books = read_all([GOOD, GOOD])
    assert [told(book) for book in books] == [[("unreadable-file", "crashed")]] * 2


def test_fresh_interpreters_answer_as_forks_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_bytes("หน่วย,คะแนน\nสพด.,5\n".encode("cp874"))
    sources = [GOOD, Source("none", tmp_path / "none.xlsx"), Source("a.csv", sheet), GOOD]
    forked = read_all(sources)
    monkeypatch.setattr(reading, "can_fork", lambda: False)
    assert read_all(sources, jobs=2) == forked
    assert read_all([]) == []


def test_a_fresh_interpreter_that_hangs_costs_its_file_alone() -> None:
    """With no time at all every file is late, and each is told so."""
    slot = Spawned([(0, GOOD), (1, GOOD)], Limits(seconds=0), ())
    answers = [slot.next_answer(), slot.next_answer()]
    slot.close()
    assert [told(unpack(answer)) for answer in answers if answer is not None] == [
        [("unsafe-file", "time")]
    ] * 2
    assert slot.next_answer() is None


def test_a_fresh_interpreter_that_falls_costs_its_file_alone() -> None:
    """Opposite corners that the scan does not see abort the parser."""
    lying = next(h for h in HOSTILE if h.name == "a cell that lies about its row")
    slot = Spawned([(0, GOOD), (1, Source("bad", data=lying.make())), (2, GOOD)], Limits(), ())
    books = [unpack(slot.next_answer() or b"") for _ in range(3)]
    slot.close()
    assert [book.readable for book in books] == [True, False, True]
    assert told(books[1]) == [("unreadable-file", "crashed")]
