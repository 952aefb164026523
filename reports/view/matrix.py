"""The scores of one table as a matrix, indicators down and units across, a million of them not copied."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

from numpy.typing import NDArray

from reports.view.run import TableView
from reports.view.scores import Details, raw_at, scaled_text
from schemas.cell import Cell
from schemas.exact import fraction_text
from schemas.grid import Grid
from schemas.tables import SCALE
from schemas.terms import State


class ScoreCell(NamedTuple):
    """One score as it is shown. value: its decimal text where it is a number, else None; raw: as written."""

    state: State
    value: str | None
    raw: str
    cell: Cell

    @property
    def text(self) -> str:
        return self.value if self.value is not None else self.raw


class ScoreMatrix:
    """Scores by 1-based indicator and unit. A table whose scores are not a full matrix has shape (0, 0)."""

    def __init__(self, table: TableView, details: Details) -> None:
        key = table.key
        self.indicators, self.units = len(table.indicators), len(table.units)
        part = details.scores.part
        if len(part(key, "state")) != self.indicators * self.units:
            self.indicators = self.units = 0
        self._labels = details.scores.labels(key)
        self._wide = details.wide
        self._grids: tuple[Grid, ...] = details.sheets(key[0])
        self._state: NDArray[Any] = part(key, "state")
        self._value: NDArray[Any] = part(key, "value")
        self._exact: NDArray[Any] = part(key, "exact")
        self._sheet: NDArray[Any] = part(key, "sheet")
        self._row: NDArray[Any] = part(key, "row")
        self._col: NDArray[Any] = part(key, "col")

    def __len__(self) -> int:
        return self.indicators * self.units

    def cell(self, indicator: int, unit: int) -> ScoreCell:
        """Return one score."""
        at = (indicator - 1) * self.units + unit - 1
        state = State(int(self._state[at]))
        sheet, row, col = int(self._sheet[at]), int(self._row[at]), int(self._col[at])
        value: str | None = None
        if state is State.SCORED:
            exact = bool(self._exact[at])
            value = (
                scaled_text(int(self._value[at])) if exact else fraction_text(self._wide[self._labels[at]])
            )
        raw = raw_at(self._grids[sheet], row, col) if 0 <= sheet < len(self._grids) else ""
        return ScoreCell(state, value, raw, Cell(sheet, row, col))

    def column(self, unit: int) -> list[tuple[int, int | Fraction]]:
        """Return (state, score) of one unit, indicator by indicator; a score is an integer at SCALE if it fits."""
        part = slice(unit - 1, None, self.units)
        states, exact = self._state[part].tolist(), self._exact[part]
        values: list[int | Fraction] = self._value[part].tolist()
        if not exact.all():
            for row in (~exact).nonzero()[0].tolist():
                values[row] = self._wide.get(self._labels[row * self.units + unit - 1], Fraction(0)) * SCALE
        return list(zip(states, values, strict=True))

    def columns(self) -> dict[str, list[Any]]:
        """Return state, value, exact, sheet, row and col as plain lists, indicator by indicator."""
        return {
            "state": self._state.tolist(),
            "value": self._value.tolist(),
            "exact": self._exact.tolist(),
            "sheet": self._sheet.tolist(),
            "row": self._row.tolist(),
            "col": self._col.tolist(),
        }
