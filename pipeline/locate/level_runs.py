"""Runs of numbers in header rows: the levels 1-5 of a level block, and rows that only count the columns."""

from __future__ import annotations

from pipeline.locate.header_terms import names_one_of_many
from pipeline.locate.labels import Words
from pipeline.values import Marks
from schemas.grid import RawValue

LEVELS = (1, 2, 3, 4, 5)


def level_of(value: RawValue, marks: Marks, words: Words) -> int | None:
    """Return the level 1-5 that a header cell names: 3, "๓", "ระดับ 3", "3 คะแนน", "Level 3"."""
    if value == "" or isinstance(value, bool):
        return None
    try:
        return words.levels[value]
    except KeyError:
        if len(words.levels) > 20_000:
            words.levels.clear()
        level = words.levels[value] = _level(value, marks, words)
        return level


def _level(value: RawValue, marks: Marks, words: Words) -> int | None:
    number = marks.of(value).number
    if number is None and isinstance(value, str) and len(value) <= 24:
        label = words.label(value)
        digits = label.numbers[0] if len(label.numbers) == 1 else ""
        if digits in ("1", "2", "3", "4", "5") and label.coverage >= 1 and not names_one_of_many(label):
            return int(label.numbers[0])
    if number is not None and number == number.to_integral_value() and 1 <= number <= 5:
        return int(number)
    return None


def level_run(cells: list[tuple[int, RawValue]], marks: Marks, words: Words) -> list[tuple[int, int]]:
    """Return [(column, level)] of the first five neighbouring cells that read 1 2 3 4 5 or 5 4 3 2 1."""
    levels = [(j, level_of(value, marks, words)) for j, value in cells]
    for start in range(len(levels) - 4):
        if levels[start][1] not in (1, 5):
            continue
        five = tuple(level for _, level in levels[start : start + 5])
        if five in (LEVELS, LEVELS[::-1]) and not _goes_on(cells, start, marks):
            return [(j, level) for j, level in levels[start : start + 5] if level is not None]
    return []


def _goes_on(cells: list[tuple[int, RawValue]], start: int, marks: Marks) -> bool:
    """Return whether 1 2 3 4 5 is only the beginning of a longer count (of units, of columns)."""
    after = marks.of(cells[start + 5][1]).number if start + 5 < len(cells) else None
    before = marks.of(cells[start - 1][1]).number if start > 0 else None
    return after == 6 or before == 6


def is_count(cells: list[tuple[int, RawValue]], marks: Marks) -> bool:
    """Return whether a row only counts the columns: 1 2 3 4 …, (1) (2) (3) …, (3) = (1) × (2)."""
    return len(cells) >= 3 and all(counted(v, marks) == k for k, (_, v) in enumerate(cells, 1))


def counted(value: RawValue, marks: Marks) -> int | None:
    """Return the whole number of a counting cell, brackets and what follows = left out."""
    if isinstance(value, str):
        value = value.strip().lstrip("(").split("=")[0].strip().rstrip(")")
    number = marks.of(value).number
    return int(number) if number is not None and number == number.to_integral_value() else None
