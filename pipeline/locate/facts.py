"""What stands in each row, gathered once: its label, its number, how many values, where."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter

from pipeline.locate.columns import Columns
from pipeline.locate.labels import NOTHING, Label, Words
from pipeline.locate.view import View
from pipeline.numbering import Numbered, number_of_cell, numbered
from pipeline.values import Marks
from schemas.grid import RawValue
from schemas.layout import ColumnRole, ValueRole
from schemas.terms import State


@dataclass(slots=True)
class LabelColumns:
    """The columns that name an indicator: its title, its number, its sequence, its group; None where missing."""

    title: int
    number: int | None
    sequence: int | None
    group: int | None
    left: list[int]
    """All columns that can hold a row's label, left to right."""


@dataclass(slots=True)
class Facts:
    """One row. present: filled cells in score columns; declared: of them numbers, dashes and states.

    filled: filled cells in any value column; said: of them numbers, dashes and states.
    other: filled cells in columns that belong to no unit.
    big: a number above the scale stands among the values.
    """

    i: int
    title: str
    title_col: int
    number: str | None
    numbered: Numbered | None
    from_title: bool
    sequence: str | None
    group: str
    label_text: str
    label: Label
    present: int
    declared: int
    filled: int
    said: int
    levels: int
    weight: bool
    big: bool
    empty: bool
    merged: bool
    other: int = 0


def label_columns(view: View, columns: Columns, marks: Marks) -> LabelColumns:
    """Find the columns that name the indicators, by their headers first and by what they hold else.

    A header is not believed where its column names few rows and another, of no known meaning, names most.
    """
    values = [c.j for c in columns.values]
    levels = [c.j for c in columns.of(ColumnRole.LEVEL)]
    weights = [c.j for c in columns.of(ColumnRole.WEIGHT)]
    first = min([*values, *levels, *weights], default=view.width)
    first_value = min(values, default=view.width)
    roles = {c.j: c.role for c in columns.cols[:first_value]}
    texts = {j: _textual(view, j, columns.sample, marks) for j in range(first_value) if j not in levels}
    titles = [j for j, role in roles.items() if role is ColumnRole.INDICATOR]
    others = [j for j in range(first) if roles[j] in _NAMELESS]
    title = max(titles or others, key=lambda j: (texts[j][1], -j), default=0)
    best = max(others, key=lambda j: (texts[j][1], -j), default=title)
    if texts.get(best, (0, 0))[0] > 2 * texts.get(title, (0, 0))[0] and texts[best][1] > texts[title][1]:
        title = best
    numbers = [j for j, role in roles.items() if role is ColumnRole.NUMBER and j != title]
    sequences = [j for j, role in roles.items() if role is ColumnRole.SEQUENCE and j != title]
    if not numbers:
        near = [j for j in (*titles, *range(title)) if j != title and j < first]
        near = [
            j
            for j in dict.fromkeys(near)
            if roles[j] in (ColumnRole.INDICATOR, ColumnRole.BLANK, ColumnRole.UNKNOWN)
            and _numbers(view, j, [i for i in columns.sample if view.rows[i][title] != ""])
        ]
        numbers = near[-1:]
        if not numbers and len(sequences) > 1:
            numbers, sequences = _numbers_among(view, sequences, columns.sample)
        if numbers and not sequences and _counts(view, numbers[0], title, columns.sample):
            numbers, sequences = [], numbers
    groups = [j for j, role in roles.items() if role is ColumnRole.GROUP and j != title]
    if not groups:
        named = texts.get(title, (0, 0))[0]
        groups = [
            j
            for j in range(title)
            if roles[j] in (ColumnRole.UNKNOWN, ColumnRole.BLANK, ColumnRole.INDICATOR)
            and j not in (*numbers, *sequences)
            and columns.paths[j]
            and 0 < texts[j][0] * 2 < named
        ]
    left = [j for j in range(first_value) if j not in weights]
    return LabelColumns(
        title, next(iter(numbers), None), next(iter(sequences), None), next(iter(groups), None), left
    )


_NAMELESS = (ColumnRole.BLANK, ColumnRole.UNKNOWN, ColumnRole.NUMBER, ColumnRole.GROUP)
"""Roles of columns that may name the indicators although their header does not say so."""


def _textual(view: View, j: int, sample: list[int], marks: Marks) -> tuple[int, int]:
    """Return how many cells of a column hold words, and how many letters in all."""
    found = [
        min(len(value), 60)
        for i in sample
        if type(value := view.rows[i][j]) is str and value and marks.of(value).state is State.INVALID
    ]
    return len(found), sum(found)


def _numbers_among(view: View, counting: list[int], sample: list[int]) -> tuple[list[int], list[int]]:
    """Of two columns headed as a count (ลำดับ, ที่) the one with numbers like 1.1 holds the indicators' own."""
    for j in reversed(counting):
        own = [number_of_cell(v, None) or "" for i in sample if (v := view.rows[i][j]) != ""]
        if sum("." in number for number in own) * 2 > len(own):
            return [j], [k for k in counting if k != j]
    return [], counting


def _counts(view: View, j: int, title: int, sample: list[int]) -> bool:
    """Return whether a column only counts rows whose titles begin with numbers of their own."""
    rows = [(v, view.rows[i][title]) for i in sample if (v := view.rows[i][j]) != ""]
    own = sum(isinstance(t, str) and numbered(t) is not None for _, t in rows)
    plain = sum((number_of_cell(v, None) or "").isdigit() for v, _ in rows)
    return own * 2 > len(rows) and plain * 5 >= len(rows) * 4


