"""The benchmark of seeded faults, a smaller run of it, held to its bars."""

from __future__ import annotations

import os

import pytest

from tests.books.ready import end_to_end
from tests.faults.benchmark import BARS, Score, report, run_benchmark

BOOKS = int(os.environ.get("SOBTHAN_BENCHMARK_BOOKS", "200"))
"""Seeded books of a run of the tests; the published figures are of 2,000."""


@pytest.fixture(scope="module")
def score(tmp_path_factory: pytest.TempPathFactory) -> Score:
    return run_benchmark(BOOKS, 1, tmp_path_factory.mktemp("faults"))


@end_to_end
def test_flagged_cells_are_exactly_right(score: Score) -> None:
    wrong = [(r.seeded.book.name, r.missed[:3], r.false_alarms[:3]) for r in score.results if not r.exact]
    assert not wrong[:10], f"{len(wrong)} of {len(score.results)}"


@end_to_end
def test_clean_books_raise_no_alarm(score: Score) -> None:
    assert not score.alarmed[:5], f"{len(score.alarmed)} of {score.clean}"


@end_to_end
def test_causes_reach_their_bars(score: Score) -> None:
    rates = score.rates
    assert rates["first"] >= BARS["first"], report(score)
    assert rates["shown"] >= BARS["shown"], report(score)
    assert rates["confident"] <= BARS["confident"], report(score)
