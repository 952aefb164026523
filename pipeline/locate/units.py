"""The units of a table and what each of their columns holds on an indicator row."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pipeline.locate.columns import Col, Columns
from pipeline.locate.facts import Facts
from pipeline.locate.view import View
from pipeline.values import Marks
from schemas.layout import ColumnRole, ValueRole

Tables = dict[tuple[str | None, str | None], dict[tuple[int, int] | None, list[Col]]]
"""(round, assessor) → header cell of a unit (None: the form's) → its columns."""


@dataclass(slots=True)
class Unit:
    """One unit in view coordinates: its header cell (None in a form) and its value columns with roles."""

    head: tuple[int, int] | None
    last_col: int
    columns: list[tuple[int, ValueRole]]

    def column(self, role: ValueRole) -> int | None:
        return next((j for j, r in self.columns if r is role), None)


@dataclass(slots=True)
class Reading:
    """The units of one table: one round and one assessor, where the sheet tells several apart."""

    round: str | None
    assessor: str | None
    units: list[Unit]
    doubtful: bool = False
    """Two columns of each unit could be its score, and nothing tells which."""


_OPEN = (ValueRole.NONE, ValueRole.SCORE)


def read_units(
    view: View, columns: Columns, indicators: list[Facts], marks: Marks, high: float
) -> list[Reading]:
    """Return one reading for each round and assessor that the columns tell apart, in the order they stand."""
    tables: Tables = {}
    shared = []
    for c in columns.values:
        if c.unit is None and c.value in (ValueRole.RESULT, ValueRole.WEIGHT) and not (c.round or c.assessor):
            shared.append(c)
            continue
        tables.setdefault((c.round, c.assessor), defaultdict(list))[c.unit].append(c)
    tables = _spread(tables)
    single = len(columns.values) == len(columns.codes) and all(c.value in _OPEN for c in columns.values)
    offsets = {} if single else _filled(view, columns.values, indicators)
    tables = _merged_scores(tables, offsets)
    readings = []
    for (when, who), units in tables.items():
        reading = Reading(when, who, [])
        for head, cols in units.items():
            own = cols + (shared if head is None else [])
            if len(own) == 1 and own[0].value in _OPEN:
                reading.units.append(Unit(head, own[0].j, [(own[0].j, ValueRole.SCORE)]))
                continue
            roles, doubtful = _roles(view, own, offsets, indicators, marks, high)
            if not any(r is ValueRole.SCORE for _, r in roles):
                continue
            last = max(c.j for c in own)
            reading.units.append(Unit(head, last, roles))
            reading.doubtful = reading.doubtful or doubtful
        if reading.units:
            readings.append(reading)
    return readings


def _spread(tables: Tables) -> Tables:
    """Columns that no assessor is named for (a result, a weight) belong to every table of their round."""
    scored = {k for k, units in tables.items() if any(_has_score(cols) for cols in units.values())}
    if len(scored) < 2 or len(scored) == len(tables):
        return tables
    for key, units in tables.items():
        if key in scored:
            continue
        for other in scored:
            if key[0] in (None, other[0]) and key[1] in (None, other[1]):
                for head, cols in units.items():
                    if head in tables[other]:
                        tables[other][head] += [c for c in cols if c.value is not ValueRole.NONE]
    return {k: u for k, u in tables.items() if k in scored}


def _merged_scores(tables: Tables, filled: dict[int, int]) -> Tables:
    """Scores merged over a unit's columns stand in the first of them: where no named score column holds
    anything and one other column of every unit does, that one is the score."""
    for units in tables.values():
        scores = [c for cols in units.values() for c in cols if c.value is ValueRole.SCORE]
        if not scores or not filled or any(filled[c.j] for c in scores):
            continue
        for cols in units.values():
            held = [c for c in cols if filled[c.j] and c.value in (ValueRole.NONE, ValueRole.FULL_MARKS)]
            if len(held) == 1 and len(cols) > 1:
                for c in cols:
                    if c.value is ValueRole.SCORE:
                        c.value = ValueRole.NONE
                held[0].value = ValueRole.SCORE
    return tables


def _has_score(cols: list[Col]) -> bool:
    return any(c.value in (ValueRole.SCORE, ValueRole.NONE) for c in cols)


def _filled(view: View, values: list[Col], indicators: list[Facts]) -> dict[int, int]:
    """Return for each value column how many of (some of) the indicator rows have something in it."""
    rows = indicators[:: max(1, len(indicators) // 30)]
    return {c.j: sum(view.rows[f.i][c.j] != "" for f in rows) for c in values}


def _roles(
    view: View, cols: list[Col], filled: dict[int, int], indicators: list[Facts], marks: Marks, high: float
) -> tuple[list[tuple[int, ValueRole]], bool]:
    """Return the role of each column of one unit; True where two columns are equally good as its score."""
    if len(cols) == 1 and cols[0].value in (ValueRole.NONE, ValueRole.SCORE):
        return [(cols[0].j, ValueRole.SCORE)], False
    roles = {c.j: c.value for c in cols}
    if any(r is ValueRole.SCORE for r in roles.values()):
        scores = [j for j, r in roles.items() if r is ValueRole.SCORE]
        for j in scores[1:]:
            roles[j] = ValueRole.NONE
        return list(roles.items()), len(scores) > 1 and filled[scores[0]] > 0 and filled[scores[1]] > 0
    open_ = [j for j, r in roles.items() if r is ValueRole.NONE]
    if not open_:
        return list(roles.items()), False
    used = [j for j in open_ if filled[j]]
    if len(used) <= 1:
        roles[used[0] if used else open_[0]] = ValueRole.SCORE
        return list(roles.items()), False
    first, second = used[0], used[1]
    told = _told_apart(view, first, second, indicators, marks, high)
    if told is None:
        best = max(used, key=lambda j: (filled[j], -j))
        roles[best] = ValueRole.SCORE
        return list(roles.items()), min(filled[first], filled[second]) * 2 > filled[best]
    roles[first], roles[second] = told
    return list(roles.items()), False


def _told_apart(
    view: View, first: int, second: int, indicators: list[Facts], marks: Marks, high: float
) -> tuple[ValueRole, ValueRole] | None:
    """Tell two unnamed columns apart by their numbers: full mark beside score, or score beside weighted score."""
    pairs = []
    for f in indicators:
        a, b = marks.of(view.rows[f.i][first]).number, marks.of(view.rows[f.i][second]).number
        if a is not None and b is not None:
            pairs.append((float(a), float(b)))
    if not pairs:
        return None
    if all(a == high for a, _ in pairs) and any(b != high for _, b in pairs):
        return ValueRole.FULL_MARKS, ValueRole.SCORE
    if all(b == high for _, b in pairs) and any(a != high for a, _ in pairs):
        return ValueRole.SCORE, ValueRole.FULL_MARKS
    inside = [sum(0 <= p[n] <= high for p in pairs) for n in (0, 1)]
    if inside[0] == len(pairs) and inside[1] * 2 < len(pairs):
        return ValueRole.SCORE, ValueRole.WEIGHTED
    if inside[1] == len(pairs) and inside[0] * 2 < len(pairs):
        return ValueRole.RESULT, ValueRole.SCORE
    if all(b <= a for a, b in pairs) and any(b < a / 2 for a, b in pairs):
        return ValueRole.SCORE, ValueRole.WEIGHTED
    return None


def apart_by_weight(view: View, readings: list[Reading], indicators: list[Facts]) -> list[Reading]:
    """Return one reading for each unit where units weigh the same indicator differently."""
    apart: list[Reading] = []
    for reading in readings:
        columns = [j for u in reading.units if (j := u.column(ValueRole.WEIGHT)) is not None]
        if len(columns) > 1 and any(len({view.rows[f.i][j] for j in columns}) > 1 for f in indicators):
            apart += [Reading(reading.round, reading.assessor, [u], reading.doubtful) for u in reading.units]
        else:
            apart.append(reading)
    return apart


def weight_column(columns: Columns, reading: Reading) -> int | None:
    """Return the column of the indicators' weights: of the reading's own round and assessor, else for all,
    else the one that each unit has beside its scores."""
    found = columns.of(ColumnRole.WEIGHT)
    exact = [c for c in found if (c.round, c.assessor) == (reading.round, reading.assessor)]
    loose = [c for c in found if c.round in (None, reading.round) and c.assessor in (None, reading.assessor)]
    chosen = exact or loose
    if chosen:
        return chosen[0].j
    return next((j for u in reading.units if u.head and (j := u.column(ValueRole.WEIGHT)) is not None), None)


def row_weights(
    view: View, indicators: list[Facts], weight_j: int | None, marks: Marks
) -> list[float] | None:
    """Return the indicators' weights, roughly, 0 where one has none; None without a weight column."""
    if weight_j is None:
        return None
    numbers = [marks.of(view.rows[f.i][weight_j]).number for f in indicators]
    return [float(n) if n is not None else 0.0 for n in numbers]
