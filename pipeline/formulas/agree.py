"""Whether a cached value is what its formula gives."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from pipeline.formulas.noise import Arithmetic, Bounded, Exact, Noisy, exact
from pipeline.formulas.values import ErrorValue, Value
from schemas.exact import FLOAT_DIGITS, decimal_of_float

_SLACK: int = 10 ** (FLOAT_DIGITS - 1)
"""One unit in the fifteenth significant digit is at most a 10^14th of the value."""


def agrees(cached: Value, evaluate: Callable[[Arithmetic], Value]) -> tuple[bool, Value]:
    """Return whether a cached value is the formula's, and what the formula gives.

    cached: an exact number, a text, a truth value or an error. evaluate: the formula under an arithmetic.
    Exact arithmetic comes first; a number that differs is a fault only if no doubles could have given it.
    """
    computed = evaluate(Exact())
    if not isinstance(cached, Fraction) or not isinstance(computed, Fraction):
        return _same(cached, computed), computed
    if _near(computed, cached):
        return True, computed
    bounded = evaluate(Bounded())
    if isinstance(bounded, Noisy):
        slack = max(abs(bounded.exact), abs(cached)) / _SLACK
        return bounded.low - slack <= cached <= bounded.high + slack, computed
    return False, computed


def stored_number(raw: float) -> Fraction:
    """Return a stored double as the exact decimal it shows."""
    return Fraction(decimal_of_float(raw))


def _near(computed: Fraction, cached: Fraction) -> bool:
    """Equal to 15 significant digits, in whole numbers."""
    difference = computed.numerator * cached.denominator - cached.numerator * computed.denominator
    return abs(difference) * _SLACK <= abs(cached.numerator) * computed.denominator


def _same(cached: Value, computed: Value) -> bool:
    if isinstance(cached, ErrorValue) and isinstance(computed, ErrorValue):
        return True
    if isinstance(cached, Fraction | Noisy) and isinstance(computed, Fraction | Noisy):
        return exact(cached) == exact(computed)
    if type(cached) is not type(computed):
        return False
    return cached == computed
