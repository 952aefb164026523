"""Where the header rows are: anchors by keyword, rows that carry on below them, and, without keywords, by shape."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pipeline.locate.labels import Label, Words
from pipeline.locate.view import View
from pipeline.values import Marks
from schemas.grid import RawValue
from schemas.terms import State

WEIGHTS = {
    "indicator": 3.0,
    "levels": 2.0,
    "units": 2.0,
    "score": 2.0,
    "weighted": 2.0,
    "weight": 2.0,
    "number": 1.5,
    "self": 1.5,
    "committee": 1.5,
    "result": 1.0,
    "measure": 1.0,
    "sequence": 1.0,
    "target": 1.0,
    "group": 1.0,
    "full_marks": 1.0,
    "points": 1.0,
    "mean": 1.0,
    "converted": 1.0,
    "grade": 1.0,
    "round": 0.5,
    "baseline": 0.5,
    "owner": 0.5,
    "note": 0.5,
}
"""How much a term in a row says that the row is a header."""

ANCHOR = 3.0
COMPANION = 1.5
LEVEL_RUN = 1.5
LABELS = frozenset({"indicator", "number", "sequence", "group"})
"""Terms that stand over the cells naming an indicator."""

_COUNTED = frozenset({"indicator", "number", "group", "sequence", "round", "units", "measure"})
"""With a number behind it such a word names one of many: ตัวชี้วัดที่ 3 is no header."""

_FIGURES = frozenset({"converted", "full_marks", "points", "mean", "score"})
_SCALES = frozenset({"100", "20", "5", "05", "1", "0100"})

CORE = frozenset({
    "indicator", "levels", "units", "score", "weighted", "weight", "number", "self", "committee", "points",
    "mean", "converted", "full_marks",
})  # fmt: skip
"""A header names at least one of these; the rest only goes with them."""

HEAD = 24
LONGEST = 90
MOST_ROWS = 8
LEVELS = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Band:
    """Header rows of one table in a view, both inside; keys tell whether another band repeats it."""

    top: int
    bottom: int
    strength: float
    keys: tuple[str, ...] = ()


@lru_cache(maxsize=20_000)
def header_term(label: Label) -> str | None:
    """Return the term a cell has as a header.

    A group's own name (ด้านการเงิน) or a threshold (ร้อยละ 60) is no header.
    """
    term = label.term
    if term is None or (term == "group" and label.whole != "group" and label.coverage < 1):
        return None
    if label.numbers:
        if term in _COUNTED and not all(_is_year(n) for n in label.numbers):
            return None
        if term in _FIGURES and not all(n in _SCALES or _is_year(n) for n in label.numbers):
            return None
    return term


def _is_year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("25", "20", "26")


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
        if len(label.numbers) == 1 and label.coverage >= 1 and label.numbers[0] in ("1", "2", "3", "4", "5"):
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


def find_bands(view: View, words: Words, marks: Marks) -> list[Band]:
    """Return the header bands of a view from top to bottom, by keyword."""
    strengths: dict[int, tuple[float, frozenset[int]]] = {}
    found = False
    for i, row in enumerate(view.rows):
        strength = _strength(row, words, marks, found)
        if strength is not None:
            strengths[i] = strength
            found = found or strength[0] >= ANCHOR
    bands: list[Band] = []
    done = -1
    for i in sorted(strengths):
        if i <= done or _is_title(view, i, strengths):
            continue
        bottom = _extended(view, i, i, words, marks)
        total = sum(strengths[k][0] for k in range(i, bottom + 1) if k in strengths)
        if total < ANCHOR:
            continue
        top = max(_raised(view, i, words), done + 1)
        columns = {j for k in range(top, bottom + 1) for j, v in enumerate(view.rows[k]) if v != ""}
        if len(columns) >= 2 and bottom + 1 < view.height:
            bands.append(Band(top, bottom, total, _keys(view, top, bottom, words)))
            done = bottom
    return bands


def _is_title(view: View, i: int, strengths: dict[int, tuple[float, frozenset[int]]]) -> bool:
    """Return whether the one cell of a row is a title that speaks of indicators, over a header of its own."""
    cells = [j for j, v in enumerate(view.rows[i]) if v != ""]
    if len(cells) != 1:
        return False
    j = cells[0]
    span = view.spans.get((i, j))
    if span is not None and span[0] > i:
        return False  # merged downwards: a header over rows of sub-headers
    for k in range(i + 1, min(i + 4, view.height)):
        below = [n for n, v in enumerate(view.rows[k]) if v != ""]
        if below:
            return below[0] <= j
    return True


def _strength(
    row: list[RawValue], words: Words, marks: Marks, found: bool
) -> tuple[float, frozenset[int]] | None:
    cells = [(j, v) for j, v in enumerate(row[:HEAD]) if v != ""]
    kinds = {type(v) for _, v in cells}
    if str not in kinds:
        if len(row) <= HEAD or cells:
            return None
        cells = [(j, v) for j, v in enumerate(row) if v != ""][:HEAD]
        kinds = {type(v) for _, v in cells}
    if (
        float in kinds
        and not all(map(float.is_integer, [v for _, v in cells if type(v) is float]))
        and not any(words.label(v).whole in ("units", "indicator", "sequence") for _, v in cells[:3])
    ):
        return None  # a row of values; over units that go down, numbers of indicators may stand
    terms: set[str] = set()
    strength = 0.0
    seen = 0
    for _, value in cells:
        if type(value) is not str or len(value) > LONGEST or marks.of(value).declared:
            if found:
                seen += 1
                if seen >= 2 and not terms:
                    return None
            continue
        term = header_term(words.label(value))
        seen += 1
        if term is None:
            if found and seen >= 2 and not terms:
                return None
            continue
        if term not in terms:
            terms.add(term)
            strength += WEIGHTS.get(term, 0.0)
            if term == "units" and seen == 1 and len(cells) > 2:
                strength += 1.0  # the corner over names of units, with more beside it
    if strength and level_run(cells, marks, words):
        strength += LEVEL_RUN
    if strength < COMPANION or not terms & CORE:
        return None
    return strength, frozenset(j for j, _ in cells)


def _label_columns(view: View, top: int, bottom: int, words: Words) -> list[int]:
    """Return the columns whose header names indicators; without one, the first column of the band."""
    columns = []
    corner = None
    for i in range(top, bottom + 1):
        before: set[str | None] = set()
        for j, v in enumerate(view.rows[i]):
            if v == "":
                continue
            term = header_term(words.label(v))
            if term in LABELS and not _has_below(view, i, j, bottom):
                columns.append(j)
            elif term == "units" and before <= {"sequence", "number", "group"}:
                corner = j
            before.add(term)
    if corner is not None and not any(j > corner for j in columns):
        columns.append(corner)
    if columns:
        return columns
    firsts = [j for i in range(top, bottom + 1) for j, v in enumerate(view.rows[i]) if v != ""]
    return [min(firsts)] if firsts else [0]


def _has_below(view: View, i: int, j: int, bottom: int) -> bool:
    return any(view.rows[k][j] != "" for k in range(i + 1, bottom + 1))


def _extended(view: View, top: int, bottom: int, words: Words, marks: Marks) -> int:
    """Return the last header row: rows below the anchors without a label but with codes, levels or sub-headers."""
    merged = max((i2 for (i, j), (i2, _) in view.spans.items() if top <= i <= bottom < i2), default=bottom)
    labels = _label_columns(view, top, bottom, words)
    runs = any(_run_in(view, i, words, marks) for i in range(top, bottom + 1))
    last = bottom
    for k in range(bottom + 1, min(bottom + MOST_ROWS, view.height)):
        row = view.rows[k]
        cells = [(j, v) for j, v in enumerate(row) if v != ""]
        if not cells:
            if k <= merged:
                continue
            break
        if is_count(cells, marks) and k == last + 1:
            last = k
            continue
        if any(row[j] != "" for j in labels):
            break
        numbers = [v for _, v in cells if marks.of(v).number is not None]
        declared = sum(marks.of(v).declared for _, v in cells)
        run = level_run(cells, marks, words)
        fresh = bool(run) and not runs
        rest = len(cells) - (5 if fresh else 0)
        other = declared - (5 if fresh else 0)
        named = rest - other
        if k <= merged or fresh or named > other:
            if not fresh and k > merged and _only_levels(view, cells, top, last, words, marks):
                break
            last = k
            runs = runs or bool(run)
        elif numbers and other == rest and _codes_wanted(view, cells, top, last, words):
            last = k
        else:
            break
    return last


def is_count(cells: list[tuple[int, RawValue]], marks: Marks) -> bool:
    """Return whether a row only counts the columns: 1 2 3 4 …, (1) (2) (3) …, (3) = (1) × (2)."""
    return len(cells) >= 3 and all(counted(v, marks) == k for k, (_, v) in enumerate(cells, 1))


def counted(value: RawValue, marks: Marks) -> int | None:
    """Return the whole number of a counting cell, brackets and what follows = left out."""
    if isinstance(value, str):
        value = value.strip().lstrip("(").split("=")[0].strip().rstrip(")")
    number = marks.of(value).number
    return int(number) if number is not None and number == number.to_integral_value() else None


def _run_in(view: View, i: int, words: Words, marks: Marks) -> bool:
    return bool(level_run([(j, v) for j, v in enumerate(view.rows[i]) if v != ""], marks, words))


def _only_levels(
    view: View, cells: list[tuple[int, RawValue]], top: int, bottom: int, words: Words, marks: Marks
) -> bool:
    """Return whether all cells stand under the level numbers: texts of a level block, no header."""
    for i in range(top, bottom + 1):
        run = level_run([(j, v) for j, v in enumerate(view.rows[i]) if v != ""], marks, words)
        if run:
            columns = {j for j, _ in run}
            return all(j in columns for j, _ in cells)
    return False


def _codes_wanted(view: View, cells: list[tuple[int, RawValue]], top: int, bottom: int, words: Words) -> bool:
    """Return whether a row of numbers can be the codes of units: they differ and nothing stands over them yet."""
    texts = [str(v) for _, v in cells]
    if len(set(texts)) < len(texts) or len(texts) < 2:
        return False
    over = 0
    for j, _ in cells:
        above = [view.rows[i][j] for i in range(top, bottom + 1) if view.rows[i][j] != ""]
        over += any(header_term(words.label(v)) not in ("units", "levels") for v in above)
    return over == 0


def _raised(view: View, top: int, words: Words) -> int:
    """Return the first header row: rows above the anchors whose cells are parents of theirs."""
    first = next((j for j, v in enumerate(view.rows[top]) if v != ""), 0)
    best = top
    for k in range(top - 1, max(-1, top - 3), -1):
        cells = [(j, v) for j, v in enumerate(view.rows[k]) if v != ""]
        if not cells or cells[0][0] <= first or len(cells) > view.width // 2 + 1:
            break
        if not all(isinstance(v, str) and len(v) <= LONGEST for _, v in cells):
            break
        parent = any(header_term(words.label(v)) in WEIGHTS for _, v in cells)
        spanned = any((k, j) in view.spans and view.spans[k, j][1] > j for j, _ in cells)
        if not parent and not spanned:
            break
        best = k
    return best


def _keys(view: View, top: int, bottom: int, words: Words) -> tuple[str, ...]:
    return tuple(
        words.label(v).key if isinstance(v, str) else str(v)
        for i in range(top, bottom + 1)
        for v in view.rows[i]
        if v != ""
    )


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
            top = _raised(view, top, words)
            return Band(top, bottom, 0.0, _keys(view, top, bottom, words))
    return None


def _is_value_row(row: list[RawValue], marks: Marks) -> bool:
    cells = [(j, v) for j, v in enumerate(row) if v != ""]
    if len(cells) < 2 or not isinstance(cells[0][1], str):
        return False
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
