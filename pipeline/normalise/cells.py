"""One cell as the canonical tables want it: its exact number, its raw text, how its format shows it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pipeline.values import Change, Mark, Marks
from schemas.exact import FLOAT_DIGITS, decimal_of_float, decimals_of, plain
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


class Value(NamedTuple):
    """One cell read. exact: its number as exact decimal text, in the terms the sheet shows (a % format counts a
    hundred times), None where it holds none. text: it holds text.

    decimals: what the number format declares, None where it declares none. stored: decimals of the number.
    """

    state: State
    exact: str | None
    raw: str
    decimals: int | None
    stored: int
    text: bool
    changed: bool = False

    @property
    def number(self) -> Decimal | None:
        return None if self.exact is None else Decimal(self.exact)


def read_value(grid: Grid, row: int, col: int, marks: Marks) -> Value:
    """Return what a cell of a sheet says, with the evidence of its format."""
    cells = grid.rows[row - 1] if 0 < row <= len(grid.rows) else []
    value = cells[col - 1] if 0 < col <= len(cells) else ""
    shown = grid.formats.get((row, col)) if grid.formats else None
    if type(value) is float:
        known = _of_float(value, shown)
        if known is not None:
            return known
    if value == "":
        if (row, col) in grid.errors:
            return Value(State.ERROR, None, grid.errors[row, col], None, 0, False)
        if (row, col) in grid.uncached:
            return Value(State.ERROR, None, "", None, 0, False)
    mark = marks.of(value)
    number = mark.number
    if number is None:
        return Value(mark.state, None, raw_text(value), None, 0, mark.text)
    decimals = None
    if shown is not None and not mark.text:
        decimals = format_decimals(shown)
        if is_percent(shown):
            number = plain(number * 100)
    return Value(
        mark.state,
        format(number, "f"),
        raw_text(value),
        decimals,
        decimals_of(number),
        mark.text,
        changed(mark),
    )


@lru_cache(maxsize=100_000)
def _of_float(value: float, shown: str | None) -> Value | None:
    """Return a plain number's reading; None for what has no short decimal form."""
    raw = repr(value)
    if raw.endswith(".0"):
        raw = raw[:-2]
    if len(raw) > FLOAT_DIGITS or "e" in raw or "n" in raw:
        return None
    decimals, exact = None, raw
    if shown is not None:
        decimals = format_decimals(shown)
        if is_percent(shown):
            exact = format(plain(Decimal(raw) * 100), "f")
    point = exact.find(".")
    stored = len(exact) - point - 1 if point >= 0 else 0
    return Value(State.SCORED, exact, raw, decimals, stored, False)


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
