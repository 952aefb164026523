"""ROUND and its kin, as spreadsheets do them: on the decimal number that is shown, halves away from zero."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from pipeline.formulas.evaluate import Arg, Function, Host
from pipeline.formulas.noise import Noisy, Number, exact, snapped
from pipeline.formulas.values import NotVerifiedError, Reason, SheetError, Value, number

Step = Callable[[Fraction], int]
"""Takes a size (never negative) in units of the last digit kept to a whole number of units."""


def _nearest(size: Fraction) -> int:
    return (2 * size.numerator + size.denominator) // (2 * size.denominator)


def _down(size: Fraction) -> int:
    return size.numerator // size.denominator


def _up(size: Fraction) -> int:
    return -(-size.numerator // size.denominator)


def rounded(value: Fraction, digits: int, step: Step) -> Fraction:
    """Return a value rounded to a number of decimals (negative: tens, hundreds …), away from its sign."""
    unit = Fraction(1, 10**digits) if digits >= 0 else Fraction(10**-digits)
    size = step(abs(value) / unit) * unit
    return size if value >= 0 else -size


def apply(value: Number, digits: int, step: Step) -> Number:
    """Round either kind of number; where exact and double arithmetic fall apart, the result spans both."""
    if isinstance(value, Fraction):
        return rounded(value, digits, step)
    exact_end, double_end = (
        Noisy.stored(rounded(snapped(end), digits, step)) for end in (value.exact, value.double)
    )
    low, high = min(exact_end.low, double_end.low), max(exact_end.high, double_end.high)
    return Noisy(exact_end.exact, low, high, double_end.double)


def _function(step: Step, default: int | None) -> Function:
    def call(host: Host, args: tuple[Arg, ...]) -> Value:
        if not args or len(args) > 2 or (len(args) == 1 and default is None):
            raise NotVerifiedError(Reason.ARGUMENTS)
        value = number(args[0].scalar(host), host.arithmetic)
        digits = default or 0
        if len(args) == 2:
            digits = _down(abs(exact(number(args[1].scalar(host), host.arithmetic))))
            if exact(number(args[1].scalar(host), host.arithmetic)) < 0:
                digits = -digits
        if abs(digits) > 30:
            raise NotVerifiedError(Reason.SIZE)
        return apply(value, digits, step)

    return call


def _int(host: Host, args: tuple[Arg, ...]) -> Value:
    value = number(_one(args).scalar(host), host.arithmetic)
    return apply(value, 0, _down if exact(value) >= 0 else _up)


def _abs(host: Host, args: tuple[Arg, ...]) -> Value:
    value = number(_one(args).scalar(host), host.arithmetic)
    return value if exact(value) >= 0 else -value


def _mod(host: Host, args: tuple[Arg, ...]) -> Value:
    if len(args) != 2:
        raise NotVerifiedError(Reason.ARGUMENTS)
    a, b = (exact(number(arg.scalar(host), host.arithmetic)) for arg in args)
    if b == 0:
        raise SheetError("#DIV/0!")
    return host.arithmetic.number(a - b * (a / b).__floor__())


def _one(args: tuple[Arg, ...]) -> Arg:
    if len(args) != 1:
        raise NotVerifiedError(Reason.ARGUMENTS)
    return args[0]


ROUNDING: Mapping[str, Function] = {
    "ROUND": _function(_nearest, None),
    "ROUNDDOWN": _function(_down, None),
    "ROUNDUP": _function(_up, None),
    "TRUNC": _function(_down, 0),
    "INT": _int,
    "ABS": _abs,
    "MOD": _mod,
}
