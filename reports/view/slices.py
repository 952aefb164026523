"""The canonical frames by table: every frame is cut once, however many workbooks a chunk has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

Key = tuple[int, int]
"""(workbook index, table number)."""


class Slices:
    """One frame's rows by (workbook, table), in frame order; columns as lists, made when first asked for."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self._lists: dict[str, list[Any]] = {}
        self._rows: dict[Key, NDArray[np.intp] | slice] = {}
        if len(frame):
            self._cut()

    def _cut(self) -> None:
        books, tables = self.array("workbook"), self.array("table")
        changes = np.flatnonzero((books[1:] != books[:-1]) | (tables[1:] != tables[:-1])) + 1
        starts = [0, *changes.tolist()]
        stops = [*changes.tolist(), len(books)]
        for start, stop in zip(starts, stops, strict=True):
            key = (int(books[start]), int(tables[start]))
            if key in self._rows:  # rows of one table in two places: fall back to gathered row numbers
                self._rows[key] = np.flatnonzero((books == key[0]) & (tables == key[1]))
            else:
                self._rows[key] = slice(start, stop)

    def array(self, column: str) -> NDArray[Any]:
        """Return one whole column."""
        return self._frame[column].to_numpy()

    def part(self, key: Key, column: str) -> NDArray[Any]:
        """Return one column of one table as an array."""
        rows = self._rows.get(key)
        column_values = self.array(column)
        return column_values[:0] if rows is None else column_values[rows]

    def values(self, key: Key, column: str) -> list[Any]:
        """Return one column of one table as plain values."""
        rows = self._rows.get(key)
        if rows is None:
            return []
        if not isinstance(rows, slice):
            return list(self.part(key, column).tolist())
        if column not in self._lists:
            self._lists[column] = self.array(column).tolist()
        return self._lists[column][rows]

    def rows(self, key: Key, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Yield the named columns of one table, row by row."""
        return zip(*(self.values(key, c) for c in columns), strict=True)

    def labels(self, key: Key) -> Sequence[int]:
        """Return the row labels of one table: positions in the frame."""
        rows = self._rows.get(key)
        if rows is None:
            return ()
        return range(rows.start, rows.stop) if isinstance(rows, slice) else rows.tolist()
