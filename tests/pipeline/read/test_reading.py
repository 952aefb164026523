"""Reading as a whole: files in, books out in order, and a bad file costs itself alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from pipeline.read import Source
from tests.pipeline.read.reading_of import read_all, read_bytes, read_path, told

SOURCE_SHEET = Path(__file__).parents[3] / "fixtures" / "source" / "kpi-6.6-to-6.10.txt"


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A small workbook of two sheets, the second hidden."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "คะแนน"
    sheet["B2"] = "สพด."
    sheet["C3"] = 4.5
    sheet.merge_cells("B2:C2")
    book.create_sheet("เก่า").sheet_state = "hidden"
    book["เก่า"]["A1"] = 1
    path = tmp_path / "งาน.xlsx"
    book.save(path)
    return path


def test_the_source_sheet_keeps_its_lines_and_its_empty_fields() -> None:
    book = read_path(SOURCE_SHEET)
    (grid,) = book.sheets
    lines = SOURCE_SHEET.read_text(encoding="utf-8").split("\n")
    assert (book.format, book.encoding, book.delimiter) == ("txt", "utf-8", "\t")
    assert grid.value(4, 7) == "สพด."
    assert grid.value(5, 37) == "5"
    assert len(grid.rows[3]) == 44
    assert ["\t".join(map(str, row)) for row in grid.rows] == lines[: len(grid.rows)]


def test_a_workbook_keeps_sheets_values_merges_and_visibility(workbook: Path) -> None:
    book = read_path(workbook)
    assert book.format == "xlsx"
    assert [(g.name, g.visible) for g in book.sheets] == [("คะแนน", True), ("เก่า", False)]
    first = book.sheets[0]
    assert first.rows == [["", "", ""], ["", "สพด.", ""], ["", "", 4.5]]
    assert first.merges == ((2, 2, 2, 3),)
    assert book.findings == ()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ("unreadable-file", "empty")),
        (b"\r\n\t\t\r\n", ("unreadable-file", "empty")),
        (b"PK\x03\x04 and then nothing", ("unreadable-file", "zip-cut-off")),
        (b"\x89PNG\r\n\x1a\n", ("unsupported-format", "other-kind")),
        (b"<html><table><tr><td>5</table>", ("unsupported-format", "html")),
        (b"%PDF-1.7", ("unsupported-format", "other-kind")),
    ],
)
def test_what_cannot_be_read_is_a_named_finding(data: bytes, expected: tuple[str, str]) -> None:
    book = read_bytes(data, "x.xlsx")
    assert told(book) == [expected]
    assert not book.readable


def test_missing_files_and_folders_are_named_findings(tmp_path: Path) -> None:
    assert told(read_path(tmp_path / "none.xlsx")) == [("unreadable-file", "missing")]
    assert told(read_path(tmp_path)) == [("unreadable-file", "folder")]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_unreadable(workbook: Path, share: float) -> None:
    data = workbook.read_bytes()
    assert told(read_bytes(data[: int(len(data) * share)])) == [("unreadable-file", "zip-cut-off")]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_books_come_in_the_order_of_their_sources_and_bad_ones_cost_themselves_alone(
    workbook: Path, jobs: int
) -> None:
    sources = [
        Source("a", workbook),
        Source("b", data=b""),
        Source("c", SOURCE_SHEET),
        Source("d", Path("/nowhere/at/all")),
        Source("e", workbook),
    ]
    books = read_all(sources, jobs=jobs)
    assert [b.file for b in books] == ["a", "b", "c", "d", "e"]
    assert [b.readable for b in books] == [True, False, True, False, True]
    assert books[0].sha256 == books[4].sha256


def test_nothing_to_read_is_no_books() -> None:
    assert read_all([]) == []
