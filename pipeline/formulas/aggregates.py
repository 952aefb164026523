"""SUM, AVERAGE, COUNT and their kin. In a range only numbers count; text and truth values are passed over.

A value given directly is coerced instead: SUM("5", TRUE) is 6 while SUM over cells with them is 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from pipeline.formulas.cells import spans
from pipeline.formulas.evaluate import Arg, Function, Host
from pipeline.formulas.noise import Noisy, Number, exact, over, plus, times
from pipeline.formulas.values import ErrorValue, NotVerifiedError, Reason, SheetError, Value, number
from schemas.cell import Area


def stored_numbers(host: Host, area: Area) -> list[float]:
    """Return the numbers in an area; SheetError where one is an error value."""
    error = host.cells.first_error(area)
    if error is not None:
        raise SheetError(error)
    return counted_numbers(host, area)


def counted_numbers(host: Host, area: Area) -> list[float]:
    """Return the numbers in an area, errors passed over as COUNT does."""
    if host.cells.never_calculated(area):
        raise NotVerifiedError(Reason.UNCACHED)
    raw = host.cells.raw(area)
    if any(type(v) not in _PLAIN for v in raw):
        raise NotVerifiedError(Reason.DATE)
    if any(type(v) is bool for v in raw):
        raise NotVerifiedError(Reason.TRUTH)
    return [v for v in raw if isinstance(v, int | float)]


_PLAIN = frozenset({str, float, int, bool})


def total(host: Host, args: tuple[Arg, ...]) -> tuple[Number, int]:
    """Return the sum of the arguments and how many numbers it is made of."""
    members: list[float] = []
    extra: Number = host.arithmetic.number(Fraction(0))
    count = 0
    for arg in args:
        if arg.area is not None:
            found = stored_numbers(host, arg.area(host))
            members += found
            count += len(found)
        elif not arg.omitted:
            extra = plus(extra, number(arg.scalar(host), host.arithmetic))
            count += 1
    stored = host.arithmetic.total(members)
    return (plus(stored, extra) if exact(extra) else stored), count


def _sum(host: Host, args: tuple[Arg, ...]) -> Value:
    return total(host, args)[0]


def _average(host: Host, args: tuple[Arg, ...]) -> Value:
    amount, count = total(host, args)
    if not count:
        raise SheetError("#DIV/0!")
    return over(amount, host.arithmetic.number(Fraction(count)))


def _numbers(host: Host, args: tuple[Arg, ...]) -> list[Number]:
    found: list[Number] = []
    for arg in args:
        if arg.area is not None:
            found += [host.arithmetic.number(v) for v in stored_numbers(host, arg.area(host))]
        else:
            found.append(number(arg.scalar(host), host.arithmetic))
    return found


def _extreme(pick: Callable[[list[Number]], Number]) -> Function:
    def call(host: Host, args: tuple[Arg, ...]) -> Value:
        found = _numbers(host, args)
        return pick(found) if found else host.arithmetic.number(Fraction(0))

    return call


def _product(host: Host, args: tuple[Arg, ...]) -> Value:
    found = _numbers(host, args)
    result = host.arithmetic.number(Fraction(1 if found else 0))
    for member in found:
        result = times(result, member)
    return result


def _median(host: Host, args: tuple[Arg, ...]) -> Value:
    found = sorted(_numbers(host, args), key=exact)
    if not found:
        raise SheetError("#NUM!")
    half = len(found) // 2
    if len(found) % 2:
        return found[half]
    return over(plus(found[half - 1], found[half]), host.arithmetic.number(Fraction(2)))


def _count(host: Host, args: tuple[Arg, ...]) -> Value:
    count = 0
    for arg in args:
        if arg.area is not None:
            count += len(counted_numbers(host, arg.area(host)))
            continue
        try:
            number(arg.scalar(host), host.arithmetic)
        except SheetError:
            continue
        count += 1
    return host.arithmetic.number(Fraction(count))


def members(host: Host, args: tuple[Arg, ...]) -> Iterator[Value]:
    for arg in args:
        if arg.area is not None:
            yield from host.cells.values(arg.area(host), host.arithmetic)
        else:
            yield arg.value(host)


def _counta(host: Host, args: tuple[Arg, ...]) -> Value:
    return host.arithmetic.number(Fraction(sum(v is not None for v in members(host, args))))


def _countblank(host: Host, args: tuple[Arg, ...]) -> Value:
    if len(args) != 1 or args[0].area is None:
        raise NotVerifiedError(Reason.ARGUMENTS)
    return host.arithmetic.number(Fraction(sum(v is None or v == "" for v in members(host, args))))


def _sumproduct(host: Host, args: tuple[Arg, ...]) -> Value:
    areas = [arg.area(host) for arg in args if arg.area is not None]
    if len(areas) == len(args):
        shapes = {(area.last_row - area.row, area.last_col - area.col) for area in areas}
        if len(shapes) != 1:
            raise SheetError("#VALUE!")
        return host.arithmetic.products([_zeroed(host, area) for area in areas])
    arrays = [arg.array(host) for arg in args]
    if len({(len(a), len(a[0])) for a in arrays}) != 1:
        raise SheetError("#VALUE!")
    columns = [[member for row in array for member in row] for array in arrays]
    result = host.arithmetic.number(Fraction(0))
    for line in zip(*columns, strict=True):
        factor: Number | None = None
        for member in line:
            if isinstance(member, ErrorValue):
                raise SheetError(member.code)
            plain = member if isinstance(member, Fraction | Noisy) else host.arithmetic.number(Fraction(0))
            factor = plain if factor is None else times(factor, plain)
        if factor is not None and exact(factor):
            result = plus(result, factor)
    return result


def _zeroed(host: Host, area: Area) -> list[float]:
    """Return the cells of an area in order, with 0 for what is no number."""
    stored_numbers(host, area)
    return [v if isinstance(v, int | float) else 0 for v in host.cells.raw(area)]


_SUBTOTALS: Mapping[int, str] = {
    1: "AVERAGE",
    2: "COUNT",
    3: "COUNTA",
    4: "MAX",
    5: "MIN",
    6: "PRODUCT",
    9: "SUM",
}


def _subtotal(host: Host, args: tuple[Arg, ...]) -> Value:
    """Nested subtotals are left out; with hidden rows in the range, who hid them decides: not evaluated."""
    if len(args) < 2:
        raise NotVerifiedError(Reason.ARGUMENTS)
    code = int(exact(number(args[0].scalar(host), host.arithmetic)))
    name = _SUBTOTALS.get(code - 100 if code > 100 else code)
    if name is None:
        raise NotVerifiedError(Reason.HIDDEN)
    for arg in args[1:]:
        area = arg.area(host) if arg.area is not None else None
        if area is None:
            raise NotVerifiedError(Reason.ARGUMENTS)
        grid = host.cells.grid(area.sheet)
        if any(area.row <= row <= area.last_row for row in grid.hidden_rows):
            raise NotVerifiedError(Reason.HIDDEN)
        nested = (text for place, text in grid.formulas.items() if spans(area, *place))
        if any("SUBTOTAL(" in text.upper() for text in nested):
            raise NotVerifiedError(Reason.HIDDEN)
    return AGGREGATES[name](host, args[1:])


AGGREGATES: Mapping[str, Function] = {
    "SUM": _sum,
    "AVERAGE": _average,
    "COUNT": _count,
    "COUNTA": _counta,
    "COUNTBLANK": _countblank,
    "MAX": _extreme(lambda found: max(found, key=exact)),
    "MIN": _extreme(lambda found: min(found, key=exact)),
    "PRODUCT": _product,
    "MEDIAN": _median,
    "SUMPRODUCT": _sumproduct,
    "SUBTOTAL": _subtotal,
}
