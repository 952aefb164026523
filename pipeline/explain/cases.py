"""From wrong lines of one table and quantity to the arrays that operators work on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

import numpy as np
from numpy.typing import NDArray

from pipeline.explain.sheet import Sheet
from pipeline.recompute import Block, Recomputed
from pipeline.reconcile.lines import LEAST_DECIMALS
from rules.causes import Case, Elsewhere, Figures, Known, Ratio, Sums
from schemas.intervals import EXACT, Bools, Intervals, Ints, integers, intervals
from schemas.outcome import Line
from schemas.rounding import scaled
from schemas.terms import Quantity, Rounding, Status


def figures_of(lines: Sequence[Line], all_lines: Sequence[Line], recomputed: Recomputed) -> Figures:
    """Return wrong figures of one quantity as arrays, in the order of the lines; all_lines: the table's."""
    pack, quantity = recomputed.pack, lines[0].quantity
    mode = pack.rounding_of(quantity)
    values = [line.reported for line in lines if isinstance(line.reported, Decimal)]
    exact = [line.recomputed for line in lines if isinstance(line.recomputed, Fraction)]
    decimals = [line.decimals for line in lines]
    moved = [v.scaleb(d, EXACT) for v, d in zip(values, decimals, strict=True)]
    usual, other = _usual(lines, all_lines)
    return Figures(
        quantity=quantity,
        reported=intervals(values, decimals, mode, pack.tolerance),
        exact=Ratio(
            integers([v.numerator for v in exact]),
            integers([v.denominator for v in exact]),
            np.ones(len(lines), np.bool_),
        ),
        decimals=np.asarray(decimals, np.int64),
        printed=integers([scaled(v, d, mode) for v, d in zip(exact, decimals, strict=True)]),
        typed=integers([int(v.to_integral_value(ROUND_HALF_UP, EXACT)) for v in moved]),
        in_place=np.asarray([v == int(v) for v in moved], np.bool_),
        mode=mode,
        usual=usual,
        other_usual=other,
        others_rounded=any(_shows_rounding(line) for line in all_lines if line.quantity is quantity),
    )


FEW = 3
"""From so many figures on, a row shows by itself how many decimals are usual in it."""


TYPED_AT_MOST = 4
"""Decimals that a person types at most."""


def _usual(lines: Sequence[Line], all_lines: Sequence[Line]) -> tuple[int, tuple[int, ...]]:
    """Return the decimals that most figures of a quantity are judged at, and those that might be meant else."""
    quantity, of_indicator = lines[0].quantity, bool(lines[0].indicator)
    own = [
        n.decimals for n in all_lines
        if n.quantity is quantity and bool(n.indicator) is of_indicator and isinstance(n.reported, Decimal)
    ]  # fmt: skip
    usual = max(sorted(set(own)), key=own.count)
    if usual in (0, LEAST_DECIMALS):
        return usual, ()
    if usual > TYPED_AT_MOST:  # stored as computed: nobody types so many
        return LEAST_DECIMALS, ()
    return (usual, (LEAST_DECIMALS,)) if len(own) >= FEW else (LEAST_DECIMALS, (usual,))


def _shows_rounding(line: Line) -> bool:
    """Return whether a right figure is not what cutting its digits off would give."""
    if line.status is not Status.MATCH or not isinstance(line.recomputed, Fraction):
        return False
    cut = scaled(line.recomputed, line.decimals, Rounding.TRUNCATE)
    return isinstance(line.reported, Decimal) and line.reported.scaleb(line.decimals, EXACT) > cut


