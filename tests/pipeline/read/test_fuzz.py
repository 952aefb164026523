"""Mutated workbooks: each is read or refused by a name that fits, none hangs, none is a fault of our own.

The seeds of fixtures/hostile/fuzz-seeds.txt, each of which broke something once, are always tried; then
fresh ones for a few seconds. A failure prints the line to add there.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from pipeline.read import Limits, Source
from schemas.grid import Book
from tests.pipeline.read.mutate import BASES, Mutation, assorted, base_bytes, broken, mutation
from tests.pipeline.read.reading_of import read_all, told

SEEDS = Path(__file__).parents[3] / "fixtures" / "hostile" / "fuzz-seeds.txt"
BUDGET_SECONDS = 6.0
BATCH = 2 * len(BASES)
LIMITS = Limits()


def kept_seeds() -> list[Mutation]:
    lines = [
        line.split() for line in SEEDS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    return [Mutation(base, kind, int(seed)) for base, kind, seed in lines]


def faults_of_our_own(what: Mutation, book: Book) -> list[str]:
    """Return what is wrong with the answer itself: an internal error told as a broken file, or no answer."""
    wrong = []
    for name, kind in told(book):
        detail = str(book.findings[0].values.get("detail", ""))
        if kind == "crashed" and not detail.startswith("SIG"):
            wrong.append(f"{what.name}: {detail}")
        if kind == "time":
            wrong.append(f"{what.name}: {name}, {kind}")
    if not book.findings and not book.sheets:
        wrong.append(f"{what.name}: neither sheets nor a finding")
    return wrong


def tried(batch: list[Mutation]) -> list[str]:
    books = read_all([Source(what.name, data=broken(what)) for what in batch], LIMITS)
    assert [book.file for book in books] == [what.name for what in batch]
    return [fault for what, book in zip(batch, books, strict=True) for fault in faults_of_our_own(what, book)]


def test_the_seeds_that_broke_something_once() -> None:
    assert tried(kept_seeds()) == []


def test_fresh_mutations_for_a_few_seconds() -> None:
    number = random.SystemRandom().randrange(10**6)
    end = time.monotonic() + BUDGET_SECONDS
    while time.monotonic() < end:
        assert tried([mutation(number + i) for i in range(BATCH)]) == []
        number += BATCH


@pytest.mark.parametrize("base", BASES)
def test_a_mutation_is_the_same_for_the_same_seed(base: str) -> None:
    assert broken(Mutation(base, "bytes", 1)) == broken(Mutation(base, "bytes", 1))


@pytest.mark.parametrize("form", ["xlsx", "xlsm", "xls", "xlsb", "ods"])
def test_a_workbook_cut_off_anywhere_is_never_read_in_part(form: str) -> None:
    data = base_bytes(form)
    cuts = sorted({*range(8, len(data), len(data) // 40), len(data) - 1})
    whole, *books = read_all([Source("", data=data), *(Source(str(cut), data=data[:cut]) for cut in cuts)])
    assert [book.file for book in books if not book.findings and book.sheets != whole.sheets] == []
    assert sum(not book.findings for book in books) <= 1  # padding at the end of an xls may be missing


def test_many_broken_files_are_judged_in_one_run_one_answer_each(tmp_path: Path) -> None:
    names = []
    for name, data in assorted(120):
        (tmp_path / name).write_bytes(data)
        names.append(name)
    books = read_all([Source(name, tmp_path / name) for name in names], jobs=2)
    assert [book.file for book in books] == names
    assert all(book.findings or book.sheets for book in books)
    assert len({kind for book in books for kind in told(book)}) > 8
