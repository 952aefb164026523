"""COUNTIF, SUMIF, AVERAGEIF and their plural forms: what a criterion matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction

from pipeline.formulas.cells import cells_of
from pipeline.formulas.evaluate import Arg, Function, Host
from pipeline.formulas.noise import Noisy, exact, over
from pipeline.formulas.values import ErrorValue, NotVerifiedError, Reason, SheetError, Value
from schemas.cell import Area
from schemas.exact import decimal_of_text
from schemas.grid import RawValue

_CRITERION = re.compile(r"(<=|>=|<>|=|<|>)?(.*)", re.DOTALL)

Test = Callable[[Value], bool]


def criterion(value: Value) -> Test:
    """Return the test that a criterion stands for: a value, or a text as `>=3`, `<>-`, `ab*`."""
    if isinstance(value, ErrorValue):
        raise NotVerifiedError(Reason.CRITERION)
    if value is None:
        return _equals_number(Fraction(0))
    if isinstance(value, bool):
        return lambda cell: cell is value
    if isinstance(value, Fraction | Noisy):
        return _equals_number(exact(value))
    match = _CRITERION.fullmatch(value)
    operator, operand = (match[1] or "", match[2]) if match else ("", value)
    plain = decimal_of_text(operand.strip())
    if plain is not None:
        return _by_number(operator, Fraction(plain))
    if operand.casefold() in ("true", "false") or (
        any(c.isdigit() for c in operand) and operator[:1] in "<>"
    ):
        raise NotVerifiedError(Reason.CRITERION)
    if operator in ("", "=", "<>"):
        return _by_text(operator, operand)
    raise NotVerifiedError(Reason.CRITERION)


def _equals_number(wanted: Fraction) -> Test:
    return _by_number("", wanted)


def _by_number(operator: str, wanted: Fraction) -> Test:
    if operator in ("", "=", "<>"):

        def equal(cell: Value) -> bool:
            if isinstance(cell, Fraction | Noisy):
                return exact(cell) == wanted
            if isinstance(cell, str):
                read = decimal_of_text(cell.strip())
                return read is not None and Fraction(read) == wanted
            return False

        return equal if operator != "<>" else lambda cell: not equal(cell)
    checks: Mapping[str, Callable[[Fraction], bool]] = {
        "<": lambda v: v < wanted,
        ">": lambda v: v > wanted,
        "<=": lambda v: v <= wanted,
        ">=": lambda v: v >= wanted,
    }
    check = checks[operator]
    return lambda cell: isinstance(cell, Fraction | Noisy) and check(exact(cell))


def _by_text(operator: str, operand: str) -> Test:
    if operand == "":
        if operator == "":
            return lambda cell: cell is None or cell == ""
        return (lambda cell: cell is None) if operator == "=" else (lambda cell: cell is not None)
    pattern = re.compile(_wildcards(operand), re.IGNORECASE | re.DOTALL)

    def matches(cell: Value) -> bool:
        return isinstance(cell, str) and pattern.fullmatch(cell) is not None

    return matches if operator != "<>" else lambda cell: not matches(cell)


def _wildcards(operand: str) -> str:
    parts = []
    letters = iter(operand)
    for letter in letters:
        if letter == "~":
            parts.append(re.escape(next(letters, "~")))
        else:
            parts.append({"*": ".*", "?": "."}.get(letter, re.escape(letter)))
    return "".join(parts)


def _area(arg: Arg, host: Host) -> Area:
    if arg.area is None:
        raise NotVerifiedError(Reason.ARGUMENTS)
    return arg.area(host)


def _held(host: Host, pairs: tuple[Arg, ...]) -> list[bool]:
    """Return, cell by cell, whether all (range, criterion) pairs hold."""
    if not pairs or len(pairs) % 2:
        raise NotVerifiedError(Reason.ARGUMENTS)
    held: list[bool] | None = None
    shape: tuple[int, int] | None = None
    for place, wanted in zip(pairs[::2], pairs[1::2], strict=True):
        area = _area(place, host)
        size = area.last_row - area.row, area.last_col - area.col
        if shape is not None and size != shape:
            raise SheetError("#VALUE!")
        shape = size
        test = criterion(wanted.value(host))
        found = [test(value) for value in host.cells.values(area, host.arithmetic)]
        held = found if held is None else [a and b for a, b in zip(held, found, strict=True)]
    return held or []


def _countifs(host: Host, args: tuple[Arg, ...]) -> Value:
    return host.arithmetic.number(Fraction(sum(_held(host, args))))


def _picked(host: Host, place: Area, held: list[bool]) -> list[float]:
    picked: list[float] = []
    grid = host.cells.grid(place.sheet)
    for cell, keep in zip(cells_of(place), held, strict=True):
        if not keep:
            continue
        value = host.cells.value(*cell, host.arithmetic)
        if isinstance(value, ErrorValue):
            raise SheetError(value.code)
        if isinstance(value, bool):
            raise NotVerifiedError(Reason.TRUTH)
        raw: RawValue = grid.value(cell.row, cell.col)
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            picked.append(raw)
    return picked


def _sumifs(host: Host, args: tuple[Arg, ...]) -> Value:
    held = _held(host, args[1:])
    return host.arithmetic.total(_picked(host, _fitting(_area(args[0], host), host, args[1]), held))


def _averageifs(host: Host, args: tuple[Arg, ...]) -> Value:
    held = _held(host, args[1:])
    return _mean(host, _picked(host, _fitting(_area(args[0], host), host, args[1]), held))


def _sumif(host: Host, args: tuple[Arg, ...]) -> Value:
    return host.arithmetic.total(_single(host, args))


def _averageif(host: Host, args: tuple[Arg, ...]) -> Value:
    return _mean(host, _single(host, args))


def _single(host: Host, args: tuple[Arg, ...]) -> list[float]:
    """(range, criterion[, sum range]): the sum range starts at its corner and takes the range's shape."""
    if len(args) not in (2, 3):
        raise NotVerifiedError(Reason.ARGUMENTS)
    held = _held(host, args[:2])
    place = _area(args[0], host)
    if len(args) == 3:
        other = _area(args[2], host)
        place = Area(
            other.sheet,
            other.row,
            other.col,
            other.row + place.last_row - place.row,
            other.col + place.last_col - place.col,
        )
    return _picked(host, place, held)


def _fitting(place: Area, host: Host, first: Arg) -> Area:
    area = _area(first, host)
    if (area.last_row - area.row, area.last_col - area.col) != (
        place.last_row - place.row,
        place.last_col - place.col,
    ):
        raise SheetError("#VALUE!")
    return place


def _mean(host: Host, picked: list[float]) -> Value:
    if not picked:
        raise SheetError("#DIV/0!")
    return over(host.arithmetic.total(picked), host.arithmetic.number(Fraction(len(picked))))


CONDITIONAL: Mapping[str, Function] = {
    "COUNTIF": _countifs,
    "COUNTIFS": _countifs,
    "SUMIF": _sumif,
    "SUMIFS": _sumifs,
    "AVERAGEIF": _averageif,
    "AVERAGEIFS": _averageifs,
}
