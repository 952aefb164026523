"""What stands beside the values of an xlsx, held to openpyxl, and to itself under every spelling of XML."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.formula import ArrayFormula

from schemas.grid import Book
from tests.pipeline.read.raw_xlsx import sheet_xml, xlsx, zipped
from tests.pipeline.read.reading_of import read_bytes, read_path, told


def by_openpyxl() -> bytes:
    """A workbook of formulas never calculated, formats, hidden parts, comments and two kinds of sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "คะแนน & รวม"
    sheet["B2"] = "สพด."
    sheet["C2"], sheet["D2"] = 4.96, "=C2*2"
    sheet["C2"].number_format, sheet["D2"].number_format = "0.0", "0.00%"
    sheet["E2"] = '=IF(C2<5,"ต่ำ & น้อย","สูง")'
    sheet["F2"] = "=1/0"
    sheet["G2"] = ArrayFormula("G2:G3", "=SUM(C2:C3*D2:D3)")
    sheet["B4"], sheet["C4"] = dt.datetime(2025, 1, 8), True
    sheet["H5"] = "ท้ายสุด"
    sheet["C2"].comment = Comment("ตรวจแล้ว\nบรรทัดสอง", "ผู้ตรวจ")
    sheet.merge_cells("B6:D7")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions.group("E", "G", hidden=True)
    hidden = book.create_sheet("ซ่อน")
    hidden["A1"] = 1
    hidden.sheet_state = "veryHidden"
    return saved(book)


