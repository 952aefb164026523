"""Figures that no scores at all can give, and the few ratios that can: the test's power stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import numpy as np

from pipeline.explain.granularity import occurring, producible
from pipeline.explain.rank import MANY, possible_figures
from pipeline.explain.tell import Names
from pipeline.recompute import Recomputed
from rules.catalogue import CATALOGUE
from schemas.cell import Area
from schemas.finding import Finding
from schemas.intervals import integers, intervals
from schemas.outcome import Line
from schemas.terms import Assessment, Quantity, Status

TESTED = (Quantity.MEAN, Quantity.CONVERTED)


def impossible_figures(
    lines: Sequence[tuple[int, Line]], recomputed: Recomputed, names: Names, grid: Fraction
) -> Iterator[Finding]:
    """Yield a finding for every unexplained mean or converted score that no scores on the grid can give.

    Tried over the recomputed and the reported full marks. Only where the test has power: where most figures
    could not occur.
    """
    full_marks = {
        n.unit: n.reported for _, n in lines if n.quantity is Quantity.FULL_MARKS and not n.indicator
    }
    for quantity in TESTED:
        tested = [(index, n) for index, n in lines if n.quantity is quantity and _unexplained(n)]
        if tested:
            yield from _of_quantity(tested, full_marks, recomputed, names, grid)


def _unexplained(line: Line) -> bool:
    return (
        line.assessment is Assessment.UNEXPLAINED
        and line.status is Status.MISMATCH
        and isinstance(line.reported, Decimal)
        and int(line.basis["applicable"]) > 0
    )


def _of_quantity(
    lines: Sequence[tuple[int, Line]],
    full_marks: dict[int | None, Decimal | str | None],
    recomputed: Recomputed,
    names: Names,
    grid: Fraction,
) -> Iterator[Finding]:
    pack, quantity = recomputed.pack, lines[0][1].quantity
    high = Fraction(pack.scale.high)
    top = high * Fraction(pack.scale.factor) if quantity is Quantity.CONVERTED else high
    values = [line.reported for _, line in lines if isinstance(line.reported, Decimal)]
    reported = intervals(values, [n.decimals for _, n in lines], pack.rounding_of(quantity), pack.tolerance)
    bases = [high * int(line.basis["applicable"]) for _, line in lines]
    other = [
        _other_base(full_marks.get(line.unit), base) for (_, line), base in zip(lines, bases, strict=True)
    ]
    possible = np.zeros(len(lines), np.bool_)
    for choice in (bases, other):
        possible |= producible(reported, integers([int(base / grid) for base in choice]), top)
    powers: dict[tuple[Fraction, int], tuple[int, int]] = {}
    for n, (index, line) in enumerate(lines):
        key = bases[n], line.decimals
        if key not in powers:
            count = occurring(bases[n], top, grid, line.decimals, pack.rounding_of(quantity))
            powers[key] = count, possible_figures(quantity, line.decimals, top)
        count, every = powers[key]
        if not possible[n] and every >= MANY and 2 * count <= every:
            yield _finding(index, line, names, bases[n], grid, (count, every))


def _other_base(reported: Decimal | str | None, base: Fraction) -> Fraction:
    return Fraction(reported) if isinstance(reported, Decimal) and reported > 0 else base


def _finding(
    index: int, line: Line, names: Names, base: Fraction, grid: Fraction, power: tuple[int, int]
) -> Finding:
    assert line.cell is not None
    exact = line.recomputed
    return Finding(
        "impossible-figure",
        line.workbook,
        line.table,
        Area(*line.cell, line.cell.row, line.cell.col),
        line.unit,
        reported=line.reported,
        expected=names.shown(exact, line) if isinstance(exact, Fraction) else None,
        subject=line.quantity.value,
        values={
            "base": base,
            "grid": grid,
            "occurring": power[0],
            "possible": power[1],
            "quantity": CATALOGUE.words[f"quantity.{line.quantity.value}"],
        },
        line=index,
        lines=(index,),
    )
