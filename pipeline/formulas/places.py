"""What each cell of a workbook is in its tables: a score, a weight, a reported figure, or none of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from schemas.cell import Area, Cell
from schemas.tables import TableInfo, Tables
from schemas.terms import Quantity, State

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray


class Figure(NamedTuple):
    """One reported figure. unit 0: of the whole table; indicator 0: of the whole unit."""

    unit: int
    indicator: int
    quantity: Quantity
    cell: Cell


class Member(NamedTuple):
    """One indicator's cell on a line. counts: a number stands there that a summary has to read."""

    indicator: int
    cell: Cell
    counts: bool


@dataclass(slots=True)
class TablePlaces:
    """One table's cells. sheets, rows, cols, states: indicators × units arrays of the score cells."""

    info: TableInfo
    figures: list[Figure]
    codes: list[str]
    names: list[str]
    weights: list[Cell | None]
    sheets: NDArray[np.int32]
    rows: NDArray[np.int32]
    cols: NDArray[np.int32]
    states: NDArray[np.int8]
    areas: tuple[Area, ...] = ()
    """Every rectangle that belongs to the table, on any sheet."""
    by_unit: dict[int, list[Figure]] = field(default_factory=dict)

    def scores(self, unit: int) -> list[Member]:
        """Return one unit's score cells in the order of the indicators."""
        at = unit - 1
        places = zip(
            self.sheets[:, at].tolist(),
            self.rows[:, at].tolist(),
            self.cols[:, at].tolist(),
            self.states[:, at].tolist(),
            strict=True,
        )
        return [
            Member(i, Cell(sheet, row, col), state == State.SCORED)
            for i, (sheet, row, col, state) in enumerate(places, 1)
            if row
        ]

    def lines(self, unit: int) -> list[list[Member]]:
        """Return the lines of cells a unit's summary may run over: scores, weights, figures by indicator."""
        scores = self.scores(unit)
        counted = {m.indicator for m in scores if m.counts}
        weights = [
            Member(i, cell, i in counted) for i, cell in enumerate(self.weights, 1) if cell is not None
        ]
        by_quantity: dict[Quantity, list[Member]] = {}
        for figure in self.by_unit.get(unit, ()):
            if figure.indicator:
                member = Member(figure.indicator, figure.cell, figure.indicator in counted)
                by_quantity.setdefault(figure.quantity, []).append(member)
        return [line for line in (scores, weights, *by_quantity.values()) if len(line) > 1]

    def runs(self) -> dict[int, tuple[Area, ...]]:
        """Return each unit's lines that run without a gap, as areas: its scores, and the weights."""
        import numpy as np

        weights = _run([cell for cell in self.weights if cell])
        count = len(self.rows)
        if not count or not self.rows.size:
            return {figure.unit: () for figure in self.figures}
        ends = [(part.min(axis=0), part.max(axis=0)) for part in (self.sheets, self.rows, self.cols)]
        sheets, rows, cols = ends
        down = (cols[0] == cols[1]) & (rows[1] - rows[0] == count - 1)
        across = (rows[0] == rows[1]) & (cols[1] - cols[0] == count - 1)
        whole = (down | across) & (sheets[0] == sheets[1]) & (rows[0] > 0)
        corners = np.stack([sheets[0], rows[0], cols[0], rows[1], cols[1]], axis=1).tolist()
        return {
            unit: (*([Area(*corner)] if good else []), *weights)
            for unit, (corner, good) in enumerate(zip(corners, whole.tolist(), strict=True), 1)
        }

    def score_cells(self) -> Iterable[Cell]:
        """Yield every score cell of the table."""
        flat = zip(
            self.sheets.ravel().tolist(), self.rows.ravel().tolist(), self.cols.ravel().tolist(), strict=True
        )
        return (Cell(*place) for place in flat)


def _run(cells: list[Cell]) -> tuple[Area, ...]:
    if not cells or len({cell.sheet for cell in cells}) > 1:
        return ()
    area = Area.of(cells)
    size = (area.last_row - area.row + 1) * (area.last_col - area.col + 1)
    return (area,) if size == len(set(cells)) else ()


def places(tables: Tables, workbooks: Iterable[int]) -> dict[int, list[TablePlaces]]:
    """Return the places of every table of the workbooks asked for."""
    wanted = set(workbooks)
    infos = [info for info in tables.infos if info.workbook in wanted]
    found: dict[int, list[TablePlaces]] = {workbook: [] for workbook in wanted}
    if not infos:
        return found
    keep = {(info.workbook, info.table) for info in infos}
    units, indicators = _split(tables.units, keep), _split(tables.indicators, keep)
    scores, reported = _split(tables.scores, keep), _split(tables.reported, keep)
    for info in infos:
        key = info.workbook, info.table
        place = _table(info, units[key], indicators[key], scores[key], reported[key])
        place.areas = _areas(tables, info)
        found[info.workbook].append(place)
    return found


def _split(frame: pd.DataFrame, keep: set[tuple[int, int]]) -> dict[tuple[int, int], pd.DataFrame]:
    """Cut a frame into its tables; a table without rows has an empty frame."""
    import numpy as np
    import pandas as pd

    parts = dict.fromkeys(keep, frame.iloc[:0])
    workbook, table = frame["workbook"].to_numpy(), frame["table"].to_numpy()
    edges = np.flatnonzero((np.diff(workbook) != 0) | (np.diff(table) != 0)) + 1
    for start, end in pairwise([0, *edges.tolist(), len(frame)]):
        if start == end or (key := (int(workbook[start]), int(table[start]))) not in parts:
            continue
        part = frame.iloc[start:end]
        parts[key] = pd.concat([parts[key], part]) if len(parts[key]) else part
    return parts


def _table(
    info: TableInfo,
    units: pd.DataFrame,
    indicators: pd.DataFrame,
    scores: pd.DataFrame,
    reported: pd.DataFrame,
) -> TablePlaces:
    import numpy as np

    shape = len(indicators), len(units)
    at = scores["indicator"].to_numpy() - 1, scores["unit"].to_numpy() - 1

    def spread(column: str) -> NDArray[np.int32]:
        values = np.zeros(shape, np.int32)
        values[at] = scores[column].to_numpy()
        return values

    figures = [
        Figure(unit, indicator, Quantity(quantity), Cell(sheet, row, col))
        for unit, indicator, quantity, sheet, row, col in zip(
            *(reported[c].tolist() for c in ("unit", "indicator", "quantity", "sheet", "row", "col")),
            strict=True,
        )
    ]
    by_unit: dict[int, list[Figure]] = {}
    for figure in figures:
        by_unit.setdefault(figure.unit, []).append(figure)
    weights = [
        Cell(sheet, row, col) if row > 0 and col > 0 else None
        for sheet, row, col in zip(
            *(indicators[c].tolist() for c in ("sheet", "weight_row", "weight_col")), strict=True
        )
    ]
    names = [
        number or title or str(position)
        for number, title, position in zip(
            *(indicators[c].tolist() for c in ("number", "title", "indicator")), strict=True
        )
    ]
    return TablePlaces(
        info,
        figures,
        units["code"].tolist(),
        names,
        weights,
        spread("sheet"),
        spread("row"),
        spread("col"),
        spread("state").astype(np.int8),
        by_unit=by_unit,
    )


def _areas(tables: Tables, info: TableInfo) -> tuple[Area, ...]:
    """The table's own area, and those of the layouts on the other sheets it draws on."""
    others = {*info.sheets, *info.summary_sheets} - {info.sheet}
    found = [layout.area for layout in tables.layouts[info.workbook] if layout.sheet in others]
    return (info.area, *found)
