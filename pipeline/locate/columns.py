"""What each column is: labels of the indicator, levels, weight, and the value columns of every unit."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.locate.bands import Band
from pipeline.locate.heads import Head, Path
from pipeline.locate.labels import Words
from pipeline.locate.meanings import Meaning, read_header
from pipeline.locate.settle_columns import settle_counts, settle_unnamed_weight, settle_weight
from pipeline.locate.view import View
from pipeline.values import Marks
from schemas.layout import ColumnRole, ValueRole
from schemas.terms import State

LABEL_ROLES = {
    "indicator": ColumnRole.INDICATOR,
    "number": ColumnRole.NUMBER,
    "sequence": ColumnRole.SEQUENCE,
    "group": ColumnRole.GROUP,
    "measure": ColumnRole.MEASURE,
    "target": ColumnRole.TARGET,
    "baseline": ColumnRole.TARGET,
    "levels": ColumnRole.LEVEL,
    "owner": ColumnRole.NOTE,
    "note": ColumnRole.NOTE,
    "round": ColumnRole.ROUND,
}
VALUE_ROLES = {
    "score": ValueRole.SCORE,
    "self": ValueRole.SCORE,
    "committee": ValueRole.SCORE,
    "round": ValueRole.SCORE,
    "weighted": ValueRole.WEIGHTED,
    "result": ValueRole.RESULT,
    "weight": ValueRole.WEIGHT,
    "full_marks": ValueRole.FULL_MARKS,
    "points": ValueRole.SCORE,
}
FIGURES = frozenset(
    {"points", "mean", "converted", "grade", "full_marks", "weight_total", "count", "rank", "spread"}
)
SAMPLE = 40


@dataclass(slots=True)
class Col:
    """One column. unit: the header cell (i, j) that names its unit, None where it has none."""

    j: int
    role: ColumnRole
    value: ValueRole = ValueRole.NONE
    term: str | None = None
    unit: tuple[int, int] | None = None
    round: str | None = None
    assessor: str | None = None
    level: int | None = None
    sure: bool = True


@dataclass(slots=True)
class Columns:
    """All columns of one table. first_value: the leftmost column with values of a unit or of the form."""

    band: Band
    cols: list[Col]
    paths: list[Path]
    sample: list[int]
    reasons: list[str] = field(default_factory=list)
    settled: list[Col] | None = None
    """The columns of values, once no role changes any more."""

    def of(self, *roles: ColumnRole) -> list[Col]:
        return [c for c in self.cols if c.role in roles]

    @property
    def values(self) -> list[Col]:
        if self.settled is not None:
            return self.settled
        return [c for c in self.cols if c.role is ColumnRole.UNIT]

    @property
    def codes(self) -> list[tuple[int, int]]:
        """Header cells of the units, left to right."""
        return list(dict.fromkeys(c.unit for c in self.values if c.unit is not None))


def read_columns(view: View, band: Band, region: list[int], words: Words, marks: Marks) -> Columns:
    """Return the role of every column of a view under one header band."""
    header = read_header(view, band, words, marks)
    levels = header.levels
    filled = [i for i in region if view.rows[i].count("") < view.width]
    step = max(1, len(filled) // SAMPLE)
    sample = filled[::step][: SAMPLE + 1]
    paths = [_own(view, j, header.paths, sample) for j in range(view.width)]
    cols = [
        Col(j, ColumnRole.LEVEL, level=levels[j])
        if j in levels
        else _column(view, j, path[-1], meaning, sample, marks)
        if path and meaning
        else Col(j, ColumnRole.BLANK)
        for j, (path, meaning) in enumerate(zip(paths, header.meanings, strict=True))
    ]
    columns = Columns(band, cols, paths, sample)
    settle_counts(view, columns)
    _settle_left(view, columns)
    _settle_words(columns)
    _settle_form(columns)
    settle_weight(view, columns, marks)
    settle_unnamed_weight(view, columns, marks)
    _settle_gaps(view, columns, region, marks)
    columns.settled = columns.values
    return columns


def _own(view: View, j: int, paths: list[Path], sample: list[int]) -> Path:
    """Return a column's headers; an empty column that only lies under a parent of others has none of its own."""
    path = paths[j]
    if not path or any(view.rows[i][j] != "" for i in sample):
        return path
    leaf = path[-1]
    near = [p for p in paths[max(0, j - 3) : j + 4] if any((h.i, h.j) == (leaf.i, leaf.j) for h in p[:-1])]
    return () if near and leaf.j != j else path


