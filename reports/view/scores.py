"""Scores, results, reported figures and levels of one table, row by row, with the raw text of each cell."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import NamedTuple

from reports.numbers import number_text, raw_text
from reports.view.run import RunView
from reports.view.slices import Key, Slices
from schemas.cell import column_letters
from schemas.exact import fraction_text
from schemas.grid import Grid
from schemas.tables import SCALE_DIGITS
from schemas.terms import State

STATES = {int(state): state.label for state in State}
SCORED = int(State.SCORED)


class ScoreRow(NamedTuple):
    """One score. value: exact decimal text, None where the state is not `scored`."""

    indicator: int
    unit: int
    state: str
    value: str | None
    raw: str
    sheet: str
    cell: str


@lru_cache(maxsize=100_000)
def scaled_text(value: int) -> str:
    """Return the decimal text of an integer at SCALE."""
    return number_text(Decimal(f"{value}E-{SCALE_DIGITS}"))


class Details:
    """The long frames of an outcome, cut by table when first asked for."""

    def __init__(self, run: RunView) -> None:
        tables = run.outcome.tables
        self.wide = tables.wide
        self._books = tables.books
        self.scores = Slices(tables.scores)
        self.results = Slices(tables.results)
        self.reported = Slices(tables.reported)
        self._tables = tables

    @cached_property
    def levels(self) -> Slices:
        """Texts and thresholds of the levels: many cells that few reports show."""
        return Slices(self._tables.levels)

    def sheets(self, workbook: int) -> tuple[Grid, ...]:
        """Return the sheets of one workbook as read."""
        return self._books[workbook].sheets if workbook < len(self._books) else ()

    def score_rows(self, key: Key) -> Iterator[ScoreRow]:
        """Yield every score of a table, indicator by indicator."""
        grids = self.sheets(key[0])
        names = [g.name for g in grids]
        rows = self.scores.rows(key, "indicator", "unit", "state", "value", "exact", "sheet", "row", "col")
        for label, (indicator, unit, state, value, exact, sheet, row, col) in zip(
            self.scores.labels(key), rows, strict=True
        ):
            text: str | None = None
            if state == SCORED:
                text = scaled_text(value) if exact else fraction_text(self.wide[label])
            yield ScoreRow(
                indicator,
                unit,
                STATES[state],
                text,
                raw_at(grids[sheet], row, col) if 0 <= sheet < len(grids) else "",
                names[sheet] if 0 <= sheet < len(grids) else "",
                f"{column_letters(col)}{row}",
            )


def raw_at(grid: Grid, row: int, col: int) -> str:
    """Return the raw text of a cell as the file holds it; an error cell is its error text."""
    if grid.errors:
        error = grid.errors.get((row, col))
        if error is not None:
            return error
    return raw_text(grid.value(row, col))
