"""The workbooks that are measured: a typical one and the million-score ones, written once a run."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

LEVELS = (1, 2, 3, 4, 5)


def write_matrix(
    path: Path, indicators: int, units: int, *, wrong_figures: bool = False, wrong_cells: bool = False
) -> Path:
    """Write a matrix: one column a unit, level block, full marks and converted score in the last rows.

    wrong_figures: every converted score is 1 too low. wrong_cells: every score is 7, out of the scale.
    """
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("คะแนน")
        sheet.write_row(0, 0, ["ตัวชี้วัด", "คะแนนตามระดับค่าเป้าหมาย", "", "", "", "", "หน่วยงาน"])
        sheet.write_row(1, 0, ["", *LEVELS, *(f"กอง{u + 1}" for u in range(units))])
        points = [0] * units
        for i in range(indicators):
            scores = [7 if wrong_cells else (i * 7 + u * 3) % 6 for u in range(units)]
            points = [p + s for p, s in zip(points, scores, strict=True)]
            sheet.write_row(2 + i, 0, [f"1.{i + 1} ตัวชี้วัดที่ใช้วัดผล", *LEVELS, *scores])
        full = 5 * indicators
        sheet.write_row(2 + indicators, 0, ["คะแนนเต็ม", *[""] * 5, *[full] * units])
        off = 100 if wrong_figures else 0
        converted = [max(0, (p * 20000 + full) // (2 * full) - off) / 100 for p in points]
        sheet.write_row(3 + indicators, 0, ["แปลงคะแนน (ค) เป็นฐาน 100 = ค*20", *[""] * 5, *converted])
    return path
