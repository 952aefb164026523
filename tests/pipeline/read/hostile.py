"""Files made to exhaust, to mislead or to break a reader, each with the finding it must become.

An entry is a name, a function that makes the bytes, and (finding, reason), or None where the file is odd but
honest and must be read.
"""

from __future__ import annotations

import random
import string
import struct
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.books.expected import Written
from tests.books.page import Sheet
from tests.books.writers import write
from tests.pipeline.read.raw_ods import ods, ods_cell, ods_gap, ods_merged, ods_row
from tests.pipeline.read.raw_xlsx import sheet_xml, xlsx, zipped

Expected = tuple[str, str] | None

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'


class Hostile(NamedTuple):
    """One hostile file. name_as: the file name it comes under, where that is part of the trick."""

    name: str
    make: Callable[[], bytes]
    expected: Expected
    name_as: str = "x.xlsx"


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def cell(ref: str, value: object = 5) -> str:
    return f'<c r="{ref}"><v>{value}</v></c>'


def text_cell(ref: str, text: str) -> str:
    return f'<c r="{ref}" t="inlineStr"><is><t>{text}</t></is></c>'


GOOD_SHEET = sheet_xml(row(1, cell("A1"), cell("B1")) + row(2, cell("A2"), text_cell("B2", "กกก")))


def bomb(size: int = 120_000_000) -> bytes:
    """A sheet of blanks between its rows that unpacks to a thousand times its size."""
    return xlsx(sheet_xml(" " * size + row(1, cell("A1"))))


def wide_bomb() -> bytes:
    """Many sheets, each below the ratio, together above the limit on what is unpacked."""
    pattern = "".join(random.Random(7).choices(string.ascii_letters, k=30_000))
    part = sheet_xml(row(1, text_cell("A1", pattern * 600)))
    return xlsx({f"s{i}": part for i in range(10)})


def size_lie() -> bytes:
    """A bomb whose directory says that it unpacks to a hundred bytes."""
    data = bytearray(bomb(3_000_000))
    at = data.rfind(b"xl/worksheets/sheet1.xml") - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    struct.pack_into("<I", data, at + 24, 100)
    return bytes(data)


def twice_the_same_part() -> bytes:
    """Two members of one name: which one is read would depend on the reader."""
    data = xlsx({"a": GOOD_SHEET, "b": GOOD_SHEET})
    return data.replace(b"xl/worksheets/sheet2.xml", b"xl/worksheets/sheet1.xml")


def million_rows(content: str) -> bytes:
    rows = "".join(
        f'<row r="{i}" ht="{i % 89 + 10}" customHeight="1" s="1">{content.format(i=i)}</row>'
        for i in range(3, 1_000_001)
    )
    return xlsx(sheet_xml(row(1, cell("A1")) + rows))


def mebibytes_in_a_cell(varied: bool) -> bytes:
    chars = random.Random(3)
    text = "".join(chars.choices(string.ascii_letters, k=10 << 20)) if varied else "ก" * (10 << 20)
    return xlsx(sheet_xml(row(1, text_cell("A1", text), cell("B1"))))


def merges(refs: list[str]) -> bytes:
    tail = "".join(f'<mergeCell ref="{ref}"/>' for ref in refs)
    return xlsx(sheet_xml(row(1, cell("A1")), tail=f"<mergeCells>{tail}</mergeCells>"))


def shared_text_bomb() -> bytes:
    """One text of a megabyte, shared by ten thousand cells."""
    chars = "".join(random.Random(1).choices(string.ascii_letters, k=1 << 20))
    cells = "".join(row(i, f'<c r="A{i}" t="s"><v>0</v></c>') for i in range(1, 10_001))
    strings = f"<sst><si><t>{chars}</t></si></sst>"
    related = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
        '<Relationship Id="rId2" Target="sharedStrings.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
        "</Relationships>"
    )
    extra = {"xl/sharedStrings.xml": strings, "xl/_rels/workbook.xml.rels": related}
    return xlsx(sheet_xml(cells), extra=extra)


def corners(form: str) -> bytes:
    """A paper workbook with values in its first and its last cell, in the format that has that last cell."""
    sheet = Sheet("a")
    sheet.put(1, 1, 5)
    sheet.put(*((65_536, 256) if form == "xls" else (1_048_576, 16_384)), 5)
    return paper(sheet, form)


