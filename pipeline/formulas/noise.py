"""Two ways to count: exactly, and exactly with a bound on what a spreadsheet's own doubles may be off by.

A formula is judged by exact arithmetic first. Only where that differs from the cached value is it counted
again with the bound, so that the last digits of a spreadsheet's arithmetic are never taken for a stale value.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from schemas.exact import FLOAT_DIGITS, decimal_of_float

HALF_ULP = Fraction(1, 2**53)
"""The most that one operation on doubles is off by, as a share of its result (IEEE 754, round to nearest)."""

_WHOLE = 2**53


@dataclass(frozen=True, slots=True)
class Noisy:
    """A number with what double arithmetic may make of it.

    low, high: the closed interval that any order of operations stays in. double: what the operations give in
    the order written, itself a double; it decides with `exact` how a tie may be rounded.
    """

    exact: Fraction
    low: Fraction
    high: Fraction
    double: Fraction

    @classmethod
    def whole(cls, value: Fraction) -> Noisy:
        """Return a number that a double holds without any error."""
        return cls(value, value, value, value)

    @classmethod
    def stored(cls, value: Fraction) -> Noisy:
        """Return a value rounded once, to be kept as a double; whole numbers are kept as they are."""
        return _rounded(value, value, value, float(value))

    def __add__(self, other: Noisy) -> Noisy:
        double = float(self.double) + float(other.double)
        return _rounded(self.exact + other.exact, self.low + other.low, self.high + other.high, double)

    def __mul__(self, other: Noisy) -> Noisy:
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        double = float(self.double) * float(other.double)
        return _rounded(self.exact * other.exact, min(corners), max(corners), double)

    def __truediv__(self, other: Noisy) -> Noisy:
        quotient = self.exact / other.exact
        if other.low <= 0 <= other.high:  # the divisor may be zero: anything could come out
            size = abs(quotient) + 1
            return Noisy(quotient, -size, size, Fraction(float(quotient)))
        corners = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        double = float(self.double) / float(other.double)
        return _rounded(quotient, min(corners), max(corners), double)

    def __neg__(self) -> Noisy:
        return Noisy(-self.exact, -self.high, -self.low, -self.double)

    def widened(self, by: Fraction) -> Noisy:
        return Noisy(self.exact, self.low - by, self.high + by, self.double)


def _kept(value: Fraction) -> bool:
    return value.denominator == 1 and abs(value.numerator) < _WHOLE


def _rounded(value: Fraction, low: Fraction, high: Fraction, double: float) -> Noisy:
    if low == high and _kept(value):
        return Noisy.whole(value)
    return Noisy(value, low, high, Fraction(double)).widened(max(abs(low), abs(high)) * HALF_ULP)


Number = Fraction | Noisy


def plus(a: Number, b: Number) -> Number:
    if isinstance(a, Noisy) or isinstance(b, Noisy):
        return _noisy(a) + _noisy(b)
    return a + b


def minus(a: Number, b: Number) -> Number:
    return plus(a, -b)


def times(a: Number, b: Number) -> Number:
    if isinstance(a, Noisy) or isinstance(b, Noisy):
        return _noisy(a) * _noisy(b)
    return a * b


def over(a: Number, b: Number) -> Number:
    """Return a quotient; ZeroDivisionError where the divisor's exact value is 0."""
    if isinstance(a, Noisy) or isinstance(b, Noisy):
        return _noisy(a) / _noisy(b)
    return a / b


def _noisy(number: Number) -> Noisy:
    return number if isinstance(number, Noisy) else Noisy.stored(number)


def exact(number: Number) -> Fraction:
    """Return the exact value of a number counted either way."""
    return number.exact if isinstance(number, Noisy) else number


def snapped(value: Fraction) -> Fraction:
    """Return a value at 15 significant digits, halves away from zero: what a spreadsheet rounds."""
    if not value:
        return value
    size = abs(value)
    power = FLOAT_DIGITS - len(str(size.numerator // size.denominator)) if size >= 1 else FLOAT_DIGITS
    while size * _TEN**power < _TEN ** (FLOAT_DIGITS - 1):
        power += 1
    scaled = size * _TEN**power
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    back = whole / _TEN**power
    return back if value > 0 else -back


_TEN = Fraction(10)
_SCALE_DIGITS = 9
_SCALE = 10**_SCALE_DIGITS
_MOST_KEPT = 100_000


class _Scaled(dict[float, int]):
    """Doubles as integers at 10^9; OverflowError for one with more decimals."""

    def __missing__(self, value: float) -> int:
        scaled = Fraction(decimal_of_float(value)) * _SCALE
        if scaled.denominator != 1:
            raise OverflowError(value)
        if len(self) > _MOST_KEPT:
            self.clear()
        whole: int = scaled.numerator
        self[value] = whole
        return whole


class _Exact(dict[float, Fraction]):
    def __missing__(self, value: float) -> Fraction:
        if len(self) > _MOST_KEPT:
            self.clear()
        self[value] = number = Fraction(decimal_of_float(value))
        return number


_scaled = _Scaled()
_fractions = _Exact()


class Exact:
    """Counts in fractions."""

    @staticmethod
    def products(columns: Sequence[Sequence[float]]) -> Number:
        """Return the exact sum of the products of stored doubles that stand side by side."""
        try:
            scaled = [list(map(_scaled.__getitem__, column)) for column in columns]
        except OverflowError:
            lines = zip(*columns, strict=True)
            return sum(
                (prod((_fractions[v] for v in line), start=Fraction(1)) for line in lines), Fraction(0)
            )
        return Fraction(sum(map(prod, zip(*scaled, strict=True))), _SCALE ** len(columns))

    @staticmethod
    def number(value: float | Fraction) -> Number:
        return value if isinstance(value, Fraction) else _fractions[value]

    @staticmethod
    def total(values: Iterable[float]) -> Number:
        """Return the exact sum of stored doubles."""
        members = list(values)
        try:
            return Fraction(sum(map(_scaled.__getitem__, members)), _SCALE)
        except OverflowError:
            return sum((_fractions[v] for v in members), Fraction(0))


class Bounded:
    """Counts in fractions with a bound on the error of doubles; a sum may have been made in any order."""

    @staticmethod
    def number(value: float | Fraction) -> Number:
        return Noisy.stored(value if isinstance(value, Fraction) else _fractions[value])

    @staticmethod
    def total(values: Iterable[float]) -> Number:
        return Bounded.products([list(values)])

    @staticmethod
    def products(columns: Sequence[Sequence[float]]) -> Number:
        lines = [line for line in zip(*columns, strict=True) if all(line)]
        products = [prod((_fractions[v] for v in line), start=Fraction(1)) for line in lines]
        total = sum(products, Fraction(0))
        factors = (_fractions[v] for line in lines for v in line)
        if all(map(_kept, factors)) and all(map(_kept, products)) and _kept(total):
            return Noisy.whole(total)
        size = sum(map(abs, products), Fraction(0))
        steps = len(lines) + 2 * len(columns)  # each factor stored, each product and each sum rounded
        double = 0.0
        for line in lines:
            double += prod(map(float, line))
        return Noisy(total, total, total, Fraction(double)).widened(size * HALF_ULP * steps)


Arithmetic = Exact | Bounded
