"""Every cause leads where its own edit was made; the cells and the reckoning are the edit's."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from rules.catalogue import CATALOGUE
from rules.causes import CAUSES
from schemas.cell import Area, Cell
from schemas.finding import Finding
from schemas.rules import RulePack
from schemas.terms import Assessment, BlankPolicy, Quantity, ZeroPolicy
from tests.pipeline.judging import judge, with_policies
from tests.pipeline.tables_builder import Sheet

TEN = [["5"], ["4"], ["5"], ["3"], ["5"], ["4"], ["5"], ["2"], ["5"], ["4"]]
"""42 of 50 is 84.00; mean 4.20."""

WEIGHTS = ("20", "15", "5", "10", "12", "8", "10", "5", "7", "8")
"""Σ weight × score = 434: 4.34, 86.80."""


@dataclass
class Fault:
    """One wrong figure and what must lead; which: the indicators named."""

    name: str
    reported: str
    sheet: Sheet
    quantity: str = "converted"
    which: tuple[str, ...] = ()
    pack: RulePack = field(default_factory=RulePack)
    evidence: tuple[Finding, ...] = ()
    assessment: Assessment = Assessment.EXPLAINED


def ten(figure: str, quantity: str = "converted", weights: tuple[str, ...] = (), **changed: str) -> Sheet:
    """Return the ten scores with some changed (r3="0": row 3) and one reported figure."""
    scores = [list(row) for row in TEN]
    for row, cell in changed.items():
        scores[int(row[1:]) - 1] = [cell]
    return Sheet(scores, {quantity: [figure]}, weights=weights)


def omits(*rows: int) -> Finding:
    """Return the finding of a formula in the first unit's figure that leaves some rows out."""
    cells = tuple(Cell(0, 4 + row, 7) for row in rows)
    return Finding("formula-omits-row", 0, 1, Area(0, 15, 7, 15, 7), 1, values={"left_out_cells": cells})


def stale() -> Finding:
    return Finding(
        "stale-formula", 0, 1, Area(0, 15, 7, 15, 7), 1, subject="converted", values={"formula": "=AVERAGE(G5:G14)*20"},
        cells=(Cell(0, 15, 7),),
    )  # fmt: skip


BLANK_OUT = with_policies(blank=BlankPolicy.NOT_APPLICABLE)
ZERO_OUT = with_policies(zero=ZeroPolicy.NOT_EVALUATED)

FAULTS = [
    Fault("zero-not-evaluated", "82.22", ten("", r1="0"), which=("1.1",)),
    Fault("zero-not-evaluated", "80.00", ten("", r1="0", r3="0"), which=("1.1", "1.3")),
    Fault("blank-as-zero", "74.00", ten("", r1=""), which=("1.1",)),
    Fault("blank-as-zero", "74.00", ten("", r1=""), which=("1.1",), pack=BLANK_OUT),
    Fault("not-applicable-as-zero", "74.00", ten("", r1="N/A"), which=("1.1",)),
    Fault("not-applicable-as-zero", "74.00", ten("", r1="-"), which=("1.1",)),
    Fault("not-applicable-as-zero", "74.00", ten("", r1="0"), which=("1.1",), pack=ZERO_OUT),
    Fault("wrong-base", "76.36", ten(""), assessment=Assessment.AMBIGUOUS),
    Fault("row-omitted", "80.00", ten(""), which=("1.8",)),
    Fault("row-omitted", "86.67", ten(""), which=("1.4",)),
    Fault("row-repeated", "83.64", ten(""), which=("1.2", "1.6", "1.10"), assessment=Assessment.AMBIGUOUS),
    Fault("formula-omits-row", "88.89", ten(""), which=("1.8",), evidence=(omits(8),)),
    Fault("single-score", "82.22", ten("", r10="N/A"), assessment=Assessment.AMBIGUOUS),
    Fault("unweighted", "84.00", ten("", weights=WEIGHTS)),
    Fault("weights-not-renormalised", "66.80", ten("", weights=WEIGHTS, r1="N/A")),
    Fault("not-converted", "42.00", ten("")),
    Fault("not-converted", "4.20", ten("")),
    Fault("fraction", "0.8400", ten("")),
    Fault("transposed-digits", "48.00", ten("")),
    Fault("transposed-digits", "2.40", ten("", "mean"), quantity="mean", assessment=Assessment.AMBIGUOUS),
    Fault("single-digit", "84.07", ten(""), assessment=Assessment.AMBIGUOUS),
    Fault("digit-slip", "840.00", ten("")),
    Fault("digit-slip", "844.00", ten("")),
    Fault("digit-slip", "4.00", ten("")),
    Fault("stale-formula", "79.13", ten(""), evidence=(stale(),)),
    Fault("unexplained", "71.47", ten(""), assessment=Assessment.UNEXPLAINED),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f.name} {f.reported}")
