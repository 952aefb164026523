"""Formats as runs: the same mapping that single entries would be, however the rows are made."""

from __future__ import annotations

import io
import random

import pytest
import xlsxwriter

from pipeline.read import evidence
from pipeline.read.format_runs import FormatRuns, format_runs
from tests.pipeline.read.reading_of import read_bytes

CODES = {"1": "0.00", "3": "0%"}


def runs_of(rows: str) -> FormatRuns:
    xml = f"<sheetData>{rows}</sheetData>".encode()
    return format_runs(xml, 0, len(xml), CODES)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ('<c r="B7" s="1"><v>1</v></c><c r="C7" s="1"><v>1</v></c>', {(7, 2): "0.00", (7, 3): "0.00"}),
        ('<c r="B7" s="1"><v>1</v></c><c r="D7" s="1"><v>1</v></c>', {(7, 2): "0.00", (7, 4): "0.00"}),
        ('<c r="Z7" s="3"><v>1</v></c><c r="AA7" s="2"><v>1</v></c>', {(7, 26): "0%"}),
        ('<c r="B7" s="1"/><c r="C7" s="1"><v>1</v></c><c r="D7" s="1"></c>', {(7, 3): "0.00"}),
        ('<c r="B7"><v>1</v></c><c r="C7" t="s" s="1"><v>1</v></c>', {(7, 3): "0.00"}),
        (
            '<c r="B7" s="1" t="str"><f>A1</f><v>1</v></c><c r="C7" s="3"><v>1</v></c>',
            {(7, 2): "0.00", (7, 3): "0%"},
        ),
        ('<c r="B7" t="inlineStr"><is><t> s="1" &lt;c r="Z9" s="1"</t></is></c>', {}),
        ("", {}),
    ],
)
def test_the_rows_that_there_are(row: str, expected: dict[tuple[int, int], str]) -> None:
    runs = runs_of(f'<row r="7" s="3" customFormat="1">{row}</row><row r="8"/>')
    assert runs == expected
    assert dict(runs.items()) == expected
    assert len(runs) == len(expected)
    assert set(runs) == set(expected)
    assert all(runs.get((r, c)) == expected.get((r, c)) for r in (6, 7, 8) for c in range(30))


def test_runs_and_entries_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(11)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        formats = [None, *(book.add_format({"num_format": code}) for code in ("0.00", "0%", "@"))]
        for row in range(60):
            style = rng.choice(formats)
            for col in range(rng.randrange(40)):
                if rng.random() < 0.2:
                    style = rng.choice(formats)
                match rng.randrange(5):
                    case 0:
                        sheet.write_blank(row, col, None, style)
                    case 1:
                        sheet.write_string(row, col, "ก", style)
                    case _:
                        sheet.write_number(row, col, 4.5, style)
    (entries,) = read_bytes(out.getvalue()).sheets
    monkeypatch.setattr(evidence, "MANY_CELLS", 0)
    (runs,) = read_bytes(out.getvalue()).sheets
    assert isinstance(entries.formats, dict)
    assert isinstance(runs.formats, FormatRuns)
    assert runs == entries
    assert len(runs.formats) == len(entries.formats) > 100
