"""Scores that follow from results, and weighted scores: the published figures reproduce exactly."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from pipeline.recompute import score_of
from schemas.rounding import rounded
from schemas.rules import Scoring

RISING = ("20", "40", "60", "80", "100")
FALLING = ("2401", "2101", "1801", "1501", "1201")
SHORT = ("14", "13", "12", "11", "10")
COUNT = ("1", "2", "3", "4", "5")

# thresholds, actual result, weight, score, weighted score
PUBLISHED = [
    (RISING, "49.33", "5", "2.47", "0.12"),
    (RISING, "36.67", "5", "1.83", "0.09"),
    (RISING, "62", "4", "3.10", "0.12"),
    (RISING, "75", "0.5", "3.75", "0.02"),
    (RISING, "94", "2", "4.70", "0.09"),
    (RISING, "58", "4", "2.90", "0.12"),
    (FALLING, "1201", "2.5", "5.00", "0.13"),
    (SHORT, "13", "4.5", "2.00", "0.09"),
    (COUNT, "5", "0.5", "5.00", "0.03"),
]


def levels(thresholds: tuple[str, ...]) -> dict[int, Fraction]:
    return {level: Fraction(text) for level, text in enumerate(thresholds, 1)}


def score(thresholds: tuple[str, ...], result: str, scoring: Scoring | None = None) -> Fraction:
    found = score_of(Fraction(result), levels(thresholds), scoring or Scoring())
    assert found is not None
    return found


@pytest.mark.parametrize(("thresholds", "result", "weight", "expected", "weighted"), PUBLISHED)
def test_published_scores_and_weighted_scores(
    thresholds: tuple[str, ...], result: str, weight: str, expected: str, weighted: str
) -> None:
    exact = score(thresholds, result)
    assert rounded(exact, 2) == Decimal(expected)
    assert rounded(exact * Fraction(weight) / 100, 2) == Decimal(weighted)


@pytest.mark.parametrize(
    ("value", "share", "printed"),
    [("2.2848", "25", "0.5712"), ("2.1721", "25", "0.5430"), ("2.5212", "25", "0.6303")],
)
def test_four_decimal_sheets(value: str, share: str, printed: str) -> None:
    assert rounded(Fraction(value) * Fraction(share) / 100, 4) == Decimal(printed)


@pytest.mark.parametrize(
    ("policy", "method", "expected"),
    [("zero", "interpolated", 0), ("one", "interpolated", 1), ("extend", "interpolated", Fraction(1, 2)),
     ("extend", "step", 0)],
)  # fmt: skip
def test_below_level_1_goes_by_policy(policy: str, method: str, expected: Fraction) -> None:
    assert score(RISING, "10", Scoring(method, below_level_1=policy)) == expected


def test_extension_never_goes_below_0() -> None:
    assert score(RISING, "-50", Scoring(below_level_1="extend")) == 0


def test_steps_give_the_level_reached() -> None:
    assert score(RISING, "79.99", Scoring("step")) == 3
    assert score(FALLING, "1500", Scoring("step")) == 4


def test_beyond_the_last_level_the_score_is_capped() -> None:
    assert score(RISING, "250") == 5
    assert score(FALLING, "1") == 5


def test_levels_without_a_number_are_passed_over() -> None:
    found = score_of(Fraction(2), {3: Fraction(1), 5: Fraction(3)}, Scoring())
    assert found == 4


@pytest.mark.parametrize("thresholds", [("1", "3", "2", "4", "5"), ("1", "1", "2", "3", "4")])
def test_thresholds_that_neither_rise_nor_fall_give_no_score(thresholds: tuple[str, ...]) -> None:
    assert score_of(Fraction(2), levels(thresholds), Scoring()) is None


def test_one_threshold_alone_gives_no_score() -> None:
    assert score_of(Fraction(2), {5: Fraction(1)}, Scoring()) is None
