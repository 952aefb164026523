"""The same workbook in every format: the same sheets, values, merges, hidden parts, errors and formats."""

from __future__ import annotations

import struct
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.read import Limits
from schemas.grid import Book
from tests.books.expected import Written
from tests.books.page import Sheet
from tests.books.writer_xlsb import (
    BEGIN_DATA,
    BEGIN_SHEET,
    DIMENSION,
    END_DATA,
    END_SHEET,
    REAL,
    ROW,
    _record,
    _wide,
)
from tests.books.writers import WRITERS, write
from tests.pipeline.read.locked import locked_xls, locked_xlsx
from tests.pipeline.read.reading_of import read_bytes, read_path, told

SPREADSHEETS = ("xlsx", "xlsm", "xls", "xlsb", "ods")
STYLED = ("xlsx", "xlsm", "xls", "ods")


def paper_book() -> Written:
    """Three sheets with a merge, hidden rows and columns, an error, formats, and numbers of every size."""
    first = Sheet("คะแนน & รวม", hidden_rows={4}, hidden_cols={3, 5})
    first.put(1, 2, "หน่วยงาน", cols=3)
    first.put(2, 1, "6.1 ตัวชี้วัด <ก>")
    first.put(2, 2, Decimal("4.96"), style="0.0")
    first.put(2, 3, 5)
    first.put(3, 2, Decimal("0.855"), style="0.00%")
    first.put(4, 2, Decimal("97.7777777777778"))
    error = first.put(5, 5, "#DIV/0!")
    error.error = True
    first.put(6, 6, "๔.๕")
    hidden = Sheet("เก่า", visible=False)
    hidden.put(1, 1, -3)
    return Written("book", [first, hidden, Sheet("ว่าง")], [])


