"""Evaluates a formula's tree over the cells' cached values, exactly.

A tree is compiled once into a function and run for every cell that holds a copy of the formula. Each node
compiles to an Arg: the area it refers to (if it is a reference), its single value, its values as an array.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ParamSpec

from pipeline.formulas.cells import Cells
from pipeline.formulas.nodes import (
    ArrayLiteral,
    Binary,
    Call,
    ErrorLiteral,
    Literal,
    Node,
    Omitted,
    Reference,
    Unary,
)
from pipeline.formulas.noise import Arithmetic, exact, minus, over, plus, times
from pipeline.formulas.values import (
    Array,
    ErrorValue,
    NotVerifiedError,
    Reason,
    Scalar,
    SheetError,
    Value,
    compare,
    number,
    ordered,
    text,
)
from schemas.cell import Area

P = ParamSpec("P")

MOST_BITS = 20_000
"""A power that needs more digits than this is not worked out."""


@dataclass(slots=True)
class Host:
    """The cell that a formula stands in, and how it counts."""

    cells: Cells
    sheet: int
    row: int
    col: int
    arithmetic: Arithmetic

    def amount(self, value: int | Fraction) -> Scalar:
        return self.arithmetic.number(Fraction(value))


Reader = Callable[[Host], Value]


@dataclass(frozen=True, slots=True)
class Arg:
    """One compiled node. area: set where the node is a reference. omitted: nothing was written."""

    value: Reader
    array: Callable[[Host], Array]
    area: Callable[[Host], Area] | None = None
    omitted: bool = False

    def scalar(self, host: Host) -> Scalar:
        """Return the value; SheetError where it is an error."""
        value = self.value(host)
        if isinstance(value, ErrorValue):
            raise SheetError(value.code)
        return value


Function = Callable[[Host, tuple[Arg, ...]], Value]


def evaluate(program: Arg, host: Host) -> Value:
    """Return the formula's value in its cell; a blank that it refers to comes out as 0, as in a sheet."""
    try:
        value = program.value(host)
    except SheetError as failure:
        return ErrorValue(failure.code)
    return host.arithmetic.number(Fraction(0)) if value is None else value


def compiled(node: Node, functions: Mapping[str, Function]) -> Arg:
    """Compile a tree; NotVerifiedError where something in it can never be evaluated."""
    match node:
        case Literal(value):
            return _constant(value)
        case ErrorLiteral(code):
            return _always(lambda host: ErrorValue(code))
        case Omitted():
            nothing = _always(lambda host: host.arithmetic.number(Fraction(0)))
            return Arg(nothing.value, nothing.array, omitted=True)
        case Reference():
            return _reference(node)
        case Unary(operator, operand):
            return _unary(operator, compiled(operand, functions))
        case Binary(operator, left, right):
            return _binary(operator, compiled(left, functions), compiled(right, functions))
        case Call(name, args):
            function = functions.get(name)
            if function is None:
                raise NotVerifiedError(Reason.FUNCTION, name)
            members = tuple(compiled(arg, functions) for arg in args)
            return _always(lambda host: function(host, members))
        case ArrayLiteral(rows):
            lines = [[compiled(member, functions) for member in row] for row in rows]
            return Arg(lines[0][0].value, lambda host: [[m.value(host) for m in line] for line in lines])
        case _:
            raise NotVerifiedError(Reason.REFERENCE)


def _always(reader: Reader) -> Arg:
    return Arg(reader, lambda host: [[reader(host)]])


def _constant(value: Fraction | str | bool) -> Arg:
    if isinstance(value, Fraction):
        return _always(lambda host: host.arithmetic.number(value))
    return _always(lambda host: value)


def _reference(node: Reference) -> Arg:
    def area(host: Host) -> Area:
        return host.cells.area(node, host.sheet, host.row, host.col)

    def value(host: Host) -> Value:
        place = area(host)
        if place.row != place.last_row or place.col != place.last_col:
            raise NotVerifiedError(Reason.ARRAY)
        return host.cells.value(place.sheet, place.row, place.col, host.arithmetic)

    def array(host: Host) -> Array:
        place = area(host)
        flat = list(host.cells.values(place, host.arithmetic))
        width = place.last_col - place.col + 1
        return [flat[start : start + width] for start in range(0, len(flat), width)]

    return Arg(value, array, area)


