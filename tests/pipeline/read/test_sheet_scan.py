"""The pre-scan by itself: what it counts, how far it looks, and what it refuses."""

from __future__ import annotations

import pytest

from pipeline.read import Limits, sheet_scan
from pipeline.read.refusal import Refused
from pipeline.read.sheet_scan import SheetScan, scan_sheet
from tests.pipeline.read.raw_xlsx import sheet_xml

ROWS = (
    '<row r="2"><c r="B2"><v>1</v></c><c r="AB2" t="s"><v>0</v></c></row>'
    '<row r="7" spans="1:9"><c r="C7" s="1"/></row><row r="9"/>'
)


def scan(rows: str, limits: Limits = Limits(), *, head: str = "", tail: str = "") -> SheetScan:  # noqa: B008
    return scan_sheet(sheet_xml(rows, head=head, tail=tail).encode(), "a", limits)


def refused(rows: str, limits: Limits, tail: str = "") -> tuple[str, dict[str, object]]:
    with pytest.raises(Refused) as refusal:
        scan(rows, limits, tail=tail)
    assert refusal.value.fault.name == "unsafe-file"
    return refusal.value.fault.reason, dict(refusal.value.fault.values)


def test_what_a_plain_sheet_holds() -> None:
    found = scan(ROWS)
    assert (found.cells, found.rows, found.cols) == (3, 9, 28)
    assert found.regular
    assert not found.formulas
    assert not found.errors
    assert not found.hidden


@pytest.mark.parametrize(
    ("rows", "head", "seen"),
    [
        ('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>', "", "formulas"),
        ('<row r="1"><c r="A1"><f t="shared" si="0"/><v>2</v></c></row>', "", "formulas"),
        ('<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>', "", "errors"),
        ('<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>', "", "hidden"),
        ('<row r="1" ht="0"><c r="A1"><v>1</v></c></row>', "", "hidden"),
        (
            '<row r="1"><c r="A1"><v>1</v></c></row>',
            '<cols><col min="1" max="1" hidden="1"/></cols>',
            "hidden",
        ),
        (
            '<row r="1"><c r="A1"><v>1</v></c></row>',
            '<cols><col min="1" max="1" width="0"/></cols>',
            "hidden",
        ),
    ],
)
def test_what_wants_a_closer_look_is_seen(rows: str, head: str, seen: str) -> None:
    found = scan(rows, head=head)
    assert {name for name in ("formulas", "errors", "hidden") if getattr(found, name)} == {seen}


@pytest.mark.parametrize(
    "rows",
    [
        "<row r='1'><c r='A1'><v>1</v></c></row>",
        '<row r="1"><c><v>1</v></c></row>',
        '<row r="1"><c\tr="A1"><v>1</v></c></row>',
        '<row r="1"><c s="1" r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t=\'s\'><v>1</v></c></row>',
    ],
)
def test_odd_spellings_are_walked_cell_by_cell(rows: str) -> None:
    found = scan(rows)
    assert (found.regular, found.cells, found.rows, found.cols) == (False, 1, 1, 1)


def test_limits_on_cells_area_and_merges() -> None:
    assert refused(ROWS, Limits(cells=2)) == ("cells", {"sheet": "a", "found": 3, "limit": 2})
    assert refused(ROWS, Limits(cells=50)) == ("area", {"sheet": "a", "rows": 2, "columns": 28, "limit": 50})
    merged = '<mergeCells><mergeCell ref="A1:J10"/><mergeCell ref="B20:C20"/></mergeCells>'
    assert refused("", Limits(merges=1), merged)[0] == "merges"
    assert refused("", Limits(cells=101), merged) == (
        "merged-area",
        {"sheet": "a", "found": 102, "limit": 101},
    )
    assert scan("", Limits(cells=102, merges=2), tail=merged).cells == 0


def test_merges_that_are_none_are_left_to_the_parser() -> None:
    scan("", tail='<mergeCells><mergeCell ref="A1:ก9"/><mergeCell/><mergeCell ref="C3:A1"/></mergeCells>')


def test_empty_cells_far_out_do_not_count_as_reach() -> None:
    """Styled to the last row, as whole columns are; only values make an area."""
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert (scan(rows).rows, scan(rows).cols) == (1, 1)


def test_many_rows_are_searched_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_scan, "MANY_ROWS", 1)
    found = scan(ROWS)
    assert (found.rows, found.cols, found.hidden) == (2, 28, False)
    assert scan(ROWS.replace('"7"', '"7" hidden="1"')).hidden
