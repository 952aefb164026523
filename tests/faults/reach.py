"""What any one wrong step could print: to choose figures that only their own cause, or none, explains."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from tests.books.expected import ExpectedFigure, ExpectedTable
from tests.faults.procedures import reached
from tests.faults.views import FACTOR, digits, of_unit, printed, stands_for, view

BY_CHANCE = {
    "other-unit",
    "rounded-intermediate",
    "rounded-lines",
    "truncated",
    "half-even",
    "transposed-digits",
    "single-digit",
    "digit-slip",
}
"""Causes that are the same as a wrong reckoning by chance only, never by arithmetic."""


def floor(exact: Fraction, places: int) -> Decimal:
    """Return a value cut off after some decimals."""
    return Decimal(exact.numerator * 10**places // exact.denominator).scaleb(-places)


def half_even(exact: Fraction, places: int) -> Decimal:
    """Return a value rounded half to even."""
    return Decimal(round(exact * 10**places)).scaleb(-places)


def rounded_lines(table: ExpectedTable, unit: int) -> Fraction | None:
    """Return the sum of a unit's weighted scores each rounded to 2 decimals, None without weights."""
    v = view(table, unit)
    if v.weights is None or v.base != 100:
        return None
    lines = (s * w / 100 for s, w in zip(v.scores, v.weights, strict=True) if s is not None)
    return sum((Fraction(printed(line, 2)) for line in lines), Fraction(0))


def steps(table: ExpectedTable, figure: ExpectedFigure) -> Iterator[tuple[str, Fraction]]:
    """Yield (cause, exact value) of every wrong step on the way to a unit's figure."""
    assert isinstance(figure.exact, Fraction)
    exact, quantity = figure.exact, figure.quantity
    if figure.indicator is not None:
        return
    for cause, _, value in reached(table, figure.unit, quantity):
        yield cause, value
    v = view(table, figure.unit)
    mean = v.points / v.count if v.weights is None else v.weighted_points / v.base
    if quantity == "converted":
        for places in (0, 1, 2, 3):
            yield "rounded-intermediate", Fraction(printed(mean, places)) * FACTOR
            yield "rounded-intermediate", Fraction(printed(exact, places))
            if v.weights is None:
                yield "rounded-intermediate", Fraction(printed(v.points, places)) / v.count * FACTOR
        yield "not-converted", mean
        yield "not-converted", v.points
        yield "fraction", exact / 100
    for places in (0, 1) if v.weights is None else ():
        total = sum((Fraction(printed(s, places)) for s in v.counted), Fraction(0))
        share = {"points": total, "mean": total / v.count, "converted": total / v.count * FACTOR}
        if total != v.points and quantity in share:
            yield "rounded-lines", share[quantity]
    lines = rounded_lines(table, figure.unit)
    if lines is not None and quantity in ("mean", "converted"):
        yield "rounded-lines", lines if quantity == "mean" else lines * FACTOR


def slips(value: Decimal) -> Iterator[tuple[str, Decimal]]:
    """Yield (cause, number) of every slip of the fingers over a printed number."""
    text = format(value, "f")
    for n, (a, b) in enumerate(pairwise(text)):
        if a != b and "." not in (a, b):
            yield "transposed-digits", Decimal(text[:n] + b + a + text[n + 2 :])
    whole, point, part = text.partition(".")
    figures = whole + part
    for n, digit in enumerate(text):
        if digit == ".":
            continue
        for other in "0123456789":
            if other != digit:
                yield "single-digit", Decimal(text[:n] + other + text[n + 1 :])
        if len(figures) > 1:
            yield "digit-slip", Decimal(text[:n] + text[n + 1 :] or "0")
        yield "digit-slip", Decimal(text[:n] + digit + text[n:])
    if point:
        for place in (-1, 1):
            yield "digit-slip", value.scaleb(place)


def collides(table: ExpectedTable, figure: ExpectedFigure, exact: Fraction, cause: str) -> bool:
    """Tell whether something else, no equal of the cause, would print the very figure that stands there."""
    assert isinstance(figure.value, Decimal)
    return any(
        name != cause and (other != exact or name in BY_CHANCE) for name, other in explanations(table, figure)
    )


def explanations(table: ExpectedTable, figure: ExpectedFigure) -> Iterator[tuple[str, Fraction]]:
    """Yield (cause, exact value) of everything that gives the figure as it stands now."""
    assert isinstance(figure.value, Decimal)
    assert isinstance(figure.exact, Fraction)
    places = digits(figure)
    for name, value in steps(table, figure):
        if value >= 0 and stands_for(figure.value, places, value):
            yield name, value
    if floor(figure.exact, places) == figure.value:
        yield "truncated", Fraction(figure.value)
    if half_even(figure.exact, places) == figure.value:
        yield "half-even", Fraction(figure.value)
    for name, number in slips(printed(figure.exact, places)):
        if number == figure.value:
            yield name, Fraction(number)
    if figure.indicator is None:
        for unit in {u for u in (f.unit for f in table.reported) if u != figure.unit}:
            other = of_unit(table, unit).get(figure.quantity)
            exact = None if other is None else other.exact
            if isinstance(exact, Fraction) and stands_for(figure.value, places, exact):
                yield "other-unit", exact


def same_names(table: ExpectedTable, figure: ExpectedFigure, exact: Fraction) -> frozenset[str]:
    """Return the causes whose exact value is the same as that of the fault."""
    return frozenset(name for name, other in explanations(table, figure) if other == exact)
