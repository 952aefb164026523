"""Where a header is when no word of it is known: the texts above the first rows of a label and scores."""

from __future__ import annotations

from pipeline.locate.bands import MOST_ROWS, Band, band_keys, raised
from pipeline.locate.labels import Words
from pipeline.locate.view import View
from pipeline.values import Marks
from schemas.grid import RawValue
from schemas.terms import State


def shape_band(view: View, words: Words, marks: Marks) -> Band | None:
    """Return a header band found by shape alone: the texts above the first rows of a label and scores.

    Group rows, a cell or two, may stand between the header and the first scores.
    """
    for i, row in enumerate(view.rows):
        if not _is_value_row(row, marks):
            continue
        columns = [j for j, v in enumerate(row) if v != "" and marks.of(v).declared]
        bottom = i - 1
        while bottom >= 0 and i - bottom < MOST_ROWS and view.width - view.rows[bottom].count("") <= 1:
            bottom -= 1
        top = bottom + 1
        while top > 0 and bottom + 1 - top < 3 and _heads(view.rows[top - 1], columns, marks):
            top -= 1
        if top <= bottom:
            top = raised(view, top, words)
            return Band(top, bottom, 0.0, band_keys(view, top, bottom, words))
    return None


def _is_value_row(row: list[RawValue], marks: Marks) -> bool:
    cells = [(j, v) for j, v in enumerate(row) if v != ""]
    if len(cells) < 2 or not any(isinstance(v, str) for _, v in cells[:2]):
        return False  # a label, or a running number and a label
    label = next((n for n, (_, v) in enumerate(cells) if marks.of(v).state is State.INVALID), None)
    if label is None:
        return False
    rest = cells[label + 1 :]
    return bool(rest) and sum(marks.of(v).declared for _, v in rest) >= 0.6 * len(rest)


def _heads(row: list[RawValue], columns: list[int], marks: Marks) -> bool:
    texts = sum(
        1 for j in columns if isinstance(row[j], str) and row[j] != "" and not marks.of(row[j]).declared
    )
    levels = sum(row[j] != "" and marks.of(row[j]).number is not None for j in columns)
    return texts >= 0.5 * (len(columns) - min(levels, 6)) and texts > 0
