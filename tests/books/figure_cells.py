"""Figures as cells: typed, formatted, stored unrounded, or computed by a formula with its cached value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from tests.books.expected import ExpectedFigure
from tests.books.figures import half_up
from tests.books.page import Cell, Formula, Kind, Sheet

STYLE = {0: "0", 1: "0.0", 2: "0.00", 3: "0.000", 4: "0.0000"}


def stored(value: Fraction) -> Decimal:
    """Return what a spreadsheet keeps of an exact value: 15 significant digits."""
    return Decimal(format(Decimal(f"{float(value):.14e}"), "f")).normalize()


def put_figure(
    sheet: Sheet,
    row: int,
    col: int,
    unit: int,
    quantity: str,
    exact: Fraction,
    mode: str,
    *,
    decimals: int = 2,
    indicator: int | None = None,
    formula: Formula | None = None,
    cols: int = 1,
) -> ExpectedFigure:
    """Write one figure in one of the modes of `options.FIGURES` and return what must be read there."""
    whole = quantity == "full_marks" or (mode == "typed" and exact.denominator == 1 and quantity == "points")
    digits = 0 if whole else decimals
    rounded = half_up(exact, digits)
    value, style, used = {
        "typed": (rounded.normalize() if digits else rounded, None, None),
        "formatted": (rounded.normalize(), STYLE[digits], None),
        "stored": (stored(exact), STYLE[digits], None),
        "formula": (stored(exact), STYLE[digits], formula),
        "rounded-formula": (rounded.normalize(), STYLE[digits], _round(formula, digits)),
    }[mode]
    cell = sheet.put(row, col, _unscaled(value), Kind.FIGURE, style=style, formula=used, cols=cols)
    declared = None if style is None else digits
    return ExpectedFigure(unit, indicator, quantity, _unscaled(value), cell, exact, declared)


def without_formula(mode: str) -> str:
    """Return the mode that leaves the same number in a cell for which there is no formula."""
    return {"formula": "stored", "rounded-formula": "formatted"}.get(mode, mode)


def _round(formula: Formula | None, digits: int) -> Formula | None:
    return None if formula is None else Formula(f"ROUND({formula.template},{digits})", formula.operands)


def _unscaled(value: Decimal) -> Decimal:
    """Return 90 for 9E+1."""
    return Decimal(format(value, "f"))


def declared_by_row(figures: Sequence[ExpectedFigure]) -> list[ExpectedFigure]:
    """Return typed figures with the decimals their row declares: the most that any of them shows."""
    shown = [_digits(f.value) for f in figures if isinstance(f.value, Decimal) and f.decimals is None]
    most = max(shown, default=0)
    return [
        replace(f, decimals=most) if isinstance(f.value, Decimal) and f.decimals is None and most <= 2 else f
        for f in figures
    ]


def _digits(value: Decimal | str) -> int:
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def summary_formula(quantity: str, scores: Sequence[Cell], weights: Sequence[Cell] | None) -> Formula | None:
    """Return the formula an officer would write for a unit's figure over its column of scores."""
    first, last = scores[0], scores[-1]
    if weights is not None:
        share = "SUMPRODUCT({2}:{3},{0}:{1})/SUM({2}:{3})"
        operands = (first, last, weights[0], weights[-1])
        if quantity == "mean":
            return Formula(share, operands)
        return Formula(f"{share}*20", operands) if quantity == "converted" else None
    template = {
        "full_marks": "COUNT({0}:{1})*5",
        "points": "SUM({0}:{1})",
        "mean": "AVERAGE({0}:{1})",
        "converted": "SUM({0}:{1})/(COUNT({0}:{1})*5)*100",
    }.get(quantity)
    return None if template is None else Formula(template, (first, last))
