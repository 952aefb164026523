"""What an operator works on: the units of one table whose figures of one quantity do not come out, as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rules.causes.sums import Sums
from schemas.cell import Cell
from schemas.intervals import LIMIT, Bools, Intervals, Ints, integers, scale, times
from schemas.terms import Quantity, Rounding


class Ratio(NamedTuple):
    """Exact values num / den; `known` where there is one."""

    num: Ints
    den: Ints
    known: Bools


@dataclass(frozen=True, slots=True)
class Figures:
    """Reported figures of one quantity, one a unit, that do not equal their exact recomputation.

    exact: num / den. printed, typed: the digits of the recomputed and of the reported figure as integers at
    10**-decimals. in_place: the reported figure has no digits beyond its decimals. mode: the rounding in force.
    usual: the decimals most figures of the row have; other_usual: those it might have, where few show it.
    """

    quantity: Quantity
    reported: Intervals
    exact: Ratio
    decimals: Ints
    printed: Ints
    typed: Ints
    in_place: Bools
    mode: Rounding
    usual: int = 2
    other_usual: tuple[int, ...] = ()
    others_rounded: bool = False
    """Some right figure of the table and quantity shows that digits are rounded there, not cut off."""

    def __len__(self) -> int:
        return len(self.decimals)

    def take(self, columns: NDArray[np.int64], exact: Ratio | None = None) -> Figures:
        """Return some of the figures; exact: taken for their recomputation instead."""
        e = exact or Ratio(self.exact.num[columns], self.exact.den[columns], self.exact.known[columns])
        part = replace(
            self,
            reported=self.reported.take(columns),
            exact=e,
            decimals=self.decimals[columns],
            printed=self.printed[columns],
            typed=self.typed[columns],
            in_place=self.in_place[columns],
        )
        return part if exact is None else replace(part, printed=part.printed_at_own())

    def printed_at_own(self) -> Ints:
        """Return the recomputed figures as printed at their own decimals."""
        printed = np.zeros(len(self), self.exact.num.dtype)
        for decimals in sorted(set(self.decimals.tolist())):
            own = self.decimals == decimals
            printed[own] = self.printed_at(decimals)[own]
        return printed

    @property
    def step(self) -> Ints:
        """Return 10**decimals of each figure."""
        return integers([10**d for d in self.decimals.tolist()])

    def printed_at(self, decimals: int) -> Ints:
        """Return the recomputed figures as printed at some decimals, as integers at 10**-decimals."""
        num, den = scale(np.abs(self.exact.num), 10**decimals), self.exact.den
        whole, rest = num // den, 2 * (num % den)
        if self.mode is not Rounding.TRUNCATE:
            up = (rest > den) | ((rest == den) & ((whole % 2 == 1) | (self.mode is not Rounding.HALF_EVEN)))
            whole = whole + up
        return np.where(self.exact.num < 0, -whole, whole)


class Known(NamedTuple):
    """Another reported quantity of the same units: where it stands, whether it comes out, its intervals.

    everyone: its exact value for every unit of the table, by position.
    """

    there: Bools
    wrong: Bools
    reported: Intervals
    everyone: Ratio


class Elsewhere(NamedTuple):
    """The same units in another table of the workbook: exact value of the quantity, and what that table is."""

    table: int
    label: str
    exact: Ratio


class Hidden(NamedTuple):
    """Scores in hidden rows or columns, lines × units, over the unit of the scores. there: where there is one.

    names: of the lines; cells: of every unit of the table, by line and position.
    """

    names: tuple[str, ...]
    points: Ints
    there: Bools
    cells: tuple[tuple[Cell, ...], ...]

    def take(self, columns: NDArray[np.int64]) -> Hidden:
        """Return the scores of some units; the cells stay those of all."""
        return self._replace(points=self.points[:, columns], there=self.there[:, columns])


@dataclass(frozen=True, slots=True)
class Case:
    """Units with a wrong figure, in columns; indicators in rows.

    scores: integers over score_unit, 0 where a cell has none. counted: the cell is in the base. weights over
    weight_unit, all 1 where the table has none; `whole` is what they should sum to. total: the sums of the
    recomputation; rows: each cell's part in them, 0 where it is not counted.
    everyone: exact value of the quantity for every unit of the table, by position; units: those of the columns.
    subtotals: values (over score_unit) of group total rows on the sheet, rows × units.
    omitted: cells that a formula's range leaves out, by its own finding. text: cells that hold text.
    """

    quantity: Quantity
    units: NDArray[np.int64]
    scores: Ints
    counted: Bools
    states: NDArray[np.int8]
    weights: Ints
    score_unit: int
    weight_unit: int
    whole: int
    weighted: bool
    reading: int
    high: Fraction
    factor: Fraction
    total: Sums
    rows: Sums
    everyone: Ratio
    usual_count: int
    full_count: Ints
    """Indicators that the unit's reported full marks speak of; -1 where none are reported."""
    known: Mapping[Quantity, Known]
    elsewhere: tuple[Elsewhere, ...] = ()
    subtotals: Ints | None = None
    hidden: Hidden | None = None
    omitted: Bools | None = None
    text: Bools | None = None

    def take(self, columns: NDArray[np.int64]) -> Case:
        """Return the case of some of its units."""

        def rows(part: Any) -> Any:
            return None if part is None else part[..., columns]

        def ratio(part: Ratio) -> Ratio:
            return Ratio(part.num[columns], part.den[columns], part.known[columns])

        return replace(
            self,
            units=self.units[columns],
            scores=rows(self.scores),
            counted=rows(self.counted),
            states=rows(self.states),
            total=self.total.take(columns),
            rows=self.rows.take(columns),
            full_count=self.full_count[columns],
            known={
                q: Known(k.there[columns], k.wrong[columns], k.reported.take(columns), k.everyone)
                for q, k in self.known.items()
            },
            elsewhere=tuple(e._replace(exact=ratio(e.exact)) for e in self.elsewhere),
            subtotals=rows(self.subtotals),
            hidden=None if self.hidden is None else self.hidden.take(columns),
            omitted=rows(self.omitted),
            text=rows(self.text),
        )

    @property
    def indicators(self) -> int:
        return int(self.scores.shape[0])

    def reckon(self, sums: Sums, quantity: Quantity | None = None) -> Ratio:
        """Return the figure that follows from some sums; of another quantity where one is given."""
        quantity = quantity or self.quantity
        if quantity in (Quantity.MEAN, Quantity.CONVERTED):
            factor = self.factor if quantity is Quantity.CONVERTED else Fraction(1)
            known = np.asarray(sums.base > 0, np.bool_)
            base = np.where(known, sums.base, 1)
            return Ratio(
                scale(sums.products, factor.numerator),
                scale(base, factor.denominator * self.score_unit),
                known,
            )
        if quantity is Quantity.POINTS:
            if self.reading == 0 or not self.weighted:
                return _whole(sums.points, self.score_unit)
            under = self.score_unit * self.weight_unit * (self.whole if self.reading == 1 else 1)
            return _whole(sums.products, under)
        if quantity is Quantity.FULL_MARKS:
            return _whole(sums.count * self.high.numerator, self.high.denominator)
        nothing = np.zeros(np.shape(sums.points), np.int64)
        return Ratio(nothing, nothing + 1, np.asarray(nothing > 0, np.bool_))

    def part(self, mask: Bools) -> Sums:
        """Return the sums over some cells of each unit, in the base or not; cells without a score add none."""
        counted = mask.sum(axis=0)
        points = np.where(mask, self.scores, 0).sum(axis=0)
        if not self.weighted:
            return Sums(points, points, counted, counted)
        column = self.weights[:, None]
        products = np.where(mask, times(self.scores, column), 0).sum(axis=0)
        return Sums(points, products, (mask * column).sum(axis=0), counted)

    def cells(self, mask: Bools) -> Sums:
        """Return each cell's own part in the sums where the mask holds, 0 elsewhere: indicators × units."""
        points = np.where(mask, self.scores, 0)
        count = mask.astype(np.int64)
        if not self.weighted:
            return Sums(points, points, count, count)
        column = self.weights[:, None]
        return Sums(points, times(points, column), count * column, count)


def _whole(values: Ints, under: int) -> Ratio:
    values = np.asarray(values)
    den = np.full(values.shape, under, object if under >= LIMIT else np.int64)
    return Ratio(values, den, np.ones(values.shape, np.bool_))
