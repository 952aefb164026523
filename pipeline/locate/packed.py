"""Dumps whose blank cells were lost: figures stand shoulder to shoulder and are given to units in order.

A summary row of such a dump holds more values than there are columns with a unit. Pairs are told by their
numbers (full marks are whole multiples of the full mark) and given one to each unit in order; that is an
inference, and the result says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.locate.columns import Columns
from pipeline.locate.facts import Facts
from pipeline.locate.figures import Place, pair_quantities
from pipeline.locate.sums import Sums
from pipeline.locate.terms import figure_of
from pipeline.locate.units import Unit
from pipeline.locate.view import View
from pipeline.values import Marks
from schemas.layout import ColumnRole, ValueRole


@dataclass(frozen=True, slots=True)
class Packed:
    """One packed row: its figures in order, how many values it held, how many a unit."""

    places: tuple[Place, ...]
    values: int
    each: int


def packed_row(
    view: View, f: Facts, units: list[Unit], columns: Columns, sums: Sums, marks: Marks
) -> Packed | None:
    """Return the figures of a summary row that has more values than units have columns; None where it has not."""
    first = min(j for u in units for j, _ in u.columns)
    single = all(len(u.columns) == 1 for u in units)
    last = max(j for u in units for j, _ in u.columns)
    beyond = [c.j for c in columns.of(ColumnRole.ORPHAN) if c.j > last and view.rows[f.i][c.j] != ""]
    if not beyond or not single:
        return None
    row = view.rows[f.i]
    spacers = {c.j for c in columns.of(ColumnRole.BLANK)}
    held = [j for j in range(first, max(beyond) + 1) if j not in spacers]
    values = [row[j] for j in held]
    if "" in values:
        return None
    if any(marks.of(v).number is None for v in values) or len(values) % 2 or len(values) // 2 > len(units):
        return None
    numbers = [(n // 2, float(marks.of(v).number or 0)) for n, v in enumerate(values)]
    firsts, seconds = numbers[0::2], numbers[1::2]
    if not _regular(firsts, seconds, sums):
        return None
    one, two = pair_quantities(figure_of(f.label), firsts, seconds, sums)
    places = []
    for n in range(len(values) // 2):
        places += [Place(n, one, f.i, held[2 * n]), Place(n, two, f.i, held[2 * n + 1])]
    return Packed(tuple(places), len(values), 2)


def _regular(firsts: list[tuple[int, float]], seconds: list[tuple[int, float]], sums: Sums) -> bool:
    """Return whether reading by twos makes two kinds of figures: one of whole full marks, one that is not."""

    def fives(figures: list[tuple[int, float]]) -> float:
        return sum(v % sums.high == 0 and v > 0 for _, v in figures) / len(figures)

    return max(fives(firsts), fives(seconds)) >= 0.8 and min(fives(firsts), fives(seconds)) < 0.8


def score_columns(units: list[Unit]) -> list[int]:
    return [j for u in units for j, r in u.columns if r is ValueRole.SCORE]
