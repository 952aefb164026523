"""Match, mismatch, not computable: what is said of figures over missing, unreadable and declared cells."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from pipeline.reconcile import unjudged
from schemas.rules import Policies, RulePack
from schemas.terms import BlankPolicy, DashPolicy, Quantity, Rounding, Status, ZeroPolicy
from tests.pipeline.judging import judge, with_policies
from tests.pipeline.tables_builder import Sheet, matrix

FOUR = matrix("5\n4\n3\n.")
"""Scores 5, 4, 3 and a blank: 12 of 15 is 80.00, 12 of 20 is 60.00."""


def status(scores: list[list[str]], quantity: str, figure: str, pack: RulePack | None = None) -> Status:
    return judge(Sheet(scores, {quantity: [figure]}), pack=pack).line(quantity).status


@pytest.mark.parametrize(
    ("quantity", "figure", "expected"),
    [
        ("converted", "80.00", Status.MATCH),
        ("converted", "60.00", Status.MISMATCH),
        ("converted", "75.00", Status.NOT_COMPUTABLE),
        ("converted", "85.01", Status.MISMATCH),
        ("converted", "90.00", Status.MISMATCH),
        ("mean", "4.00", Status.MATCH),
        ("mean", "3.00", Status.MISMATCH),
        ("mean", "3.50", Status.NOT_COMPUTABLE),
        ("points", "12", Status.MATCH),
        ("points", "15", Status.NOT_COMPUTABLE),
        ("points", "18", Status.MISMATCH),
        ("full_marks", "15", Status.MATCH),
        ("full_marks", "20", Status.MATCH),
        ("full_marks", "25", Status.MISMATCH),
    ],
)
def test_a_missing_score_is_left_out_or_lost_or_counted_as_0(
    quantity: str, figure: str, expected: Status
) -> None:
    assert status(FOUR, quantity, figure) is expected


def test_full_marks_show_the_count_that_the_figure_speaks_of() -> None:
    judged = judge(Sheet(FOUR, {"full_marks": ["20"]}))
    assert judged.line("full_marks").recomputed == 20


@pytest.mark.parametrize("cell", ["#REF!", "ดี", "7", "-1"])
@pytest.mark.parametrize("quantity", ["points", "mean", "converted"])
def test_nothing_is_said_of_figures_over_a_cell_that_cannot_be_read(cell: str, quantity: str) -> None:
    scores = [["5"], ["4"], [cell]]
    figure = {"points": "9", "mean": "4.50", "converted": "90.00"}[quantity]
    judged = judge(Sheet(scores, {quantity: [figure]}))
    assert judged.line(quantity).status is Status.NOT_COMPUTABLE
    assert judged.names.count("not-computable") == 1


def test_what_cannot_be_judged_is_said_once_for_all_figures_that_the_cell_holds_up() -> None:
    reported = {"points": ["9", "9"], "mean": ["4.50", "4.50"], "converted": ["90.00", "90.00"]}
    judged = judge(Sheet([["5", "5"], ["4", "4"], ["#REF!", "N/A"]], reported))
    found = judged.named("not-computable")
    assert [f.values["count"] for f in found] == [3]
    assert found[0].unit == 1
    assert {n.status for n in judged.lines if n.unit == 2} == {Status.MATCH}


def test_very_many_cells_are_left_to_their_own_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Sheet([["5", "7"], ["7", "5"]], {"points": ["9", "9"]})
    few = judge(sheet).named("not-computable")
    monkeypatch.setattr(unjudged, "MOST_CELLS", 0)
    many = judge(sheet).named("not-computable")
    assert [len(f.cells) for f in few] == [2, 2]
    assert [len(f.cells) for f in many] == [1, 1]
    assert [f.values["indicators"] for f in many] == [f.values["indicators"] for f in few]


@pytest.mark.parametrize("marker", ["N/A", "not started", "cancelled"])
def test_declared_states_leave_the_base(marker: str) -> None:
    judged = judge(Sheet([["5"], ["4"], [marker]], {"full_marks": ["10"], "converted": ["90.00"]}))
    assert {n.status for n in judged.lines} == {Status.MATCH}
    assert judged.findings == []


@pytest.mark.parametrize(
    ("pack", "cell", "figure"),
    [
        (with_policies(blank=BlankPolicy.NOT_APPLICABLE), "", "90.00"),
        (with_policies(dash=DashPolicy.NOT_APPLICABLE), "-", "90.00"),
        (with_policies(dash=DashPolicy.ZERO), "-", "60.00"),
        (with_policies(zero=ZeroPolicy.NOT_EVALUATED), "0", "90.00"),
        (with_policies(), "0", "60.00"),
    ],
)
def test_policies_decide_what_an_unclear_cell_counts_as(pack: RulePack, cell: str, figure: str) -> None:
    judged = judge(Sheet([["5"], ["4"], [cell]], {"converted": [figure]}), pack=pack)
    assert judged.line("converted").status is Status.MATCH
    assert judged.findings == []


def test_a_unit_for_which_nothing_counts_has_no_mean() -> None:
    judged = judge(Sheet([["N/A"], ["N/A"]], {"full_marks": ["0"], "converted": ["0.00"]}))
    assert judged.line("full_marks").status is Status.MATCH
    assert judged.line("converted").status is Status.NOT_COMPUTABLE


def test_figures_that_other_units_report_are_listed_as_not_reported() -> None:
    judged = judge(Sheet([["5", "4", "3"]], {"converted": ["100", "80", ""], "points": ["5", "", ""]}))
    absent = {(n.quantity, n.unit, n.recomputed) for n in judged.lines if n.status is Status.NOT_REPORTED}
    assert absent == {
        (Quantity.CONVERTED, 3, Fraction(60)),
        (Quantity.POINTS, 2, Fraction(4)),
        (Quantity.POINTS, 3, Fraction(3)),
    }
    assert judged.findings == []


@pytest.mark.parametrize(
    ("mode", "figure", "matches"),
    [
        (Rounding.HALF_UP, "97.78", True),
        (Rounding.TRUNCATE, "97.77", True),
        (Rounding.TRUNCATE, "97.78", False),
        (Rounding.HALF_UP, "97.77", False),
    ],
)
def test_the_rounding_of_the_rule_pack_decides(mode: Rounding, figure: str, matches: bool) -> None:
    scores = [["5"]] * 16 + [["4"]] * 2
    judged = judge(Sheet(scores, {"converted": [figure]}), pack=with_policies(rounding=mode))
    assert (judged.line("converted").status is Status.MATCH) == matches


@pytest.mark.parametrize(
    ("mean", "converted", "wrong"),
    [("4.8888", "97.78", set()), ("4.8889", "97.78", {"mean"}), ("4.8888", "97.77", {"converted"})],
)
def test_each_quantity_is_judged_by_its_own_rounding(mean: str, converted: str, wrong: set[str]) -> None:
    pack = replace(RulePack(), roundings={Quantity.MEAN: Rounding.TRUNCATE})
    sheet = Sheet([["5"]] * 16 + [["4"]] * 2, {"mean": [mean], "converted": [converted]})
    assert {quantity for quantity, _ in judge(sheet, pack=pack).wrong()} == wrong


def test_a_tolerance_is_added_and_its_boundary_counts() -> None:
    scores = [["5"]] * 16 + [["4"]] * 2
    pack = replace(RulePack(), tolerance=Decimal("0.01"))
    judged = judge(Sheet(scores, {"converted": ["97.77"]}), pack=pack)
    assert judged.line("converted").status is Status.MATCH


def test_the_modes_that_fit_stand_with_the_figure() -> None:
    judged = judge(Sheet([["5"], ["4"]], {"converted": ["90.00"]}))
    assert judged.line("converted").basis["modes"] == "half-up, half-even, truncate, nearest"
    judged = judge(Sheet([["5"], ["5"], ["4"]], {"converted": ["93.33"]}))
    assert "truncate" in judged.line("converted").basis["modes"]
    judged = judge(Sheet([["5"], ["4"], ["4"]], {"converted": ["86.67"]}))
    assert "truncate" not in judged.line("converted").basis["modes"]


def test_a_stored_figure_is_judged_as_stored_and_both_are_shown() -> None:
    sheet = Sheet([["5"], ["4"], ["5"]], {"converted": ["93.3333333333333"]}, decimals={"converted": 2})
    line = judge(sheet).line("converted")
    assert line.status is Status.MATCH
    assert line.decimals == 6
    assert line.shown == "93.33"
    hidden = Sheet([["4.96"], ["5"]], {"mean": ["4.96"]}, decimals={"mean": 1})
    line = judge(hidden).line("mean")
    assert (line.status, line.shown) == (Status.MISMATCH, "5.0")


def test_policies_are_frozen_values() -> None:
    assert Policies() == Policies()
