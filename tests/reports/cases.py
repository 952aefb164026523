"""Ready outcomes: a typical workbook with two faults, a clean one, one with every cell a finding."""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from schemas.cell import Area, Cell
from schemas.finding import AnyFinding, Finding, FindingBatch, Text
from schemas.outcome import Cause, Outcome
from schemas.terms import Assessment
from tests.reports.build import FIRST_COL, FIRST_ROW, Judged, Matrix, judge, outcome

TITLES = ("การส่งเสริมดิจิทัล", "คุณธรรมและความโปร่งใส", "การบริหารงบประมาณ", "การพัฒนาบุคลากร")


def typical(units: int = 25, indicators: int = 19, **changes: object) -> Matrix:
    """Return a matrix of fives and fours with one declared not-applicable indicator for every third unit."""
    scores: list[list[float | str]] = [
        [5.0 if (i * 7 + u * 3) % 11 else 4.0 for u in range(units)] for i in range(indicators)
    ]
    for u in range(0, units, 3):
        scores[indicators - 1][u] = "N/A"
    matrix = Matrix(
        [f"สพท.{u + 1}" for u in range(units)],
        [f"{TITLES[i % len(TITLES)]} {i + 1}" for i in range(indicators)],
        scores,
    )
    for name, value in changes.items():
        setattr(matrix, name, value)
    return matrix


def clean() -> Outcome:
    return outcome([judge(typical())])


def faulty() -> Outcome:
    """Return a typical workbook with one wrong converted score, one wrong full marks and other findings."""
    judged = judge(typical(converted={4: "96.67"}, full_marks={7: "95"}))
    for line in judged.lines:
        if line.status.value == "mismatch":
            line.assessment = Assessment.EXPLAINED
            line.causes = (
                Cause(
                    "wrong-base",
                    True,
                    Decimal("0.01"),
                    Text("The base 90 was used instead of 95.", "ใช้ฐานคะแนน 90 แทน 95"),
                    (Cell(0, FIRST_ROW, FIRST_COL),),
                    {"base": 90},
                    ("zero-not-evaluated",),
                    decides=Text("Ask for the full marks.", "สอบถามคะแนนเต็มที่ใช้"),
                ),
            )
            line.grade_change = ("ดีเด่น", "ดีมาก")
    return outcome([judged], {0: findings_of(judged)})


def findings_of(judged: Judged) -> list[AnyFinding]:
    found: list[AnyFinding] = []
    for number, line in enumerate(judged.lines):
        if line.status.value == "mismatch" and line.cell is not None:
            name = f"{line.quantity.value.replace('_', '-')}-mismatch"
            expected = line.recomputed
            found.append(
                Finding(
                    name,
                    0,
                    1,
                    Area(0, line.cell.row, line.cell.col, line.cell.row, line.cell.col),
                    line.unit,
                    reported=line.reported,
                    expected=Decimal(str(round(float(expected or 0), 2))),
                    line=number,
                    values={"cause": Text("wrong base", "ใช้ฐานผิด"), "count": 1},
                )
            )
    found.append(
        Finding(
            "orphan-values",
            0,
            1,
            Area(0, 5, 30, 15, 35),
            values={"columns": 6, "count": 6},
            cells=(Cell(0, 5, 30),),
            subject="AD",
        )
    )
    found.append(Finding("number-as-text", 0, 1, Area(0, 4, 4, 4, 4), 2, 2, values={"count": 1}))
    return found


def every_cell(units: int, indicators: int) -> Outcome:
    """Return a workbook whose every score cell is a finding, held as one batch."""
    judged = judge(
        Matrix([f"u{u}" for u in range(units)], ["ตัวชี้วัด"] * indicators, [[7.0] * units] * indicators)
    )
    indicator, unit = np.meshgrid(np.arange(1, indicators + 1), np.arange(1, units + 1), indexing="ij")
    size = units * indicators
    batch = FindingBatch(
        "score-out-of-range",
        0,
        1,
        np.zeros(size, np.int32),
        (indicator.ravel() + FIRST_ROW - 1).astype(np.int32),
        (unit.ravel() + FIRST_COL - 1).astype(np.int32),
        unit.ravel().astype(np.int32),
        indicator.ravel().astype(np.int32),
    )
    return outcome([judged], {0: [batch]})
