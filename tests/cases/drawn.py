"""Workbooks drawn as text in a case file: one line a row, cells parted by `|`.

A cell is a number (its decimals become its format), 'a text after an apostrophe, `=A1+A2 -> 5` a formula with
its cached value (nothing after the arrow: never calculated), #REF! an error cell, or any other text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

_NUMBER = re.compile(r"-?\d+(?:\.(\d+))?(%?)")
_FORMULA = re.compile(r"(=.*?)\s*->\s*(.*)")
_ERRORS = ("#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NAME?")


def write(case: Mapping[str, Any], path: Path) -> None:
    """Write the workbook of a case: `sheet` or `sheets`, with hidden_rows, hidden_cols and hidden_sheets."""
    file = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_numbers": False})
    sheets: Mapping[str, str] = case.get("sheets") or {case.get("name", "คะแนน"): case["sheet"]}
    for name, text in sheets.items():
        ws = file.add_worksheet(name)
        for row, line in enumerate(text.rstrip("\n").split("\n")):
            for col, cell in enumerate(line.split("|")):
                _put(file, ws, row, col, cell.strip())
        for row in case.get("hidden_rows", ()):
            ws.set_row(row - 1, None, None, {"hidden": True})
        for letters in case.get("hidden_cols", ()):
            ws.set_column(f"{letters}:{letters}", None, None, {"hidden": True})
        if name in _texts(case.get("hidden_sheets", ())):
            ws.hide()
    file.close()


def _texts(values: Iterable[object]) -> list[str]:
    return [str(v) for v in values]


def _put(file: Any, ws: Any, row: int, col: int, text: str) -> None:
    formula = _FORMULA.fullmatch(text)
    if formula is not None:
        cached = formula[2]
        style = _style(file, cached)
        number = _NUMBER.fullmatch(cached)
        ws.write_formula(row, col, formula[1], style, float(cached.rstrip("%")) if number else cached)
    elif text in _ERRORS:
        ws.write_formula(row, col, f"={text}", None, text)
    elif text.startswith("'"):
        ws.write_string(row, col, text[1:])
    elif _NUMBER.fullmatch(text):
        share = text.endswith("%")
        ws.write_number(row, col, float(text.rstrip("%")) / (100 if share else 1), _style(file, text))
    elif text:
        ws.write_string(row, col, text)


def _style(file: Any, text: str) -> Any:
    number = _NUMBER.fullmatch(text)
    if number is None or (number[1] is None and not number[2]):
        return None
    digits = len(number[1] or "")
    return file.add_format({"num_format": "0" + ("." + "0" * digits if digits else "") + (number[2] or "")})
