"""The source sheet as other files: the same cells as an xlsx, a cp874 csv and a tsv, and what must be read.

Where things stand is written down by hand, row by row, from the dump itself.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from tests.books.expected import (
    ExpectedFigure,
    ExpectedFinding,
    ExpectedIndicator,
    ExpectedLevel,
    ExpectedScore,
    ExpectedTable,
    ExpectedUnit,
    Written,
)
from tests.books.page import Cell, Sheet

SOURCE = Path(__file__).parents[2] / "fixtures" / "source" / "kpi-6.6-to-6.10.txt"
FORMS = ("xlsx", "csv-cp874", "tsv")
UNITS = range(7, 32)
PAIRS = range(7, 45, 2)
INDICATOR_ROWS = (5, 8, 13, 14, 15)
CRITERIA = ((6, 1, "6"), (7, 1, "12"), (16, 5, "6"), (17, 5, "12"))
"""(row, indicator position, round) of the rows whose level texts belong to a round."""
LAST_ROW = 18
_THRESHOLD = re.compile(r"(?:ร้อยละ )?(\d+)(?: |$)")
_NUMBER = re.compile(r"\d+(\.\d+)?")


def source_book(name: str = "source-sheet") -> Written:
    """Return the dump as a page with what must be read and found in it."""
    sheet = Sheet("kpi")
    cells: dict[tuple[int, int], Cell] = {}
    for row, line in enumerate(SOURCE.read_text(encoding="utf-8").splitlines(), 1):
        for col, text in enumerate(line.split("\t"), 1):
            if text.strip():
                value: str | Decimal = Decimal(text) if _NUMBER.fullmatch(text) else text
                cells[row, col] = sheet.put(row, col, value)
    table = ExpectedTable("matrix", sheet, packed=True)
    table.units = [ExpectedUnit(str(cells[4, col].value), cells[4, col]) for col in UNITS]
    for n, row in enumerate(INDICATOR_ROWS, 1):
        number, _, title = str(cells[row, 1].value).partition(" ")
        table.indicators.append(ExpectedIndicator(number, title, cells[row, 1]))
        for unit, col in enumerate(UNITS, 1):
            score = cells[row, col].value
            assert isinstance(score, Decimal)
            table.scores.append(ExpectedScore(n, unit, "scored", score, cells[row, col]))
        table.levels += _levels(cells, row, n, None)
    for row, n, round_ in CRITERIA:
        table.levels += _levels(cells, row, n, round_)
    for unit, col in enumerate(PAIRS, 1):
        for k, quantity in enumerate(("full_marks", "converted")):
            cell = cells[LAST_ROW, col + k]
            assert isinstance(cell.value, Decimal)
            table.reported.append(
                ExpectedFigure(unit, None, quantity, cell.value, cell, None, 0 if k == 0 else 2)
            )
    findings = [
        ExpectedFinding(
            "orphan-values", tuple(cells[row, col] for row in INDICATOR_ROWS for col in range(32, 38))
        ),
        ExpectedFinding("ambiguous-alignment"),
        ExpectedFinding("duplicate-unit", (cells[4, 18],)),
        ExpectedFinding("reported-missing"),
        ExpectedFinding("partial-sheet"),
        ExpectedFinding("full-marks-mismatch"),
        ExpectedFinding("converted-mismatch"),
    ]
    return Written(name, [sheet], [table], findings, mismatches=list(table.reported), traits=("source",))


def _levels(
    cells: dict[tuple[int, int], Cell], row: int, indicator: int, round_: str | None
) -> list[ExpectedLevel]:
    found = []
    for level in range(1, 6):
        if (cell := cells.get((row, level + 1))) is None:
            continue
        text = str(cell.value)
        digits = re.findall(r"\d+", text)
        plain = _THRESHOLD.match(text)
        threshold = Decimal(plain[1]) if plain else None
        certain = plain is not None or not digits
        found.append(ExpectedLevel(indicator, round_, level, text, threshold, cell, certain))
    return found
