"""Reopening a written file with a reader that is not ours, to hold the generator to its own expectations."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import python_calamine

from schemas.cell import parse_a1
from tests.books.writer_text import TEXT_FORMATS


def values(path: Path, form: str) -> dict[str, list[list[object]]]:
    """Return the values of every sheet, from its first row and column on; text has one sheet ''."""
    if form in TEXT_FORMATS:
        text = TEXT_FORMATS[form]
        content = path.read_bytes().decode(text.encoding)
        return {"": [list(r) for r in csv.reader(io.StringIO(content, newline=""), delimiter=text.delimiter)]}
    book = python_calamine.load_workbook(str(path))
    sheets: dict[str, list[list[object]]] = {}
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        top, left = sheet.start or (0, 0)
        lines: list[list[object]] = [[] for _ in range(top)]
        for row in sheet.to_python(skip_empty_area=True):
            line: list[object] = [""] * left
            lines.append(line + list(row))
        sheets[name] = lines
    return sheets


def at(sheets: dict[str, list[list[object]]], sheet: str, cell: str) -> object:
    """Return the value at an address; '' beyond the written part."""
    row, col = parse_a1(cell)
    lines = sheets.get(sheet, sheets.get("", []))
    return lines[row - 1][col - 1] if row <= len(lines) and col <= len(lines[row - 1]) else ""


def same(value: object, raw: str) -> bool:
    """Tell whether a stored value is what the expectation calls raw."""
    if isinstance(value, str):
        return value == raw
    if isinstance(value, (int, float)):
        return abs(Decimal(repr(float(value))) - Decimal(raw)) <= Decimal("1e-11")
    return False
