"""Outcomes for the tests of the reports: a matrix sheet of any size, judged by plain arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd

from schemas.cell import Area, Cell
from schemas.finding import AnyFinding
from schemas.grid import Book, Grid, RawValue
from schemas.outcome import Line, Outcome, SheetUse, WorkbookOutcome
from schemas.rules import RulePack
from schemas.tables import SCALE, TableInfo, Tables
from schemas.terms import LayoutKind, Quantity, State, Status, Verdict

HEADER_ROW, FIRST_ROW, FIRST_COL = 2, 3, 3
STATE_OF_TEXT = {"": State.BLANK, "-": State.DASH, "N/A": State.NOT_APPLICABLE, "ยกเลิก": State.CANCELLED}


@dataclass
class Matrix:
    """One sheet: indicators down from row 3, units across from column C, full marks and converted below."""

    codes: Sequence[str]
    titles: Sequence[str]
    scores: Sequence[Sequence[float | str]]
    converted: Mapping[int, str] = field(default_factory=dict)
    """Unit position → the figure that stands in the workbook instead of the right one."""
    full_marks: Mapping[int, str] = field(default_factory=dict)
    sheet: str = "คะแนน"
    first_number: int = 1
    note: str = ""

    @property
    def last_row(self) -> int:
        return FIRST_ROW + len(self.titles) + 1

    @property
    def area(self) -> Area:
        return Area(0, HEADER_ROW, 1, self.last_row, FIRST_COL + len(self.codes) - 1)


@dataclass
class Judged:
    """One workbook judged."""

    book: Book
    info: TableInfo
    lines: list[Line]
    matrix: Matrix


def state_of(raw: float | str) -> State:
    if isinstance(raw, str):
        return STATE_OF_TEXT.get(raw, State.INVALID)
    return State.SCORED


def judge(matrix: Matrix, index: int = 0, file: str = "kpi.xlsx", format: str = "xlsx") -> Judged:
    """Lay a matrix out as a book and reconcile its two summary rows."""
    n = len(matrix.titles)
    rows: list[list[RawValue]] = [["แบบสรุปคะแนนตัวชี้วัด"], ["ตัวชี้วัด", "น้ำหนัก", *matrix.codes]]
    for position, title in enumerate(matrix.titles):
        number = f"{matrix.first_number + position // 10}.{position % 10 + 1}"
        rows.append([f"{number} {title}", "", *matrix.scores[position]])
    full_row: list[RawValue] = ["คะแนนเต็ม", ""]
    converted_row: list[RawValue] = ["คะแนนที่แปลงเป็นฐาน 100", ""]
    lines: list[Line] = []
    for unit in range(1, len(matrix.codes) + 1):
        values = [
            Fraction(str(row[unit - 1])) for row in matrix.scores if state_of(row[unit - 1]) is State.SCORED
        ]
        full, points = Fraction(5 * len(values)), sum(values, Fraction(0))
        true = points / full * 100 if full else None
        basis = {"points": str(points), "applicable": str(len(values))}
        shown = Decimal(matrix.converted.get(unit, f"{float(true):.2f}" if true is not None else "0"))
        shown_full = Decimal(matrix.full_marks.get(unit, str(full)))
        full_row.append(float(shown_full))
        converted_row.append(float(shown))
        for quantity, reported, exact, row in (
            (Quantity.FULL_MARKS, shown_full, full, FIRST_ROW + n),
            (Quantity.CONVERTED, shown, true, FIRST_ROW + n + 1),
        ):
            digits = 0 if quantity is Quantity.FULL_MARKS else 2
            wrong = exact is not None and abs(Fraction(reported) - exact) * 2 > Fraction(1, 10**digits)
            status = Status.NOT_COMPUTABLE if exact is None else Status.MISMATCH if wrong else Status.MATCH
            cell = Cell(0, row, FIRST_COL + unit - 1)
            lines.append(
                Line(index, 1, unit, None, quantity, reported, exact, digits, status, cell, basis=basis)
            )
    rows += [full_row, converted_row, [matrix.note]]
    grid = Grid(matrix.sheet, rows)
    info = TableInfo(index, 1, LayoutKind.MATRIX, 0, matrix.area, sheets=(0,))
    return Judged(Book(file, "ab" * 32, format, (grid,)), info, lines, matrix)


def outcome(
    judged: Sequence[Judged],
    findings: Mapping[int, Sequence[AnyFinding]] | None = None,
    rules: RulePack | None = None,
) -> Outcome:
    """Put judged workbooks together as a run would."""
    given = findings or {}
    workbooks = []
    for index, one in enumerate(judged):
        found = given.get(index, ())
        bad = any(line.status is Status.MISMATCH for line in one.lines) or len(found) > 0
        cells = sum(1 for row in one.book.sheets[0].rows for value in row if value != "")
        workbooks.append(
            WorkbookOutcome(
                index,
                one.book.file,
                one.book.sha256,
                one.book.format,
                Verdict.DISCREPANT if bad else Verdict.CONSISTENT,
                [SheetUse(one.matrix.sheet, True, cells, "scores")],
                [one.info],
                one.lines,
                found,
            )
        )
    pack = rules or RulePack(sha256="cd" * 32)
    return Outcome(pack, workbooks, tables(judged), "0.1.0")


def tables(judged: Sequence[Judged]) -> Tables:
    """Make the canonical frames of judged workbooks."""
    units, indicators, scores, reported = [], [], [], []
    for w, one in enumerate(judged):
        m = one.matrix
        for u, code in enumerate(m.codes, 1):
            units.append((w, 1, u, code, code, 0, HEADER_ROW, FIRST_COL + u - 1, FIRST_COL + u - 1))
        for i, title in enumerate(m.titles, 1):
            number = f"{m.first_number + (i - 1) // 10}.{(i - 1) % 10 + 1}"
            indicators.append((w, 1, i, number, number, title, -1, "", 0, FIRST_ROW + i - 1, 1, 0, 0))
        scores.append(_scores(w, m))
        for line in one.lines:
            assert line.cell is not None
            text, cell = str(line.reported), line.cell
            what = (w, 1, line.unit, 0, line.quantity.value, text, line.decimals, line.decimals)
            reported.append((*what, 0, text, 0, cell.row, cell.col))
    return Tables(
        [one.book for one in judged],
        [[] for _ in judged],
        [one.info for one in judged],
        _frame(units, "workbook table unit code key sheet row col last_col"),
        _frame(
            indicators,
            "workbook table indicator number key title weight weight_text sheet row col "
            "weight_row weight_col",
        ),
        pd.concat(scores, ignore_index=True),
        _frame([], "workbook table indicator unit text value sheet row col"),
        _frame(
            reported,
            "workbook table unit indicator quantity value decimals stored state raw sheet row col",
        ),
        lambda: _frame([], "workbook table indicator round level text threshold sheet row col"),
    )


def _scores(workbook: int, m: Matrix) -> pd.DataFrame:
    n, u = len(m.titles), len(m.codes)
    states = np.array([[state_of(v) for v in row] for row in m.scores], dtype=np.int8)
    values = np.array([[0 if isinstance(v, str) else round(v * SCALE) for v in row] for row in m.scores])
    indicator, unit = np.meshgrid(np.arange(1, n + 1), np.arange(1, u + 1), indexing="ij")
    return pd.DataFrame(
        {
            "workbook": np.full(n * u, workbook, np.int32),
            "table": np.full(n * u, 1, np.int32),
            "indicator": indicator.ravel().astype(np.int32),
            "unit": unit.ravel().astype(np.int32),
            "state": states.ravel(),
            "value": values.ravel().astype(np.int64),
            "exact": np.ones(n * u, bool),
            "sheet": np.zeros(n * u, np.int32),
            "row": (indicator.ravel() + FIRST_ROW - 1).astype(np.int32),
            "col": (unit.ravel() + FIRST_COL - 1).astype(np.int32),
        }
    )


def _frame(rows: Sequence[tuple[object, ...]], columns: str) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=columns.split())
