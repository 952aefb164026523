"""The worked case: 19 indicators, sixteen 5s, 4s in rows 4 and 12, 0 in row 19; 88 of 95 is 92.63."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.explain import explain
from pipeline.recompute import recompute
from pipeline.reconcile import reconcile
from schemas.outcome import Line
from schemas.rules import RulePack
from schemas.terms import Assessment, Quantity
from tests.pipeline.tables_builder import Sheet, build

SCORES = [5] * 19
SCORES[3] = SCORES[11] = 4
SCORES[18] = 0


def explained(reported: str, decimals: int = 2, quantity: Quantity = Quantity.CONVERTED) -> Line:
    """Return the explained line of one unit that reports a figure."""
    pack, name = RulePack(), quantity.value
    tables = build(Sheet([[s] for s in SCORES], {name: [reported]}, decimals={name: decimals}))
    recomputed = recompute(tables, pack)
    lines, findings = reconcile(tables, recomputed, pack)
    lines, _ = explain(tables, recomputed, lines, findings, pack)
    return next(line for line in lines if line.quantity is quantity)


def test_97_78_is_the_zero_not_evaluated_by_three_names() -> None:
    line = explained("97.78")
    first = line.causes[0]
    assert line.assessment is Assessment.EXPLAINED
    assert first.name == "zero-not-evaluated"
    assert {"wrong-base", "row-omitted"} <= set(first.equivalents)
    assert first.values["reckoning"] == "88 / 90 × 100"


def test_88_is_not_converted_or_a_base_of_100() -> None:
    line = explained("88.00")
    assert line.causes[0].name == "not-converted"
    assert "wrong-base" in line.causes[0].equivalents
    assert line.assessment is Assessment.EXPLAINED


@pytest.mark.parametrize(("reported", "reckoning"), [("83", "88 − 5"), ("93", "88 + 5")])
def test_a_wrong_sum_is_told_from_the_right_one(reported: str, reckoning: str) -> None:
    line = explained(reported, 0, Quantity.POINTS)
    told = [c for c in line.causes if c.name in ("row-omitted", "row-repeated")]
    assert [c.values["reckoning"] for c in told] == [reckoning]


def test_88_42_is_row_4_or_12_and_cannot_be_decided() -> None:
    line = explained("88.42")
    assert line.causes[0].name == "row-omitted"
    assert line.causes[0].values["indicators"] == ("1.4", "1.12")
    assert line.assessment is Assessment.AMBIGUOUS
    assert line.causes[0].decides is not None


@pytest.mark.parametrize(
    ("reported", "decimals", "name"),
    [
        ("92.60", 2, "rounded-intermediate"),
        ("92.36", 2, "transposed-digits"),
        ("0.9263", 4, "fraction"),
        ("92.62", 2, "single-digit"),
        ("71.47", 2, "unexplained"),
    ],
)
def test_the_first_cause(reported: str, decimals: int, name: str) -> None:
    assert explained(reported, decimals).causes[0].name == name


def test_the_mean_rounded_on_the_way_is_named_with_its_number() -> None:
    first = explained("92.60").causes[0]
    assert first.values["step"] == "4.63"
    assert "4.63" in first.message.en
    assert "4.63" in first.message.th


def test_a_single_digit_does_not_convince_and_says_its_chance() -> None:
    line = explained("92.62")
    assert line.assessment is Assessment.AMBIGUOUS
    assert line.causes[0].chance == Decimal("0.0036")


def test_unexplained_stands_alone() -> None:
    line = explained("71.47")
    assert [c.name for c in line.causes] == ["unexplained"]
    assert line.assessment is Assessment.UNEXPLAINED
