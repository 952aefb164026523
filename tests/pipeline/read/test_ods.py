"""What an OpenDocument sheet says beside its values."""

from __future__ import annotations

import pytest

from pipeline.read.ods_styles import cell_formats
from pipeline.read.open_formula import excel_formula
from schemas.grid import Grid
from tests.pipeline.read.raw_ods import ods, ods_cell, ods_gap, ods_row
from tests.pipeline.read.reading_of import read_bytes

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"'
)


def grid_of(table: str) -> Grid:
    book = read_bytes(ods(table), "a.ods")
    assert not book.findings
    (grid,) = book.sheets
    return grid


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("of:=SUM([.A1:.B2];2)", "=SUM(A1:B2,2)"),
        ("of:=[.$A$1]*20", "=$A$1*20"),
        ("of:=[$'ก. ข'.A1]+['it''s'.B2:.C3]", "='ก. ข'!A1+'it''s'!B2:C3"),
        ("of:=[Sheet2.A1]", "=Sheet2!A1"),
        ('of:=IF([.A1]>4;"ดี; มาก";"[.A1]")', '=IF(A1>4,"ดี; มาก","[.A1]")'),
        ("of:=SUM({1;2|3;4})", "=SUM({1,2;3,4})"),
        ("of:=SUM([.A1]~[.B1])", "=SUM(A1,B1)"),
        ("of:=[.#REF!]", "=#REF!"),
        ("msoxl:=SUM(A1,B2)", "=SUM(A1,B2)"),
        ("=1+1", "=1+1"),
    ],
)
def test_formulas_are_written_as_spreadsheet_users_know_them(written: str, expected: str) -> None:
    assert excel_formula(written) == expected


def test_formulas_errors_and_comments_stand_at_their_cells() -> None:
    note = (
        "<office:annotation><dc:date xmlns:dc='x'>2026</dc:date><text:p>ตรวจ</text:p>"
        "<text:p>แล้ว</text:p></office:annotation>"
    )
    grid = grid_of(
        ods_row(
            ods_cell()
            + '<table:table-cell table:formula="of:=[.A1]*2" office:value-type="float" office:value="10">'
            f"{note}<text:p>10.0</text:p></table:table-cell>"
            '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
            'calcext:value-type="error" xmlns:calcext="x"><text:p>#DIV/0!</text:p></table:table-cell>'
        )
    )
    assert grid.formulas == {(1, 2): "=A1*2", (1, 3): "=1/0"}
    assert grid.errors == {(1, 3): "#DIV/0!"}
    assert grid.rows == [[5.0, 10.0, ""]]
    assert grid.comments == {(1, 2): "ตรวจ\nแล้ว"}


def test_repeats_of_cells_rows_and_columns_are_counted() -> None:
    grid = grid_of(
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="3"/>'
        + ods_row(ods_cell(2), 2)
        + ods_row("", 3).replace("<table:table-row", '<table:table-row table:visibility="filter"')
        + ods_row(ods_gap(3) + ods_cell())
    )
    assert grid.rows[0][:2] == grid.rows[1][:2] == [5.0, 5.0]
    assert grid.value(6, 4) == 5.0
    assert grid.hidden_rows == {3, 4, 5}
    assert grid.hidden_cols == {3, 4}


def test_a_table_inside_a_cell_is_no_sheet() -> None:
    inner = f'<table:table table:name="in">{ods_row(ods_cell(9), 9)}</table:table>'
    grid = grid_of(ods_row(f"<table:table-cell>{inner}</table:table-cell>") + ods_row(ods_cell()))
    assert grid.value(2, 1) == 5.0


def styles(data_style: str, cell_styles: str) -> bytes:
    return (
        f"<office:document-styles {SPACES}><office:styles>{data_style}{cell_styles}</office:styles>"
        "</office:document-styles>"
    ).encode()


@pytest.mark.parametrize(
    ("kind", "inside", "code"),
    [
        ("number-style", '<number:number number:min-integer-digits="1"/>', ""),
        ("number-style", '<number:number number:decimal-places="2" number:min-decimal-places="2"/>', "0.00"),
        ("number-style", '<number:number number:decimal-places="2" number:min-decimal-places="0"/>', "0.##"),
        ("number-style", '<number:number number:decimal-places="0" number:grouping="true"/>', "#,##0"),
        (
            "percentage-style",
            '<number:number number:decimal-places="1"/><number:text>%</number:text>',
            "0.0%",
        ),
        (
            "number-style",
            '<number:number number:decimal-places="1"/><number:text> คะแนน</number:text>',
            '0.0" คะแนน"',
        ),
        (
            "date-style",
            '<number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/>'
            '<number:text>/</number:text><number:year number:style="long" number:calendar="buddhist"/>',
            "dd/mm/bbbb",
        ),
        ("number-style", '<number:scientific-number number:decimal-places="2"/>', "0.00E+00"),
    ],
)
def test_data_styles_become_format_codes(kind: str, inside: str, code: str) -> None:
    data_style = f'<number:{kind} style:name="N1">{inside}</number:{kind}>'
    cell_styles = (
        '<style:style style:name="base" style:family="table-cell" style:data-style-name="N1"/>'
        '<style:style style:name="ce1" style:family="table-cell" style:parent-style-name="base"/>'
        '<style:style style:name="loop" style:family="table-cell" style:parent-style-name="loop"/>'
    )
    expected = {"base": code, "ce1": code} if code else {}
    assert cell_formats(styles(data_style, cell_styles), b"") == expected


def test_thai_digits_are_told_by_the_format() -> None:
    data_style = (
        '<number:number-style style:name="N1" number:transliteration-format="๑">'
        '<number:number number:decimal-places="2"/></number:number-style>'
    )
    cell = '<style:style style:name="a" style:family="table-cell" style:data-style-name="N1"/>'
    assert cell_formats(styles(data_style, cell), b"") == {"a": "t0.00"}