def test_the_cause_of_a_fault_leads(fault: Fault) -> None:
    fault.sheet.reported = {fault.quantity: [fault.reported]}
    judged = judge(fault.sheet, pack=fault.pack, evidence=fault.evidence)
    line = judged.line(fault.quantity)
    assert line.causes[0].name == fault.name, [(c.name, c.message.en) for c in line.causes]
    assert line.assessment is fault.assessment
    if fault.which:
        assert line.causes[0].values["indicators"] == fault.which
        rows = [int(number.split(".")[1]) for number in fault.which]
        assert line.causes[0].cells == tuple(Cell(0, 4 + row, 7) for row in rows)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f.name} {f.reported}")
def test_the_words_are_whole_in_both_languages(fault: Fault) -> None:
    fault.sheet.reported = {fault.quantity: [fault.reported]}
    judged = judge(fault.sheet, pack=fault.pack, evidence=fault.evidence)
    for cause in judged.line(fault.quantity).causes:
        for text in cause.message:
            assert text
            assert "{" not in text
        assert any("\u0e00" <= c <= "\u0e7f" for c in cause.message.th)
        assert not any("\u0e00" <= c <= "\u0e7f" for c in cause.message.en.replace("หน่วย", ""))


def test_every_operator_has_an_entry_and_every_entry_a_place() -> None:
    operators = {o.name for o in CAUSES}
    said_elsewhere = {"stale-formula", "partial-sheet", "unexplained"}
    assert operators | said_elsewhere == set(CATALOGUE.causes)
    assert len(operators) == len(CAUSES)


def test_a_tie_cut_off_is_half_even_where_the_sheet_rounds_elsewhere() -> None:
    weights = ("50", "25", "25")
    scores = [["4", "5"], ["5", "4"], ["4.94", "4.27"]]  # 4.485: half up 4.49, to even 4.48; 4.5675
    judged = judge(Sheet(scores, {"mean": ["4.48", "4.57"]}, weights=weights))
    assert judged.cause("mean").name == "half-even"
    alone = judge(Sheet([row[:1] for row in scores], {"mean": ["4.48"]}, weights=weights))
    assert alone.cause("mean").name == "truncated"
    assert "half-even" in alone.cause("mean").equivalents


def test_half_even_is_never_the_cause_where_there_is_no_tie() -> None:
    """Base 90 or 95 with whole scores has no tie at two decimals."""
    for count in (18, 19):
        for points in range(5 * count + 1):
            assert (2 * points * 10000) % (5 * count) != 0 or (points * 10000) % (5 * count) == 0


def test_rounding_each_weighted_line_is_told_from_rounding_the_mean() -> None:
    weights = ("33", "33", "34")
    scores = [
        ["3.35"],
        ["4.35"],
        ["2.45"],
    ]  # 1.1055 + 1.4355 + 0.833 = 3.374 → 67.48; lines 1.11 + 1.44 + 0.83
    judged = judge(Sheet(scores, {"converted": ["67.60"]}, weights=weights))
    assert judged.cause().name == "rounded-lines"
    assert judged.cause().values["step"] == "3.38"
    judged = judge(Sheet(scores, {"converted": ["67.40"]}, weights=weights))
    assert judged.cause().name == "rounded-intermediate"
    assert judged.cause().values["step"] == "3.37"


