"""Partial sheets: some indicators are not on the sheet, so its figures can only be bounded.

A sheet is called partial where most of its units' full marks count more indicators than it shows, or where its
numbering starts late or has gaps and most of its figures do not come out. One unit with a wrong full-marks figure
on a sheet whose other units agree is a wrong figure, not a partial sheet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from pipeline.recompute import Block, Recomputed, Role
from schemas.outcome import Line
from schemas.rounding import Interval, interval
from schemas.tables import Tables
from schemas.terms import Quantity, Status

RATIOS = (Quantity.MEAN, Quantity.CONVERTED)
WITNESSES = 3
"""Units whose full marks agree on missing indicators without any gap in the numbering, to be believed."""

_LAST_NUMBER = re.compile(r"^(.*?)(\d+)\D*$")


@dataclass(frozen=True, slots=True)
class Partial:
    """One partial sheet. missing: unit position → number of indicators its full marks count beyond the sheet.

    unnumbered: how many indicators the numbering itself shows to be missing (0: it shows none).
    """

    block: Block
    missing: dict[int, int]
    unnumbered: int
    zeros: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Unit position → positions of its indicators that count with a score of 0."""

    @property
    def counts(self) -> tuple[int, ...]:
        """Return the numbers of missing indicators that the units' full marks speak of, in order."""
        return tuple(sorted(set(self.missing.values())))


def numbering_gaps(numbers: Sequence[str]) -> int:
    """Return how many indicators the numbering shows to be missing: late starts and gaps of the last number."""
    runs: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        match = _LAST_NUMBER.match(number)
        if match:
            runs[match[1]].append(int(match[2]))
    missing = 0
    for run in runs.values():
        if run == sorted(set(run)):
            missing += run[-1] - len(run) if run[0] > 0 else run[-1] + 1 - len(run)
    return missing


def find_partial(
    recomputed: Recomputed, tables: Tables, block: Block, lines: Sequence[Line]
) -> Partial | None:
    """Return what is missing where a table's figures show that it is partial; lines: the table's own."""
    by_unit: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.unit and not line.indicator and isinstance(line.reported, Decimal):
            by_unit[line.unit].append(line)
    high = Fraction(recomputed.pack.scale.high)
    missing: dict[int, int] = {}
    complete = partial = judged = follows = beyond = 0
    for unit, figures in by_unit.items():
        agrees = any(f.status is Status.MATCH and f.recomputed for f in figures)
        more = _missing_by_full_marks(figures, high)
        left_out = block.indicators - int(recomputed.totals.counted[block.unit + unit - 1])
        if more and not agrees:
            missing[unit] = more
            partial += 1
            over_base = _follows_from_full_marks(recomputed, block, unit, figures)
            follows += over_base is True
            # counting what a unit declares out of the base gives such full marks, and figures over them
            beyond += more != left_out or over_base is False
        elif agrees:
            complete += 1
        judged += any(
            f.quantity in (*RATIOS, Quantity.POINTS) and f.status is Status.MISMATCH for f in figures
        )
    unnumbered = _gaps(tables, block)
    if partial:
        believed = beyond >= WITNESSES or unnumbered > 0 or (beyond > 0 and max(missing.values()) > 1)
        if 2 * partial <= len(by_unit) or partial <= complete or not believed or 2 * follows > partial:
            return None
    elif not unnumbered or complete or not judged or 2 * judged <= len(by_unit):
        return None
    return Partial(block, missing, unnumbered, _zeros(recomputed, tables, block))


def _missing_by_full_marks(figures: list[Line], high: Fraction) -> int:
    """Return how many indicators a unit's reported full marks count beyond the recomputed ones; 0 where none."""
    for line in figures:
        if line.quantity is Quantity.FULL_MARKS and line.status is Status.MISMATCH:
            assert isinstance(line.reported, Decimal)
            assert isinstance(line.recomputed, Fraction)
            more = (Fraction(line.reported) - line.recomputed) / high
            if more > 0 and more.denominator == 1:
                return int(more)
    return 0


