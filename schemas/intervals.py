"""Many intervals at once, in integers: is this exact ratio what that printed figure stands for?

Integers are int64 where every product provably fits, else Python's own in object arrays: the same answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from schemas.exact import decimals_of
from schemas.terms import Rounding

Ints = NDArray[Any]
"""int64, or object holding Python integers."""
Bools = NDArray[np.bool_]

EXACT = Context(prec=10_000)
"""Decimal arithmetic that drops no digit of any figure a cell can hold."""

LIMIT = 2**60
"""Products are kept below this in int64, so that a few of them may be added; above it, Python's integers take over."""


def integers(values: Sequence[int] | Ints) -> Ints:
    """Return integers as int64 where all of them fit, else as Python's integers."""
    if isinstance(values, np.ndarray) and values.dtype != object:
        return values
    if len(values) == 0:
        return np.zeros(0, np.int64)
    if max(values) < LIMIT and min(values) > -LIMIT:
        return np.asarray(values, np.int64)
    return np.asarray(values, object)


def largest(values: Ints) -> int:
    """Return the largest magnitude as a Python integer; 0 where there is none."""
    return 0 if values.size == 0 else max(int(values.max()), -int(values.min()))


def times(left: Ints, right: Ints) -> Ints:
    """Return the exact product, in Python's integers where int64 might not hold it."""
    if left.dtype != object and right.dtype != object and largest(left) * largest(right) >= LIMIT:
        left = left.astype(object)
    return left * right


def scale(values: Ints, factor: int) -> Ints:
    """Return exact integers times one integer."""
    if factor == 1:
        return values
    if values.dtype != object and largest(values) * abs(factor) >= LIMIT:
        values = values.astype(object)
    return values * factor


PIECE = 2**15
"""Ratios compared at a time."""


@dataclass(frozen=True, slots=True)
class Intervals:
    """The intervals of some figures: ends are low / scale and high / scale.

    open_low and open_high are 1 where the end does not count, else 0. All arrays have one length. bound: the
    largest magnitude among the ends and the scales.
    """

    low: Ints
    high: Ints
    scale: Ints
    open_low: Ints
    open_high: Ints
    bound: int

    def __len__(self) -> int:
        return len(self.low)

    def take(self, index: NDArray[Any]) -> Intervals:
        """Return the intervals at some places (integers or a mask)."""
        parts = (self.low, self.high, self.scale, self.open_low, self.open_high)
        low, high, step, open_low, open_high = (part[index] for part in parts)
        return Intervals(low, high, step, open_low, open_high, self.bound)

    def hold(self, num: Ints, den: Ints) -> Bools:
        """Return where num / den (den > 0) lies inside; arrays may have leading axes, the last is the figures'."""
        if num.dtype != object and largest(num) * self.bound >= LIMIT:
            num = num.astype(object)
        if den.dtype != object and largest(den) * self.bound >= LIMIT:
            den = den.astype(object)
        if num.ndim < 2 or num.size <= PIECE:
            return self._hold(num, den)
        inside = np.empty(np.broadcast_shapes(num.shape, den.shape, self.low.shape), np.bool_)
        rows = max(1, PIECE * len(num) // num.size)
        for start in range(0, len(num), rows):  # what lies between stays in the processor's cache
            part = slice(start, start + rows)
            inside[part] = self._hold(num[part], den[part] if den.ndim == num.ndim else den)
        return inside

    def _hold(self, num: Ints, den: Ints) -> Bools:
        middle = num * self.scale
        inside = self.low * den + self.open_low <= middle
        inside &= middle <= self.high * den - self.open_high
        return np.asarray(inside, np.bool_)


@dataclass(frozen=True, slots=True)
class Printed:
    """Printed figures as integers over `step`: size without sign, unit of the last declared place, tolerance."""

    size: Ints
    negative: Bools
    unit: Ints
    step: Ints
    allowed: Ints

    def under(self, mode: Rounding) -> Intervals:
        """Return what the figures stand for under a rounding mode: the same as rounding.interval, in bulk."""
        size, unit = self.size, self.unit
        near, far = self._open_ends(mode)
        if mode is Rounding.TRUNCATE:
            low, high = np.where(size == 0, -2 * unit, 2 * size), 2 * size + 2 * unit
        else:
            low, high = 2 * size - unit, 2 * size + unit
        low, high = low - 2 * self.allowed, high + 2 * self.allowed
        if self.negative.any():
            turned = self.negative
            low, high = np.where(turned, -high, low), np.where(turned, -low, high)
            near, far = np.where(turned, far, near), np.where(turned, near, far)
        ends = 2 * self.step
        bound = max(largest(low), largest(high), largest(ends))
        return Intervals(low, high, ends, near.astype(np.int64), far.astype(np.int64), bound)

    def _open_ends(self, mode: Rounding) -> tuple[Bools, Bools]:
        """Return which ends, towards zero and away from it, do not count."""
        none = np.zeros(len(self.size), np.bool_)
        if mode is Rounding.NEAREST:
            return none, none
        if mode is Rounding.HALF_EVEN:
            on_grid = np.asarray(self.size % self.unit == 0, np.bool_)
            odd = np.asarray(self.size // self.unit % 2 == 1, np.bool_)
            near, far = on_grid & odd, ~on_grid | odd
        else:
            near, far = np.asarray(self.size == 0, np.bool_), ~none
        strict = np.asarray(self.allowed == 0, np.bool_)
        return near & strict, far & strict


def printed_figures(
    values: Sequence[Decimal], decimals: Sequence[int], tolerance: Decimal = Decimal(0)
) -> Printed:
    """Return printed figures at their declared decimals as integers, made once for every rounding mode."""
    spare = decimals_of(tolerance)
    known: dict[tuple[Decimal, int], tuple[int, int, int]] = {}  # over many units the same few come again
    rows: list[tuple[int, int, int]] = []
    for figure in zip(values, decimals, strict=True):
        row = known.get(figure)
        if row is None:
            value, declared = figure
            digits = max(decimals_of(value), declared, spare)
            row = int(value.scaleb(digits, EXACT)), 10 ** (digits - declared), 10**digits
            known[figure] = row
        rows.append(row)
    whole, unit, steps = ([row[n] for row in rows] for n in range(3))
    wholes, step = integers(whole), integers(steps)
    allowed = int(tolerance.scaleb(spare, EXACT))
    return Printed(
        size=np.abs(wholes),
        negative=np.asarray(wholes < 0, np.bool_),
        unit=integers(unit),
        step=step,
        allowed=scale(step // 10**spare, allowed),
    )


def intervals(
    values: Sequence[Decimal], decimals: Sequence[int], mode: Rounding, tolerance: Decimal = Decimal(0)
) -> Intervals:
    """Return the intervals of printed figures at their declared decimals; the same as rounding.interval, in bulk."""
    return printed_figures(values, decimals, tolerance).under(mode)
