"""Rows gathered one by one and turned into a frame at the end: one frame a chunk, none a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

TEXTS = frozenset(
    {
        "code",
        "key",
        "number",
        "title",
        "weight_text",
        "text",
        "raw",
        "threshold",
        "round",
        "quantity",
        "value_text",
    }
)
KINDS = {"weight": np.int64, "state": np.int8}


class Rows:
    """A table in the making. Columns are int32 but for texts (objects) and those in KINDS."""

    def __init__(self, *columns: str, texts: frozenset[str] = TEXTS) -> None:
        self.columns = columns
        self.texts = texts
        self.rows: list[tuple[Any, ...]] = []

    def add(self, *row: Any) -> None:
        self.rows.append(row)

    def frame(self) -> pd.DataFrame:
        """Return the rows as a frame with the dtypes of schemas.tables."""
        across = list(zip(*self.rows, strict=True)) or [()] * len(self.columns)
        return frame_of(dict(zip(self.columns, across, strict=True)), self.texts)


def frame_of(columns: Mapping[str, Sequence[Any]], texts: frozenset[str]) -> pd.DataFrame:
    """Return columns as a frame with the dtypes of schemas.tables. texts: the columns of objects."""
    import pandas as pd

    data: dict[str, Any] = {}
    for name, values in columns.items():
        if name in texts:
            column = np.empty(len(values), object)
            column[:] = values
            data[name] = pd.Series(column, dtype=object)
        else:
            data[name] = np.array(values, KINDS.get(name, np.int32))
    return pd.DataFrame(data)
