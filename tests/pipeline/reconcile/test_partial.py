"""Partial sheets: told from a wrong figure, bounded, contradicted or possible."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from pipeline.reconcile.partial import numbering_gaps
from schemas.terms import Assessment, Status
from tests.pipeline.judging import judge
from tests.pipeline.tables_builder import Sheet

THREE = [["5", "4", "5", "3"], ["4", "5", "5", "4"], ["3", "5", "4", "4"]]


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        (["1.1", "1.2", "1.3"], 0),
        (["6.6", "6.7", "6.8"], 5),
        (["1.1", "1.3", "2.1"], 1),
        (["1", "2", "4"], 1),
        (["ตัวชี้วัดที่ 3", "ตัวชี้วัดที่ 4"], 2),
        (["1.1", "1.1", "1.2"], 0),
        (["ก", "ข"], 0),
        ([], 0),
    ],
)
def test_the_numbering_shows_what_is_missing(numbers: list[str], missing: int) -> None:
    assert numbering_gaps(numbers) == missing


def test_full_marks_that_count_more_bound_the_figures() -> None:
    reported = {"full_marks": ["25"] * 4, "converted": ["88.00", "96.00", "99.00", "84.00"]}
    judged = judge(Sheet(THREE, reported))
    assert judged.names.count("partial-sheet") == 1
    line = judged.line("converted", 1)
    assert line.feasible == (Fraction(48), Fraction(88))
    assert line.assessment is Assessment.POSSIBLE
    assert judged.line("converted", 3).assessment is Assessment.CONTRADICTED
    assert {judged.line("full_marks", u).assessment for u in (1, 2, 3, 4)} == {Assessment.POSSIBLE}
    assert judged.cause("full_marks").name == "partial-sheet"


def test_points_and_mean_are_bounded_too() -> None:
    reported = {
        "full_marks": ["25"] * 4,
        "points": ["22", "24", "26", "21"],
        "mean": ["4.40", "4.80", "5.00", "4.20"],
    }
    judged = judge(Sheet(THREE, reported))
    assert judged.line("points", 1).feasible == (Fraction(12), Fraction(22))
    assert judged.line("points", 3).assessment is Assessment.CONTRADICTED
    assert judged.line("mean", 3).assessment is Assessment.CONTRADICTED


def test_one_wrong_full_marks_figure_on_a_complete_sheet_is_a_wrong_figure() -> None:
    reported = {"full_marks": ["15", "15", "25", "15"], "converted": ["80.00", "93.33", "93.33", "73.33"]}
    judged = judge(Sheet(THREE, reported))
    assert "partial-sheet" not in judged.names
    assert judged.wrong() == {("full_marks", 3)}


def test_full_marks_wrong_for_all_with_right_converted_scores_are_no_partial_sheet() -> None:
    reported = {"full_marks": ["20"] * 4, "converted": ["80.00", "93.33", "93.33", "73.33"]}
    judged = judge(Sheet(THREE, reported))
    assert "partial-sheet" not in judged.names


def test_points_over_a_wrong_base_for_all_units_are_a_wrong_base() -> None:
    reported = {"full_marks": ["20"] * 4, "converted": ["60.00", "70.00", "70.00", "55.00"]}
    judged = judge(Sheet(THREE, reported))
    assert "partial-sheet" not in judged.names
    assert {judged.cause("converted", u).name for u in (1, 2, 3, 4)} == {"wrong-base"}
    found = judged.named("converted-mismatch")
    assert len(found) == 1
    assert found[0].values["count"] == 4


def test_not_applicable_indicators_counted_in_the_full_marks_are_no_partial_sheet() -> None:
    scores = [["5", "4", "5", "3"], ["N/A"] * 4, ["3", "5", "4", "4"]]
    reported = {"full_marks": ["15"] * 4, "converted": ["53.33", "60.00", "60.00", "46.67"]}
    judged = judge(Sheet(scores, reported))
    assert "partial-sheet" not in judged.names
    assert {judged.cause("converted", u).name for u in (1, 2, 3, 4)} == {"not-applicable-as-zero"}


def test_a_numbering_that_starts_late_is_enough_where_nothing_comes_out() -> None:
    numbers = ["6.4", "6.5", "6.6"]
    judged = judge(Sheet(THREE, {"converted": ["70.00", "71.00", "72.00", "73.00"]}, numbers=numbers))
    assert judged.names.count("partial-sheet") == 1
    assert {n.assessment for n in judged.lines} == {Assessment.POSSIBLE}
    assert judged.line("converted").feasible == (Fraction(0), Fraction(100))


def test_a_numbering_that_starts_late_on_a_sheet_that_comes_out_is_a_habit() -> None:
    numbers = ["6.4", "6.5", "6.6"]
    judged = judge(Sheet(THREE, {"converted": ["80.00", "93.33", "93.30", "73.33"]}, numbers=numbers))
    assert "partial-sheet" not in judged.names
    assert judged.wrong() == {("converted", 3)}


def test_weights_that_lack_something_of_100_bound_a_weighted_sheet() -> None:
    sheet = Sheet([["5"], ["4"]], {"converted": ["86.00"]}, numbers=["1.3", "1.4"], weights=["30", "20"])
    line = judge(sheet).line("converted")
    assert line.feasible == (Fraction(46), Fraction(96))
    assert line.assessment is Assessment.POSSIBLE


def test_zeros_are_the_cause_only_where_all_contradictions_go_with_them() -> None:
    scores = [["5"] * 4, ["0"] * 4, ["5"] * 4]
    reported = {"full_marks": ["25"] * 4, "converted": ["96.00", "92.00", "88.00", "84.00"]}
    judged = judge(Sheet(scores, reported))
    first = judged.line("converted", 1)
    assert first.assessment is Assessment.CONTRADICTED
    assert [c.name for c in first.causes] == ["zero-not-evaluated", "partial-sheet"]
    assert not first.causes[0].reproduces
    assert first.causes[0].values["best"] == 80
    found = judged.named("converted-mismatch")
    assert len(found) == 1
    assert found[0].unit is None
    assert len(found[0].lines) == 4
    beyond = judge(Sheet(scores, {**reported, "converted": ["96.00", "92.00", "88.00", "104.00"]}))
    assert beyond.line("converted", 4).causes[0].name == "unexplained"


def test_recomputed_stays_what_the_visible_scores_give() -> None:
    judged = judge(Sheet(THREE, {"full_marks": ["25"] * 4, "converted": ["88.00"] * 4}))
    line = judged.line("converted", 1)
    assert (line.recomputed, line.reported, line.status) == (Fraction(80), Decimal("88.00"), Status.MISMATCH)
