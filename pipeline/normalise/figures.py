"""Reported figures and results: exact numbers at their cells, with the decimals they declare.

Declared decimals of a figure: the rule pack's; else its number format's; else the most digits in its row for
that quantity, where digits beyond two count only when at least a quarter of the row's typed figures have them
and stored values of more than six decimals, computed and never rounded, do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.normalise.cells import Value, read_value
from pipeline.normalise.rows import Rows, frame_of
from pipeline.values import Marks
from schemas.grid import Book
from schemas.layout import Layout, ValueRole
from schemas.rules import RulePack
from schemas.terms import Quantity, State

if TYPE_CHECKING:
    import pandas as pd

PLAIN_DIGITS = 2
MOST_DIGITS = 6


class Figure(NamedTuple):
    """One reported figure as read."""

    workbook: int
    table: int
    unit: int
    indicator: int
    quantity: Quantity
    value: Value
    sheet: int
    row: int
    col: int
    line: tuple[int, ...]
    """Figures of one line declare their decimals together."""


class Figures:
    """The frames `reported` and `results` of a chunk in the making."""

    def __init__(self, marks: Marks, pack: RulePack) -> None:
        self.marks = marks
        self.pack = pack
        self.found: list[Figure] = []
        self.results = Rows(
            "workbook",
            "table",
            "indicator",
            "unit",
            "text",
            "value",
            "sheet",
            "row",
            "col",
            texts=frozenset({"text", "value"}),
        )

    def read(self, workbook: int, table: int, parts: list[Layout], book: Book) -> None:
        """Read the reported figures of one table from all its parts."""
        before = 0
        for part in parts:
            grid = book.sheets[part.sheet]
            for figure in part.summary:
                value = read_value(grid, figure.row, figure.col, self.marks)
                if value.state is State.BLANK:
                    continue
                line = figure.col if part.transposed else figure.row
                self.found.append(
                    Figure(
                        workbook,
                        table,
                        figure.unit,
                        0,
                        figure.quantity,
                        value,
                        part.sheet,
                        figure.row,
                        figure.col,
                        (part.sheet, line),
                    )
                )
            self._of_indicators(workbook, table, part, book, before)
            before += len(part.indicators)

    def _of_indicators(self, workbook: int, table: int, part: Layout, book: Book, before: int) -> None:
        """Weighted figures and results stand beside the scores, on the indicators' own rows or next to them."""
        grid = book.sheets[part.sheet]
        for n, line in enumerate(part.products, before + 1):
            for position, unit in zip(part.unit_positions, part.units, strict=True):
                column = unit.columns[0][0]
                row, col = (column, line) if part.transposed else (line, column)
                if line and (value := read_value(grid, row, col, self.marks)).state is not State.BLANK:
                    self._weighted(workbook, table, position, n, value, (part.sheet, row, col), column)
        for position, unit in zip(part.unit_positions, part.units, strict=True):
            for column, role in unit.columns:
                if role not in (ValueRole.WEIGHTED, ValueRole.RESULT):
                    continue
                for n in range(before + 1, before + len(part.indicators) + 1):
                    line = part.line(n - before, position)
                    row, col = (column, line) if part.transposed else (line, column)
                    value = read_value(grid, row, col, self.marks)
                    if value.state is State.BLANK:
                        continue
                    if role is ValueRole.RESULT:
                        self.results.add(
                            workbook, table, n, position, value.raw, value.exact, part.sheet, row, col
                        )
                    else:
                        self._weighted(workbook, table, position, n, value, (part.sheet, row, col), column)

    def _weighted(
        self,
        workbook: int,
        table: int,
        unit: int,
        indicator: int,
        value: Value,
        place: tuple[int, int, int],
        column: int,
    ) -> None:
        self.found.append(
            Figure(
                workbook, table, unit, indicator, Quantity.WEIGHTED, value, *place, line=(place[0], -column)
            )
        )

    def by_table(self) -> dict[tuple[int, int], list[Figure]]:
        """Return the figures by workbook and table."""
        found: dict[tuple[int, int], list[Figure]] = defaultdict(list)
        for f in self.found:
            found[f.workbook, f.table].append(f)
        return found

    def frame(self) -> pd.DataFrame:
        """Return the frame `reported`."""
        workbook, table, unit, indicator, quantity, values, sheet, row, col, line = _across(
            self.found, len(Figure._fields)
        )
        state, value, raw, shown, stored, *_ = _across(values, len(Value._fields))
        lines: dict[tuple[object, ...], list[Value]] = defaultdict(list)
        keys = list(zip(workbook, table, quantity, line, strict=True))
        for key, one in zip(keys, values, strict=True):
            lines[key].append(one)
        declared = {
            key: declared_decimals(_of_one_scale(together) if key[2] is Quantity.CONVERTED else together)
            for key, together in lines.items()
        }
        given = self.pack.decimals
        by_pack = [given.get(q) for q in quantity] if given else [None] * len(quantity)
        decimals = [
            pack if pack is not None else own if own is not None else declared[key]
            for pack, own, key in zip(by_pack, shown, keys, strict=True)
        ]
        words = {q: q.value for q in Quantity}
        return frame_of(
            {
                "workbook": workbook,
                "table": table,
                "unit": unit,
                "indicator": indicator,
                "quantity": [words[q] for q in quantity],
                "value": value,
                "decimals": decimals,
                "stored": stored,
                "state": state,
                "raw": raw,
                "sheet": sheet,
                "row": row,
                "col": col,
            },
            frozenset({"quantity", "value", "raw"}),
        )


def _across(rows: Sequence[tuple[Any, ...]], width: int) -> list[Sequence[Any]]:
    """Return rows as columns; as many without any row."""
    return list(zip(*rows, strict=True)) if rows else [()] * width


def _of_one_scale(values: list[Value]) -> list[Value]:
    """Return converted scores but those typed as a fraction (0.8667 beside 86.67): its digits are two fewer of
    the others'."""
    whole = [v for v in values if v.exact is None or abs(float(v.exact)) > 1]
    return whole or values


def declared_decimals(values: list[Value]) -> int:
    """Return how many decimals the typed figures of one row declare together: 97.7 beside 97.78 has two."""
    typed = [v.stored for v in values if v.exact is not None and v.stored <= MOST_DIGITS]
    best = max((min(d, PLAIN_DIGITS) for d in typed), default=0)
    for digits in range(PLAIN_DIGITS + 1, MOST_DIGITS + 1):
        if typed and sum(d >= digits for d in typed) * 4 >= len(typed):
            best = digits
    return best
