"""Rows at a table's end that no wording tells: their numbers may be figures, grades or ranks, or no scores at all."""

from __future__ import annotations

from pipeline.locate.columns import Columns
from pipeline.locate.context import Context
from pipeline.locate.facts import Facts
from pipeline.locate.figures import BY_NUMBERS
from pipeline.locate.rows import RowReading
from pipeline.locate.sums import Sums, number_at
from pipeline.locate.units import Unit, read_units, row_weights, weight_column
from pipeline.locate.view import View
from schemas.grid import RawValue
from schemas.layout import ColumnRole, RowRole
from schemas.thai import key

MOST_ROWS = 8
MOSTLY = 0.8


def settle_last_rows(view: View, rows: RowReading, columns: Columns, ctx: Context) -> None:
    """Take from the end of the indicators what its values show to be a figure, or to be no scores.

    Only rows at the end are asked, without number, sequence, levels and weight, after indicators that mostly have
    one of these, or whose scores lie within the scale where the row's do not. Rows of unknown meaning below the
    last indicator are asked as well.
    """
    loose = _loose(view, rows, columns, ctx)
    sure = rows.indicators[: len(rows.indicators) - len(loose)]
    after = [f for f in rows.stray if sure and f.i > sure[-1].i]
    if not (loose or after) or not sure:
        return
    marked = sum(_marked(f) for f in sure)
    if marked < MOSTLY * len(sure) and not any(_off_scale(view, f, columns, ctx) for f in loose):
        loose = []
    readings = read_units(view, columns, sure, ctx.marks, ctx.high)
    if not readings or not (loose or after):
        return
    units = readings[0].units
    weights = row_weights(view, sure, weight_column(columns, readings[0]), ctx.marks)
    sums = Sums(view, units, sure, weights, ctx.marks, ctx.high)
    found: dict[int, RowRole | None] = {}
    for f in [*reversed(loose), *after]:
        below = any(f.i > g.i for g in rows.summaries) or RowRole.SUMMARY in found.values()
        found[f.i] = _told(view, f, units, sums, ctx, below)
        if found[f.i] is None and f.weight and f in loose:
            found[f.i] = RowRole.UNKNOWN  # it totals the weights: whatever stands beside them are no scores
    last = next((f.i for f in loose if found[f.i] is None), -1)
    for f in [*reversed(loose), *after]:
        told = found[f.i]
        if told is None or f.i < last:
            continue
        rows.roles[f.i] = told
        if f in loose:
            rows.indicators.remove(f)
        else:
            rows.stray.remove(f)
        (rows.summaries if told is RowRole.SUMMARY else rows.stray).append(f)
    rows.summaries.sort(key=lambda f: f.i)
    rows.stray.sort(key=lambda f: f.i)
    ends = [f.i for f in (*rows.summaries, *rows.stray) if f.i > rows.indicators[-1].i]
    if ends:
        rows.levels = [level for level in rows.levels if level[0] < min(ends)]


def _loose(view: View, rows: RowReading, columns: Columns, ctx: Context) -> list[Facts]:
    weight_j = next((c.j for c in columns.of(ColumnRole.WEIGHT)), None)
    loose: list[Facts] = []
    while len(rows.indicators) - len(loose) > 1 and len(loose) < MOST_ROWS:
        f = rows.indicators[-1 - len(loose)]
        if f.number or f.sequence or f.levels or f.numbered:
            break
        if f.weight and not _total_weight(view, rows.indicators[: -1 - len(loose)], f, weight_j, ctx):
            break
        loose.append(f)
    return loose


def _total_weight(view: View, above: list[Facts], f: Facts, weight_j: int | None, ctx: Context) -> bool:
    """Return whether a row holds the sum of the weights above it, as a row of totals does."""
    if weight_j is None:
        return False
    numbers = [ctx.marks.of(view.rows[g.i][weight_j]).number for g in (*above, f)]
    known = [n for n in numbers[:-1] if n is not None]
    return len(known) > 1 and numbers[-1] == sum(known)


def _off_scale(view: View, f: Facts, columns: Columns, ctx: Context) -> bool:
    """Return whether a row as a whole holds no scores: nothing declared, or most numbers above the scale. One
    score out of range makes no figure of an indicator."""
    if not f.big:
        return not f.declared
    numbers = [x for c in columns.values if (x := number_at(view.rows[f.i][c.j], ctx.marks)) is not None]
    return sum(x > ctx.high for x in numbers) * 2 > len(numbers)


def _marked(f: Facts) -> bool:
    return bool(f.number or f.sequence or f.levels or f.weight)


def _told(view: View, f: Facts, units: list[Unit], sums: Sums, ctx: Context, below: bool) -> RowRole | None:
    """Return what a row's values show it to be; None where they could as well be scores. below: it stands
    below a figure, as ranks do."""
    cells = [
        (n, v) for n, unit in enumerate(units) for j, _ in unit.columns if (v := view.rows[f.i][j]) != ""
    ]
    if not cells:
        return None
    numbers = [(n, x) for n, v in cells if (x := number_at(v, ctx.marks)) is not None]
    if not numbers:
        return RowRole.SUMMARY if _are_grades([v for _, v in cells], ctx) else None
    firsts = list(dict(reversed(numbers)).items())
    if any(sums.fit(q, figures) for q in BY_NUMBERS for figures in (firsts, numbers)):
        return RowRole.SUMMARY
    if below and _are_ranks([x for _, x in firsts], len(units)):
        return RowRole.SUMMARY
    if f.big and sum(x > ctx.high for _, x in numbers) * 2 > len(numbers):
        return RowRole.UNKNOWN
    return None


def _are_grades(values: list[RawValue], ctx: Context) -> bool:
    """Return whether a row of words names bands of the rule pack."""
    names = {key(n) for band in ctx.pack.bands for n in (band.name, *band.aliases)}
    known = sum(isinstance(v, str) and key(v) in names for v in values)
    return bool(names) and known >= MOSTLY * len(values)


def _are_ranks(numbers: list[float], units: int) -> bool:
    """Return whether numbers rank the units: whole, from 1, none above the number of units, most of them apart."""
    whole = all(x == int(x) and 1 <= x <= units for x in numbers)
    return (
        units > 2
        and whole
        and min(numbers) == 1
        and len(set(numbers)) * 2 > len(numbers)
        and max(numbers) > 2
    )