def by_xlsxwriter() -> bytes:
    """A workbook of formulas with cached values of every type, and dismissed warnings."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("a")
        two = book.add_format({"num_format": "0.00"})
        sheet.write_row("A1", ["ก", 1, 2.5, ""])
        sheet.write_formula("A2", "=SUM(B1:C1)", two, 3.5)
        sheet.write_formula("B2", '=A1&"x"', None, "กx")
        sheet.write_formula("C2", "=1/0", two, "#DIV/0!")
        sheet.write_formula("D2", "=B1>1", None, False)
        sheet.write_formula("E2", "=Z9", None, "")
        sheet.write_string("A3", "5")
        sheet.ignore_errors({"number_stored_as_text": "A3:A9 C1", "eval_error": "C2"})
        sheet.set_column("C:D", None, None, {"hidden": True})
        sheet.set_row(2, None, None, {"hidden": True})
    return out.getvalue()


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


BOOKS = {"openpyxl": by_openpyxl, "xlsxwriter": by_xlsxwriter}


@pytest.mark.parametrize("make", BOOKS.values(), ids=list(BOOKS))
def test_openpyxl_finds_the_same(make: Callable[[], bytes]) -> None:
    data = make()
    ours = read_bytes(data)
    theirs = openpyxl.load_workbook(io.BytesIO(data))
    cached = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    assert [(g.name, g.visible) for g in ours.sheets] == [
        (name, theirs[name].sheet_state == "visible") for name in theirs.sheetnames
    ]
    for grid in ours.sheets:
        sheet = theirs[grid.name]
        formulas, formats, errors, comments = {}, {}, {}, {}
        for cell in (cell for line in sheet.iter_rows() for cell in line):
            place = (int(cell.row or 0), int(cell.column or 0))
            written = cell.value
            stored = cached[grid.name].cell(*place).value
            if cell.data_type == "f":
                formulas[place] = written.text if isinstance(written, ArrayFormula) else written
            if written is not None and cell.number_format not in ("General", "@"):
                formats[place] = cell.number_format
            if isinstance(stored, str) and stored.startswith("#"):
                errors[place] = stored
            else:
                assert same(grid.value(*place), stored), (place, stored)
            if cell.comment is not None:
                comments[place] = cell.comment.text
        assert grid.formulas == formulas
        assert grid.formats == formats
        assert grid.errors == errors
        assert grid.comments == comments
        assert grid.hidden_rows == {r for r, row in sheet.row_dimensions.items() if row.hidden}
        groups = [group for group in sheet.column_dimensions.values() if group.hidden]
        hidden = {col for group in groups for col in range(group.min or 0, (group.max or 0) + 1)}
        assert grid.hidden_cols == {col for col in hidden if col <= sheet.max_column}
        assert {tuple(merge) for merge in grid.merges} == {
            (m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges
        }


def same(ours: object, theirs: object) -> bool:
    if isinstance(theirs, dt.datetime) and isinstance(ours, dt.date):
        return ours.isoformat()[:10] == theirs.isoformat()[:10]
    return ours == ("" if theirs is None else theirs)


def test_a_chart_sheet_is_there_without_cells() -> None:
    book = openpyxl.load_workbook(io.BytesIO(by_openpyxl()))
    book.create_chartsheet("แผนภูมิ", 1)
    read = read_bytes(saved(book))
    assert [(g.name, bool(g.rows)) for g in read.sheets] == [
        ("คะแนน & รวม", True),
        ("แผนภูมิ", False),
        ("ซ่อน", True),
    ]


def test_formulas_without_a_result_are_told_from_those_whose_result_is_empty() -> None:
    rows = (
        '<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>C1</f><v></v></c><c r="C1"><f>D1</f><v/></c>'
        '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f>1</f><v>1</v></c></row>'
    )
    (grid,) = read_bytes(xlsx(sheet_xml(rows))).sheets
    assert grid.uncached == {(1, 1), (1, 2), (1, 3)}
    assert len(grid.formulas) == 5


def test_shared_formulas_are_written_out_at_every_cell() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="0"></f><v>2</v></c><c r="C3"><f t="shared" si="9"/></c></row>'
    )
    (grid,) = read_bytes(xlsx(sheet_xml(rows))).sheets
    assert grid.formulas == {(1, 2): "=A1*$A$1", (2, 2): "=A2*$A$1", (3, 2): "=A3*$A$1", (3, 3): "="}


def prefixed(xml: str) -> str:
    renamed = re.sub(r"<(/?)(?=\w)", r"<\1x:", xml)
    return renamed.replace(' xmlns="', ' xmlns:x="', 1)


def cdata(xml: str) -> str:
    return re.sub(
        r"(<f[^>/]*>)([^<]+)(</f>)", lambda m: f"{m[1]}<![CDATA[{html.unescape(m[2])}]]>{m[3]}", xml
    )


SPELLINGS: dict[str, Callable[[str], str]] = {
    "prefixed": prefixed,
    "single quotes": lambda xml: re.sub(r'([\w:]+)="([^"\']*)"', r"\1='\2'", xml),
    "broken lines": lambda xml: re.sub(r"<(\w+) ", "<\\1\n\t", xml),
    "comments": lambda xml: xml.replace("<row ", '<!-- <c r="A1"><f>x</f></c> --><row '),
    "cdata": cdata,
    "instructions": lambda xml: xml.replace("<row ", '<?x <c r="A1" t="e"/> ?><row '),
    "other order": lambda xml: re.sub(r'<c (r="\w+")((?: \w+="\w+")+)>', r"<c\2 \1>", xml),
}


@pytest.mark.parametrize("make", BOOKS.values(), ids=list(BOOKS))
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_of_the_same_xml_says_the_same(make: Callable[[], bytes], spelling: str) -> None:
    data = make()
    respelled = with_sheets(data, SPELLINGS[spelling])
    assert respelled != data
    expected, found = read_bytes(data), read_bytes(respelled)
    assert not expected.findings
    assert replace(found, sha256="") == replace(expected, sha256="")


def test_cells_without_an_address_follow_one_another() -> None:
    with_address = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row>'
        '<row r="2" hidden="1"><c r="A2" t="e"><v>#N/A</v></c></row>'
    )
    without = re.sub(r' r="[A-Z]*[0-9]"', "", with_address)
    assert read_bytes(xlsx(sheet_xml(without))).sheets == read_bytes(xlsx(sheet_xml(with_address))).sheets


def test_parts_in_wide_characters_are_refused_for_the_parser_would_skip_them_in_silence() -> None:
    wide = with_sheets(by_xlsxwriter(), lambda xml: xml.replace("UTF-8", "UTF-16"), "utf-16")
    assert told(read_bytes(wide)) == [("unreadable-file", "zip-damaged")]


def with_sheets(data: bytes, respell: Callable[[str], str], encoding: str = "utf-8") -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for name, part in members.items():
        if name.startswith("xl/worksheets/sheet"):
            members[name] = respell(part.decode()).encode(encoding)
    return zipped(members)


def test_what_belongs_to_the_workbook_is_told(tmp_path: Path) -> None:
    related = (
        '<Relationships><Relationship Id="rId1" Type="x/externalLinkPath" Target="file:///Z:/old%20scores.xlsx" '
        'TargetMode="External"/></Relationships>'
    )
    data = xlsx(
        sheet_xml('<row r="1"><c r="A1"><v>5</v></c></row>'),
        workbook_tail='<calcPr calcId="1" calcMode="manual"/>',
        extra={
            "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0",
            "xl/externalLinks/externalLink1.xml": "<externalLink/>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": related,
        },
    )
    book = read_bytes(data)
    assert (book.manual_calculation, book.macros) == (True, True)
    assert book.external_links == ("file:///Z:/old%20scores.xlsx",)
    plain = read_bytes(by_xlsxwriter())
    assert (plain.manual_calculation, plain.macros, plain.external_links) == (False, False, ())


def test_dismissed_warnings_are_evidence() -> None:
    assert set(read_bytes(by_xlsxwriter()).sheets[0].ignored_warnings) == {"A3:A9", "C1", "C2"}


def test_threads_stand_before_the_notes_they_replace() -> None:
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    note = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    data = xlsx(
        sheet_xml('<row r="1"><c r="A1"><v>5</v></c></row>'),
        extra={
            "xl/worksheets/_rels/sheet1.xml.rels": (
                f'<Relationships><Relationship Id="a" Type="{kind}" Target="../threadedComments/t1.xml"/>'
                f'<Relationship Id="b" Type="{note}" Target="/xl/comments1.xml"/></Relationships>'
            ),
            "xl/comments1.xml": (
                '<comments><commentList><comment ref="A1"><text><r><t>[Threaded comment]</t></r></text></comment>'
                '<comment ref="B2"><text><t>ก</t><t xml:space="preserve"> &amp; ข</t></text></comment>'
                "</commentList></comments>"
            ),
            "xl/threadedComments/t1.xml": (
                '<ThreadedComments><threadedComment ref="A1" id="1"><text>ทำไม 5</text></threadedComment>'
                '<threadedComment ref="A1" id="2"><text>ตามหลักฐาน</text></threadedComment></ThreadedComments>'
            ),
        },
    )
    (grid,) = read_bytes(data).sheets
    assert grid.comments == {(1, 1): "ทำไม 5\nตามหลักฐาน", (2, 2): "ก & ข"}


def test_a_height_or_width_of_zero_hides_as_well() -> None:
    data = xlsx(
        sheet_xml(
            '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2" ht="0" customHeight="1">'
            '<c r="A2"><v>1</v></c></row><row r="3" ht="0.75"><c r="A3"><v>1</v></c></row>',
            head='<cols><col min="2" max="16384" width="0" customWidth="1"/></cols>',
        )
    )
    (grid,) = read_bytes(data).sheets
    assert grid.hidden_rows == {2}
    assert grid.hidden_cols == {2, 3}


def test_formats_that_only_a_number_names() -> None:
    styles = (
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0&quot; คะแนน&quot;"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="10"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="60"/><xf numFmtId="164"/>'
        '<xf numFmtId="49"/></cellXfs></styleSheet>'
    )
    cells = "".join(f'<c r="{get_column_letter(s + 1)}1" s="{s}"><v>1</v></c>' for s in range(5))
    (grid,) = read_bytes(
        xlsx(sheet_xml(f'<row r="1" s="1">{cells}<c r="F1" s="1"/></row>'), extra={"xl/styles.xml": styles})
    ).sheets
    assert grid.formats == {(1, 2): "0.00%", (1, 3): "t0.00", (1, 4): '0.0" คะแนน"'}


def test_reopening_the_file_gives_the_raw_value(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(by_openpyxl())
    book: Book = read_path(path)
    sheet = openpyxl.load_workbook(path)[book.sheets[0].name]
    values = [
        (r, c, value)
        for r, row in enumerate(book.sheets[0].rows, 1)
        for c, value in enumerate(row, 1)
        if value != "" and not isinstance(value, dt.date)
    ]
    assert values
    assert all(sheet.cell(r, c).value == value for r, c, value in values)
