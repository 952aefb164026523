"""The source sheet in every dress: the same cells as tab-separated text, cp874 CSV, TSV and xlsx."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl

SOURCE = Path(__file__).parents[2] / "fixtures" / "source" / "kpi-6.6-to-6.10.txt"


def source_rows() -> list[list[str]]:
    """Return the sheet's cells as written; rows keep the line numbers of the file."""
    return [line.split("\t") for line in SOURCE.read_text(encoding="utf-8").split("\n")]


def as_tsv(folder: Path) -> Path:
    """Write it as UTF-8 with BOM, .tsv."""
    file = folder / "sheet.tsv"
    file.write_text("\n".join("\t".join(r) for r in source_rows()), encoding="utf-8-sig")
    return file


def as_cp874_csv(folder: Path) -> Path:
    """Write it as Excel for Windows in Thai saves a CSV."""
    file = folder / "sheet.csv"
    with file.open("w", encoding="cp874", newline="") as out:
        csv.writer(out).writerows(source_rows())
    return file


def as_xlsx(folder: Path) -> Path:
    """Write it with numbers as numbers, as it looks after pasting into Excel."""
    file = folder / "sheet.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for r, row in enumerate(source_rows(), start=1):
        for c, text in enumerate(row, start=1):
            if text:
                sheet.cell(r, c, float(text) if text.replace(".", "", 1).isdigit() else text)
    book.save(file)
    return file


DRESSES = (lambda folder: SOURCE, as_tsv, as_cp874_csv, as_xlsx)
