"""Notes at cells: what was found there, in Thai or English, in a box large enough to read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from openpyxl.comments import Comment

from reports.view.findings import FindingView
from reports.view.flags import cells_of
from reports.view.verdicts import pick
from reports.xlsx.cells import clean, lines_of
from schemas.cell import Cell

AUTHOR = "sobthan"
WIDTH, LINE_HEIGHT, LETTERS_A_LINE = 380, 24, 46
MOST_LINES = 22


def by_cell(views: Iterable[FindingView]) -> dict[Cell, list[FindingView]]:
    """Return the findings of every cell one points at, the worst first as they come."""
    found: dict[Cell, list[FindingView]] = {}
    for view in views:
        for cell in cells_of(view.source):
            found.setdefault(cell, []).append(view)
    return found


def note(views: Sequence[FindingView], lang: str, before: Comment | None) -> Comment:
    """Return the note of a cell: each finding's title and message; an earlier note's text stays below."""
    parts = [f"{pick(v.title, lang)}\n{pick(v.message, lang)}\n[{v.id}]" for v in views]
    if before is not None:
        parts.append(f"{before.author}:\n{before.text}")
    text = clean("\n\n".join(parts))
    comment = Comment(text, AUTHOR if before is None else f"{AUTHOR}, {before.author}")
    comment.width = WIDTH
    comment.height = LINE_HEIGHT * (min(lines_of(text, LETTERS_A_LINE), MOST_LINES) + 1)
    return comment
