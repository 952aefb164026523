"""What units' scores give, roughly, where numbers have to tell what a row of figures is."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.locate.facts import Facts
from pipeline.locate.units import Unit
from pipeline.locate.view import View
from pipeline.values import Marks
from schemas.grid import RawValue
from schemas.layout import ValueRole
from schemas.terms import Quantity

ENOUGH = 0.6
"""Share of units whose figures must agree before numbers decide what a row is."""

SAMPLE = 16
"""Units whose scores are summed where numbers have to tell what a row is."""


class Sums:
    """What units' scores give, roughly and only when asked: to tell what a row of numbers is, never a verdict."""

    __slots__ = ("_known", "high", "indicators", "marks", "n", "units", "view", "weights")

    def __init__(
        self,
        view: View,
        units: Sequence[Unit],
        indicators: list[Facts],
        weights: list[float] | None,
        marks: Marks,
        high: float,
    ) -> None:
        self.view, self.units, self.indicators = view, units, indicators
        self.weights, self.marks, self.high = weights, marks, high
        self.n = len(indicators)
        self._known: dict[int, tuple[int, float, float]] = {}

    def _of(self, unit: int) -> tuple[int, float, float]:
        """Return how many scores a unit has, their sum, their (weighted) mean."""
        known = self._known.get(unit)
        if known is None:
            j = self.units[unit].column(ValueRole.SCORE)
            found = []
            for k, f in enumerate(self.indicators if j is not None else ()):
                value = self.view.rows[f.i][j]  # type: ignore[index]  # j is asked above
                number = value if type(value) is float and value == value else number_at(value, self.marks)
                if number is not None:
                    found.append((number, self.weights[k] if self.weights else 1.0))
            weight = sum(w for _, w in found)
            mean = sum(v * w for v, w in found) / weight if weight else 0.0
            known = self._known[unit] = (len(found), sum(v for v, _ in found), mean)
        return known

    def expected(self, quantity: Quantity, unit: int) -> float | None:
        n, points, mean = self._of(unit)
        if not n:
            return None
        if quantity is Quantity.FULL_MARKS:
            return n * self.high
        if quantity is Quantity.POINTS:
            return points
        return mean if quantity is Quantity.MEAN else mean * 100 / self.high

    def fit(self, quantity: Quantity, figures: Sequence[tuple[int, float]]) -> bool:
        """Return whether most figures (unit, value) are this quantity, to two decimals."""
        close = total = 0
        for unit, value in figures[:SAMPLE]:
            expected = self.expected(quantity, unit)
            if expected is not None:
                total += 1
                close += abs(value - expected) <= 0.00501
        return total > 0 and close >= ENOUGH * total


def number_at(value: RawValue, marks: Marks) -> float | None:
    """Return a cell's number as a float, for rough tests only."""
    if type(value) is float:
        return value if value == value else None
    if value == "":
        return None
    number = marks.of(value).number
    return float(number) if number is not None else None


def numbers_at(
    view: View, i: int, places: Sequence[tuple[int, int]], marks: Marks
) -> list[tuple[int, float]]:
    """Return (unit, number) of the cells (unit, column) of a row that hold numbers."""
    found = []
    row = view.rows[i]
    for unit, j in places:
        value = row[j]
        number = value if type(value) is float and value == value else number_at(value, marks)
        if number is not None:
            found.append((unit, number))
    return found