def _unary(operator: str, operand: Arg) -> Arg:
    if operator not in ("-", "+", "%"):
        raise NotVerifiedError(Reason.OPERATOR, operator)

    def one(value: Value, host: Host) -> Value:
        if operator == "+":
            return value
        amount = number(value, host.arithmetic)
        return -amount if operator == "-" else over(amount, host.arithmetic.number(Fraction(100)))

    return Arg(
        lambda host: one(operand.scalar(host), host),
        lambda host: [[_kept(one, v, host) for v in row] for row in operand.array(host)],
    )


def _binary(operator: str, left: Arg, right: Arg) -> Arg:
    operation = _OPERATIONS.get(operator)
    if operation is None:
        raise NotVerifiedError(Reason.OPERATOR, operator)

    def array(host: Host) -> Array:
        a, b = left.array(host), right.array(host)
        height, width = max(len(a), len(b)), max(len(a[0]), len(b[0]))
        for side in (a, b):
            if (len(side), len(side[0])) not in ((height, width), (1, 1), (height, 1), (1, width)):
                raise SheetError("#N/A")
        return [
            [_kept(operation, _at(a, r, c), _at(b, r, c), host) for c in range(width)] for r in range(height)
        ]

    return Arg(lambda host: operation(left.scalar(host), right.scalar(host), host), array)


def _at(array: Array, row: int, col: int) -> Value:
    line = array[row if len(array) > 1 else 0]
    return line[col if len(line) > 1 else 0]


def _kept(member: Callable[P, Value], *args: P.args, **kwargs: P.kwargs) -> Value:
    """Keep an error as a member of its array: it spoils what adds it up, not what only looks at it."""
    try:
        return member(*args, **kwargs)
    except SheetError as failure:
        return ErrorValue(failure.code)


def _sum(a: Value, b: Value, host: Host) -> Value:
    return plus(number(a, host.arithmetic), number(b, host.arithmetic))


def _difference(a: Value, b: Value, host: Host) -> Value:
    return minus(number(a, host.arithmetic), number(b, host.arithmetic))


def _product(a: Value, b: Value, host: Host) -> Value:
    return times(number(a, host.arithmetic), number(b, host.arithmetic))


def _quotient(a: Value, b: Value, host: Host) -> Value:
    dividend, divisor = number(a, host.arithmetic), number(b, host.arithmetic)
    if exact(divisor) == 0:
        raise SheetError("#DIV/0!")
    return over(dividend, divisor)


def _power(a: Value, b: Value, host: Host) -> Value:
    base, exponent = number(a, host.arithmetic), exact(number(b, host.arithmetic))
    size = exact(base).numerator.bit_length() + exact(base).denominator.bit_length()
    if exponent.denominator != 1 or abs(exponent) > MOST_BITS or size * abs(exponent) > MOST_BITS:
        raise NotVerifiedError(Reason.SIZE)
    if exponent <= 0 and exact(base) == 0:
        raise SheetError("#NUM!" if exponent == 0 else "#DIV/0!")
    result = host.arithmetic.number(Fraction(1))
    for _ in range(abs(int(exponent))):
        result = times(result, base)
    return result if exponent >= 0 else over(host.arithmetic.number(Fraction(1)), result)


_OPERATIONS: Mapping[str, Callable[[Value, Value, Host], Value]] = {
    "+": _sum,
    "-": _difference,
    "*": _product,
    "/": _quotient,
    "^": _power,
    "&": lambda a, b, host: text(a) + text(b),
    "=": lambda a, b, host: compare(a, b) == 0,
    "<>": lambda a, b, host: compare(a, b) != 0,
    "<": lambda a, b, host: ordered(a, b) < 0,
    ">": lambda a, b, host: ordered(a, b) > 0,
    "<=": lambda a, b, host: ordered(a, b) <= 0,
    ">=": lambda a, b, host: ordered(a, b) >= 0,
}
