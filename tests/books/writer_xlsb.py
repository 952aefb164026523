"""Writing a binary workbook (xlsb): the records of [MS-XLSB] that hold sheets, rows, cells and merges."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tests.books.expected import Written
from tests.books.page import Cell, Sheet

# Record numbers of [MS-XLSB] 2.3.
ROW, BLANK, ERROR, REAL, TEXT, COLUMN = 0, 1, 3, 5, 6, 60
BEGIN_SHEET, END_SHEET, BEGIN_BOOK, END_BOOK = 129, 130, 131, 132
BEGIN_SHEETS, END_SHEETS, BEGIN_DATA, END_DATA, DIMENSION, BUNDLE = 143, 144, 145, 146, 148, 156
MERGE, BEGIN_MERGES, END_MERGES, BEGIN_COLUMNS, END_COLUMNS = 176, 177, 178, 390, 391
ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.bin" '
    'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    "{sheets}</Types>"
)
_SHEET_TYPE = (
    '<Override PartName="/xl/worksheets/sheet{n}.bin" ContentType="application/vnd.ms-excel.worksheet"/>'
)
_RELS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
)
_LINK = (
    '<Relationship Id="rId{n}" Target="{target}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
)


def write_xlsb(book: Written, path: Path) -> None:
    """Write values, error cells, merges, hidden rows, columns and sheets; no formulas, no number formats."""
    count = len(book.sheets)
    targets = ((n, f"worksheets/sheet{n}.bin") for n in _upto(count))
    links = "".join(_LINK.format(n=n, target=t, kind="worksheet") for n, t in targets)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        types = "".join(_SHEET_TYPE.format(n=n) for n in _upto(count))
        _store(file, "[Content_Types].xml", _TYPES.format(sheets=types))
        main = _LINK.format(n=1, target="xl/workbook.bin", kind="officeDocument")
        _store(file, "_rels/.rels", _RELS.format(links=main))
        _store(file, "xl/_rels/workbook.bin.rels", _RELS.format(links=links))
        _store(file, "xl/workbook.bin", b"".join(_book(book)))
        for n, sheet in enumerate(book.sheets, 1):
            _store(file, f"xl/worksheets/sheet{n}.bin", b"".join(_sheet(sheet)))


def _upto(count: int) -> range:
    return range(1, count + 1)


def _record(number: int, data: bytes = b"") -> bytes:
    head = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    size, length = b"", len(data)
    while True:
        part, length = length & 0x7F, length >> 7
        size += bytes([part | (0x80 if length else 0)])
        if not length:
            return head + size + data


def _wide(text: str) -> bytes:
    data = text.encode("utf-16-le")
    return struct.pack("<I", len(data) // 2) + data


def _book(book: Written) -> Iterator[bytes]:
    yield _record(BEGIN_BOOK)
    yield _record(BEGIN_SHEETS)
    for n, sheet in enumerate(book.sheets, 1):
        state = struct.pack("<II", 0 if sheet.visible else 1, n)
        yield _record(BUNDLE, state + _wide(f"rId{n}") + _wide(sheet.name))
    yield _record(END_SHEETS)
    yield _record(END_BOOK)


def _sheet(sheet: Sheet) -> Iterator[bytes]:
    yield _record(BEGIN_SHEET)
    yield _record(
        DIMENSION, struct.pack("<IIII", 0, max(sheet.last_row(), 1) - 1, 0, max(sheet.last_col(), 1) - 1)
    )
    if sheet.hidden_cols:
        yield _record(BEGIN_COLUMNS)
        for col in sorted(sheet.hidden_cols):
            yield _record(COLUMN, struct.pack("<IIIIH", col - 1, col - 1, 2048, 0, 1))
        yield _record(END_COLUMNS)
    yield _record(BEGIN_DATA)
    cells = sorted(sheet.cells, key=lambda c: (c.row, c.col))
    for row, members in groupby(cells, key=lambda c: c.row):
        flags = 0x10 if row in sheet.hidden_rows else 0
        yield _record(ROW, struct.pack("<IIHBBBI", row - 1, 0, 300, 0, flags, 0, 0))
        for cell in members:
            yield _cell(cell)
    yield _record(END_DATA)
    merged = [c for c in cells if c.rows > 1 or c.cols > 1]
    if merged:
        yield _record(BEGIN_MERGES, struct.pack("<I", len(merged)))
        for c in merged:
            area = (c.row - 1, c.row + c.rows - 2, c.col - 1, c.col + c.cols - 2)
            yield _record(MERGE, struct.pack("<IIII", *area))
        yield _record(END_MERGES)
    yield _record(END_SHEET)


def _cell(cell: Cell) -> bytes:
    head = struct.pack("<II", cell.col - 1, 0)
    if cell.value is None:
        return _record(BLANK, head)
    if cell.error:
        return _record(ERROR, head + bytes([ERRORS[str(cell.value)]]))
    if isinstance(cell.value, str):
        return _record(TEXT, head + _wide(cell.value))
    return _record(REAL, head + struct.pack("<d", float(cell.value)))


def _store(file: zipfile.ZipFile, name: str, data: str | bytes) -> None:
    """Add a member without the time of day, so that the same book is the same file."""
    file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
