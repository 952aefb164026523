"""The one long table that suites speak of: a row for every table, unit, indicator or score that has a fact.

Shares are quotients of two counts, rounded once; a decimal limit cannot flip on them below ten million cells.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Literal

from pipeline.rounds import previous_scores
from rules.suite_columns import COLUMNS, Level
from schemas.rules import Roster, RulePack
from schemas.tables import SCALE, Tables
from schemas.terms import DECLARED_OUT, State
from schemas.thai import key

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

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
        parts.append(_of_scores(tables, scores, pack, set(wanted), last))
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
    """Return the facts of every table; `note` lists what of the roster is missing."""
    import pandas as pd

    counts = ["units", "indicators", "missing_units", "missing_indicators"]
    parts = (("units", tables.units, pack.units), ("indicators", tables.indicators, pack.indicators))
    sizes = {name: frame.groupby(_TABLE).size().to_dict() for name, frame, _ in parts}
    there = {
        name: {place: set(keys) for place, keys in frame.groupby(_TABLE)["key"]} if roster.names else {}
        for name, frame, roster in parts
    }
    rows = []
    for info in tables.infos:
        place = (info.workbook, info.table)
        missing = {
            "units": _missing(there["units"].get(place, set()), pack.units),
            "indicators": _missing(there["indicators"].get(place, set()), pack.indicators),
        }
        rows.append(
            (
                *place,
                *(0, 0, info.sheet, info.area.row, info.area.col),
                tuple(name for names in missing.values() for name in names or ()),
                *(sizes[name].get(place, 0) for name in missing),
                *(None if names is None else len(names) for names in missing.values()),
            )
        )
    frame = pd.DataFrame(rows, columns=[*PLACE, "note", *counts])
    return frame.astype(dict.fromkeys(counts, float))


def _missing(keys: set[str], roster: Roster) -> list[str] | None:
    if not roster.names:
        return None
    aliases = {key(wording): key(name) for wording, name in roster.aliases.items()}
    there = {aliases.get(own, own) for own in keys}
    return [name for name in roster.names if key(name) not in there]


def _of_lines(level: Level, tables: Tables, scores: pd.DataFrame, pack: RulePack) -> pd.DataFrame:
    """Return the facts of every unit, or of every indicator."""
    name = level.value
    frame = tables.units if level is Level.UNIT else tables.indicators
    roster = pack.units if level is Level.UNIT else pack.indicators
    lines = frame[[*_TABLE, name, "key", "sheet", "row", "col"]].assign(note="")
    lines["indicator" if level is Level.UNIT else "unit"] = 0
    lines = lines.merge(_measured(scores, name), on=[*_TABLE, name], how="left")
    lines[f"{name}_on_roster"] = _on_roster(lines["key"], roster)
    return lines


def _measured(scores: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return completeness, share of zeros and number of different scores by workbook, table and unit or indicator.

    Counted by arrays: the scores of a million cells are grouped once.
    """
    import numpy as np
    import pandas as pd

    keys = [*_TABLE, name]
    groups = scores.groupby(keys, sort=False)
    group = groups.ngroup().to_numpy()
    firsts = ~pd.Series(group).duplicated().to_numpy()
    measured = scores.loc[firsts, keys].reset_index(drop=True)
    number = scores["number"].to_numpy()
    scored = ~np.isnan(number)

    def count(which: NDArray[np.bool_]) -> NDArray[np.float64]:
        return np.bincount(group[which], minlength=len(measured)).astype(float)

    values, _ = pd.factorize(number[scored])
    pairs = np.unique(group[scored].astype(np.int64) << 32 | values)
    distinct = np.bincount(pairs >> 32, minlength=len(measured)).astype(float)
    known = count(scored)
    cells = count(np.ones(len(scores), bool))
    measured[f"{name}_completeness"] = count(scores["told"].to_numpy()) / cells
    with np.errstate(invalid="ignore"):
        measured[f"{name}_zero_share"] = count(number == 0) / known  # none scored: no share
    measured[f"{name}_distinct_scores"] = np.where(known > 1, distinct, np.nan)
    return measured


def _on_roster(keys: pd.Series, roster: Roster) -> pd.Series:
    if not roster.names:
        return keys.map(lambda _: float("nan")).astype(float)
    known = {key(name) for name in roster.names}
    allowed = known | {key(wording) for wording in roster.aliases}
    return keys.isin(allowed).astype(float)


def _of_scores(
    tables: Tables, scores: pd.DataFrame, pack: RulePack, wanted: set[str], last: Tables | None
) -> pd.DataFrame:
    """Return the facts of every score; only those that changed where nothing else is wanted of them."""
    past = previous_scores(tables, pack, last) if "score_change" in wanted else None
    if past is None or past.empty:
        lines = scores if wanted & {"score", "state"} else scores.iloc[:0]
        lines = lines.assign(score_change=float("nan"))
    else:
        how: Literal["left", "inner"] = "left" if wanted & {"score", "state"} else "inner"
        past = past.rename(columns={"value": "past"})
        lines = scores.merge(past, on=[*_TABLE, "indicator", "unit"], how=how)
        lines["score_change"] = (lines["value"] - lines["past"]) / SCALE
    labels = {int(state): state.label for state in State}
    return lines[[*PLACE, "score_change"]].assign(
        note="", score=lines["number"], state=lines["state"].map(labels)
    )
