"""Where each table stands in the long frames: its scores are one dense block of indicators by units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from schemas.intervals import Ints
from schemas.tables import TableInfo, Tables


class Block(NamedTuple):
    """One table's place: first rows (0-based) in the frames of scores, units and indicators, and its extent."""

    info: TableInfo
    row: int
    unit: int
    indicator: int
    units: int
    indicators: int

    @property
    def rows(self) -> slice:
        return slice(self.row, self.row + self.units * self.indicators)

    @property
    def unit_rows(self) -> slice:
        return slice(self.unit, self.unit + self.units)

    @property
    def indicator_rows(self) -> slice:
        return slice(self.indicator, self.indicator + self.indicators)

    def matrix(self, column: NDArray[Any]) -> NDArray[Any]:
        """Return this table's part of a column of `scores` as indicators × units, without copying."""
        return column[self.rows].reshape(self.indicators, self.units)


class Run(NamedTuple):
    """Neighbouring tables of one shape: their scores are one array of tables × indicators × units."""

    tables: int
    row: int
    unit: int
    units: int
    indicators: int

    def sums(self, column: NDArray[Any]) -> Ints:
        """Return the sums over the indicators, one a unit, in the order of the units."""
        stop = self.row + self.tables * self.indicators * self.units
        cube = column[self.row : stop].reshape(self.tables, self.indicators, self.units)
        return np.asarray(cube.sum(axis=1, dtype=np.int64).ravel())


def find_blocks(tables: Tables) -> list[Block]:
    """Return the tables' places in the order of the frames; a table without a unit or an indicator has none."""
    units = _extents(tables.units["workbook"].to_numpy(), tables.units["table"].to_numpy())
    indicators = _extents(tables.indicators["workbook"].to_numpy(), tables.indicators["table"].to_numpy())
    infos = {(i.workbook, i.table): i for i in tables.infos}
    blocks, row = [], 0
    for where, (first, count) in units.items():
        if where in indicators:
            first_indicator, rows = indicators[where]
            blocks.append(Block(infos[where], row, first, first_indicator, count, rows))
            row += count * rows
    return blocks


def find_runs(blocks: list[Block]) -> Iterator[Run]:
    """Yield the blocks as runs of one shape that follow one another in the frames."""
    run: Run | None = None
    for b in blocks:
        same = run and (run.units, run.indicators) == (b.units, b.indicators)
        if run and same and run.unit + run.tables * run.units == b.unit:
            run = run._replace(tables=run.tables + 1)
            continue
        if run:
            yield run
        run = Run(1, b.row, b.unit, b.units, b.indicators)
    if run:
        yield run


def _extents(workbooks: NDArray[Any], tables: NDArray[Any]) -> dict[tuple[int, int], tuple[int, int]]:
    """Return (first row, count) of every (workbook, table) of a frame sorted by them."""
    if len(workbooks) == 0:
        return {}
    changes = (workbooks[1:] != workbooks[:-1]) | (tables[1:] != tables[:-1])
    starts = np.concatenate(([0], np.flatnonzero(changes) + 1))
    counts = np.diff(np.concatenate((starts, [len(workbooks)])))
    where = zip(workbooks[starts].tolist(), tables[starts].tolist(), strict=True)
    extents = zip(starts.tolist(), counts.tolist(), strict=True)
    return dict(zip(where, extents, strict=True))