def case_of(sheet: Sheet, lines: Sequence[Line], all_lines: Sequence[Line], blocks: Sequence[Block]) -> Case:
    """Return the case of wrong unit figures; all_lines: every line of the table."""
    recomputed, block = sheet.recomputed, sheet.block
    quantity, scale = lines[0].quantity, recomputed.pack.scale
    units = np.asarray([line.unit for line in lines], np.int64)
    at = units - 1
    weights, weight_unit = sheet.weights
    by_quantity = _by_quantity(all_lines)
    counted, values = sheet.counted[:, at], sheet.exact.values[:, at]
    nothing = Sums(at, at, at, at)
    reading = recomputed.reading.get(quantity)
    case = Case(
        quantity=quantity,
        units=units,
        scores=values,
        counted=counted,
        states=sheet.states[:, at],
        weights=weights,
        score_unit=sheet.exact.unit,
        weight_unit=weight_unit,
        whole=int(recomputed.whole[block.unit]),
        weighted=sheet.weighted,
        reading=0 if reading is None else int(reading[block.unit]),
        high=Fraction(scale.high),
        factor=Fraction(scale.factor),
        total=nothing,
        rows=nothing,
        everyone=sheet.everyone(quantity),
        usual_count=sheet.usual_count,
        full_count=_full_counts(by_quantity.get(Quantity.FULL_MARKS, {}), units, Fraction(scale.high)),
        known={
            other: _known(sheet, other, by_unit, units)
            for other, by_unit in by_quantity.items()
            if other is not quantity
        },
        elsewhere=_at_units(sheet, quantity, blocks, at),
        subtotals=None if sheet.subtotals is None else sheet.subtotals[:, at],
        hidden=None if sheet.hidden is None else sheet.hidden.take(at),
        omitted=None if sheet.omitted is None else sheet.omitted[:, at],
        text=None if sheet.text is None else sheet.text[:, at],
    )
    return _with_sums(case)


def _with_sums(case: Case) -> Case:
    from dataclasses import replace

    rows = case.cells(case.counted)
    points, count = rows.points.sum(axis=0), rows.count.sum(axis=0)
    if case.weighted:
        total = Sums(points, rows.products.sum(axis=0), rows.base.sum(axis=0), count)
    else:
        total = Sums(points, points, count, count)
    return replace(case, rows=rows, total=total)


def _by_quantity(lines: Sequence[Line]) -> dict[Quantity, dict[int, Line]]:
    """Return the numeric unit figures of a table by quantity and unit."""
    found: dict[Quantity, dict[int, Line]] = {}
    for line in lines:
        if (
            line.unit
            and not line.indicator
            and isinstance(line.reported, Decimal)
            and line.recomputed is not None
        ):
            found.setdefault(line.quantity, {})[line.unit] = line
    return found


def _full_counts(full_marks: Mapping[int, Line], units: NDArray[np.int64], high: Fraction) -> Ints:
    @cache  # few values, however many units
    def count(reported: Decimal) -> int:
        whole = Fraction(reported) / high
        return int(whole) if whole.denominator == 1 and abs(whole) < 10**6 else -1

    lines = (full_marks.get(unit) for unit in units.tolist())
    counts = [count(n.reported) if n and isinstance(n.reported, Decimal) else -1 for n in lines]
    return np.asarray(counts, np.int64)


def _known(sheet: Sheet, quantity: Quantity, by_unit: Mapping[int, Line], units: NDArray[np.int64]) -> Known:
    lines = [by_unit.get(unit) for unit in units.tolist()]
    there: Bools = np.asarray([line is not None for line in lines], np.bool_)
    wrong = np.asarray([line is not None and line.status is Status.MISMATCH for line in lines], np.bool_)
    values, decimals = [], []
    for line in lines:
        fine = line is not None and isinstance(line.reported, Decimal)
        values.append(line.reported if fine and line and isinstance(line.reported, Decimal) else Decimal(0))
        decimals.append(line.decimals if line else 0)
    pack = sheet.recomputed.pack
    reported: Intervals = intervals(values, decimals, pack.rounding_of(quantity), pack.tolerance)
    return Known(there, wrong, reported, sheet.everyone(quantity))


def _at_units(
    sheet: Sheet, quantity: Quantity, blocks: Sequence[Block], at: NDArray[np.int64]
) -> tuple[Elsewhere, ...]:
    return tuple(
        other._replace(exact=Ratio(other.exact.num[at], other.exact.den[at], other.exact.known[at]))
        for other in sheet.elsewhere(quantity, blocks)
    )
