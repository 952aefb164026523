"""Weights: the base is the weights that count; what totals mean is read off the table; lines of one indicator."""

from __future__ import annotations

from fractions import Fraction

import pytest

from schemas.rules import RulePack
from schemas.terms import LayoutKind, Status
from tests.pipeline.judging import judge
from tests.pipeline.tables_builder import Sheet

WEIGHTS = ("50", "30", "20")
SHARES = ("0.5", "0.3", "0.2")
SCORES = [["5", "4"], ["4", "N/A"], ["3", "2"]]
"""Unit 1: 250 + 120 + 60 = 430 / 100 = 4.30 → 86.00. Unit 2: 200 + 40 = 240 / 70 = 3.43 → 68.57."""


@pytest.mark.parametrize("weights", [WEIGHTS, SHARES])
def test_the_base_is_the_sum_of_the_weights_that_count(weights: tuple[str, ...]) -> None:
    judged = judge(
        Sheet(SCORES, {"mean": ["4.30", "3.43"], "converted": ["86.00", "68.57"]}, weights=weights)
    )
    assert {n.status for n in judged.lines} == {Status.MATCH}
    assert judged.findings == []


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        ({"points": ["12", "6"]}, [12, 6]),
        ({"points": ["4.30", "2.40"]}, [Fraction(43, 10), Fraction(12, 5)]),
        ({"points": ["430", "240"]}, [430, 240]),
        ({"full_marks": ["15", "10"]}, [15, 10]),
        ({"full_marks": ["5", "3.5"]}, [5, Fraction(7, 2)]),
        ({"full_marks": ["500", "350"]}, [500, 350]),
        ({"full_marks": ["100", "70"]}, [100, 70]),
    ],
)
def test_totals_mean_what_most_of_a_table_agrees_with(
    reported: dict[str, list[str]], expected: list[Fraction]
) -> None:
    judged = judge(Sheet(SCORES, reported, weights=WEIGHTS))
    assert [n.recomputed for n in judged.lines] == expected
    assert {n.status for n in judged.lines} == {Status.MATCH}


def test_weights_that_are_ignored_by_the_rule_pack_count_the_same() -> None:
    judged = judge(
        Sheet(SCORES, {"converted": ["80.00", "60.00"]}, weights=WEIGHTS), pack=RulePack(weights="ignored")
    )
    assert {n.status for n in judged.lines} == {Status.MATCH}


@pytest.mark.parametrize("figures", [["0.13", "0.09", "0.03"], ["12.5", "9", "2.5"]])
def test_weighted_lines_are_score_times_weight_over_100_or_without_dividing(figures: list[str]) -> None:
    sheet = Sheet(
        [["5"], ["2"], ["5"]],
        {("weighted", n): [figure] for n, figure in enumerate(figures, 1)},
        weights=("2.5", "4.5", "0.5"),
        kind=LayoutKind.FORM,
    )
    judged = judge(sheet)
    assert {n.status for n in judged.lines} == {Status.MATCH}


def test_one_wrong_weighted_line_is_flagged_at_its_indicator() -> None:
    figures = {("weighted", 1): ["2.50"], ("weighted", 2): ["1.02"], ("weighted", 3): ["0.60"]}
    judged = judge(Sheet([["5"], ["4"], ["3"]], figures, weights=WEIGHTS, kind=LayoutKind.FORM))
    assert [n.indicator for n in judged.lines if n.status is Status.MISMATCH] == [2]
    assert judged.line("weighted", 1, 2).recomputed == Fraction(12, 10)


def test_a_score_must_follow_from_its_result() -> None:
    rising = ("20", "40", "60", "80", "100")
    sheet = Sheet(
        [["2.47"], ["3.8"]],
        results={(1, 1): "49.33", (2, 1): "75"},
        thresholds={1: rising, 2: rising},
        kind=LayoutKind.FORM,
    )
    judged = judge(sheet)
    assert judged.line("score", 1, 1).status is Status.MATCH
    assert judged.line("score", 1, 2).status is Status.MISMATCH
    assert judged.named("score-mismatch")[0].indicator == 2


def test_where_most_scores_follow_from_nothing_shown_they_are_not_judged() -> None:
    rising = ("20", "40", "60", "80", "100")
    sheet = Sheet(
        [["1"], ["2"], ["3"], ["4"]],
        results={(n, 1): "100" for n in range(1, 5)},
        thresholds=dict.fromkeys(range(1, 5), rising),
    )
    judged = judge(sheet)
    assert {n.status for n in judged.lines} == {Status.NOT_COMPUTABLE}
    assert judged.names == ["not-computable"]


def test_a_self_assessment_is_not_held_against_the_committees_result() -> None:
    rising = ("20", "40", "60", "80", "100")
    own = Sheet([["5"]], results={(1, 1): "75"}, thresholds={1: rising}, assessor="self")
    other = Sheet([["3.75"]], results={(1, 1): "75"}, thresholds={1: rising}, assessor="committee", table=2)
    judged = judge(own, other)
    assert [(n.table, n.status) for n in judged.lines] == [(2, Status.MATCH)]
