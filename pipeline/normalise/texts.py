"""What was changed to read a workbook's texts and numbers: counted, with examples, for the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.normalise.cells import changed
from pipeline.normalise.figures import Figure
from pipeline.normalise.scores import Block, Scored
from pipeline.values import Marks
from schemas.cell import Area, Cell, a1
from schemas.finding import Finding
from schemas.grid import Book
from schemas.layout import Layout
from schemas.thai import INVISIBLE

TEXT_FORMATS = frozenset({"csv", "tsv", "txt"})
"""Formats that have nothing but text: a number in them is not number-as-text."""

MOST_EXAMPLES = 3

_ODD = re.compile(
    f"[{INVISIBLE}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
    "|\u0e4d[\u0e48-\u0e4b]? ?\u0e32|[\u0e01-\u0e2e][\u0e48-\u0e4b]? +\u0e33"
    "|\u0e40\u0e40|[\u0e01-\u0e2e] +[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
)


class _Count:
    """One workbook's changed cells: how many, the first few, and where the first stands."""

    __slots__ = ("cells", "count", "examples")

    def __init__(self) -> None:
        self.count = 0
        self.examples: list[str] = []
        self.cells: list[Cell] = []

    def add(self, cell: Cell, raw: str, read: str) -> None:
        self.count += 1
        if len(self.examples) < MOST_EXAMPLES:
            self.cells.append(cell)
            self.examples.append(
                f"{a1(cell.row, cell.col)} {raw!r} = {read}" if read else a1(cell.row, cell.col)
            )


def text_findings(
    books: list[Book],
    members: list[list[Layout]],
    blocks: list[Block],
    scored: Scored,
    figures: list[Figure],
    marks: Marks,
) -> Iterator[Finding]:
    """Yield number-as-text and normalised-text, at most one of each for a workbook."""
    numbers: dict[int, _Count] = {}
    texts: dict[int, _Count] = {}
    for parts, block in zip(members, blocks, strict=True):
        for sheet, row, col, text in _labels(parts, books[block.workbook]):
            if _odd(text):
                cell = Cell(sheet, row, col)
                texts.setdefault(block.workbook, _Count()).add(cell, _short(text), "")
    for workbook, cell, raw in _numbers(blocks, scored, figures):
        mark = marks.of(raw)
        if books[workbook].format not in TEXT_FORMATS:
            numbers.setdefault(workbook, _Count()).add(cell, _short(raw), str(mark.number))
        if changed(mark):
            texts.setdefault(workbook, _Count()).add(cell, _short(raw), str(mark.number))
    for name, counts in (("number-as-text", numbers), ("normalised-text", texts)):
        for workbook, count in counts.items():
            first = count.cells[0]
            yield Finding(
                name,
                workbook,
                area=Area(first.sheet, first.row, first.col, first.row, first.col),
                values={"count": count.count, "examples": tuple(count.examples)},
                cells=tuple(count.cells),
            )


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


@lru_cache(maxsize=20_000)
def _odd(text: str) -> bool:
    return _ODD.search(text) is not None


def _labels(parts: list[Layout], book: Book) -> Iterator[tuple[int, int, int, str]]:
    """Yield (sheet, row, column, text) of the labels of units and indicators."""
    for part in parts:
        grid = book.sheets[part.sheet]
        for unit in part.units:
            text = grid.value(unit.row, unit.col) if unit.row else ""
            if isinstance(text, str) and text:
                yield part.sheet, unit.row, unit.col, text
        for i in part.indicators:
            row, col = (i.col, i.row) if part.transposed else (i.row, i.col)
            text = grid.value(row, col)
            if isinstance(text, str) and text:
                yield part.sheet, row, col, text


def _numbers(blocks: list[Block], scored: Scored, figures: list[Figure]) -> Iterator[tuple[int, Cell, str]]:
    start = n = 0
    for block in blocks:
        end = start + len(block.values)
        while n < len(scored.texts) and scored.texts[n] < end:
            at = scored.texts[n] - start
            n += 1
            cell = Cell(block.sheets[at // block.units], int(block.rows[at]), int(block.cols[at]))
            yield block.workbook, cell, str(block.values[at])
        start = end
    for f in figures:
        if f.value.exact is not None and f.value.text:
            yield f.workbook, Cell(f.sheet, f.row, f.col), f.value.raw
