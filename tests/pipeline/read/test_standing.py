"""The standing reader: one process that forks the readers of chunk after chunk."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from pipeline.read import Limits, Source, start_reading
from pipeline.read import standing as at
from pipeline.read.book import read_book
from pipeline.read.standing import Standing, read_standing
from pipeline.read.warm import smallest
from schemas.grid import Book
from tests.pipeline.read.hostile import GOOD_SHEET
from tests.pipeline.read.raw_xlsx import xlsx

SOURCES = [
    Source("good", data=xlsx(GOOD_SHEET)),
    Source("none", Path("/none.xlsx")),
    Source("t", data=b"a,b\n1,2\n"),
]


def _read(sources: list[Source]) -> list[Book]:
    return list(read_standing(sources, Limits()).books())


def test_it_answers_as_forks_of_this_process_do() -> None:
    assert _read(SOURCES) == list(start_reading(SOURCES).books())
    assert _read([]) == []


def test_one_process_serves_chunk_after_chunk() -> None:
    _read(SOURCES)
    pid = at._standing()._process.pid
    _read(SOURCES * 30)
    assert at._standing()._process.pid == pid


def test_another_takes_the_place_of_one_that_was_killed() -> None:
    before = _read(SOURCES)
    gone = at._standing()._process
    gone.send_signal(signal.SIGKILL)
    gone.wait()
    assert _read(SOURCES) == before
    assert at._standing()._process.pid != gone.pid


def test_it_has_read_a_whole_workbook_before_the_first() -> None:
    answer = read_book(Source("warm", data=smallest()), Limits())
    assert not answer.faults
    assert answer.book.sheets[0].rows == [[1.0]]


def test_threads_have_their_own_answers() -> None:
    found: dict[int, list[Book]] = {}

    def read(number: int) -> None:
        found[number] = _read([Source(f"{number}-{n}", data=b"a,b\n1,2\n") for n in range(50)])

    threads = [threading.Thread(target=read, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {n: [b.file for b in books] for n, books in found.items()} == {
        n: [f"{n}-{k}" for k in range(50)] for n in range(4)
    }


def test_it_ends_with_the_line_and_leaves_no_process() -> None:
    standing = Standing()
    begun = standing.start([(0, SOURCES[0])], Limits(), ())
    assert begun.next_answer() is not None
    begun.close()
    standing.end()
    assert standing._process.returncode == 0
    with pytest.raises(ProcessLookupError):
        os.kill(standing._process.pid, 0)
