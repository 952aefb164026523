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
from schemas.rounding import open_ends
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
    return values if factor == 1 else times(values, integers([factor]))


@dataclass(frozen=True, slots=True)
class Intervals:
    """The intervals of some figures: ends are low / scale and high / scale.

    open_low and open_high are 1 where the end does not count, else 0. All arrays have one length.
    """

    low: Ints
    high: Ints
    scale: Ints
    open_low: Ints
    open_high: Ints

    def __len__(self) -> int:
        return len(self.low)

    def take(self, index: NDArray[Any]) -> Intervals:
        """Return the intervals at some places (integers or a mask)."""
        parts = (self.low, self.high, self.scale, self.open_low, self.open_high)
        return Intervals(*(part[index] for part in parts))

    def hold(self, num: Ints, den: Ints) -> Bools:
        """Return where num / den (den > 0) lies inside; arrays may have leading axes, the last is the figures'."""
        middle = times(num, self.scale)
        inside = times(self.low, den) + self.open_low <= middle
        inside &= middle <= times(self.high, den) - self.open_high
        return np.asarray(inside, np.bool_)


def intervals(
    values: Sequence[Decimal], decimals: Sequence[int], mode: Rounding, tolerance: Decimal = Decimal(0)
) -> Intervals:
    """Return the intervals of printed figures at their declared decimals; the same as rounding.interval, in bulk."""
    low, high, scale, open_low, open_high = [], [], [], [], []
    spare = decimals_of(tolerance)
    for value, places in zip(values, decimals, strict=True):
        digits = max(places, decimals_of(value), spare)
        whole, unit = int(value.scaleb(digits, EXACT)), 10 ** (digits - places)
        size, allowed = abs(whole), 2 * int(tolerance.scaleb(digits, EXACT))
        near, far = open_ends(
            mode, on_grid=size % unit == 0, even=size // unit % 2 == 0, tolerance=allowed > 0
        )
        if mode is Rounding.TRUNCATE:
            lower, upper = 2 * size, 2 * size + 2 * unit
            if size == 0:
                lower, near = -2 * unit, far
        else:
            lower, upper = 2 * size - unit, 2 * size + unit
            if size == 0 and mode is not Rounding.HALF_EVEN:
                near = far
        lower, upper = lower - allowed, upper + allowed
        if whole < 0:
            lower, upper, near, far = -upper, -lower, far, near
        low.append(lower)
        high.append(upper)
        scale.append(2 * 10**digits)
        open_low.append(int(near))
        open_high.append(int(far))
    return Intervals(
        integers(low),
        integers(high),
        integers(scale),
        np.asarray(open_low, np.int64),
        np.asarray(open_high, np.int64),
    )
