"""The one long table that suites speak of: a row for every table, unit, indicator or score that has a fact.

Shares are quotients of two counts, rounded once; a decimal limit cannot flip on them below ten million cells.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from pipeline.rounds import previous_scores
from rules.suite_columns import COLUMNS, Level
from schemas.rules import Roster, RulePack
from schemas.tables import SCALE, Tables
from schemas.terms import DECLARED_OUT, State
from schemas.thai import key

if TYPE_CHECKING:
    import pandas as pd

PLACE = ["workbook", "table", "unit", "indicator", "sheet", "row", "col"]
"""Where a fact belongs; unit and indicator are 0 where it is about the whole table, row, or column."""

_TABLE = ["workbook", "table"]


def facts(
    tables: Tables, pack: RulePack, wanted: Collection[str], last: Tables | None = None
) -> pd.DataFrame:
    """Return PLACE, `note` and the wanted columns of rules.suite_columns; only rows that have one of them.

    last: the tables of the round before, where they come from other files.
    """
    import pandas as pd

    levels = {COLUMNS[column].level for column in wanted}
    scores = _numbered(tables)
    parts = []
    if Level.TABLE in levels:
        parts.append(_of_tables(tables, pack))
    lines = [level for level in (Level.UNIT, Level.INDICATOR) if level in levels]
    parts += [_of_lines(level, tables, scores, pack) for level in lines]
    if Level.SCORE in levels:
        parts.append(_of_scores(tables, scores, pack, last))
    columns = [c for c in COLUMNS if c in wanted]
    kept = []
    for part in parts:
        own = [c for c in columns if c in part.columns]
        part = part.loc[part[own].notna().any(axis=1), [*PLACE, "note", *own]]
        if len(part):
            kept.append(part)
    if not kept:
        return pd.DataFrame({name: pd.Series(dtype=object) for name in (*PLACE, "note", *columns)})
    whole = pd.concat(kept, ignore_index=True)
    for column in columns:
        if column not in whole.columns:
            whole[column] = float("nan")
    return whole


def _numbered(tables: Tables) -> pd.DataFrame:
    """Return the scores with `number` (NaN unless scored) and `told` (scored or declared out)."""
    scores = tables.scores
    number = (scores["value"] / SCALE).where(scores["state"] == State.SCORED)
    for row, exact in tables.wide.items():
        number.loc[row] = float(exact)
    told = scores["state"].isin([State.SCORED, *DECLARED_OUT])
    return scores.assign(number=number, told=told)


def _of_tables(tables: Tables, pack: RulePack) -> pd.DataFrame:
    import pandas as pd

    rows = []
    for info in tables.infos:
        record: dict[str, object] = {
            "workbook": info.workbook,
            "table": info.table,
            "unit": 0,
            "indicator": 0,
            "sheet": info.sheet,
            "row": info.area.row,
            "col": info.area.col,
        }
        notes = []
        for name, frame, roster in (
            ("units", tables.units, pack.units),
            ("indicators", tables.indicators, pack.indicators),
        ):
            own = frame[(frame["workbook"] == info.workbook) & (frame["table"] == info.table)]
            record[name] = len(own)
            missing = _missing(own["key"], roster)
            record[f"missing_{name}"] = None if missing is None else len(missing)
            notes += missing or []
        record["note"] = tuple(notes)
        rows.append(record)
    counts = ["units", "indicators", "missing_units", "missing_indicators"]
    frame = pd.DataFrame(rows, columns=[*PLACE, "note", *counts])
    return frame.astype(dict.fromkeys(counts, float))


def _missing(keys: pd.Series, roster: Roster) -> list[str] | None:
    if not roster.names:
        return None
    there = {_roster_key(k, roster) for k in keys}
    return [name for name in roster.names if key(name) not in there]


def _roster_key(own: str, roster: Roster) -> str:
    aliases = {key(wording): key(name) for wording, name in roster.aliases.items()}
    return aliases.get(own, own)


def _of_lines(level: Level, tables: Tables, scores: pd.DataFrame, pack: RulePack) -> pd.DataFrame:
    """Return the facts of every unit, or of every indicator."""
    name = level.value
    frame = tables.units if level is Level.UNIT else tables.indicators
    roster = pack.units if level is Level.UNIT else pack.indicators
    groups = scores.groupby([*_TABLE, name], sort=False)
    numbers = groups["number"]
    scored = numbers.count()
    zeros = scores["number"].eq(0).groupby([scores[c] for c in (*_TABLE, name)], sort=False).sum()
    measured = scored.to_frame("scored")
    measured[f"{name}_completeness"] = groups["told"].sum() / groups.size()
    measured[f"{name}_zero_share"] = (zeros / scored).where(scored > 0)
    measured[f"{name}_distinct_scores"] = numbers.nunique().astype(float).where(scored > 1)
    other = "indicator" if level is Level.UNIT else "unit"
    lines = frame[[*_TABLE, name, "key", "sheet", "row", "col"]].assign(note="")
    lines[other] = 0
    lines = lines.merge(measured.reset_index(), on=[*_TABLE, name], how="left")
    lines[f"{name}_on_roster"] = _on_roster(lines["key"], roster)
    return lines


def _on_roster(keys: pd.Series, roster: Roster) -> pd.Series:
    if not roster.names:
        return keys.map(lambda _: float("nan")).astype(float)
    known = {key(name) for name in roster.names}
    allowed = known | {key(wording) for wording in roster.aliases}
    return keys.isin(allowed).astype(float)


def _of_scores(tables: Tables, scores: pd.DataFrame, pack: RulePack, last: Tables | None) -> pd.DataFrame:
    past = previous_scores(tables, pack, last)
    labels = {int(state): state.label for state in State}
    lines = scores[PLACE].assign(
        note="", score=scores["number"], state=scores["state"].map(labels), value=scores["value"]
    )
    if past.empty:
        return lines.assign(score_change=float("nan"))
    lines = lines.merge(past.rename(columns={"value": "past"}), on=[*_TABLE, "indicator", "unit"], how="left")
    lines["score_change"] = (lines["value"] - lines["past"]) / SCALE
    return lines
