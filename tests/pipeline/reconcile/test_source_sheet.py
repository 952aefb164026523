"""The source sheet's verdicts: nothing on it comes out, and 6.8 and 6.9 at 0 cannot give what is reported."""

from __future__ import annotations

from fractions import Fraction

from pipeline.recompute import recompute
from pipeline.reconcile import reconcile
from schemas.outcome import Line
from schemas.rounding import rounded
from schemas.rules import RulePack
from schemas.terms import Assessment, Quantity, Status
from tests.pipeline.source_tables import source_tables


def judged() -> list[Line]:
    tables, pack = source_tables(), RulePack()
    return reconcile(tables, recompute(tables, pack), pack)[0]


def test_all_38_reported_figures_mismatch_and_six_units_report_nothing() -> None:
    lines = judged()
    assert sum(line.status is Status.MISMATCH for line in lines) == 38
    absent = {line.unit for line in lines if line.status is Status.NOT_REPORTED}
    assert absent == set(range(20, 26))


def test_recomputed_from_what_is_there() -> None:
    converted = [n for n in judged() if n.quantity is Quantity.CONVERTED]
    assert {n.recomputed for n in converted} == {Fraction(60)}
    assert {n.basis["points"] for n in converted} == {"15"}
    assert {n.recomputed for n in judged() if n.quantity is Quantity.FULL_MARKS} == {Fraction(25)}


def test_every_converted_figure_is_contradicted_by_its_feasible_interval() -> None:
    reported = [n for n in judged() if n.quantity is Quantity.CONVERTED and n.status is Status.MISMATCH]
    assert {n.assessment for n in reported} == {Assessment.CONTRADICTED}
    first = reported[0].feasible
    assert first is not None
    assert [str(rounded(end, 2)) for end in first] == ["15.79", "89.47"]
    highest = {rounded(n.feasible[1], 2) for n in reported if n.feasible}
    assert {str(h) for h in highest} == {"88.89", "89.47"}


def test_full_marks_are_possible_and_the_sheet_is_called_partial_once() -> None:
    tables, pack = source_tables(), RulePack()
    lines, findings = reconcile(tables, recompute(tables, pack), pack)
    full = [n for n in lines if n.quantity is Quantity.FULL_MARKS and n.status is Status.MISMATCH]
    assert {n.assessment for n in full} == {Assessment.POSSIBLE}
    assert [f.name for f in findings] == ["partial-sheet"]