def merged_xlsb() -> bytes:
    """A paper workbook merged over all its rows."""
    sheet = Sheet("a")
    sheet.put(1, 1, 5, rows=1_048_576, cols=99)
    return paper(sheet, "xlsb")


def paper(sheet: Sheet, form: str) -> bytes:
    """Return one sheet written in a format."""
    with tempfile.TemporaryDirectory() as folder:
        return write(Written("x", [sheet], []), Path(folder), form).read_bytes()


def small(form: str) -> bytes:
    sheet = Sheet("a")
    sheet.put(1, 1, "กกก")
    sheet.put(2, 2, 5)
    return paper(sheet, form)


UNSAFE = "unsafe-file"
UNREADABLE = "unreadable-file"
UNSUPPORTED = "unsupported-format"

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)
HTML = b"\xef\xbb\xbf<!DOCTYPE html>\n<HTML><body><table><tr><td>5</td></tr></table></body></HTML>"
TEXT = "รหัส\tคะแนน\nสพด.\t5\n"

HOSTILE: tuple[Hostile, ...] = (
    Hostile("bomb by ratio", bomb, (UNSAFE, "ratio")),
    Hostile("bomb by size", wide_bomb, (UNSAFE, "unzipped")),
    Hostile("size lie", size_lie, (UNSAFE, "size-lie")),
    Hostile("one part twice", twice_the_same_part, (UNSAFE, "part-twice")),
    Hostile(
        "opposite corners",
        lambda: xlsx(sheet_xml(row(1, cell("A1")) + row(1_048_576, cell("XFD1048576")))),
        (UNSAFE, "area"),
    ),
    Hostile(
        "opposite corners, small area declared",
        lambda: xlsx(
            sheet_xml(
                row(1, cell("A1")) + row(1_048_576, cell("XFD1048576")), head='<dimension ref="A1:B2"/>'
            )
        ),
        (UNSAFE, "area"),
    ),
    Hostile(
        "a cell that lies about its row",
        lambda: xlsx(sheet_xml(row(1, cell("A1"), cell("XFD1048576")), head='<dimension ref="A1:XFD1"/>')),
        (UNSAFE, "memory"),
    ),
    Hostile(
        "two honest cells under a huge declared area",
        lambda: xlsx(
            sheet_xml(row(1, cell("A1")) + row(2, cell("B2")), head='<dimension ref="A1:XFD1048576"/>')
        ),
        None,
    ),
    Hostile("whole sheet merged", lambda: merges(["A1:XFD1048576"]), (UNSAFE, "merged-area")),
    Hostile(
        "too many merges",
        lambda: merges([f"A{i}:B{i}" for i in range(1, 100_003)]),
        (UNSAFE, "merges"),
    ),
    Hostile("document type in a sheet", lambda: xlsx(DOCTYPE + GOOD_SHEET), (UNSAFE, "doctype")),
    Hostile(
        "document type in wide characters",
        lambda: xlsx(('<?xml version="1.0"?>' + DOCTYPE + GOOD_SHEET).encode("utf-16")),
        (UNSAFE, "doctype"),
    ),
    *(
        Hostile(
            f"document type in {part}",
            lambda part=part: xlsx(GOOD_SHEET, extra={part: DOCTYPE + "<x/>"}),  # type: ignore[misc]
            (UNSAFE, "doctype"),
        )
        for part in ("xl/styles.xml", "xl/sharedStrings.xml", "docProps/app.xml", "xl/charts/chart1.xml")
    ),
    Hostile("a million empty rows with a height", lambda: million_rows(""), None),
    Hostile("a million empty cells with a style", lambda: million_rows('<c r="C{i}" s="1"/>'), None),
    Hostile("10 MiB in one cell", lambda: mebibytes_in_a_cell(True), None),
    Hostile("10 MiB of one letter", lambda: mebibytes_in_a_cell(False), (UNSAFE, "ratio")),
    Hostile("one text in ten thousand cells", shared_text_bomb, (UNSAFE, "memory")),
    Hostile(
        "control characters",
        lambda: xlsx(sheet_xml(row(1, text_cell("A1", "a\x01\x0b_x0001_"), cell("B1")))),
        None,
    ),
    Hostile("no sheet part", lambda: xlsx(GOOD_SHEET, without=["xl/worksheets/sheet1.xml"]), (UNREADABLE, "damaged")),
    Hostile("no relations", lambda: xlsx(GOOD_SHEET, without=["xl/_rels/workbook.xml.rels"]), (UNREADABLE, "damaged")),
    Hostile("no sheets", lambda: xlsx({}), (UNREADABLE, "no-sheets")),
    Hostile(
        "a shared text that is not there",
        lambda: xlsx(sheet_xml(row(1, '<c r="A1" t="s"><v>99</v></c>'))),
        (UNREADABLE, "damaged"),
    ),
    Hostile("sheet that is no XML", lambda: xlsx("<worksheet><sheetData><row r="), (UNREADABLE, "damaged")),
    Hostile("png as xlsx", lambda: PNG, (UNSUPPORTED, "other-kind")),
    Hostile("web page as xls", lambda: HTML, (UNSUPPORTED, "html"), "x.xls"),
    Hostile("text as xlsx", lambda: TEXT.encode(), None),
    Hostile("workbook as csv", lambda: xlsx(GOOD_SHEET), None, "x.csv"),
    Hostile("word document", lambda: zipped({"word/document.xml": "<w/>"}), (UNSUPPORTED, "other-kind")),
    Hostile("any zip", lambda: zipped({"a.txt": "a"}), (UNSUPPORTED, "other-kind")),
    Hostile("empty zip", lambda: zipped({}), (UNREADABLE, "zip-empty")),
    Hostile("random bytes", lambda: random.Random(5).randbytes(5000), (UNSUPPORTED, "binary")),
    Hostile("text in an unknown code page", lambda: "é à ü\n".encode("latin-1") * 9, (UNREADABLE, "encoding"), "x.csv"),
    Hostile("three million fields", lambda: (b"1," * 999 + b"1\n") * 3000, (UNSAFE, "cells"), "x.csv"),
    Hostile("10 MiB in one field", lambda: b'a,"' + b"x," * (5 << 20) + b'"\n1,2\n', None, "x.csv"),
    Hostile("a quote never closed", lambda: b'a,b\n"5,6\n7,8\n', None, "x.csv"),
    Hostile(
        "ods of one cell repeated over the sheet",
        lambda: ods(ods_row(ods_cell(16_384), 1_048_576)),
        (UNSAFE, "cells"),
        "x.ods",
    ),
    Hostile(
        "ods with a cell in the last corner",
        lambda: ods(
            ods_row(ods_cell())
            + ods_row("", 1_048_574)
            + ods_row(ods_gap(16_383) + ods_cell())
        ),
        (UNSAFE, "area"),
        "x.ods",
    ),
    Hostile(
        "ods with empty rows to the end",
        lambda: ods(ods_row(ods_cell()) + ods_row(ods_gap(16_384), 1_048_575)),
        None,
        "x.ods",
    ),
    Hostile("ods with a document type", lambda: ods(ods_row(ods_cell()), DOCTYPE), (UNSAFE, "doctype"), "x.ods"),
    Hostile("xls with a cell in the last corner", lambda: corners("xls"), (UNSAFE, "area"), "x.xls"),
    Hostile("xlsb with a cell in the last corner", lambda: corners("xlsb"), (UNSAFE, "area"), "x.xlsb"),
    Hostile("xlsb merged over all rows", merged_xlsb, (UNSAFE, "merged-area"), "x.xlsb"),
    Hostile("ods merged over all rows", ods_merged, (UNSAFE, "merged-area"), "x.ods"),
    Hostile("xls under another name", lambda: small("xls"), None, "x.csv"),
    Hostile("xlsb under another name", lambda: small("xlsb"), None, "x.ods"),
    Hostile("half an xls", lambda: small("xls")[:3000], (UNREADABLE, "ole-damaged"), "x.xls"),
    Hostile("xls without its last sector", lambda: small("xls")[:-512], (UNREADABLE, "ole-damaged"), "x.xls"),
    Hostile("only the mark of an xls", lambda: small("xls")[:8], (UNREADABLE, "ole-damaged"), "x.xls"),
    Hostile("ods that is no XML", lambda: ods("</x>"), (UNREADABLE, "damaged"), "x.ods"),
)  # fmt: skip
