"""Rounds that go down: an indicator's scores of the 6- and the 12-month round on rows of their own."""

from __future__ import annotations

from dataclasses import replace

from pipeline.locate.columns import Columns
from pipeline.locate.facts import Facts
from pipeline.locate.rounds import round_of
from pipeline.locate.rows import RowReading
from pipeline.locate.view import View
from schemas.layout import ColumnRole, RowRole


def split_rounds(view: View, rows: RowReading, facts: list[Facts], columns: Columns) -> list[RowReading]:
    """Return one reading for each round that the rows with scores name, else the reading as it is.

    Each has the indicators in order: the row of the title, and the row of the round's scores. A round's row
    without scores leaves its indicator to the rounds that have some.
    """
    at = next((c.j for c in columns.of(ColumnRole.ROUND)), None)
    named = {f.i: when for f in facts if f.filled and (when := _round(view, f, at))}
    scored = [f for f in rows.indicators if f.i in named]
    rounds = list(dict.fromkeys(named[f.i] for f in scored))
    if len(rounds) < 2 or len(scored) * 2 < len(rows.indicators):
        return [rows]
    owner: dict[int, Facts] = {}
    base: Facts | None = None
    for f in facts:
        role = rows.roles.get(f.i)
        own = f.title and not (f.i in named and _round(view, f, None))
        if own and role in (RowRole.INDICATOR, RowRole.GROUP, RowRole.CRITERION):
            base = f
        if base is not None:
            owner[f.i] = base
    if any(f.i not in owner for f in scored):
        return [rows]
    return [_of_round(rows, when, named, owner, rounds[-1] == when) for when in rounds]


def _round(view: View, f: Facts, at: int | None) -> str | None:
    """Return the round a row is for: of its own cell in a round column, else of a label that is nothing else."""
    if at is not None:
        value = view.rows[f.i][at]
        if isinstance(value, str) and (found := round_of(value)):
            return found
    if f.number is not None or not f.label_text:
        return None
    label = f.label
    return round_of(f.label_text) if label.coverage >= 0.6 and len(label.key) < 40 else None


def _of_round(
    rows: RowReading, when: str, named: dict[int, str], owner: dict[int, Facts], last: bool
) -> RowReading:
    scored = [f for f in rows.indicators if named.get(f.i, when) == when]
    titles = {f.i: owner.get(f.i, f) for f in scored}
    position = {titles[f.i].i: n for n, f in enumerate(scored, 1)}
    levels = []
    for i, _, of_row in rows.levels:
        at = position.get(owner[i].i) if i in owner else None
        if at is not None and named.get(i, when) == when:
            levels.append((i, at, of_row))
    said = {f.i: round_of(f.label_text) for f in rows.summaries}
    summaries = [f for f in rows.summaries if said[f.i] == when or (said[f.i] is None and last)]
    roles = dict(rows.roles)
    for f in titles.values():
        roles[f.i] = RowRole.INDICATOR
    return replace(
        rows, roles=roles, indicators=scored, titles=titles, levels=levels, summaries=summaries, round=when
    )
