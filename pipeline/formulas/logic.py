"""IF and its kin, and the questions a formula may ask of a cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from pipeline.formulas.aggregates import members
from pipeline.formulas.evaluate import Arg, Function, Host
from pipeline.formulas.noise import Noisy
from pipeline.formulas.values import ErrorValue, NotVerifiedError, Reason, SheetError, Value, truth


def _if(host: Host, args: tuple[Arg, ...]) -> Value:
    if len(args) not in (2, 3):
        raise NotVerifiedError(Reason.ARGUMENTS)
    if truth(args[0].scalar(host)):
        return args[1].value(host)
    return args[2].value(host) if len(args) == 3 else False


def _ifs(host: Host, args: tuple[Arg, ...]) -> Value:
    if len(args) % 2:
        raise NotVerifiedError(Reason.ARGUMENTS)
    for condition, result in zip(args[::2], args[1::2], strict=True):
        if truth(condition.scalar(host)):
            return result.value(host)
    raise SheetError("#N/A")


def _fallback(caught: Callable[[str], bool]) -> Function:
    def call(host: Host, args: tuple[Arg, ...]) -> Value:
        if len(args) != 2:
            raise NotVerifiedError(Reason.ARGUMENTS)
        try:
            value = args[0].value(host)
        except SheetError as failure:
            value = ErrorValue(failure.code)
        if isinstance(value, ErrorValue) and caught(value.code):
            return args[1].value(host)
        return value

    return call


def _junction(decide: Callable[[list[bool]], bool]) -> Function:
    def call(host: Host, args: tuple[Arg, ...]) -> Value:
        found: list[bool] = []
        for arg in args:
            for value in members(host, (arg,)):
                if arg.area is not None and (value is None or isinstance(value, str)):
                    continue
                found.append(truth(value))
        if not found:
            raise SheetError("#VALUE!")
        return decide(found)

    return call


def _not(host: Host, args: tuple[Arg, ...]) -> Value:
    return not truth(_only(args).scalar(host))


def _question(holds: Callable[[Value], bool]) -> Function:
    def call(host: Host, args: tuple[Arg, ...]) -> Value:
        try:
            value = _only(args).value(host)
        except SheetError as failure:
            value = ErrorValue(failure.code)
        if isinstance(value, bool) and args[0].area is not None:
            raise NotVerifiedError(Reason.TRUTH)
        return holds(value)

    return call


def _n(host: Host, args: tuple[Arg, ...]) -> Value:
    value = _only(args).scalar(host)
    if isinstance(value, Fraction | Noisy):
        return value
    return host.arithmetic.number(Fraction(1 if value is True else 0))


def _only(args: tuple[Arg, ...]) -> Arg:
    if len(args) != 1:
        raise NotVerifiedError(Reason.ARGUMENTS)
    return args[0]


def _size(rows: bool) -> Function:
    def call(host: Host, args: tuple[Arg, ...]) -> Value:
        area = _only(args).area
        if area is None:
            raise NotVerifiedError(Reason.ARGUMENTS)
        place = area(host)
        size = place.last_row - place.row if rows else place.last_col - place.col
        return host.arithmetic.number(Fraction(size + 1))

    return call


LOGIC: Mapping[str, Function] = {
    "IF": _if,
    "IFS": _ifs,
    "IFERROR": _fallback(lambda code: True),
    "IFNA": _fallback(lambda code: code == "#N/A"),
    "AND": _junction(all),
    "OR": _junction(any),
    "NOT": _not,
    "TRUE": lambda host, args: True,
    "FALSE": lambda host, args: False,
    "ISNUMBER": _question(lambda v: isinstance(v, Fraction | Noisy)),
    "ISTEXT": _question(lambda v: isinstance(v, str)),
    "ISBLANK": _question(lambda v: v is None),
    "ISERROR": _question(lambda v: isinstance(v, ErrorValue)),
    "ISERR": _question(lambda v: isinstance(v, ErrorValue) and v.code != "#N/A"),
    "ISNA": _question(lambda v: isinstance(v, ErrorValue) and v.code == "#N/A"),
    "N": _n,
    "ROWS": _size(rows=True),
    "COLUMNS": _size(rows=False),
}