def _follows_from_full_marks(
    recomputed: Recomputed, block: Block, unit: int, figures: list[Line]
) -> bool | None:
    """Return whether a unit's converted score is its visible points over the reported full marks: a wrong base.

    None where it reports no such figures.
    """
    full = next((f.reported for f in figures if f.quantity is Quantity.FULL_MARKS), None)
    pack, row = recomputed.pack, block.unit + unit - 1
    if not isinstance(full, Decimal) or full <= 0:
        return None
    points = Fraction(int(recomputed.totals.points[row]), int(recomputed.totals.score_unit[row]))
    top = Fraction(pack.scale.high) * Fraction(pack.scale.factor)
    for line in figures:
        if line.quantity is Quantity.CONVERTED and isinstance(line.reported, Decimal) and points:
            figure = interval(line.reported, line.decimals, pack.rounding_of(line.quantity), pack.tolerance)
            return points / Fraction(full) * top in figure
    return None


def _gaps(tables: Tables, block: Block) -> int:
    numbers = tables.indicators["number"].to_numpy(object)[block.indicator_rows].tolist()
    return numbering_gaps([n for n in numbers if isinstance(n, str)])


def _zeros(recomputed: Recomputed, tables: Tables, block: Block) -> dict[int, tuple[int, ...]]:
    """Return, per unit position, the positions of indicators that count with a score of exactly 0."""
    value, exact = tables.scores["value"].to_numpy(), tables.scores["exact"].to_numpy()
    zero = (block.matrix(recomputed.roles) == Role.BASE) & (block.matrix(value) == 0) & block.matrix(exact)
    return {
        unit: tuple(n + 1 for n in zero[:, unit - 1].nonzero()[0].tolist())
        for unit in range(1, block.units + 1)
    }


def feasible(
    recomputed: Recomputed, partial: Partial, line: Line, *, without_zeros: bool = False
) -> tuple[Fraction, Fraction] | None:
    """Return the closed interval of exact values that the missing indicators leave open for a unit's figure.

    With n counted, m missing, P points on a scale 0-5: points in [P, P + 5m], mean in [P, P + 5m] / (n + m).
    without_zeros: a 0 on the sheet is not evaluated, so its place in the reported full marks is open as well.
    Where no full marks say how many are missing, a mean can be anything on the scale.
    """
    if line.unit is None or line.quantity not in (*RATIOS, Quantity.POINTS):
        return None
    pack, t, row = recomputed.pack, recomputed.totals, partial.block.unit + line.unit - 1
    low, high = Fraction(pack.scale.low), Fraction(pack.scale.high)
    factor = Fraction(pack.scale.factor) if line.quantity is Quantity.CONVERTED else Fraction(1)
    points = Fraction(int(t.points[row]), int(t.score_unit[row]))
    counts = (partial.missing[line.unit],) if line.unit in partial.missing else partial.counts
    if not counts or partial.block.info.weighted:
        return _weighted_range(recomputed, partial, line, row, factor)
    zeros = len(partial.zeros[line.unit]) if without_zeros else 0
    counted = int(t.counted[row])
    lows, highs = [], []
    for more in counts:
        base = counted + more if line.quantity in RATIOS else 1
        lows.append((points + low * (more + zeros)) / base * factor)
        highs.append((points + high * (more + zeros)) / base * factor)
    return min(lows), max(highs)


def _weighted_range(
    recomputed: Recomputed, partial: Partial, line: Line, row: int, factor: Fraction
) -> tuple[Fraction, Fraction] | None:
    """Return the range where the missing weight is what the sheet's weights lack of 100; else the whole scale."""
    t, scale = recomputed.totals, recomputed.pack.scale
    low, high = Fraction(scale.low), Fraction(scale.high)
    if line.quantity is Quantity.POINTS:
        return None
    if not partial.block.info.weighted:
        return low * factor, high * factor
    weight, whole = Fraction(int(t.base[row]), int(t.weight_unit[row])), int(recomputed.whole[row])
    if weight >= whole:
        return low * factor, high * factor
    products = Fraction(int(t.products[row]), int(t.score_unit[row]) * int(t.weight_unit[row]))
    open_weight = whole - weight
    return (products + low * open_weight) / whole * factor, (products + high * open_weight) / whole * factor


def overlaps(figure: Interval, low: Fraction, high: Fraction) -> bool:
    """Return whether some value of the closed range is one that the printed figure stands for."""
    above = figure.low < high or (figure.low == high and figure.low_in)
    below = low < figure.high or (low == figure.high and figure.high_in)
    return above and below
