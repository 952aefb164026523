"""The reported figures as columns: which unit each belongs to, its exact value, the decimals it is judged at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.recompute import Block
from schemas.cell import Cell
from schemas.tables import Tables
from schemas.terms import Quantity, State

MOST_DECIMALS = 6
"""A stored number is judged as stored, at no more than this many decimals; a declared figure may have more."""


@dataclass(slots=True)
class Reported:
    """Rows of `reported` as columns of one length.

    block: index of the table's block (-1: the table has no scores). unit_row: row of `units` (-1: whole table).
    values: None where no number stands. decimals: what the figure is judged at. shown: decimals the sheet shows.
    """

    block: NDArray[np.int64]
    unit: NDArray[np.int64]
    unit_row: NDArray[np.int64]
    indicator: NDArray[np.int64]
    quantity: NDArray[Any]
    values: list[Decimal | None]
    decimals: list[int]
    declared: list[int]
    stored: list[int]
    raw: list[str]
    cells: list[Cell]

    def where(
        self, quantity: Quantity, *, of_unit: bool = True, of_indicator: bool = False
    ) -> NDArray[np.int64]:
        """Return the places of one quantity's figures, of units or whole tables, of indicators or all of them."""
        chosen = (self.quantity == quantity) & ((self.unit > 0) == of_unit) & (self.block >= 0)
        return np.flatnonzero(chosen & ((self.indicator > 0) == of_indicator))

    def shown_text(self, place: int) -> str | None:
        """Return the figure as the sheet shows it, where that differs from what is stored."""
        value = self.values[place]
        if value is None or self.stored[place] <= self.declared[place]:
            return None
        step = Decimal(1).scaleb(-self.declared[place])
        return format(value.quantize(step, rounding="ROUND_HALF_UP"), "f")


def reported_figures(tables: Tables, blocks: list[Block]) -> Reported:
    """Return the reported figures of a chunk; cells that hold nothing report nothing and are left out."""
    frame = tables.reported
    frame = frame[(frame["state"].to_numpy() != State.BLANK) & (frame["state"].to_numpy() != State.DASH)]
    index = {(b.info.workbook, b.info.table): n for n, b in enumerate(blocks)}
    keys = zip(frame["workbook"].tolist(), frame["table"].tolist(), strict=True)
    block = np.fromiter((index.get(key, -1) for key in keys), np.int64, len(frame))
    first_unit = np.asarray([b.unit for b in blocks] or [0], np.int64)
    unit = frame["unit"].to_numpy().astype(np.int64)
    declared, stored = frame["decimals"].tolist(), frame["stored"].tolist()
    at = zip(frame["sheet"].tolist(), frame["row"].tolist(), frame["col"].tolist(), strict=True)
    return Reported(
        block=block,
        unit=unit,
        unit_row=np.where(unit > 0, first_unit[block] + unit - 1, -1),
        indicator=frame["indicator"].to_numpy().astype(np.int64),
        quantity=frame["quantity"].to_numpy(object),
        values=[Decimal(v) if isinstance(v, str) else None for v in frame["value"].tolist()],
        decimals=[max(d, min(s, MOST_DECIMALS)) for d, s in zip(declared, stored, strict=True)],
        declared=declared,
        stored=stored,
        raw=[r if isinstance(r, str) else "" for r in frame["raw"].tolist()],
        cells=[Cell(*c) for c in at],
    )
