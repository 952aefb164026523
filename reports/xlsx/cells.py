"""Writing cells safely: text is never a formula, numbers stay numbers, links jump to a cell."""

from __future__ import annotations

import re
from decimal import Decimal

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from schemas.finding import Severity

LONGEST = 32_000
"""A cell holds 32,767 characters."""
FILLS = {
    Severity.ERROR: PatternFill("solid", start_color="FFF8D7D2"),
    Severity.WARNING: PatternFill("solid", start_color="FFFCEBBF"),
    Severity.INFO: PatternFill("solid", start_color="FFDDE8F3"),
}
FONT = "TH Sarabun New"
BODY = Font(name=FONT, size=14)
BOLD = Font(name=FONT, size=14, bold=True)
TITLE = Font(name=FONT, size=20, bold=True)
LINK = Font(name=FONT, size=14, underline="single", color="FF14506B")
WRAPPED = Alignment(wrap_text=True, vertical="top", indent=1)
TOP = Alignment(vertical="top")


HEAD_FILL = PatternFill("solid", start_color="FF14506B")
HEAD = Font(name=FONT, size=14, bold=True, color="FFFFFFFF")
LINE = Border(bottom=Side("thin", color="FFD8D4C8"))
LINE_HEIGHT = 24
"""Points a line of Thai at 14 points needs, also where a taller font stands in for ours: Laksaman takes 23.7."""
ABOVE_AND_BELOW = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")
"""Thai vowels and tone marks that take no width of their own."""


def lines_of(text: str, letters: float) -> int:
    """Return how many lines of so many letters a text takes; marks above and below a letter take no room."""
    return sum(
        1 + int(sum(letter not in ABOVE_AND_BELOW for letter in line) // letters) for line in text.split("\n")
    )


def clean(text: str) -> str:
    """Return text without the control characters that a workbook cannot hold, cut to what a cell holds."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST]


def put(
    sheet: Worksheet,
    row: int,
    col: int,
    value: str | int | Decimal | None,
    font: Font = BODY,
    wrapped: bool = True,
) -> Cell:
    """Write one value and return its cell; a text that looks like a formula stays text."""
    cell = sheet.cell(row, col)
    assert isinstance(cell, Cell)
    if isinstance(value, str):
        cell.value = clean(value)
        cell.data_type = "s"
    else:
        cell.value = value
    cell.font = font
    cell.alignment = WRAPPED if wrapped and isinstance(value, str) else TOP
    return cell


def link(cell: Cell, sheet: str, range_: str, file: str | None = None) -> None:
    """Make a cell jump to a range: of this workbook, or of a file where one is given."""
    location = f"{quoted(sheet)}!{range_}"
    if file is None:
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=location, display=str(cell.value))
    else:
        cell.hyperlink = f"{file}#{location}"
    cell.font = LINK


def quoted(sheet: str) -> str:
    """Return a sheet's name as a reference holds it."""
    return "'" + sheet.replace("'", "''") + "'"


def free_title(wanted: str, taken: list[str]) -> str:
    """Return a sheet title no other sheet has: at most 31 characters, none that titles forbid."""
    base = re.sub(r"[\[\]:*?/\\]", " ", wanted)[:31]
    title, number = base, 2
    while title.casefold() in {name.casefold() for name in taken}:
        ending = f" {number}"
        title, number = base[: 31 - len(ending)] + ending, number + 1
    return title
