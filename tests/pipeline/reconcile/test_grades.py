"""Grades: half-open bands, aliases, and what a wrong figure changes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from schemas.rules import Band, RulePack
from schemas.terms import Status
from tests.pipeline.judging import judge
from tests.pipeline.tables_builder import Sheet

BANDS = RulePack(
    bands=(
        Band(Decimal(90), "ดีเด่น"),
        Band(Decimal(80), "ดีมาก"),
        Band(Decimal(70), "ดี"),
        Band(Decimal(60), "พอใช้"),
        Band(Decimal(0), "ต้องปรับปรุง", ("ปรับปรุง",)),
    )
)


def graded(score: str, grade: str, **reported: list[str]) -> Sheet:
    return Sheet([[score]], {**reported, "grade": [grade]})


@pytest.mark.parametrize(
    ("score", "grade", "status"),
    [
        ("4.5", "ดีเด่น", Status.MATCH),
        ("4.49", "ดีเด่น", Status.MISMATCH),
        ("4.49", "ดีมาก", Status.MATCH),
        ("4.4998", "ดีเด่น", Status.MATCH),  # 89.996 is printed 90.00
        ("4.4998", "ดีมาก", Status.MATCH),
        ("4.475", "ดีเด่น", Status.MISMATCH),  # 89.5
        ("2", "ปรับปรุง", Status.MATCH),
        ("2", "ต้อง ปรับปรุง", Status.MATCH),
        ("2", "ผ่าน", Status.NOT_COMPUTABLE),
        ("0", "ต้องปรับปรุง", Status.MATCH),
    ],
)
def test_bands_hold_their_lower_end(score: str, grade: str, status: Status) -> None:
    assert judge(graded(score, grade), pack=BANDS).line("grade").status is status


def test_a_wrong_grade_that_follows_from_the_wrong_score_has_its_cause() -> None:
    sheet = Sheet([["5"], ["4"], ["4"]], {"converted": ["68.67"], "grade": ["พอใช้"]})
    judged = judge(sheet, pack=BANDS)
    assert judged.cause("grade").name == judged.cause("converted").name
    assert judged.names.count("grade-mismatch") == 1


def test_a_grade_by_a_rounded_score_is_rounded_on_the_way() -> None:
    judged = judge(graded("4.48", "ดีเด่น", converted=["89.60"]), pack=BANDS)
    assert judged.cause("grade").name == "rounded-intermediate"


def test_a_grade_from_nowhere_is_unexplained() -> None:
    assert judge(graded("4.48", "พอใช้", converted=["89.60"]), pack=BANDS).cause("grade").name == "unexplained"


def test_a_mismatch_says_whether_grade_and_rank_change() -> None:
    sheet = Sheet([["5", "4", "4.9"]], {"converted": ["100", "99", "98"]})
    line = judge(sheet, pack=BANDS).line("converted", 2)
    assert line.grade_change == ("ดีเด่น", "ดีมาก")
    assert line.rank_change == (2, 3)


def test_a_grade_over_a_missing_score_is_not_judged() -> None:
    sheet = Sheet([["5"], [""]], {"grade": ["ดี"]})
    assert judge(sheet, pack=BANDS).line("grade").status is Status.NOT_COMPUTABLE
