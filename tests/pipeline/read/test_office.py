"""Files as LibreOffice writes them: the same sheet saved in its formats says the same in each."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess

import openpyxl
import pytest
from openpyxl.comments import Comment

from schemas.grid import Book
from tests.pipeline.read.reading_of import read_path

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Book]:
    """One workbook, calculated and saved by LibreOffice in each of its formats."""
    folder = tmp_path_factory.mktemp("office")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "คะแนน"
    sheet["A1"] = "หน่วยงาน"
    sheet.merge_cells("A1:C1")
    sheet["A2"], sheet["B2"] = 1, 2.5
    sheet["C2"] = "=SUM(A2:B2)"
    sheet["C2"].number_format = "0.00"
    sheet["A3"] = "=1/0"
    sheet["B3"] = 0.855
    sheet["B3"].number_format = "0.0%"
    sheet["C3"] = "  สอง  ช่องว่าง\nบรรทัดใหม่"
    sheet["C3"].comment = Comment("หมายเหตุ", "ผู้ตรวจ")
    sheet["A4"] = 7
    sheet.row_dimensions[4].hidden = True
    sheet["E5"], sheet["F5"] = 9, 3
    sheet.column_dimensions["E"].hidden = True
    sheet["A6"] = dt.date(2025, 1, 8)
    sheet["C6"] = '=IF(B2>4,"ดี","แย่")'
    other = book.create_sheet("แผ่น 2")
    other["A1"] = "=SUM('คะแนน'!A2,1)"
    other.sheet_state = "hidden"
    source = folder / "source.xlsx"
    book.save(source)
    books = {}
    for form in ("xlsx", "ods", "xls"):
        profile = f"-env:UserInstallation=file://{folder}/profile"
        out = folder / form
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(out), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        books[form] = read_path(out / f"source.{form}")
    return books


@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
def test_every_format_says_the_same(saved: dict[str, Book], form: str) -> None:
    book = saved[form]
    assert (book.format, book.findings) == (form, ())
    assert [(g.name, g.visible) for g in book.sheets] == [("คะแนน", True), ("แผ่น 2", False)]
    first, second = book.sheets
    values = {(r, c): v for r, row in enumerate(first.rows, 1) for c, v in enumerate(row, 1) if v != ""}
    assert values == {
        (1, 1): "หน่วยงาน",
        (2, 1): 1,
        (2, 2): 2.5,
        (2, 3): 3.5,
        (3, 2): 0.855,
        (3, 3): "  สอง  ช่องว่าง\nบรรทัดใหม่",
        (4, 1): 7,
        (5, 5): 9,
        (5, 6): 3,
        (6, 1): dt.date(2025, 1, 8),
        (6, 3): "แย่",
    }
    assert second.value(1, 1) == 2
    assert first.merges == ((1, 1, 1, 3),)
    assert first.hidden_rows == {4}
    assert first.hidden_cols == {5}
    assert first.errors == {(3, 1): "#DIV/0!"}
    assert {place: first.formats.get(place) for place in ((2, 3), (3, 2))} == {(2, 3): "0.00", (3, 2): "0.0%"}


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_formulas_and_comments_where_the_format_is_read_for_them(saved: dict[str, Book], form: str) -> None:
    first, second = saved[form].sheets
    assert first.formulas == {(2, 3): "=SUM(A2:B2)", (3, 1): "=1/0", (6, 3): '=IF(B2>4,"ดี","แย่")'}
    assert second.formulas == {(1, 1): "=SUM(คะแนน!A2,1)"}
    assert first.comments == {(3, 3): "หมายเหตุ"}
    assert not first.uncached
