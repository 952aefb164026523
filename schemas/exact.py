"""Exact numbers: decimal text in, integers and fractions out. No binary float decides anything here."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

_PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)

FLOAT_DIGITS = 15
"""A spreadsheet keeps 15 significant digits; what a double holds beyond them is noise, not data."""


def decimal_of_float(value: float) -> Decimal:
    """Return the decimal a sheet shows for a stored double: its shortest form, at most 15 significant digits.

    ValueError for NaN and infinities.
    """
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError(f"not a finite number: {value!r}")
    text = repr(value)
    number = Decimal(text)
    if len(number.as_tuple().digits) > FLOAT_DIGITS:
        number = Decimal(f"{value:.{FLOAT_DIGITS - 1}e}")
    return plain(number)


def plain(number: Decimal) -> Decimal:
    """Return the same number without exponent and without trailing zeros after the point."""
    number = number.normalize()
    exponent = number.as_tuple().exponent
    return Decimal(format(number, "f")) if isinstance(exponent, int) and exponent > 0 else number


def decimal_of_text(text: str) -> Decimal | None:
    """Return the decimal a plain ASCII number stands for, digits after the point kept as written; else None."""
    return Decimal(text) if _PLAIN.fullmatch(text) else None


def decimals_of(number: Decimal) -> int:
    """Return how many digits stand after the decimal point."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def fraction_text(value: Fraction) -> str:
    """Return a fraction as an exact decimal where it ends within 12 digits, else as numerator/denominator."""
    scaled = value * 10**12
    if scaled.denominator == 1:
        return format(plain(Decimal(scaled.numerator).scaleb(-12)), "f")
    return f"{value.numerator}/{value.denominator}"
