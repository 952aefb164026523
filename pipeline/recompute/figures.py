"""From sums to figures: full marks, points, mean and converted score of every unit as exact ratios.

Formulas (without weights every indicator weighs 1): full marks = 5 × n; mean = Σ(w × score) / Σw over the counted
indicators; converted = mean × 20. The 5 and the 20 are the rule pack's scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.recompute.blocks import Block
from pipeline.recompute.totals import Totals
from schemas.intervals import Bools, Ints, integers, times
from schemas.rules import RulePack
from schemas.terms import Quantity


@dataclass(frozen=True, slots=True)
class Ratios:
    """Exact values num / den (den > 0); `known` is False where nothing was counted, so that there is no value."""

    num: Ints
    den: Ints
    known: Bools

    def take(self, index: NDArray[Any]) -> Ratios:
        return Ratios(self.num[index], self.den[index], self.known[index])

    def fraction(self, index: int) -> Fraction | None:
        """Return one value; None where it is not known."""
        return Fraction(int(self.num[index]), int(self.den[index])) if self.known[index] else None


READINGS: dict[Quantity, tuple[str, ...]] = {
    Quantity.POINTS: ("sum of scores", "sum of weighted scores", "sum of score × weight"),
    Quantity.FULL_MARKS: ("scale × count", "scale × weight share", "scale × weight", "weight"),
}
"""What a total of a weighted table may mean; the first is also that of a table without weights."""


@dataclass(slots=True)
class Recomputed:
    """All that follows from the scores of a chunk: blocks of tables, roles of cells, sums and readings.

    whole: per row of `units`, what all weights should sum to (100, or 1 where the table writes shares).
    reading: per quantity and row of `units`, index into READINGS.
    scores: (workbook, table, indicator, unit) → the exact score that follows from the actual result.
    """

    blocks: list[Block]
    roles: NDArray[np.int8]
    totals: Totals
    whole: Ints
    pack: RulePack
    reading: dict[Quantity, NDArray[np.int8]]
    scores: dict[tuple[int, int, int, int], Fraction]

    def figures(
        self, quantity: Quantity, units: NDArray[Any], reading: int | None = None, extra: Ints | int = 0
    ) -> Ratios:
        """Return a quantity's exact value for some rows of `units`.

        reading: take this one instead of the table's. extra: indicators counted besides, with a score of 0.
        """
        t, scale = self.totals, self.pack.scale
        counted = t.counted[units] + extra
        if quantity in (Quantity.MEAN, Quantity.CONVERTED):
            factor = Fraction(scale.factor) if quantity is Quantity.CONVERTED else Fraction(1)
            # the base with the extra ones: their weights are the missing ones' where there are any
            base = t.base[units] + (t.missing_base[units] if not isinstance(extra, int) or extra else 0)
            den = times(times(base, t.score_unit[units]), integers([factor.denominator]))
            num = times(t.products[units], integers([factor.numerator]))
            known = np.asarray((base > 0) & (counted > 0), np.bool_)
            return Ratios(num, np.where(known, den, 1), known)
        readings = self.reading[quantity][units] if reading is None else np.full(len(units), reading, np.int8)
        known = np.ones(len(units), np.bool_)
        if quantity is Quantity.POINTS:
            num, den = self._points(units, readings)
        else:
            num, den = self._full_marks(units, readings, counted)
        return Ratios(num, den, known)

    def _points(self, units: NDArray[Any], readings: NDArray[np.int8]) -> tuple[Ints, Ints]:
        t = self.totals
        num, den = t.points[units], t.score_unit[units]
        if readings.any():
            both = times(t.score_unit[units], t.weight_unit[units])
            num = np.where(readings == 0, num, t.products[units])
            den = np.where(readings == 0, den, np.where(readings == 1, times(both, self.whole[units]), both))
        return num, den

    def _full_marks(
        self, units: NDArray[Any], readings: NDArray[np.int8], counted: Ints
    ) -> tuple[Ints, Ints]:
        t, high = self.totals, Fraction(self.pack.scale.high)
        num = counted * high.numerator
        den = np.full(len(units), high.denominator, np.int64)
        if readings.any():
            weighed = t.base[units] * high.numerator
            under = t.weight_unit[units] * high.denominator
            num = np.where(readings == 0, num, np.where(readings == 3, t.base[units], weighed))
            under = np.where(readings == 3, t.weight_unit[units], under)
            under = np.where(readings == 1, under * self.whole[units], under)
            den = np.where(readings == 0, den, under)
        return num, den
