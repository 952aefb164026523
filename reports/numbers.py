"""Exact numbers as text: decimals without exponent, fractions rounded under the mode in force."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction
from functools import lru_cache

from schemas.exact import decimal_of_float
from schemas.terms import Rounding

_EXACT = Context(prec=400, traps=[Inexact, InvalidOperation])
SHOWN_DECIMALS = 2
"""A recomputed figure is shown with at least this many decimals; with more where it is judged at more."""


def number_text(value: Decimal | int) -> str:
    """Return a number as plain digits: no exponent, no trailing zeros after the point, no minus on zero."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@lru_cache(maxsize=100_000)
def rounded(value: Fraction, digits: int, mode: Rounding) -> Decimal:
    """Return the decimal with `digits` digits after the point that a true value becomes under a mode.

    NEAREST does not say what becomes of a tie; here it goes up, as the default mode has it.
    """
    scale = 10**digits
    numerator = value.numerator * scale
    whole, rest = divmod(abs(numerator), value.denominator)
    twice = 2 * rest
    if mode is Rounding.TRUNCATE:
        up = False
    elif mode is Rounding.HALF_EVEN:
        up = twice > value.denominator or (twice == value.denominator and whole % 2 == 1)
    else:
        up = twice >= value.denominator
    whole += up
    return scaled(-whole if numerator < 0 else whole, digits)


def shown_digits(decimals: int) -> int:
    """Return how many decimals a recomputed figure is shown with, from those its figure is judged at."""
    return max(SHOWN_DECIMALS, decimals)


def difference(reported: Decimal, recomputed: Decimal) -> Decimal:
    """Return reported − recomputed, exactly: a figure has far fewer digits than the context keeps."""
    return _EXACT.subtract(reported, recomputed)


def scaled(whole: int, digits: int) -> Decimal:
    """Return whole × 10^-digits; from text, as arithmetic would round to the context's precision."""
    return Decimal(f"{whole}E-{digits}")


@lru_cache(maxsize=100_000)
def _float_text(value: float) -> str:
    return number_text(decimal_of_float(value))


def raw_text(value: object) -> str:
    """Return a cell's raw value as text: numbers as exact decimals, dates in ISO form."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _float_text(value)
    iso = getattr(value, "isoformat", None)
    return str(iso()) if iso is not None else str(value)
