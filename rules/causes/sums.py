"""The sums a figure is made of, before and after an edit: points, products with the weights, base, count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from schemas.intervals import Ints


@dataclass(frozen=True, slots=True)
class Sums:
    """Integer sums over some score cells; arrays of units, or of edits × units.

    points: Σ score; products: Σ weight × score; base: Σ weight; count: how many. Where no weights are,
    products is points and base is count, the same arrays.
    """

    points: Ints
    products: Ints
    base: Ints
    count: Ints

    def __add__(self, other: Sums) -> Sums:
        return self._with(other, 1)

    def __sub__(self, other: Sums) -> Sums:
        return self._with(other, -1)

    def _with(self, other: Sums, sign: int) -> Sums:
        plain = self.products is self.points and other.products is other.points
        points = self.points + sign * other.points
        count = self.count + sign * other.count
        if plain and self.base is self.count and other.base is other.count:
            return Sums(points, points, count, count)
        return Sums(points, self.products + sign * other.products, self.base + sign * other.base, count)

    def with_sum_of(self, other: Sums) -> Sums:
        """Return these with the other's points and products, the base kept: a sum without its count."""
        return Sums(other.points, other.products, self.base, self.count)

    def with_base_of(self, other: Sums) -> Sums:
        """Return these with the other's base and count, the sum kept: a count without its sum."""
        return Sums(self.points, self.products, other.base, other.count)

    def take(self, columns: NDArray[Any]) -> Sums:
        """Return the sums of some units."""
        points, count = self.points[..., columns], self.count[..., columns]
        products = points if self.products is self.points else self.products[..., columns]
        return Sums(points, products, count if self.base is self.count else self.base[..., columns], count)

    def at(self, edit: int, column: int) -> tuple[int, int, int, int]:
        """Return (points, products, base, count) of one edit of one unit."""
        parts = (self.points, self.products, self.base, self.count)
        points, products, base, count = (
            int(p[edit, column]) if p.ndim == 2 else int(p[column]) if p.ndim == 1 else int(p) for p in parts
        )
        return points, products, base, count
