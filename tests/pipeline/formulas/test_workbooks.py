"""Formulas of real files, from the bytes to the finding: written with cached values, read, located, judged."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from pipeline.formulas import check_formulas
from pipeline.inputs import expand
from pipeline.run import ingest
from rules.loading import load_pack
from schemas.cell import a1
from schemas.finding import Finding

UNITS = ("สพด.", "สพท.1", "สพท.2", "สวท.")
SCORES = ((5, 4, 3, 5), (4, 4, 4, 5), (3.5, 5, 2, 1), (5, 5, 5, 4), (2, 3, 4, 5))
FIRST, LAST = 4, 4 + len(SCORES) - 1
"""Rows of the indicators, 1-based; points stand in LAST + 1, converted in LAST + 2."""

Change = Callable[[Any, Any], None]


def book(path: Path, change: Change = lambda workbook, sheet: None) -> Path:
    """Write a matrix whose two summary rows are formulas; `change` may write over it."""
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet("คะแนน")
    sheet.write("A1", "แบบสรุปคะแนน")
    sheet.write("A3", "ตัวชี้วัด")
    for u, unit in enumerate(UNITS):
        sheet.write(2, 1 + u, unit)
        column = "BCDE"[u]
        for i, row in enumerate(SCORES):
            sheet.write(FIRST - 1 + i, 0, f"6.{i + 1} ตัวชี้วัดที่ {i + 1}")
            sheet.write_number(FIRST - 1 + i, 1 + u, row[u])
        points = sum(row[u] for row in SCORES)
        area = f"{column}{FIRST}:{column}{LAST}"
        sheet.write_formula(f"{column}{LAST + 1}", f"=SUM({area})", None, points)
        converted = f"=ROUND({column}{LAST + 1}/(COUNT({area})*5)*100,2)"
        sheet.write_formula(f"{column}{LAST + 2}", converted, None, points * 4)
    sheet.write(LAST, 0, "คะแนนรวม")
    sheet.write(LAST + 1, 0, "คะแนนที่แปลงเป็นฐาน 100")
    change(workbook, sheet)
    workbook.close()
    return path


def judged(path: Path) -> list[tuple[str, list[str]]]:
    return [(f.name, [a1(c.row, c.col) for c in f.cells]) for f in findings(path)]


def findings(path: Path) -> list[Finding]:
    pack = load_pack()
    tables, _ = ingest(expand([str(path)]), pack)
    assert len(tables.infos) == 1
    return [f for f in check_formulas(tables, pack) if isinstance(f, Finding)]


def test_a_clean_workbook(tmp_path: Path) -> None:
    assert judged(book(tmp_path / "a.xlsx")) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda w, s: s.write_formula("C9", "=SUM(C4:C8)", None, 20), ("stale-formula", ["C9"])),
        (lambda w, s: s.write_formula("C9", "=SUM(C4:C7)", None, 18), ("formula-omits-row", ["C9"])),
        (lambda w, s: s.write_formula("C9", "=C4+C5+C7+C8", None, 16), ("formula-omits-row", ["C9"])),
        (lambda w, s: s.write_number("C9", 21), ("hard-coded-figure", ["C9"])),
        (lambda w, s: s.write_formula("C9", "=SUM(C4:C8)", None, ""), ("no-cached-value", ["C9"])),
        (lambda w, s: s.write_formula("C9", "=SUM(คะแนน_ทั้งหมด)", None, 21), ("formula-not-verified", ["C9"])),
    ],
)
def test_one_fault_is_one_finding_at_its_cell(
    tmp_path: Path, change: Change, expected: tuple[str, list[str]]
) -> None:
    found = judged(book(tmp_path / "a.xlsx", change))
    assert expected in found
    assert {name for name, _ in found} <= {expected[0], "stale-formula", "formula-not-verified"}


def test_manual_calculation_and_a_dismissed_warning_are_evidence(tmp_path: Path) -> None:
    def change(workbook: Any, sheet: Any) -> None:
        workbook.set_calc_mode("manual")
        sheet.write_formula("C9", "=SUM(C4:C7)", None, 18)
        sheet.ignore_errors({"formula_range": "B9:E9"})

    found = {f.name: f for f in findings(book(tmp_path / "a.xlsx", change))}
    said = found["formula-omits-row"].values["evidence"]
    assert "manual calculation" in str(said)
    assert "B9:E9" in str(said)


def test_never_calculated_by_a_library(tmp_path: Path) -> None:
    import openpyxl

    path = book(tmp_path / "a.xlsx")
    openpyxl.load_workbook(path).save(path)
    found = findings(path)
    assert [f.name for f in found] == ["no-cached-value"]
    assert found[0].values["count"] == 2 * len(UNITS)


def test_a_stale_figure_says_both_values(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", lambda w, s: s.write_formula("C10", "=ROUND(C9/25*100,2)", None, 90))
    found = findings(path)
    assert [(f.name, f.reported, f.expected, f.unit) for f in found] == [
        ("stale-formula", Decimal(90), Decimal(84), 2)
    ]
