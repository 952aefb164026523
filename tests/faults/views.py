"""One unit of a table as plain numbers, and what a printed figure stands for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tests.books.expected import ExpectedFigure, ExpectedTable
from tests.books.figures import half_up

FACTOR = 20
OUT = ("not_applicable", "not_started", "cancelled")
MAIN = ("converted", "mean", "points", "full_marks")
"""The figures of a whole unit, the one that matters most first."""


@dataclass(frozen=True)
class View:
    """One unit: scores in order (None: out of the base), weights as shares of 100 or none, its group members."""

    unit: int
    scores: tuple[Fraction | None, ...]
    weights: tuple[Fraction, ...] | None
    as_text: tuple[bool, ...]

    @property
    def counted(self) -> list[Fraction]:
        return [s for s in self.scores if s is not None]

    @property
    def points(self) -> Fraction:
        return sum(self.counted, Fraction(0))

    @property
    def count(self) -> int:
        return len(self.counted)

    @property
    def weighted_points(self) -> Fraction:
        assert self.weights is not None
        pairs = zip(self.scores, self.weights, strict=True)
        return sum((s * w for s, w in pairs if s is not None), Fraction(0))

    @property
    def base(self) -> Fraction:
        assert self.weights is not None
        pairs = zip(self.scores, self.weights, strict=True)
        return sum((w for s, w in pairs if s is not None), Fraction(0))


def view(table: ExpectedTable, unit: int) -> View:
    """Return one unit of a table."""
    scores = sorted((s for s in table.scores if s.unit == unit), key=lambda s: s.indicator)
    weights = [i.weight for i in table.indicators]
    return View(
        unit,
        tuple(None if s.value is None else Fraction(s.value) for s in scores),
        None if None in weights else tuple(Fraction(w) for w in weights if w is not None),
        tuple(isinstance(s.cell.value, str) and s.value is not None for s in scores),
    )


def of_unit(table: ExpectedTable, unit: int) -> dict[str, ExpectedFigure]:
    """Return the figures of a whole unit by quantity."""
    return {f.quantity: f for f in table.reported if f.unit == unit and f.indicator is None}


def units_with(table: ExpectedTable, quantity: str) -> list[int]:
    """Return the units that report a quantity, in order."""
    return sorted({f.unit for f in table.reported if f.quantity == quantity and f.indicator is None})


def decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def digits(figure: ExpectedFigure) -> int:
    """Return the decimals a figure is written to: declared, else 2 (whole marks and points: none)."""
    if figure.decimals is not None:
        return figure.decimals
    return 0 if figure.quantity == "full_marks" else 2


def stands_for(value: Decimal, declared: int, exact: Fraction) -> bool:
    """Tell whether an exact value lies in the interval of a figure under half up: [v - u/2, v + u/2)."""
    judged = max(declared, min(decimals(value.normalize()), 6))
    half = Fraction(1, 2 * 10**judged)
    return Fraction(value) - half <= exact < Fraction(value) + half


def printed(exact: Fraction, places: int) -> Decimal:
    """Return an exact value as a sheet prints it; negative values cannot occur."""
    return half_up(exact, places)
