"""Scores of all tables of a chunk at once: plain floats as one array, only the other cells one by one.

A float is exact at SCALE where t = round(v × SCALE) gives v back as t / SCALE: division is correctly rounded,
so v is then the double nearest to that decimal, and the decimal has at most 15 digits. What does not come
back, or is no float, is read cell by cell.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.normalise.cells import is_percent
from pipeline.values import Marks
from schemas.exact import decimal_of_float
from schemas.grid import Grid, RawValue
from schemas.layout import Layout, ValueRole
from schemas.rules import Scale
from schemas.tables import SCALE
from schemas.terms import State

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SAFE = 2**53


@dataclass(slots=True)
class Block:
    """The scores of one table: raw values indicator by indicator, with their places."""

    workbook: int
    table: int
    units: int
    values: list[RawValue]
    sheets: list[int]
    rows: Any
    cols: Any
    odd: dict[int, tuple[State | None, int]] = field(default_factory=dict)
    """Offset → (State.ERROR for an error cell or one never calculated, 1) or (None, 100 for a % format)."""

    @property
    def indicators(self) -> int:
        return len(self.values) // self.units if self.units else 0


def read_block(workbook: int, table: int, layouts: list[Layout], grids: tuple[Grid, ...]) -> Block:
    """Collect the raw scores of one table from all its parts, indicator by indicator, unit by unit."""
    units = len(layouts[0].units)
    block = Block(workbook, table, units, [], [], [], [])
    rows: list[NDArray[np.int32]] = []
    cols: list[NDArray[np.int32]] = []
    for layout in layouts:
        if layout.indicators:
            _read_part(block, layout, grids[layout.sheet], rows, cols)
    block.rows = np.concatenate(rows) if len(rows) > 1 else rows[0]
    block.cols = np.concatenate(cols) if len(cols) > 1 else cols[0]
    return block


def score_columns(layout: Layout, units: int) -> list[int]:
    """Return the score column of each unit of the table (0: this part does not have the unit)."""
    columns = [0] * units
    for position, unit in zip(layout.unit_positions, layout.units, strict=True):
        columns[position - 1] = next(c for c, r in unit.columns if r is ValueRole.SCORE)
    return columns


def _read_part(
    block: Block, layout: Layout, grid: Grid, rows: list[NDArray[np.int32]], cols: list[NDArray[np.int32]]
) -> None:
    columns = score_columns(layout, block.units)
    lines = layout.indicator_rows
    start = len(block.values)
    if layout.listed:
        _read_list(block, layout, grid, columns, rows, cols)
        return
    if layout.transposed:
        across = [_cells(grid.rows[r - 1] if 0 < r <= len(grid.rows) else [], lines) for r in columns]
        for together in zip(*across, strict=True):
            block.values += together
    else:
        contiguous = columns[-1] - columns[0] + 1 == len(columns) and columns == sorted(columns)
        first, last = columns[0], columns[-1]
        for line in lines:
            row = grid.rows[line - 1] if 0 < line <= len(grid.rows) else []
            if contiguous and len(row) >= last:
                block.values += row[first - 1 : last]
            else:
                block.values += _cells(row, columns)
    n = len(lines)
    one = np.repeat(np.array(lines, np.int32), block.units)
    other = np.tile(np.array(columns, np.int32), n)
    rows.append(other if layout.transposed else one)
    cols.append(one if layout.transposed else other)
    block.sheets += [layout.sheet] * n
    if grid.errors or grid.uncached or grid.formats:
        _mark_odd(block, layout, grid, columns, lines, start)


def _read_list(
    block: Block,
    layout: Layout,
    grid: Grid,
    columns: list[int],
    rows: list[NDArray[np.int32]],
    cols: list[NDArray[np.int32]],
) -> None:
    """Read a list, where every score stands on a line of its own."""
    for lines in layout.listed:
        for line, column in zip(lines, columns, strict=True):
            place = (line, column)
            value = grid.value(*place)
            shown = grid.formats.get(place, "")
            if "%" in shown and is_percent(shown):
                block.odd[len(block.values)] = (None, 100)
            elif value == "" and (place in grid.errors or place in grid.uncached):
                block.odd[len(block.values)] = (State.ERROR, 1)
            block.values.append(value)
    rows.append(np.array([line for lines in layout.listed for line in lines], np.int32))
    cols.append(np.tile(np.array(columns, np.int32), len(layout.listed)))
    block.sheets += [layout.sheet] * len(layout.listed)


def _cells(row: list[RawValue], columns: list[int] | tuple[int, ...]) -> list[RawValue]:
    width = len(row)
    if min(columns) > 0 and max(columns) <= width:
        return (
            [row[columns[0] - 1]] if len(columns) == 1 else list(itemgetter(*(c - 1 for c in columns))(row))
        )
    return [row[c - 1] if 0 < c <= width else "" for c in columns]


def _mark_odd(
    block: Block, layout: Layout, grid: Grid, columns: list[int], lines: tuple[int, ...], start: int
) -> None:
    unit_at = {c: n for n, c in enumerate(columns) if c}
    line_at = {r: n for n, r in enumerate(lines)}

    def offset(place: tuple[int, int]) -> int | None:
        line, column = (place[1], place[0]) if layout.transposed else place
        if line in line_at and column in unit_at:
            return start + line_at[line] * block.units + unit_at[column]
        return None

    for place, shown in grid.formats.items():
        if "%" in shown and is_percent(shown) and (at := offset(place)) is not None:
            block.odd[at] = (None, 100)
    for place in (*grid.errors, *grid.uncached):
        if (at := offset(place)) is not None and block.values[at] == "":
            block.odd[at] = (State.ERROR, 1)


@dataclass(slots=True)
class Scored:
    """All scores of a chunk: state, value at SCALE, whether it is exact there, whether the cell holds a number."""

    states: NDArray[np.int8]
    values: NDArray[np.int64]
    exact: NDArray[np.bool_]
    numeric: NDArray[np.bool_]
    wide: dict[int, Fraction]
    texts: list[int]
    """Offsets of the cells that hold text."""


def score(blocks: list[Block], marks: Marks, scale: Scale) -> Scored:
    """Read all scores. A number outside the scale is invalid, and keeps its value."""
    odd: dict[int, tuple[State | None, int]] = {}
    base = 0
    for block in blocks:
        odd.update({base + at: what for at, what in block.odd.items()})
        base += len(block.values)
    flat = blocks[0].values if len(blocks) == 1 else [value for block in blocks for value in block.values]
    n = len(flat)
    kinds = set(map(type, flat))
    if kinds <= {float}:
        numbers = np.array(flat, np.float64)
    else:
        nan = float("nan")
        numbers = np.array([v if type(v) is float else nan for v in flat], np.float64)
    states = np.zeros(n, np.int8)
    exact = np.ones(n, np.bool_)
    numeric = np.ones(n, np.bool_)
    with np.errstate(invalid="ignore", over="ignore"):
        scaled = np.rint(numbers * SCALE)
        good = (scaled / SCALE == numbers) & (np.abs(scaled) < _SAFE)
        values = np.where(good, scaled, 0).astype(np.int64)
    wide: dict[int, Fraction] = {}
    texts: list[int] = []
    rest = [] if good.all() else np.flatnonzero(~good).tolist()
    known: dict[Any, tuple[int, int, bool, bool, Fraction | None, bool]] = {}
    for at in rest:
        value = flat[at]
        kind = type(value)
        key = value if kind is str or kind is float else (kind, value)
        found = known.get(key)
        if found is None:
            found = known[key] = _slow(value, marks)
        state, number, is_exact, is_number, fraction, text = found
        states[at] = state
        values[at] = number
        exact[at] = is_exact
        numeric[at] = is_number
        if fraction is not None:
            wide[at] = fraction
        if text:
            texts.append(at)
    _odd_cells(odd, flat, states, values, exact, numeric, wide, marks)
    low, high = int(scale.low * SCALE), int(scale.high * SCALE)
    outside = numeric & ((values < low) | (values > high)) & (states == State.SCORED)
    states[outside] = State.INVALID
    for at, fraction in wide.items():
        inside = Fraction(scale.low) <= fraction <= Fraction(scale.high)
        states[at] = State.SCORED if inside else State.INVALID
    return Scored(states, values, exact, numeric, wide, texts)


def _slow(value: RawValue, marks: Marks) -> tuple[int, int, bool, bool, Fraction | None, bool]:
    mark = marks.of(value)
    text = mark.text and mark.number is not None
    if mark.number is None:
        return int(mark.state), 0, True, False, None, False
    scaled, fraction = at_scale(mark.number)
    return int(mark.state), scaled, fraction is None, True, fraction, text


def at_scale(number: Decimal) -> tuple[int, Fraction | None]:
    """Return a number at SCALE, and the exact fraction besides where it does not fit there."""
    scaled = number.scaleb(6)
    if scaled == scaled.to_integral_value() and abs(scaled) < _SAFE:
        return int(scaled), None
    nearest = int(scaled.to_integral_value()) if abs(scaled) < _SAFE else 0
    return nearest, Fraction(number)


def _odd_cells(
    odd: dict[int, tuple[State | None, int]],
    flat: list[RawValue],
    states: NDArray[np.int8],
    values: NDArray[np.int64],
    exact: NDArray[np.bool_],
    numeric: NDArray[np.bool_],
    wide: dict[int, Fraction],
    marks: Marks,
) -> None:
    for at, (state, times) in odd.items():
        if state is not None:
            states[at], values[at], numeric[at] = state, 0, False
        elif isinstance(flat[at], float):
            number = decimal_of_float(float(flat[at])) * times  # type: ignore[arg-type]
            scaled, fraction = at_scale(number)
            values[at], exact[at] = scaled, fraction is None
            wide.pop(at, None)
            if fraction is not None:
                wide[at] = fraction
