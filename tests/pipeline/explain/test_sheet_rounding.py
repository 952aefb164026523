"""Another way of rounding that gives the whole table is one finding, whatever number of figures it moves."""

from __future__ import annotations

import pytest

from schemas.finding import Severity
from schemas.rules import RulePack
from schemas.terms import Assessment, Rounding
from tests.pipeline.judging import judge, with_policies
from tests.pipeline.tables_builder import Sheet

SCORES = [["5", "5", "4", "3"], ["5", "4", "4", "3"], ["4", "4", "4", "4"]]
"""Means 14/3, 13/3, 4 and 10/3."""

CUT = {"mean": ["4.66", "4.33", "4.00", "3.33"], "converted": ["93.33", "86.66", "80.00", "66.66"]}
ROUNDED = {"mean": ["4.67", "4.33", "4.00", "3.33"], "converted": ["93.33", "86.67", "80.00", "66.67"]}
CUTTING = with_policies(rounding=Rounding.TRUNCATE)


@pytest.mark.parametrize(
    ("reported", "pack", "cause", "modes"),
    [
        (CUT, RulePack(), "truncated", ("truncate",)),
        (ROUNDED, CUTTING, "half-up", ("half-up", "half-even")),
    ],
)
def test_it_is_said_once_for_the_table(
    reported: dict[str, list[str]], pack: RulePack, cause: str, modes: tuple[str, ...]
) -> None:
    judged = judge(Sheet(SCORES, reported), pack=pack)
    [found] = judged.named("rounding-mode")
    assert (found.values["modes"], found.values["wrong"], found.values["count"]) == (modes, 3, 8)
    wrong = [(line.quantity.value, line.unit) for line in judged.lines if line.causes]
    assert wrong == [("mean", 1), ("converted", 2), ("converted", 4)]
    assert {line.causes[0].name for line in judged.lines if line.causes} == {cause}
    assert {line.assessment for line in judged.lines if line.causes} == {Assessment.EXPLAINED}


def test_one_figure_that_no_other_rounding_gives_speaks_against_it() -> None:
    reported = {**CUT, "mean": ["4.66", "4.32", "4.00", "3.33"]}
    assert not judge(Sheet(SCORES, reported)).named("rounding-mode")


def test_a_table_that_comes_out_has_no_such_finding() -> None:
    assert not judge(Sheet(SCORES, ROUNDED)).named("rounding-mode")


def test_half_up_against_half_to_even_needs_a_tie() -> None:
    pack = with_policies(rounding=Rounding.HALF_EVEN)
    scores = [["4", "5"], ["5", "4"], ["4.94", "4.27"]]
    judged = judge(Sheet(scores, {"mean": ["4.49", "4.57"]}, weights=("50", "25", "25")), pack=pack)
    assert judged.cause("mean").name == "half-up"


def test_two_figures_of_one_unit_say_nothing_of_a_table() -> None:
    judged = judge(Sheet([["5"], ["5"], ["4"]], {"mean": ["4.66"], "converted": ["93.33"]}))
    assert not judged.named("rounding-mode")


def test_its_severity_leaves_the_count_of_errors_alone() -> None:
    from rules.catalogue import CATALOGUE

    assert CATALOGUE.findings["rounding-mode"].severity is Severity.INFO
