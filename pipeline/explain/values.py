"""Raw values of cells as exact numbers, for evidence beside the table."""

from __future__ import annotations

from fractions import Fraction

from schemas.exact import decimal_of_float, decimal_of_text
from schemas.thai import THAI_DIGITS, mended


def number_of(value: object) -> Fraction | None:
    """Return a cell's exact number, written in Thai digits or as text too; None where it holds none."""
    if isinstance(value, str):
        number = decimal_of_text(mended(value).translate(THAI_DIGITS))
        return None if number is None else Fraction(number)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return Fraction(decimal_of_float(value)) if isinstance(value, float) else Fraction(value)
