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
from tests.pipeline.read.mutate import BASES, Mutation, broken, mutation
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
