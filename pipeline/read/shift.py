"""A shared formula written out at another cell: relative references move, everything else stays."""

from __future__ import annotations

import re

from schemas.cell import column_letters, parse_a1

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384

_TOKEN = re.compile(
    r'"(?:[^"]|"")*"'  # a text
    r"|'(?:[^']|'')*'"  # a quoted sheet name
    r"|\[(?:[^\[\]]|\[[^\]]*\])*\]"  # a table's column or another workbook
    r"|(?<![\w.$\\])(?:"
    r"(?P<ca>\$?)(?P<cl>[A-Za-z]{1,3})(?P<ra>\$?)(?P<rn>[1-9][0-9]{0,6})"  # a cell
    r"|(?P<c1a>\$?)(?P<c1>[A-Za-z]{1,3}):(?P<c2a>\$?)(?P<c2>[A-Za-z]{1,3})"  # whole columns
    r"|(?P<r1a>\$?)(?P<r1>[1-9][0-9]{0,6}):(?P<r2a>\$?)(?P<r2>[1-9][0-9]{0,6})"  # whole rows
    r")(?![\w.(!\\])"
)


def shifted(formula: str, rows: int, cols: int) -> str:
    """Return the formula as it reads `rows` further down and `cols` further right.

    A reference that would leave the sheet becomes #REF!, as in a spreadsheet.
    """
    return _TOKEN.sub(lambda match: _moved(match, rows, cols), formula)


def _moved(match: re.Match[str], rows: int, cols: int) -> str:
    part = match.groupdict()
    if part["cl"]:
        return _column(part["ca"], part["cl"], cols, _row(part["ra"], part["rn"], rows))
    if part["c1"]:
        return _column(part["c1a"], part["c1"], cols, ":") + _column(part["c2a"], part["c2"], cols, "")
    if part["r1"]:
        return f"{_row(part['r1a'], part['r1'], rows)}:{_row(part['r2a'], part['r2'], rows)}"
    return match[0]


def _row(absolute: str, digits: str, rows: int) -> str:
    if absolute:
        return f"${digits}"
    number = int(digits) + rows
    return str(number) if 1 <= number <= MOST_ROWS else "#REF!"


def _column(absolute: str, letters: str, cols: int, rest: str) -> str:
    if rest.startswith("#"):
        return rest
    if absolute:
        return f"${letters}{rest}"
    number = parse_a1(f"{letters}1")[1] + cols
    return column_letters(number) + rest if 1 <= number <= MOST_COLUMNS else "#REF!"
