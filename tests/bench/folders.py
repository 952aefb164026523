"""Folders of typical workbooks (19 indicators x 25 units), each with scores of its own."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import xlsxwriter

INDICATORS = 19
UNITS = 25
DISTINCT = 400
"""Workbooks written; a larger folder repeats them under other names, and each is judged anew."""

_SCORES = (2, 3, 4, 5, 5, 5)


def write_submission(path: Path, seed: int, wrong: bool = False) -> Path:
    """Write a matrix with a level block, full marks and converted scores; wrong: one of them is 1 too low."""
    draw = random.Random(seed)
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("คะแนน")
        sheet.write_row(0, 0, ["ตัวชี้วัด", "คะแนนตามระดับค่าเป้าหมาย", "", "", "", "", "หน่วยงาน"])
        sheet.write_row(1, 0, ["", 1, 2, 3, 4, 5, *(f"กอง{u + 1}" for u in range(UNITS))])
        points = [0] * UNITS
        for i in range(INDICATORS):
            scores = [draw.choice(_SCORES) for _ in range(UNITS)]
            points = [p + s for p, s in zip(points, scores, strict=True)]
            sheet.write_row(2 + i, 0, [f"1.{i + 1} ตัวชี้วัดที่ใช้วัดผล", 1, 2, 3, 4, 5, *scores])
        full = 5 * INDICATORS
        sheet.write_row(2 + INDICATORS, 0, ["คะแนนเต็ม", *[""] * 5, *[full] * UNITS])
        hundredths = [(p * 20_000 + full) // (2 * full) for p in points]
        if wrong:
            hundredths[seed % UNITS] -= 100
        sheet.write_row(
            3 + INDICATORS, 0, ["แปลงคะแนน (ค) เป็นฐาน 100 = ค*20", *[""] * 5, *(h / 100 for h in hundredths)]
        )
    return path


def write_folder(folder: Path, count: int, wrong_every: int = 0) -> Path:
    """Write that many workbooks into a folder; every wrong_every-th has one figure that does not come out."""
    folder.mkdir(parents=True)
    for n in range(count):
        file = folder / f"unit-{n:06d}.xlsx"
        if n < DISTINCT:
            write_submission(file, n, bool(wrong_every) and n % wrong_every == 0)
        else:
            shutil.copyfile(folder / f"unit-{n % DISTINCT:06d}.xlsx", file)
    return folder
