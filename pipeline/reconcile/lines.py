"""From judged figures to lines: one per reported figure, one per figure that others of the table report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from pipeline.recompute import Recomputed
from pipeline.reconcile.reported import Reported
from pipeline.reconcile.status import MATCH, UNIT_FIGURES, Judged, judge_units, mode_masks, settle_readings
from schemas.exact import fraction_text
from schemas.intervals import printed_figures
from schemas.outcome import Line
from schemas.terms import Quantity, Rounding, Status

STATUS = (Status.MATCH, Status.MISMATCH, Status.NOT_COMPUTABLE)
ROUNDED = (Quantity.POINTS, Quantity.MEAN, Quantity.CONVERTED)
"""Quantities whose figure may depend on how it is rounded."""
LEAST_DECIMALS = 2
ORDER = {quantity: n for n, quantity in enumerate(Quantity)}


@dataclass(slots=True)
class Draft:
    """Lines under way: by row of `units` then quantity, and the deciding numbers of each unit, made once."""

    recomputed: Recomputed
    lines: list[Line] = field(default_factory=list)
    basis: dict[int, dict[str, str]] = field(default_factory=dict)

    fractions: dict[tuple[int, int], Fraction] = field(default_factory=dict)

    def fraction(self, num: int, den: int) -> Fraction:
        """Return num / den in lowest terms; over many units the same few come again and again."""
        found = self.fractions.get((num, den))
        if found is None:
            found = self.fractions[num, den] = Fraction(num, den)
        return found

    def basis_of(self, unit_row: int) -> dict[str, str]:
        """Return the integers that decide a unit's figures, as exact text."""
        basis = self.basis.get(unit_row)
        if basis is None:
            t = self.recomputed.totals
            basis = {
                "applicable": str(t.counted[unit_row]),
                "points": ratio_text(int(t.points[unit_row]), int(t.score_unit[unit_row])),
            }
            if self.recomputed.whole[unit_row] != 1 or t.weight_unit[unit_row] != 1:
                basis["weights"] = ratio_text(int(t.base[unit_row]), int(t.weight_unit[unit_row]))
            if t.missing[unit_row]:
                basis["missing"] = str(t.missing[unit_row])
            if t.unreadable[unit_row]:
                basis["unreadable"] = str(t.unreadable[unit_row])
            self.basis[unit_row] = basis
        return basis


def ratio_text(num: int, den: int) -> str:
    """Return an exact ratio as text, whole numbers without a fraction's cost."""
    return str(num) if den == 1 else fraction_text(Fraction(num, den))


def judge_quantity(draft: Draft, figures: Reported, quantity: Quantity) -> None:
    """Judge every unit's reported figure of one quantity and add its lines, those not reported included."""
    every = figures.where(quantity)
    if len(every) == 0:
        return
    numeric = np.asarray([figures.values[n] is not None for n in every.tolist()], np.bool_)
    places, units = every[numeric], figures.unit_row[every[numeric]]
    numbers = [(v, figures.decimals[n]) for n in places.tolist() if (v := figures.values[n]) is not None]
    figures_as_printed = printed_figures(
        [v for v, _ in numbers], [d for _, d in numbers], draft.recomputed.pack.tolerance
    )
    reported = figures_as_printed.under(draft.recomputed.pack.rounding_of(quantity))
    if quantity in (Quantity.POINTS, Quantity.FULL_MARKS):
        settle_readings(draft.recomputed, quantity, figures.block[places], units, reported)
    judged = judge_units(draft.recomputed, quantity, units, reported, numbers)
    modes: list[int | None] = [None] * len(places)
    if quantity in ROUNDED:
        each = [figures_as_printed.under(mode) for mode in Rounding]
        modes = mode_masks(each, judged.exact).tolist()
    _add(draft, figures, quantity, places.tolist(), judged, modes)
    for place in every[~numeric].tolist():
        draft.lines.append(_unreadable_figure(draft, figures, quantity, place))
    _add_not_reported(draft, figures, quantity, every)


def _add(
    draft: Draft,
    figures: Reported,
    quantity: Quantity,
    places: list[int],
    judged: Judged,
    modes: list[int | None],
) -> None:
    columns = (
        places,
        judged.status.tolist(),
        judged.exact.num.tolist(),
        judged.exact.den.tolist(),
        judged.exact.known.tolist(),
        modes,
    )
    blocks = [(b.info.workbook, b.info.table) for b in draft.recomputed.blocks]
    block, unit, row = figures.block.tolist(), figures.unit.tolist(), figures.unit_row.tolist()
    for place, status, num, den, known, mode in zip(*columns, strict=True):
        workbook, table = blocks[block[place]]
        basis = draft.basis_of(row[place])
        draft.lines.append(
            Line(
                workbook,
                table,
                unit[place],
                None,
                quantity,
                figures.values[place],
                draft.fraction(num, den) if known else None,
                figures.decimals[place],
                STATUS[status],
                figures.cells[place],
                figures.shown_text(place) if figures.stored[place] > figures.declared[place] else None,
                basis=basis if mode is None else {**basis, "modes": MODES[mode]},
            )
        )


MODES = tuple(
    ", ".join(mode.value for bit, mode in enumerate(Rounding) if mask >> bit & 1)
    for mask in range(2 ** len(Rounding))
)
"""The rounding modes of a bit mask, as text."""


def _unreadable_figure(draft: Draft, figures: Reported, quantity: Quantity, place: int) -> Line:
    """Return the line of a cell that should hold a figure and holds none: an error, a text."""
    info = draft.recomputed.blocks[figures.block[place]].info
    row = int(figures.unit_row[place])
    exact = draft.recomputed.figures(quantity, np.asarray([row])).fraction(0)
    return Line(
        info.workbook, info.table, int(figures.unit[place]), None, quantity, figures.raw[place] or None, exact,
        LEAST_DECIMALS, Status.NOT_COMPUTABLE, figures.cells[place], basis=draft.basis_of(row),
    )  # fmt: skip


def _add_not_reported(
    draft: Draft, figures: Reported, quantity: Quantity, every: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> None:
    """Add a line for every unit without a figure that other units of its table report."""
    recomputed = draft.recomputed
    reporting = set(figures.unit_row[every].tolist())
    for number in sorted(set(figures.block[every].tolist())):
        block = recomputed.blocks[number]
        absent = [r for r in range(block.unit, block.unit + block.units) if r not in reporting]
        if not absent:
            continue
        exact = recomputed.figures(quantity, np.asarray(absent, np.int64))
        for n, row in enumerate(absent):
            draft.lines.append(
                Line(
                    block.info.workbook, block.info.table, row - block.unit + 1, None, quantity, None,
                    exact.fraction(n), LEAST_DECIMALS, Status.NOT_REPORTED, basis=draft.basis_of(row),
                )
            )  # fmt: skip


def in_order(draft: Draft) -> Iterator[Line]:
    """Return the lines by table, unit, quantity, indicator: those of the whole table last."""
    place = {(b.info.workbook, b.info.table): n for n, b in enumerate(draft.recomputed.blocks)}
    last = 1 << 40

    def key(line: Line) -> tuple[int, int, int, int]:
        return (
            place[line.workbook, line.table],
            line.unit or last,
            ORDER[line.quantity],
            line.indicator or 0,
        )

    yield from sorted(draft.lines, key=key)


__all__ = ["MATCH", "ORDER", "UNIT_FIGURES", "Draft", "in_order", "judge_quantity", "ratio_text"]