@pytest.fixture(params=SPREADSHEETS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def book_in(form: str, folder: Path) -> Book:
    return read_path(write(paper_book(), folder, form))


def test_sheets_and_values_are_kept(form: str, tmp_path: Path) -> None:
    book = book_in(form, tmp_path)
    assert (book.format, book.findings) == (form, ())
    assert [(g.name, g.visible) for g in book.sheets] == [
        ("คะแนน & รวม", True),
        ("เก่า", False),
        ("ว่าง", True),
    ]
    first, hidden, empty = book.sheets
    values = {(r, c): v for r, row in enumerate(first.rows, 1) for c, v in enumerate(row, 1) if v != ""}
    values.pop((5, 5), None)  # an ods by the paper writer has the text of an error, not an error
    assert values == {
        (1, 2): "หน่วยงาน",
        (2, 1): "6.1 ตัวชี้วัด <ก>",
        (2, 2): 4.96,
        (2, 3): 5,
        (3, 2): 0.855,
        (4, 2): 97.7777777777778,
        (6, 6): "๔.๕",
    }
    assert hidden.value(1, 1) == -3
    assert not any(any(row) for row in empty.rows)


def test_merges_hidden_parts_and_errors_are_kept(form: str, tmp_path: Path) -> None:
    first = book_in(form, tmp_path).sheets[0]
    assert first.merges == ((1, 2, 1, 4),)
    assert first.hidden_rows == {4}
    assert first.hidden_cols == {3, 5}
    if form != "ods":
        assert first.errors == {(5, 5): "#DIV/0!"}
        assert first.value(5, 5) == ""


@pytest.mark.parametrize("form", STYLED)
def test_number_formats_are_kept(form: str, tmp_path: Path) -> None:
    first = book_in(form, tmp_path).sheets[0]
    assert {place: code for place, code in first.formats.items() if place != (5, 5)} == {
        (2, 2): "0.0",
        (3, 2): "0.00%",
    }


def test_formats_of_an_xlsb(tmp_path: Path) -> None:
    """The paper writer has no styles; here they are, record by record: General, 0.00 % and a code of one's own."""
    path = write(Written("styled", [Sheet("a")], []), tmp_path, "xlsb")
    xf = [struct.pack("<HHHHHHIBB", 0, number, 0, 0, 0, 0, 0, 0, 0) for number in (0, 10, 164)]
    styles = [
        _record(615, struct.pack("<I", 1)),
        _record(44, struct.pack("<H", 164) + _wide("t0.0")),
        _record(616),
        *(_record(47, xf[1]) for _ in range(3)),
        _record(617, struct.pack("<I", 3)),
        *(_record(47, body) for body in xf),
        _record(618),
    ]
    sheet = [
        _record(BEGIN_SHEET),
        _record(DIMENSION, struct.pack("<IIII", 1, 1, 0, 2)),
        _record(BEGIN_DATA),
        _record(ROW, struct.pack("<IIHBBBI", 1, 0, 300, 0, 0, 0, 0)),
        *(_record(REAL, struct.pack("<IId", i, i, 4.5)) for i in range(3)),
        _record(END_DATA),
        _record(END_SHEET),
    ]
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members |= {"xl/worksheets/sheet1.bin": b"".join(sheet), "xl/styles.bin": b"".join(styles)}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    (grid,) = read_path(path).sheets
    assert grid.rows[1] == [4.5] * 3
    assert grid.formats == {(2, 2): "0.00%", (2, 3): "t0.0"}


@pytest.mark.parametrize("form", [form for form in WRITERS if form not in SPREADSHEETS])
def test_text_formats_keep_the_same_cells(form: str, tmp_path: Path) -> None:
    book = paper_book()
    book.sheets = book.sheets[:1]
    read = read_path(write(book, tmp_path, form))
    assert read.findings == ()
    (grid,) = read.sheets
    assert grid.value(1, 2) == "หน่วยงาน"
    assert grid.value(2, 1) == "6.1 ตัวชี้วัด <ก>"
    assert grid.value(6, 6) == "๔.๕"
    assert isinstance(grid.value(2, 3), str)


def test_a_password_opens_an_xlsx_and_its_absence_is_told(tmp_path: Path) -> None:
    plain = write(paper_book(), tmp_path, "xlsx")
    path = tmp_path / "locked.xlsx"
    path.write_bytes(locked_xlsx(plain.read_bytes(), "รหัส-1"))
    assert told(read_path(path)) == [("encrypted-file", "no-password")]
    assert told(read_path(path, passwords=["a", "b"])) == [("encrypted-file", "wrong-password")]
    opened = read_path(path, passwords=["a", "รหัส-1"])
    assert opened.sheets == read_path(plain).sheets
    assert opened.format == "xlsx"
    assert opened.sha256 != read_path(plain).sha256


def test_a_password_opens_an_xls(tmp_path: Path) -> None:
    plain = write(paper_book(), tmp_path, "xls")
    path = tmp_path / "locked.xls"
    path.write_bytes(locked_xls(plain.read_bytes(), "secret", tmp_path))
    assert told(read_path(path)) == [("encrypted-file", "no-password")]
    assert told(read_path(path, passwords=["x"])) == [("encrypted-file", "wrong-password")]
    assert read_path(path, passwords=["x", "secret"]).sheets == read_path(plain).sheets


def test_a_workbook_that_excel_opens_without_asking_opens_here(tmp_path: Path) -> None:
    plain = write(paper_book(), tmp_path, "xlsx")
    path = tmp_path / "protected.xlsx"
    path.write_bytes(locked_xlsx(plain.read_bytes(), "VelvetSweatshop"))
    assert read_path(path).sheets == read_path(plain).sheets


def test_a_locked_open_document_is_told(tmp_path: Path) -> None:
    path = write(paper_book(), tmp_path, "ods")
    with zipfile.ZipFile(path, "a") as archive:
        manifest = archive.read("META-INF/manifest.xml").decode()
    data = path.read_bytes()
    assert not read_bytes(data).findings
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["META-INF/manifest.xml"] = manifest.replace(
        "/>", "><manifest:encryption-data/></manifest:file-entry>"
    ).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in members.items():
            archive.writestr(name, part)
    assert told(read_path(path)) == [("encrypted-file", "unknown-protection")]


def test_merges_of_an_xls_are_bounded(tmp_path: Path) -> None:
    sheet = Sheet("a")
    sheet.put(1, 1, 5, rows=60, cols=60)
    path = write(Written("wide", [sheet], []), tmp_path, "xls")
    assert told(read_path(path, Limits(cells=3_000))) == [("unsafe-file", "merged-area")]


def test_every_value_is_found_again_at_its_cell(tmp_path: Path) -> None:
    path = write(paper_book(), tmp_path, "xlsx")
    again = load_workbook(path)
    for grid in read_path(path).sheets:
        for r, row in enumerate(grid.rows, 1):
            for c, value in enumerate(row, 1):
                stored = again[grid.name].cell(r, c).value
                assert (r, c) in grid.errors or stored == (None if value == "" else value)
