"""VLOOKUP, INDEX, MATCH and their kin, over cells; what a cell's order depends on is not evaluated."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise

from pipeline.formulas.evaluate import Arg, Function, Host
from pipeline.formulas.noise import exact
from pipeline.formulas.values import (
    ErrorValue,
    NotVerifiedError,
    Reason,
    SheetError,
    Value,
    compare,
    number,
    ordered,
    truth,
)
from schemas.cell import Area


def _area(arg: Arg, host: Host) -> Area:
    if arg.area is None:
        raise NotVerifiedError(Reason.ARGUMENTS)
    return arg.area(host)


def _whole(arg: Arg, host: Host) -> int:
    return int(exact(number(arg.scalar(host), host.arithmetic)))


def _line(host: Host, area: Area, down: bool) -> list[Value]:
    """Return the first column (down) or the first row of an area."""
    part = (
        Area(area.sheet, area.row, area.col, area.last_row, area.col)
        if down
        else Area(area.sheet, area.row, area.col, area.row, area.last_col)
    )
    return list(host.cells.values(part, host.arithmetic))


def position(wanted: Value, line: list[Value], nearest: bool) -> int:
    """Return the 0-based place of a value: the first equal one, or (nearest) the last not above it.

    nearest needs the line in rising order; where it is not, a sheet's answer is not defined.
    """
    if isinstance(wanted, ErrorValue):
        raise SheetError(wanted.code)
    if isinstance(wanted, str) and any(c in wanted for c in "*?~"):
        raise NotVerifiedError(Reason.CRITERION)
    if not nearest:
        for place, value in enumerate(line):
            if value is not None and not isinstance(value, ErrorValue) and _same(wanted, value):
                return place
        raise SheetError("#N/A")
    known = [(i, v) for i, v in enumerate(line) if type(v) is type(wanted)]
    if any(ordered(a[1], b[1]) > 0 for a, b in pairwise(known)):
        raise NotVerifiedError(Reason.CRITERION)
    fitting = [i for i, v in known if ordered(v, wanted) <= 0]
    if not fitting:
        raise SheetError("#N/A")
    return fitting[-1]


def _same(wanted: Value, value: Value) -> bool:
    return type(wanted) is type(value) and compare(wanted, value) == 0


def _table(down: bool) -> Function:
    def call(host: Host, args: tuple[Arg, ...]) -> Value:
        if len(args) not in (3, 4):
            raise NotVerifiedError(Reason.ARGUMENTS)
        area = _area(args[1], host)
        step = _whole(args[2], host)
        nearest = truth(args[3].scalar(host)) if len(args) == 4 and not args[3].omitted else len(args) == 3
        if step < 1:
            raise SheetError("#VALUE!")
        if step > (area.last_col - area.col if down else area.last_row - area.row) + 1:
            raise SheetError("#REF!")
        place = position(args[0].scalar(host), _line(host, area, down), nearest)
        row, col = (
            (area.row + place, area.col + step - 1) if down else (area.row + step - 1, area.col + place)
        )
        return host.cells.value(area.sheet, row, col, host.arithmetic)

    return call


def _match(host: Host, args: tuple[Arg, ...]) -> Value:
    if len(args) not in (2, 3):
        raise NotVerifiedError(Reason.ARGUMENTS)
    kind = _whole(args[2], host) if len(args) == 3 else 1
    if kind < 0:
        raise NotVerifiedError(Reason.CRITERION)
    area = _area(args[1], host)
    down = area.last_row > area.row
    place = position(args[0].scalar(host), _line(host, area, down), nearest=kind > 0)
    return host.arithmetic.number(Fraction(place + 1))


def _index(host: Host, args: tuple[Arg, ...]) -> Value:
    if len(args) not in (2, 3):
        raise NotVerifiedError(Reason.ARGUMENTS)
    area = _area(args[0], host)
    height, width = area.last_row - area.row + 1, area.last_col - area.col + 1
    row, col = _whole(args[1], host), _whole(args[2], host) if len(args) == 3 else 1
    if len(args) == 2 and height == 1:
        row, col = 1, row
    if row < 1 or col < 1:
        raise NotVerifiedError(Reason.CRITERION)
    if row > height or col > width:
        raise SheetError("#REF!")
    return host.cells.value(area.sheet, area.row + row - 1, area.col + col - 1, host.arithmetic)


def _lookup(host: Host, args: tuple[Arg, ...]) -> Value:
    if len(args) != 3:
        raise NotVerifiedError(Reason.ARGUMENTS)
    where, results = _area(args[1], host), _area(args[2], host)
    place = position(args[0].scalar(host), _line(host, where, where.last_row > where.row), nearest=True)
    down = results.last_row > results.row
    row, col = (results.row + place, results.col) if down else (results.row, results.col + place)
    return host.cells.value(results.sheet, row, col, host.arithmetic)


def _choose(host: Host, args: tuple[Arg, ...]) -> Value:
    pick = _whole(args[0], host)
    if not 1 <= pick < len(args):
        raise SheetError("#VALUE!")
    return args[pick].value(host)


def _rank(host: Host, args: tuple[Arg, ...]) -> Value:
    if len(args) not in (2, 3):
        raise NotVerifiedError(Reason.ARGUMENTS)
    wanted = exact(number(args[0].scalar(host), host.arithmetic))
    rising = len(args) == 3 and _whole(args[2], host) != 0
    found = list(host.cells.values(_area(args[1], host), host.arithmetic))
    sizes = [exact(v) for v in found if not isinstance(v, bool | str | ErrorValue) and v is not None]
    if wanted not in sizes:
        raise SheetError("#N/A")
    before = sum(v < wanted if rising else v > wanted for v in sizes)
    return host.arithmetic.number(Fraction(before + 1))


LOOKUP: Mapping[str, Function] = {
    "VLOOKUP": _table(down=True),
    "HLOOKUP": _table(down=False),
    "MATCH": _match,
    "INDEX": _index,
    "LOOKUP": _lookup,
    "CHOOSE": _choose,
    "RANK": _rank,
    "RANK.EQ": _rank,
}