def _column(view: View, j: int, leaf: Head, meaning: Meaning, sample: list[int], marks: Marks) -> Col:
    term, code, when, who, under_units = meaning
    if under_units:
        return _under_units(j, term, code, when, who)
    if term == "units":
        return Col(j, ColumnRole.UNKNOWN, term="units")
    if term in LABEL_ROLES and not (term == "round" and _numeric(view, j, sample, marks)):
        return Col(j, LABEL_ROLES[term], term=term)
    if term in VALUE_ROLES and term != "points":
        value = VALUE_ROLES[term]
        if code is None and value is ValueRole.FULL_MARKS:
            return Col(j, ColumnRole.AGGREGATE, term=term, round=when, assessor=who)
        if code is None and value is ValueRole.WEIGHT:
            return Col(j, ColumnRole.WEIGHT, ValueRole.WEIGHT, term, round=when, assessor=who)
        return Col(j, ColumnRole.UNIT, value, term, code, when, who)
    if term in FIGURES:
        if code is not None:
            return Col(j, ColumnRole.UNIT, VALUE_ROLES.get(term or "", ValueRole.NONE), term, code, when, who)
        return Col(j, ColumnRole.AGGREGATE, term=term, round=when, assessor=who)
    if _is_year_head(leaf):
        return Col(j, ColumnRole.UNKNOWN, term=None)
    if _texty(view, j, sample, marks):
        return Col(j, ColumnRole.UNKNOWN, ValueRole.NONE, None, code, when, who, sure=False)
    return Col(j, ColumnRole.UNIT, ValueRole.NONE, None, code, when, who, sure=False)


def _under_units(
    j: int, term: str | None, code: tuple[int, int] | None, when: str | None, who: str | None
) -> Col:
    if term in FIGURES and code is None:
        return Col(j, ColumnRole.AGGREGATE, term=term)
    if term in ("note", "owner"):
        return Col(j, ColumnRole.NOTE, term=term)
    return Col(j, ColumnRole.UNIT, VALUE_ROLES.get(term or "", ValueRole.NONE), term, code, when, who)


_YEAR = re.compile(
    r"(?:ปี\s*)?(?:งบประมาณ|งบฯ?\.?|การศึกษา)?\s*(?:พ\.?\s*ศ\.?|FY|year)?\s*2[05]\d\d", re.IGNORECASE
)


def _is_year_head(leaf: Head) -> bool:
    return bool(_YEAR.fullmatch(leaf.text.strip()))


def _numeric(view: View, j: int, sample: list[int], marks: Marks) -> bool:
    cells = [v for i in sample if (v := view.rows[i][j]) != ""]
    return bool(cells) and sum(marks.of(v).number is not None for v in cells) * 2 >= len(cells)


def _texty(view: View, j: int, sample: list[int], marks: Marks) -> bool:
    """Return whether most of a column's cells are words: it names or describes, it does not score."""
    cells = [v for i in sample if (v := view.rows[i][j]) != ""]
    texts = sum(isinstance(v, str) and marks.of(v).state is State.INVALID for v in cells)
    return bool(cells) and texts * 2 > len(cells)


def _settle_left(view: View, columns: Columns) -> None:
    """No unit stands left of the indicators' titles: numbers there count the rows."""
    titles = [
        c.j for c in columns.cols if c.role is ColumnRole.INDICATOR and _wordy(view, c.j, columns.sample)
    ]
    if not titles:
        titles = [
            c.j
            for c in columns.cols
            if c.role is ColumnRole.UNKNOWN and c.term is None and _wordy(view, c.j, columns.sample)
        ]
    if not titles:
        return
    for c in columns.values:
        if c.j < titles[0] and not c.sure:
            c.role, c.unit = ColumnRole.UNKNOWN, None


