"""One table as its operators see it: scores, base, weights, group totals and text cells, made when first needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

import numpy as np
from numpy.typing import NDArray

from pipeline.explain.evidence import Evidence
from pipeline.explain.hidden import HiddenLine, hidden_lines
from pipeline.explain.values import number_of
from pipeline.recompute import Block, Recomputed, Role, table_weights
from pipeline.recompute.scores import Scores, score_matrix
from rules.causes import Elsewhere, Hidden, Ratio
from schemas.cell import Cell
from schemas.intervals import Bools, Ints, integers, scale
from schemas.layout import RowRole
from schemas.tables import Tables
from schemas.terms import Quantity, State

FINEST_SUBTOTAL = 10**6
TEXT_FORMATS = frozenset({"csv", "tsv", "txt"})
"""In these every cell is text, which says nothing about any one of them."""


@dataclass
class Sheet:
    """One table's arrays over all of its units: indicators × units."""

    tables: Tables
    recomputed: Recomputed
    block: Block
    evidence: Evidence

    @cached_property
    def states(self) -> NDArray[np.int8]:
        return self.block.matrix(self.tables.scores["state"].to_numpy())

    @cached_property
    def counted(self) -> Bools:
        return np.asarray(self.block.matrix(self.recomputed.roles) == Role.BASE, np.bool_)

    @cached_property
    def exact(self) -> Scores:
        """Return the scores over one denominator that group totals and hidden scores fit too; 0 where there is none."""
        scores = score_matrix(self.tables, self.block)
        beside = [v for row in self._subtotal_values for v in row]
        beside += [v for line in self._hidden_lines for v in line.scores if v is not None]
        unit = lcm(scores.unit, *(v.denominator for v in beside))
        unit = unit if unit <= FINEST_SUBTOTAL else scores.unit
        values = np.where(self.states == State.SCORED, scores.values, 0)
        return Scores(scale(values, unit // scores.unit), unit)

    @cached_property
    def weights(self) -> tuple[NDArray[np.int64], int]:
        return table_weights(self.tables, self.block, self.recomputed.pack)

    @property
    def weighted(self) -> bool:
        return self.block.info.weighted and self.recomputed.pack.weights != "ignored"

    @cached_property
    def usual_count(self) -> int:
        """Return the number of counted indicators that most units have; the larger of two equally common."""
        counts: list[int] = self.recomputed.totals.counted[self.block.unit_rows].tolist()
        return max(set(counts), key=lambda n: (counts.count(n), n))

    def everyone(self, quantity: Quantity) -> Ratio:
        """Return the exact figure of every unit of the table, by position."""
        block = self.block
        exact = self.recomputed.figures(quantity, np.arange(block.unit, block.unit + block.units))
        return Ratio(exact.num, exact.den, exact.known)

    @cached_property
    def _columns(self) -> dict[int, NDArray[np.int32]]:
        """Return, by sheet, each unit's score column there; 0 where it has none."""
        frame = self.tables.scores
        sheet, col = (self.block.matrix(frame[c].to_numpy()) for c in ("sheet", "col"))
        return {
            number: np.where(sheet == number, col, 0).max(axis=0)
            for number in np.unique(sheet[:, 0]).tolist()
        }

    @cached_property
    def _subtotal_values(self) -> list[list[Fraction]]:
        """Return the numbers of every group total row on the table's sheets, one a unit."""
        info = self.block.info
        if info.transposed or self.weighted or info.workbook >= len(self.tables.layouts):
            return []
        book, rows = self.tables.books[info.workbook], []
        for layout in self.tables.layouts[info.workbook]:
            columns = self._columns.get(layout.sheet)
            if columns is None or layout.table != info.table:
                continue
            grid = book.sheets[layout.sheet]
            for row, role in sorted(layout.rows.items()):
                if role is RowRole.SUBTOTAL:
                    values = [number_of(grid.value(row, int(c))) for c in columns.tolist()]
                    if all(v is not None for v in values):
                        rows.append([v for v in values if v is not None])
        return rows

    @cached_property
    def subtotals(self) -> Ints | None:
        """Return the group totals over the unit of the scores, rows × units; None where there are none."""
        rows, unit = self._subtotal_values, self.exact.unit
        if not rows or any((v * unit).denominator != 1 for row in rows for v in row):
            return None
        return integers([int(v * unit) for row in rows for v in row]).reshape(len(rows), self.block.units)

    @cached_property
    def _hidden_lines(self) -> list[HiddenLine]:
        return hidden_lines(self.tables, self.block, self.recomputed)

    @cached_property
    def hidden(self) -> Hidden | None:
        """Return the scores in hidden rows or columns, over the unit of the scores; None where there are none."""
        lines, unit = self._hidden_lines, self.exact.unit
        if not lines or any(
            (v * unit).denominator != 1 for line in lines for v in line.scores if v is not None
        ):
            return None
        shape = len(lines), self.block.units
        return Hidden(
            tuple(line.name for line in lines),
            integers([int((v or 0) * unit) for line in lines for v in line.scores]).reshape(shape),
            np.asarray([[v is not None for v in line.scores] for line in lines], np.bool_),
            tuple(line.cells for line in lines),
        )

    @cached_property
    def omitted(self) -> Bools | None:
        """Return the cells that a summary formula leaves out; None where no finding says so."""
        return self._mask(self.evidence.omitted) if self.evidence.omitted else None

    def _mask(self, cells: set[Cell]) -> Bools:
        frame = self.tables.scores
        columns = [frame[c].to_numpy()[self.block.rows].tolist() for c in ("sheet", "row", "col")]
        inside = [at in cells for at in zip(*columns, strict=True)]
        return np.asarray(inside, np.bool_).reshape(self.block.indicators, self.block.units)

    @cached_property
    def text(self) -> Bools | None:
        """Return the cells whose number is stored as text; None where the format or the findings say none is."""
        book = self.tables.books[self.block.info.workbook]
        if not self.evidence.text or book.format in TEXT_FORMATS:
            return None
        frame = self.tables.scores
        columns = [frame[c].to_numpy()[self.block.rows].tolist() for c in ("sheet", "row", "col")]
        texts = [isinstance(book.sheets[s].value(r, c), str) for s, r, c in zip(*columns, strict=True)]
        mask = np.asarray(texts, np.bool_).reshape(self.block.indicators, self.block.units)
        return np.asarray(mask & (self.states == State.SCORED), np.bool_)

    def elsewhere(self, quantity: Quantity, blocks: Sequence[Block]) -> tuple[Elsewhere, ...]:
        """Return the same units' figures in the workbook's other tables; a unit that is not there is not known."""
        own, keys = self.block, self.tables.units["key"].to_numpy(object)
        found = []
        for block in blocks:
            if block.info.workbook != own.info.workbook or block.info.table == own.info.table:
                continue
            places = {key: block.unit + n for n, key in enumerate(keys[block.unit_rows].tolist())}
            at = np.asarray([places.get(key, -1) for key in keys[own.unit_rows]], np.int64)
            if (at < 0).all():
                continue
            exact = self.recomputed.figures(quantity, np.where(at < 0, block.unit, at))
            figures = Ratio(exact.num, exact.den, exact.known & (at >= 0))
            found.append(Elsewhere(block.info.table, self._label(block), figures))
        return tuple(found)

    def _label(self, block: Block) -> str:
        info, book = block.info, self.tables.books[block.info.workbook]
        sheet = book.sheets[info.sheet].name if info.sheet < len(book.sheets) else ""
        parts = [part for part in (sheet, info.round, info.assessor) if part]
        return ", ".join(parts) or f"t{info.table}"
