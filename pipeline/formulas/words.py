"""Puts the words of a finding together: the row's own label, the evidence beside a cell, what a row is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from pipeline.formulas.values import NotVerifiedError
from rules.catalogue.words.formulas import WORDS
from schemas.cell import Area, Cell, a1, parse_a1
from schemas.finding import Text
from schemas.grid import Book, Grid
from schemas.layout import Layout, RowRole
from schemas.words import fill

NOTHING = Text("", "")


def word(key: str, **values: object) -> Text:
    """Return one of the catalogue's phrases with its placeholders filled."""
    return fill(WORDS[f"formula.{key}"], values)


def joined(texts: Iterable[Text], separator: Text) -> Text:
    """Join phrases in both languages."""
    members = list(texts)
    return Text(separator.en.join(t.en for t in members), separator.th.join(t.th for t in members))


def both(left: Text, right: Text) -> Text:
    """Join two phrases as they are."""
    return Text(left.en + right.en, left.th + right.th)


def repeated(count: int) -> Text:
    """Say that a fault stands in several cells."""
    return word("repeated", count=count) if count > 1 else NOTHING


def evidence(book: Book, cells: Sequence[Cell]) -> Text:
    """Say what lies beside the cells: manual calculation, a warning that was dismissed there."""
    found = [word("manual")] if book.manual_calculation else []
    ranges = dismissed(book, cells)
    if ranges:
        found.append(word("dismissed", ranges=ranges))
    return reduce(both, found, NOTHING)


def dismissed(book: Book, cells: Sequence[Cell]) -> tuple[str, ...]:
    """Return the ranges of dismissed warnings that hold one of the cells."""
    found = []
    for sheet in sorted({cell.sheet for cell in cells}):
        places = [(cell.row, cell.col) for cell in cells if cell.sheet == sheet]
        for text in book.sheets[sheet].ignored_warnings:
            for part in text.split():
                area = _parsed(sheet, part)
                if area and any(
                    area.row <= r <= area.last_row and area.col <= c <= area.last_col for r, c in places
                ):
                    found.append(part)
    return tuple(found)


def _parsed(sheet: int, text: str) -> Area | None:
    first, _, last = text.partition(":")
    try:
        corner, other = parse_a1(first), parse_a1(last or first)
    except ValueError:
        return None
    return Area(sheet, *corner, *other)


def label(grid: Grid, cell: Cell) -> str:
    """Return what a row calls itself: its first text left of the cell; else the cell's own address."""
    for col in range(1, cell.col):
        value = grid.value(cell.row, col)
        if isinstance(value, str) and value.strip() and (cell.row, col) not in grid.formulas:
            return " ".join(value.split())
    return a1(cell.row, cell.col)


def role(layouts: Sequence[Layout], grid: Grid, cell: Cell) -> Text:
    """Say what the row of a cell is, where it is no indicator."""
    if cell.row in grid.hidden_rows:
        return word("role.hidden")
    for layout in layouts:
        found = layout.rows.get(cell.row) if layout.sheet == cell.sheet and not layout.transposed else None
        if found is not None and found not in (RowRole.INDICATOR, RowRole.BLANK, RowRole.UNKNOWN):
            return word(f"role.{found.value}")
    return word("role.unknown")


def reason(obstacle: NotVerifiedError) -> Text:
    """Say why a formula could not be evaluated."""
    return word(f"reason.{obstacle.reason.value}", name=obstacle.name)
