"""From a formula's text to its tree.

The grammar is formualizer's: of the parsers tried it alone gave the right tree for every formula of the test
list (unary minus before `^`, `^` from the left, `%%`, `@`, `#`, Thai sheet names), it bounds nesting, and it
loads in about 10 ms. It only parses here: its evaluation is binary floating point.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from pipeline.formulas.nodes import (
    ArrayLiteral,
    Axis,
    Binary,
    Call,
    ErrorLiteral,
    Literal,
    Node,
    Omitted,
    Opaque,
    Reference,
    Unary,
    references,
)
from schemas.cell import parse_a1
from schemas.exact import decimal_of_float

LONGEST = 8192
"""A spreadsheet's own limit on a formula's characters."""

ERROR_CODES = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})

_QUOTED_ERROR = re.compile(r'"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A)"', re.IGNORECASE)
_TOKEN = re.compile(
    r'"(?:[^"]|"")*"'  # a text
    r"|'(?:[^']|'')*'"  # a quoted sheet name
    r"|(?<![\w.$])(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})(?![\w(.!\[])"  # a cell
)
_SHEET = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!(.+)", re.DOTALL)
_CORNER = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})")
_COLUMN = re.compile(r"(\$?)([A-Za-z]{1,3})")
_ROW = re.compile(r"(\$?)([1-9][0-9]{0,6})")


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """One formula.

    form: its text with relative references, the same for every copy of it. tree: None where it could not be
    parsed. reads: what it refers to, in the order written, each with the function it stands in ('': none).
    """

    form: str
    tree: Node | None
    reads: tuple[tuple[str, Reference | Opaque], ...] = ()


def relative_form(text: str, row: int, col: int) -> tuple[str, int]:
    """Return the text with each cell written as a distance from (row, col), and how many cells it names."""
    count = 0

    def distance(match: re.Match[str]) -> str:
        nonlocal count
        letters = match[2]
        if letters is None:
            return match[0]
        count += 1
        r = match[4] if match[3] else f"[{int(match[4]) - row}]"
        c = _column(letters) if match[1] else f"[{_column(letters) - col}]"
        return f"R{r}C{c}"

    return _TOKEN.sub(distance, text), count


class Parser:
    """Parses the formulas of one run; copies of one formula are parsed once."""

    def __init__(self) -> None:
        self._known: dict[str, Formula] = {}

    def parse(self, text: str, row: int, col: int) -> Formula:
        """Return the formula that stands at a 1-based row and column."""
        if len(text) > LONGEST:
            return Formula(f"{text}@{row},{col}", None)
        form, cells = relative_form(text, row, col)
        found = self._known.get(form)
        if found is not None:
            return found
        tree = _tree(text, row, col)
        reads = references(tree) if tree is not None else ()
        if tree is None or _corners(reads) == cells:
            return self._known.setdefault(form, Formula(form, tree, reads))
        # references that the pattern did not see: never shared with another cell
        return Formula(f"{text}@{row},{col}", tree, reads)


def _corners(reads: tuple[tuple[str, Reference | Opaque], ...]) -> int:
    """Return how many cell addresses a formula was written with; -1 where that cannot be said."""
    count = 0
    for _, found in reads:
        if isinstance(found, Opaque) or found.rows is None or found.cols is None:
            return -1
        count += 1 if found.single else 2
    return count


def _tree(text: str, row: int, col: int) -> Node | None:
    import formualizer

    try:
        tree = formualizer.parse(text).to_dict()
        if '"#' in text and (written := _QUOTED_ERROR.search(text)):
            return Opaque(written[0])  # the parser does not tell "#N/A" from #N/A
        return _node(tree, row, col)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:  # its own errors, and a panic, which is no Exception
        return None


def _node(raw: dict[str, Any], row: int, col: int) -> Node:
    match raw["node_type"]:
        case "Reference":
            return _reference(raw["reference"], row, col)
        case "Literal":
            return _literal(raw["value"])
        case "Function":
            name = raw["name"].upper().removeprefix("_XLFN.").removeprefix("_XLWS.")
            return Call(name, tuple(_node(arg, row, col) for arg in raw["args"]))
        case "BinaryOp":
            return Binary(raw["operator"], _node(raw["left"], row, col), _node(raw["right"], row, col))
        case "UnaryOp":
            return Unary(raw["operator"], _node(raw["operand"], row, col))
        case "Array":
            return ArrayLiteral(tuple(tuple(_node(m, row, col) for m in line) for line in raw["rows"]))
        case "Omitted":
            return Omitted()
    return Opaque(str(raw["node_type"]))


def _literal(value: object) -> Node:
    if isinstance(value, bool):
        return Literal(value)
    if isinstance(value, int | float):
        return Literal(Fraction(decimal_of_float(float(value))))
    text = str(value)
    return ErrorLiteral(text) if text in ERROR_CODES else Literal(text)


def _reference(text: str, row: int, col: int) -> Node:
    sheet: str | None = None
    place = text
    match = _SHEET.fullmatch(text)
    if match is not None:
        sheet = match[1].replace("''", "'") if match[1] else match[2]
        place = match[3]
        if "[" in sheet or ":" in sheet:  # another workbook; several sheets at once
            return Opaque(text)
    first, colon, last = place.partition(":")
    corners = [_CORNER.fullmatch(first), _CORNER.fullmatch(last)] if colon else [_CORNER.fullmatch(first)]
    if all(corners):
        rows = [_axis(m[3], int(m[4]), row) for m in corners if m]
        cols = [_axis(m[1], _column(m[2]), col) for m in corners if m]
        return Reference(sheet, (rows[0], rows[-1]), (cols[0], cols[-1]), single=not colon)
    for pattern in (_COLUMN, _ROW) if colon else ():
        ends = pattern.fullmatch(first), pattern.fullmatch(last)
        if ends[0] and ends[1]:
            if pattern is _ROW:
                pair = tuple(_axis(m[1], int(m[2]), row) for m in ends if m)
                return Reference(sheet, (pair[0], pair[1]), None, single=False)
            pair = tuple(_axis(m[1], _column(m[2]), col) for m in ends if m)
            return Reference(sheet, None, (pair[0], pair[1]), single=False)
    return Opaque(text)


def _axis(dollar: str, at: int, host: int) -> Axis:
    return Axis(at, fixed=True) if dollar else Axis(at - host, fixed=False)


@lru_cache(maxsize=20_000)
def _column(letters: str) -> int:
    return parse_a1(f"{letters}1")[1]
