"""Grades, and figures that speak of a whole table: the average or the total over its units."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from pipeline.recompute import Recomputed
from pipeline.reconcile.grades import band_of, grade_fits, named_band
from pipeline.reconcile.lines import LEAST_DECIMALS, Draft
from pipeline.reconcile.reported import Reported
from schemas.outcome import Line
from schemas.rounding import interval
from schemas.terms import Quantity, Status


def judge_grades(draft: Draft, figures: Reported) -> None:
    """Add a line for every reported grade: the band of the exact converted score, half-open.

    A grade the rule pack does not know cannot be judged, nor one whose converted score is not computable.
    """
    recomputed = draft.recomputed
    places = figures.where(Quantity.GRADE)
    if len(places) == 0:
        return
    units = figures.unit_row[places]
    exact = recomputed.figures(Quantity.CONVERTED, units)
    sure = (recomputed.totals.missing[units] == 0) & (recomputed.totals.unreadable[units] == 0)
    for n, place in enumerate(places.tolist()):
        info = recomputed.blocks[figures.block[place]].info
        value = exact.fraction(n)
        reported = named_band(figures.raw[place], recomputed.pack)
        true = None if value is None else band_of(value, recomputed.pack)
        status = Status.NOT_COMPUTABLE
        if value is not None and reported is not None and true is not None:
            if grade_fits(reported, value, LEAST_DECIMALS, recomputed.pack):
                status = Status.MATCH
            elif sure[n]:
                status = Status.MISMATCH
        draft.lines.append(
            Line(
                info.workbook, info.table, int(figures.unit[place]), None, Quantity.GRADE, figures.raw[place],
                true.name if true else None, 0, status, figures.cells[place],
                basis=draft.basis_of(int(units[n])),
            )
        )  # fmt: skip
    _grades_not_reported(draft, figures, places)


def _grades_not_reported(
    draft: Draft, figures: Reported, places: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> None:
    recomputed = draft.recomputed
    reporting = set(figures.unit_row[places].tolist())
    for number in sorted(set(figures.block[places].tolist())):
        block = recomputed.blocks[number]
        absent = [r for r in range(block.unit, block.unit + block.units) if r not in reporting]
        exact = recomputed.figures(Quantity.CONVERTED, np.asarray(absent, np.int64))
        for n, row in enumerate(absent):
            value = exact.fraction(n)
            band = None if value is None else band_of(value, recomputed.pack)
            draft.lines.append(
                Line(
                    block.info.workbook, block.info.table, row - block.unit + 1, None, Quantity.GRADE, None,
                    band.name if band else None, 0, Status.NOT_REPORTED, basis=draft.basis_of(row),
                )
            )  # fmt: skip


def judge_whole_tables(draft: Draft, figures: Reported) -> None:
    """Add a line for every figure over all units: it matches where it is their average or their total.

    What such a figure means is the sheet's own affair; where neither fits, it is not computable.
    """
    recomputed = draft.recomputed
    for quantity in Quantity:
        for place in figures.where(quantity, of_unit=False).tolist():
            block, value = recomputed.blocks[figures.block[place]], figures.values[place]
            exact: Fraction | None = None
            if value is not None and quantity not in (Quantity.GRADE, Quantity.SCORE, Quantity.WEIGHTED):
                exact = _over_units(recomputed, quantity, int(figures.block[place]))
            status, shown = Status.NOT_COMPUTABLE, exact
            if exact is not None and value is not None:
                pack = recomputed.pack
                mode = pack.rounding_of(quantity)
                figure = interval(value, figures.decimals[place], mode, pack.tolerance)
                for candidate in (exact, exact * block.units):
                    if candidate in figure:
                        status, shown = Status.MATCH, candidate
            draft.lines.append(
                Line(
                    block.info.workbook, block.info.table, None, None, quantity,
                    value if value is not None else figures.raw[place] or None, shown, figures.decimals[place],
                    status, figures.cells[place],
                )
            )  # fmt: skip


def _over_units(recomputed: Recomputed, quantity: Quantity, number: int) -> Fraction | None:
    """Return the average over the units of a table; None where one of them has no value."""
    block = recomputed.blocks[number]
    rows = np.arange(block.unit, block.unit + block.units)
    exact = recomputed.figures(quantity, rows)
    values = [exact.fraction(n) for n in range(block.units)]
    known = [v for v in values if v is not None]
    return sum(known, Fraction(0)) / len(known) if known and len(known) == len(values) else None
