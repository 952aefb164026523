"""The outcome of the source sheet as the stages should give it, put together from the sheet itself by hand."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd

from schemas.cell import Area, Cell
from schemas.finding import AnyFinding, Finding, Text
from schemas.grid import Book, Grid, RawValue
from schemas.outcome import Cause, Line, Outcome, SheetUse, WorkbookOutcome
from schemas.rules import Band, RulePack
from schemas.tables import SCALE, TableInfo, Tables
from schemas.terms import Assessment, LayoutKind, Quantity, Status, Verdict

SOURCE = Path(__file__).resolve().parents[2] / "fixtures" / "source" / "kpi-6.6-to-6.10.txt"
UNITS, FIRST_UNIT_COL, PAIRS = 25, 7, 19
ZERO = Text(
    "6.8 and 6.9 were not evaluated: their 0 is a placeholder. Counted as 0, the best possible figure is {best}.",
    "6.8 และ 6.9 ยังไม่ได้ประเมิน คะแนน 0 เป็นเพียงค่าที่ใส่ไว้ หากนับเป็น 0 คะแนนสูงสุดที่เป็นไปได้คือ {best}",
)
MISSING = Text("13 or 14 indicators are not on the sheet.", "ตัวชี้วัด 13 หรือ 14 ตัวไม่อยู่ในตารางนี้")
BANDS = tuple(
    Band(Decimal(at), name)
    for at, name in ((90, "ดีเด่น"), (80, "ดีมาก"), (70, "ดี"), (60, "พอใช้"), (0, "ต้องปรับปรุง"))
)


def source_rows() -> list[list[RawValue]]:
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    return [[_value(text) for text in line.rstrip("\r").split("\t")] for line in lines]


def source() -> Outcome:
    """Return the judged source sheet."""
    rows = source_rows()
    grid = Grid("kpi-6.6-to-6.10", rows)
    header = next(r for r, row in enumerate(rows, 1) if row[6:7] == ["สพด."])
    score_rows = [
        r
        for r, row in enumerate(rows, 1)
        if r > header and len(row) > 36 and row[36] != "" and row[43:44] == [""]
    ]
    last = next(r for r, row in enumerate(rows, 1) if str(row[0]).startswith("แปลงคะแนน"))
    codes = [str(rows[header - 1][FIRST_UNIT_COL - 1 + u]) for u in range(UNITS)]
    numbers = [str(rows[r - 1][0]).split(" ", 1)[0] for r in score_rows]
    titles = [str(rows[r - 1][0]).split(" ", 1)[1] for r in score_rows]
    info = TableInfo(0, 1, LayoutKind.MATRIX, 0, Area(0, header - 1, 1, last, 44), packed=True, sheets=(0,))
    lines, cells = _lines(rows, last, [Cell(0, r, FIRST_UNIT_COL) for r in score_rows if rows[r - 1][6] == 0])
    findings = _findings(header, last, codes, score_rows, cells)
    used = SheetUse(grid.name, True, sum(v != "" for row in rows for v in row), "scores")
    book = Book(str(SOURCE.name), "9f" * 32, "txt", (grid,))
    workbook = WorkbookOutcome(
        0, book.file, book.sha256, "txt", Verdict.DISCREPANT, [used], [info], lines, findings
    )
    frames = _tables(book, info, codes, numbers, titles, header, score_rows, rows)
    return Outcome(RulePack(sha256="1c" * 32, bands=BANDS), [workbook], frames, "0.1.0")


def _value(text: str) -> RawValue:
    return float(text) if text.replace(".", "", 1).isdigit() else text


def _lines(rows: list[list[RawValue]], last: int, zeros: list[Cell]) -> tuple[list[Line], list[Cell]]:
    lines, cells = [], []
    basis = {"points": "15", "applicable": "5"}
    for unit in range(1, PAIRS + 1):
        col = FIRST_UNIT_COL + 2 * (unit - 1)
        full = Decimal(str(int(float(str(rows[last - 1][col - 1])))))
        converted = Decimal(str(rows[last - 1][col]))
        best = Fraction((int(full) - 10) * 100, int(full))
        worst = Fraction(15 * 100, int(full))
        best_text = f"{float(best):.2f}"
        zero = Cause(
            "zero-not-evaluated",
            False,
            Decimal("0.02"),
            Text(ZERO.en.format(best=best_text), ZERO.th.format(best=best_text)),
            tuple(zeros),
            {"best": Decimal(best_text)},
            ("wrong-base", "row-omitted"),
            decides=Text(
                "ask whether 6.8 and 6.9 were evaluated in this round.",
                "สอบถามว่ารอบนี้มีการประเมิน 6.8 และ 6.9 หรือไม่",
            ),
        )
        cell = Cell(0, last, col)
        lines.append(
            Line(
                0, 1, unit, None, Quantity.FULL_MARKS, full, Fraction(25), 0, Status.MISMATCH, cell,
                assessment=Assessment.POSSIBLE, basis=basis,
                causes=(Cause("partial-sheet", True, None, MISSING),),
            )
        )  # fmt: skip
        lines.append(
            Line(
                0, 1, unit, None, Quantity.CONVERTED, converted, Fraction(60), 2, Status.MISMATCH,
                Cell(0, last, col + 1), assessment=Assessment.CONTRADICTED, feasible=(worst, best),
                causes=(zero,), basis=basis, grade_change=("ดีเด่น", "พอใช้"),
            )
        )  # fmt: skip
        cells.append(cell)
    return lines, cells


def _findings(
    header: int, last: int, codes: list[str], score_rows: list[int], cells: list[Cell]
) -> list[AnyFinding]:
    converted = tuple(Cell(c.sheet, c.row, c.col + 1) for c in cells)
    second = FIRST_UNIT_COL + [i for i, code in enumerate(codes) if code == "สพท."][1]
    cause = Text("6.8 and 6.9 not evaluated", "6.8 และ 6.9 ยังไม่ได้ประเมิน")
    partial = Text("the sheet is partial", "ตารางไม่ครบทุกตัวชี้วัด")
    return [
        Finding("duplicate-unit", 0, 1, Area(0, header, second, header, second), 12, subject="สพท.",
                values={"first": Cell(0, header, second - 3)}, cells=(Cell(0, header, second),)),
        Finding("orphan-values", 0, 1, Area(0, score_rows[0], 32, score_rows[-1], 37),
                cells=(Cell(0, score_rows[0], 32),), values={"columns": 6}),
        Finding("ambiguous-alignment", 0, 1, Area(0, header, 7, last, 44),
                cells=(Cell(0, last, 7),), values={"units": 25, "scores": 31, "figures": 38}),
        Finding("partial-sheet", 0, 1, Area(0, score_rows[0], 1, last, 1), cells=(Cell(0, score_rows[0], 1),),
                values={"missing": "13-14"}),
        Finding("reported-missing", 0, 1, Area(0, header, 26, header, 31), subject="pairs",
                cells=tuple(Cell(0, header, 26 + i) for i in range(6)), values={"units": codes[19:], "count": 6}),
        Finding("full-marks-mismatch", 0, 1, Area(0, last, 7, last, 43), subject="full_marks", line=0,
                cells=tuple(cells), values={"cause": partial, "count": 19, "units": codes[:19]}),
        Finding("converted-mismatch", 0, 1, Area(0, last, 8, last, 44), subject="converted", line=1,
                cells=converted, values={"cause": cause, "count": 19, "units": codes[:19]}),
    ]  # fmt: skip


def _tables(
    book: Book,
    info: TableInfo,
    codes: list[str],
    numbers: list[str],
    titles: list[str],
    header: int,
    score_rows: list[int],
    rows: list[list[RawValue]],
) -> Tables:
    units = [(0, 1, u, c, c, 0, header, 6 + u, 6 + u) for u, c in enumerate(codes, 1)]
    indicators = [
        (0, 1, i, n, n, t, -1, "", 0, r, 1, 0, 0)
        for i, (n, t, r) in enumerate(zip(numbers, titles, score_rows, strict=True), 1)
    ]
    scores = [
        (0, 1, i, u, 0, int(float(str(rows[r - 1][5 + u])) * SCALE), True, 0, r, 6 + u)
        for i, r in enumerate(score_rows, 1)
        for u in range(1, len(codes) + 1)
    ]
    return Tables(
        [book],
        [[]],
        [info],
        _frame(units, "unit code key sheet row col last_col"),
        _frame(
            indicators, "indicator number key title weight weight_text sheet row col weight_row weight_col"
        ),
        _frame(scores, "indicator unit state value exact sheet row col").astype({"state": np.int8}),
        _frame([], "indicator unit text value sheet row col"),
        _frame([], "unit indicator quantity value decimals stored state raw sheet row col"),
        lambda: _frame([], "indicator round level text threshold sheet row col"),
    )


def _frame(rows: Sequence[tuple[object, ...]], columns: str) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["workbook", "table", *columns.split()])
