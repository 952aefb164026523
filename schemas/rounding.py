"""Rounding and its inverse: the printed figure of an exact value, and the interval that a printed figure stands for."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from schemas.terms import Rounding


class Interval(NamedTuple):
    """A range of exact values; an end counts where it is `in`."""

    low: Fraction
    high: Fraction
    low_in: bool
    high_in: bool

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, Fraction | int):
            return False
        above = value > self.low or (self.low_in and value == self.low)
        below = value < self.high or (self.high_in and value == self.high)
        return above and below


def scaled(value: Fraction, decimals: int, mode: Rounding) -> int:
    """Return the integer whose last digit stands at 10**-decimals after rounding `value` once.

    NEAREST rounds half up. Every mode treats a negative value as the mirror image of the positive one.
    """
    whole: int
    whole, rest = divmod(abs(value.numerator) * pow(10, decimals), value.denominator)
    twice = 2 * rest
    if mode is not Rounding.TRUNCATE and (
        twice > value.denominator
        or (twice == value.denominator and (mode is not Rounding.HALF_EVEN or whole % 2 == 1))
    ):
        whole += 1
    return -whole if value < 0 else whole


def rounded(value: Fraction, decimals: int, mode: Rounding = Rounding.HALF_UP) -> Decimal:
    """Return the figure that a sheet prints for an exact value, trailing zeros kept."""
    return Decimal(scaled(value, decimals, mode)).scaleb(-decimals)


def open_ends(mode: Rounding, *, on_grid: bool, even: bool, tolerance: bool) -> tuple[bool, bool]:
    """Return which ends (towards zero, away from zero) of a figure's interval do not count.

    on_grid: the figure has no digits beyond its declared decimals. even: its last digit is even.
    With a tolerance both ends count.
    """
    if tolerance or mode is Rounding.NEAREST:
        return False, False
    if mode is Rounding.HALF_EVEN and on_grid:
        return not even, not even
    return False, True


def interval(value: Decimal, decimals: int, mode: Rounding, tolerance: Decimal = Decimal(0)) -> Interval:
    """Return the exact values that a printed figure stands for: one unit in its last declared place wide.

    With u = 10**-decimals and v > 0: half-up [v-u/2, v+u/2), half-even closed at both ends only where the last
    digit is even, truncate [v, v+u), nearest [v-u/2, v+u/2]; mirrored for v < 0; a truncated 0 is open at both.
    tolerance widens both ends, which then count.
    """
    exact, unit = Fraction(value), Fraction(1, 10**decimals)
    steps = exact / unit
    near, far = open_ends(
        mode,
        on_grid=steps.denominator == 1,
        even=steps.denominator == 1 and steps.numerator % 2 == 0,
        tolerance=tolerance > 0,
    )
    if mode is Rounding.TRUNCATE:
        low, high = abs(exact), abs(exact) + unit
        if exact == 0:
            low, near = -unit, far
    else:
        low, high = abs(exact) - unit / 2, abs(exact) + unit / 2
        if exact == 0 and mode is not Rounding.HALF_EVEN:
            near = far
    low, high = low - Fraction(tolerance), high + Fraction(tolerance)
    if exact < 0:
        return Interval(-high, -low, not far, not near)
    return Interval(low, high, not near, not far)
