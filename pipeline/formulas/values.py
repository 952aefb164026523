"""What a spreadsheet's values are, and how they turn into one another in a formula."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from pipeline.formulas.noise import Arithmetic, Noisy, Number, exact
from schemas.exact import decimal_of_text
from schemas.grid import RawValue


class Reason(StrEnum):
    """Why a formula cannot be evaluated here; the words are in the catalogue."""

    SYNTAX = "syntax"
    FUNCTION = "function"
    OPERATOR = "operator"
    REFERENCE = "reference"
    """A defined name, a table's column, another workbook, several sheets, a place off the sheet."""
    UNCACHED = "uncached"
    CIRCULAR = "circular"
    HIDDEN = "hidden"
    """A SUBTOTAL over hidden rows or over subtotals."""
    ARGUMENTS = "arguments"
    CRITERION = "criterion"
    ARRAY = "array"
    DATE = "date"
    LANGUAGE = "language"
    """What texts are as numbers, numbers as texts, or in order, a language's settings decide."""
    TRUTH = "truth"
    """Over stored TRUE and FALSE, spreadsheet programs differ."""
    SIZE = "size"


class NotVerifiedError(Exception):
    """The formula cannot be evaluated; `reason` says what stood in the way, `name` which function or operator."""

    def __init__(self, reason: Reason, name: str = "") -> None:
        super().__init__(reason, name)
        self.reason = reason
        self.name = name


class SheetError(Exception):
    """The formula's value is an error value, as #DIV/0!."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class ErrorValue:
    code: str


Scalar = Fraction | Noisy | str | bool | None
"""A value that is no error. None is a blank cell."""

Value = Scalar | ErrorValue
"""What a cell or a member of an array holds."""

Array = list[list[Value]]
"""Rows of values, all of one length."""


def of_raw(raw: RawValue, arithmetic: Arithmetic) -> Scalar:
    """Return a stored value as a formula sees it; an empty text is taken for a blank here."""
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, int | float):
        return arithmetic.number(raw)
    if isinstance(raw, str):
        return raw or None
    if isinstance(raw, dt.datetime | dt.date | dt.time | dt.timedelta):
        raise NotVerifiedError(Reason.DATE)
    raise NotVerifiedError(type(raw).__name__)


def number(value: Value, arithmetic: Arithmetic) -> Number:
    """Return a value as an operand of arithmetic: blank is 0, TRUE is 1, a text that is a number counts."""
    if isinstance(value, Fraction | Noisy):
        return value
    if value is None:
        return arithmetic.number(Fraction(0))
    if isinstance(value, bool):
        return arithmetic.number(Fraction(int(value)))
    if isinstance(value, ErrorValue):
        raise SheetError(value.code)
    return arithmetic.number(number_in_text(value))


def number_in_text(text: str) -> Fraction:
    """Return the number a text is read as in arithmetic; SheetError where it is none.

    What only some languages or settings read (dates, thousands, percent, Thai digits) is NotVerifiedError.
    """
    plain = decimal_of_text(text.strip(" "))
    if plain is not None:
        return Fraction(plain)
    if any(c.isdigit() for c in text):
        raise NotVerifiedError(Reason.LANGUAGE)
    raise SheetError("#VALUE!")


def truth(value: Value) -> bool:
    """Return a value as a condition: numbers other than 0 hold, blank does not."""
    if isinstance(value, bool):
        return value
    if value is None:
        return False
    if isinstance(value, Fraction | Noisy):
        return exact(value) != 0
    if isinstance(value, ErrorValue):
        raise SheetError(value.code)
    if value.casefold() in ("true", "false"):
        return value.casefold() == "true"
    raise SheetError("#VALUE!")


def text(value: Value) -> str:
    """Return a value as the operand of `&`; a number only where its text is certain."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, ErrorValue):
        raise SheetError(value.code)
    whole = exact(value)
    if whole.denominator != 1 or abs(whole) >= 10**11:
        raise NotVerifiedError(Reason.LANGUAGE)
    return str(whole.numerator)


def compare(left: Value, right: Value) -> int:
    """Return -1, 0 or 1 as a sheet orders values: numbers before texts, texts without case; 2: unequal texts."""
    for side in (left, right):
        if isinstance(side, ErrorValue):
            raise SheetError(side.code)
    left, right = _beside(left, right), _beside(right, left)
    if isinstance(left, bool) != isinstance(right, bool):
        raise NotVerifiedError(Reason.TRUTH)
    ranks = _rank(left), _rank(right)
    if ranks[0] != ranks[1]:
        return -1 if ranks[0] < ranks[1] else 1
    if isinstance(left, Fraction | Noisy) and isinstance(right, Fraction | Noisy):
        a, b = exact(left), exact(right)
        return (a > b) - (a < b)
    if isinstance(left, bool) and isinstance(right, bool):
        return left - right
    if isinstance(left, str) and isinstance(right, str):
        x, y = left.casefold(), right.casefold()
        if x == y:
            return 0
        if not (x.isascii() and y.isascii()):
            return 2  # unequal; their order depends on the language
        return -1 if x < y else 1
    return 0


def ordered(left: Value, right: Value) -> int:
    """Return what `compare` does where the order matters; not for texts whose order is a language's."""
    result = compare(left, right)
    if result == 2:
        raise NotVerifiedError(Reason.LANGUAGE)
    return result


def _beside(value: Value, other: Value) -> Value:
    """A blank is compared as the other's own nothing: 0, an empty text or FALSE."""
    if value is not None:
        return value
    if isinstance(other, str):
        return ""
    return False if isinstance(other, bool) else Fraction(0)


def _rank(value: Value) -> int:
    return int(isinstance(value, str))
