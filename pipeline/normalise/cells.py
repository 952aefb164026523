"""One cell as the canonical tables want it: its exact number, its raw text, how its format shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from pipeline.values import Change, Mark, Marks
from schemas.exact import decimal_of_float, decimals_of, plain
from schemas.grid import Grid, RawValue
from schemas.terms import State

_DIGITS = re.compile(r"[0#?]")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


@lru_cache(maxsize=4096)
def format_decimals(number_format: str) -> int | None:
    """Return the decimals that a number format shows: 2 for 0.00, t0.00, #,##0.00 and 0.00%; None for General."""
    first = _QUOTED.sub("", number_format.split(";")[0])
    if first.strip().lower() in ("", "general", "@", "ทั่วไป") or not _DIGITS.search(first):
        return None
    _, point, decimals = first.partition(".")
    return sum(letter in "0#?" for letter in decimals) if point else 0


@lru_cache(maxsize=4096)
def is_percent(number_format: str) -> bool:
    """Return whether a number format shows the stored value a hundred times: 0.855 as 85.5 %."""
    return "%" in _QUOTED.sub("", number_format)


@dataclass(frozen=True, slots=True)
class Value:
    """One cell read. number: exact, in the terms the sheet shows (a % format counts a hundred times).

    decimals: what the number format declares, None where it declares none. stored: decimals of the number.
    """

    state: State
    number: Decimal | None
    raw: str
    decimals: int | None
    stored: int
    mark: Mark


def read_value(grid: Grid, row: int, col: int, marks: Marks) -> Value:
    """Return what a cell of a sheet says, with the evidence of its format."""
    value = grid.value(row, col)
    if value == "" and (row, col) in grid.errors:
        return Value(State.ERROR, None, grid.errors[row, col], None, 0, marks.of(""))
    if value == "" and (row, col) in grid.uncached:
        return Value(State.ERROR, None, "", None, 0, marks.of(""))
    mark = marks.of(value)
    number = mark.number
    decimals = None
    if number is not None:
        shown = grid.formats.get((row, col))
        if shown is not None and not mark.text:
            decimals = format_decimals(shown)
            if is_percent(shown):
                number = plain(number * 100)
        elif mark.text:
            decimals = None
    stored = decimals_of(number) if number is not None else 0
    return Value(mark.state, number, raw_text(value), decimals, stored, mark)


def raw_text(value: RawValue) -> str:
    """Return a raw value as text: text as written, a number in its shortest form, a date in ISO form."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return format(decimal_of_float(value), "f") if value == value and abs(value) < 1e300 else str(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def changed(mark: Mark) -> bool:
    """Return whether a text had to be changed to read its number."""
    return mark.number is not None and mark.text and mark.change is not Change.NONE