def _numbers(view: View, j: int, sample: list[int]) -> bool:
    cells = [v for i in sample if (v := view.rows[i][j]) != ""]
    return len(cells) > 0 and sum(number_of_cell(v, None) is not None for v in cells) * 2 > len(cells)


def gather(
    view: View,
    columns: Columns,
    labels: LabelColumns,
    region: list[int],
    words: Words,
    marks: Marks,
    high: float,
) -> list[Facts]:
    """Return the facts of every row of the region, in order."""
    values = [c.j for c in columns.values]
    scores = [c.j for c in columns.values if c.value in (ValueRole.SCORE, ValueRole.NONE)] or values
    others = [j for j in values if j not in scores]
    if others and _filled(view, columns.sample, scores) * 3 < _filled(view, columns.sample, others):
        scores = values  # scores merged over a unit's columns stand in another column than the one named so
    levels = [c.j for c in columns.of(ColumnRole.LEVEL)]
    weights = [c.j for c in columns.of(ColumnRole.WEIGHT)] + [
        c.j for c in columns.values if c.value is ValueRole.WEIGHT and c.unit is None
    ]
    beyond = [c.j for c in columns.of(ColumnRole.ORPHAN, ColumnRole.AGGREGATE)]
    wide = {i for (i, j), (_, j2) in view.spans.items() if j <= labels.title and j2 >= min(values, default=0)}
    pick = _picker(values)
    pick_scores = pick if scores == values else _picker(scores)
    return [
        _facts(view, i, labels, pick, pick_scores, levels, weights, beyond, i in wide, words, marks, high)
        for i in region
    ]


def _filled(view: View, sample: list[int], columns: list[int]) -> int:
    return sum(view.rows[i][j] != "" for i in sample for j in columns)


def _picker(columns: list[int]) -> slice | itemgetter | int:  # type: ignore[type-arg]
    if not columns:
        return slice(0, 0)
    if columns[-1] - columns[0] + 1 == len(columns):
        return slice(columns[0], columns[-1] + 1)
    return itemgetter(*columns) if len(columns) > 1 else slice(columns[0], columns[0] + 1)


def _take(row: list[RawValue], pick: object) -> list[RawValue]:
    if isinstance(pick, slice):
        return row[pick]
    return list(pick(row))  # type: ignore[operator]


def _facts(
    view: View,
    i: int,
    labels: LabelColumns,
    pick: object,
    pick_scores: object,
    levels: list[int],
    weights: list[int],
    beyond: list[int],
    merged: bool,
    words: Words,
    marks: Marks,
    high: float,
) -> Facts:
    row = view.rows[i]
    cells = _take(row, pick)
    present, declared, big = _count(cells, marks, high)
    filled, said = present, declared
    if pick is not pick_scores:
        present, declared, _ = _count(_take(row, pick_scores), marks, high)
    title_value = row[labels.title]
    title = title_value if isinstance(title_value, str) else ""
    number = None
    if labels.number is not None:
        number = number_of_cell(row[labels.number], _format(view, i, labels.number))
    elif not title and title_value != "":
        number = number_of_cell(title_value, _format(view, i, labels.title))
    sequence = None
    if labels.sequence is not None:
        sequence = number_of_cell(row[labels.sequence], _format(view, i, labels.sequence))
    found = numbered(title) if title else None
    from_title = number is None and found is not None
    if from_title and found is not None:
        number = found.number
    text, col = title, labels.title
    if not title.strip():
        for j in labels.left:
            value = row[j]
            if type(value) is str and value and j not in levels and j != labels.group and value.strip():
                text, col = value, j
                break
        else:
            for j in labels.left:
                value = row[j]
                if type(value) is str and value.strip() and marks.of(value).number is None:
                    text, col = value, j
                    break
    group = row[labels.group] if labels.group is not None else ""
    return Facts(
        i=i,
        title=title,
        title_col=labels.title if title_value != "" else col,
        number=number,
        numbered=found,
        from_title=from_title,
        sequence=sequence,
        group=group if isinstance(group, str) else str(group),
        label_text=text,
        label=words.label(text) if text else NOTHING,
        present=present,
        declared=declared,
        filled=filled,
        said=said,
        levels=len([j for j in levels if row[j] != ""]) if levels else 0,
        weight=bool(weights) and any(row[j] != "" for j in weights),
        big=big,
        empty=not filled and row.count("") == len(row),
        merged=merged,
        other=len([j for j in beyond if row[j] != ""]) if beyond else 0,
    )


def _format(view: View, i: int, j: int) -> str | None:
    return view.grid.formats.get(view.where(i, j)) if view.grid.formats else None


def _count(cells: list[RawValue], marks: Marks, high: float) -> tuple[int, int, bool]:
    """Return how many cells are filled, how many of them declare something, and whether one is above the scale."""
    kinds = set(map(type, cells))
    if kinds <= {float, int}:
        return len(cells), len(cells), bool(cells) and max(cells) > high  # type: ignore[operator]
    numbers = [v for v in cells if type(v) is float or type(v) is int]
    others = [v for v in cells if type(v) is not float and type(v) is not int and v != ""]
    declared = len(numbers)
    big = bool(numbers) and max(numbers) > high
    for value in others:
        mark = marks.of(value)
        declared += mark.declared
        if mark.number is not None and mark.number > high:
            big = True
    return len(numbers) + len(others), declared, big