def _wordy(view: View, j: int, sample: list[int]) -> bool:
    """Return whether a column holds words on most rows."""
    texts = sum(isinstance(v := view.rows[i][j], str) and len(v) > 3 for i in sample)
    return texts * 2 > len(sample)


def _settle_words(columns: Columns) -> None:
    """A column of words between columns of units is a unit's whose scores cannot be read, not a label."""
    units = [c.j for c in columns.values if c.unit is not None]
    for c in columns.cols:
        if c.role is ColumnRole.UNKNOWN and c.unit is not None:
            if units and units[0] < c.j < units[-1]:
                c.role = ColumnRole.UNIT
            else:
                c.unit = None


def _settle_form(columns: Columns) -> None:
    """A single unnamed value column beside weighted figures is the form's score in words of its own."""
    codes = columns.codes
    loose = [c for c in columns.values if not c.sure]
    formal = [c for c in columns.values if c.sure and c.unit is None]
    if len(codes) == 1 and len(loose) == 1 and any(c.value is ValueRole.WEIGHTED for c in formal):
        if not any(c.value is ValueRole.SCORE for c in formal):
            loose[0].unit, loose[0].value = None, ValueRole.SCORE
            columns.reasons.append("score column recognised by its neighbours")
        else:
            loose[0].unit, loose[0].role = None, ColumnRole.UNKNOWN
    elif loose and formal and any(c.value is ValueRole.SCORE for c in formal):
        weighty = any(c.value is ValueRole.WEIGHTED for c in formal) or columns.of(ColumnRole.WEIGHT)
        if weighty and len(loose) <= 2:  # a form with a column nobody knows
            for c in loose:
                c.unit, c.role = None, ColumnRole.UNKNOWN


MOST_SPAN = 2
"""Columns that a single unit may span where no merged range says so."""


def _span(view: View, starts: list[int], usual: int, columns: Columns, region: list[int]) -> int:
    """Return how many columns each unit spans: the usual distance, where nearly every unit holds something in
    each of these columns; else its columns after the first are nobody's."""
    for offset in range(1, usual):
        held = 0
        for start in starts:
            j = start + offset
            if j < view.width and (columns.cols[j].role is not ColumnRole.BLANK or columns.paths[j]):
                held += columns.cols[j].unit is not None
            elif j < view.width:
                held += any(view.rows[i][j] != "" for i in region)
        if held * 5 < len(starts) * 4:
            return offset
    return usual


def _settle_gaps(view: View, columns: Columns, region: list[int], marks: Marks) -> None:
    """Columns without a header: part of the unit before them where every unit has such, else orphan or spacer."""
    values = columns.values
    if not values:
        return
    starts = [c.j for c in values if c.unit is not None]
    first = min(c.j for c in values)
    gaps = Counter(b - a for a, b in pairwise(starts))
    usual = gaps.most_common(1)[0][0] if gaps else MOST_SPAN
    usual = _span(view, starts, usual, columns, region)
    owner: Col | None = None
    for col in columns.cols:
        if col.role is ColumnRole.UNIT:
            owner = col
            continue
        if col.role is not ColumnRole.BLANK or col.j < first:
            if col.role is not ColumnRole.BLANK:
                owner = None
            continue
        filled = [i for i in region if view.rows[i][col.j] != ""]
        if not filled:
            continue
        declared = [i for i in filled if marks.of(view.rows[i][col.j]).declared]
        if owner is not None and owner.unit is not None and col.j - owner.unit[1] < usual:
            col.role, col.unit, col.sure = ColumnRole.UNIT, owner.unit, False
            col.round, col.assessor = owner.round, owner.assessor
        elif declared:
            col.role = ColumnRole.ORPHAN
        else:
            col.role = ColumnRole.NOTE