def test_another_round_of_the_same_units() -> None:
    first = Sheet([["5", "3"], ["4", "4"]], {"converted": ["90.00", "70.00"]}, round="6")
    second = Sheet([["5", "4"], ["5", "4"]], {"converted": ["90.00", "80.00"]}, round="12", table=2)
    judged = judge(first, second)
    line = judged.line("converted", table=2)
    assert line.causes[0].name == "other-round"
    assert "6" in str(line.causes[0].values["table"])


def test_text_passed_over_needs_text_in_the_cells() -> None:
    text = Finding("number-as-text", 0, 1, Area(0, 12, 7, 12, 7), values={"count": 1})
    scores: list[list[str | int]] = [[int(row[0])] for row in TEN]
    scores[7] = ["2"]
    sheet = Sheet(scores, {"converted": ["88.89"]})
    assert judge(sheet, evidence=(text,)).cause().name == "text-ignored"
    assert judge(sheet).cause().name == "row-omitted"


def test_figures_of_a_run_of_units_shifted_by_one_column() -> None:
    scores = [["5", "4", "3", "2", "5", "1"], ["4", "4", "2", "2", "5", "0"]]
    right = ["90.00", "80.00", "50.00", "40.00", "100.00", "10.00"]
    judged = judge(Sheet(scores, {"converted": [right[0], right[0], *right[1:5]]}))
    assert {judged.cause(unit=u).name for u in (2, 3, 4, 5, 6)} == {"column-shift"}
    found = judged.named("converted-mismatch")
    assert [f.values["count"] for f in found] == [5]


def test_one_figure_of_another_unit_names_it() -> None:
    scores = [["5", "4", "3"], ["4", "1", "2"], ["2.25", "1", "0"]]
    judged = judge(Sheet(scores, {"converted": ["75.00", "40.00", "75.00"]}))
    cause = judged.cause(unit=3)
    assert cause.name == "other-unit"
    assert cause.values["units"] == ("U1",)


def test_two_units_that_report_each_others_figures_are_one_exchange() -> None:
    scores = [["2.5", "3", "4.5", "3.5"], ["5", "3.5", "4.5", "4"], ["3", "3.5", "4", "4"]]
    right = ["70.00", "66.67", "86.67", "76.67"]
    judged = judge(Sheet(scores, {"converted": [right[1], right[0], *right[2:]]}))
    for unit, other in ((1, "U2"), (2, "U1")):
        line = judged.line("converted", unit)
        assert line.causes[0].name == "other-unit", [c.message.en for c in line.causes]
        assert line.causes[0].values["units"] == (other,)
        assert line.assessment is Assessment.EXPLAINED
    assert [f.values["count"] for f in judged.named("converted-mismatch")] == [2]


def test_a_changed_score_is_held_against_the_right_figures_beside_it() -> None:
    """Points and mean are right: neither a row left out nor another score would have left them so."""
    scores: list[list[str | int]] = [[5] for _ in range(19)]
    scores[3] = scores[11] = [4]
    scores[18] = [0]
    judged = judge(Sheet(scores, {"points": ["88"], "mean": ["4.63"], "converted": ["88.42"]}))
    assert judged.cause().name == "row-omitted"


def test_typed_among_formulas_speaks_for_a_slip_of_the_fingers() -> None:
    typed = Finding("hard-coded-figure", 0, 1, Area(0, 15, 7, 15, 7), 1, cells=(Cell(0, 15, 7),))
    sheet = ten("80.00")
    assert judge(sheet).cause().name == "row-omitted"
    assert judge(sheet, evidence=(typed,)).cause().name == "single-digit"


def test_quantities_of_an_operator_are_those_it_can_be_the_cause_of() -> None:
    by_name = {o.name: o.quantities for o in CAUSES}
    assert Quantity.POINTS not in by_name["zero-not-evaluated"]
    assert Quantity.FULL_MARKS not in by_name["single-score"]
    assert Quantity.WEIGHTED in by_name["truncated"]
    assert all(Quantity.GRADE not in quantities for quantities in by_name.values())


def test_a_chance_is_a_probability_of_two_digits() -> None:
    judged = judge(ten("84.07"))
    chance = judged.cause().chance
    assert chance is not None
    assert Decimal(0) < chance < Decimal("0.01")
