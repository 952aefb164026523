"""What a score was in the round before: another table of the same workbook, or the workbooks of last time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from schemas.rules import RulePack
from schemas.tables import TableInfo, Tables
from schemas.terms import State

if TYPE_CHECKING:
    import pandas as pd

TableKey = tuple[int, int]
_KEYS = ["workbook", "table", "unit_key", "indicator_key"]


def keyed_scores(tables: Tables) -> pd.DataFrame:
    """Return the scored cells with the keys of their unit and indicator: workbook table indicator unit value
    unit_key indicator_key; a pair of keys that stands twice cannot be compared and is left out."""
    frame = tables.scores.loc[tables.scores["state"] == State.SCORED, [*_PLACE, "value"]]
    units = tables.units[["workbook", "table", "unit", "key"]].rename(columns={"key": "unit_key"})
    indicators = tables.indicators[["workbook", "table", "indicator", "key"]]
    frame = frame.merge(units, on=["workbook", "table", "unit"])
    frame = frame.merge(
        indicators.rename(columns={"key": "indicator_key"}), on=["workbook", "table", "indicator"]
    )
    return frame.drop_duplicates(_KEYS, keep=False)


_PLACE = ["workbook", "table", "indicator", "unit"]


def previous_scores(tables: Tables, pack: RulePack, last: Tables | None = None) -> pd.DataFrame:
    """Return the scores of the round before: workbook table indicator unit value (at SCALE), empty if none.

    A table is compared with the latest earlier round of its own workbook, by the same assessor; where there
    is none, with `last`: the latest round of the workbook of the same file name, else of the only one.
    """
    import pandas as pd

    pairs = _pairs(tables, pack, last)
    if not pairs:
        return tables.scores.iloc[:0][[*_PLACE, "value"]]
    here = keyed_scores(tables)
    there = here if last is None else pd.concat([here, _apart(keyed_scores(last))], ignore_index=True)
    links = pd.DataFrame(
        [(*now, *before) for now, before in pairs.items()],
        columns=["workbook", "table", "past_workbook", "past_table"],
    )
    past = there[[*_KEYS, "value"]].rename(
        columns={"workbook": "past_workbook", "table": "past_table", "value": "past"}
    )
    joined = here.merge(links, on=["workbook", "table"]).merge(
        past, on=["past_workbook", "past_table", "unit_key", "indicator_key"]
    )
    joined["value"] = joined["past"]
    return joined[[*_PLACE, "value"]]


def _apart(scores: pd.DataFrame) -> pd.DataFrame:
    """Number the workbooks of last time -1, -2 … so that they are no workbooks of this run."""
    return scores.assign(workbook=-1 - scores["workbook"])


def _pairs(tables: Tables, pack: RulePack, last: Tables | None) -> dict[TableKey, TableKey]:
    pairs: dict[TableKey, TableKey] = {}
    for info in tables.infos:
        earlier = [
            other
            for other in tables.infos
            if other.workbook == info.workbook
            and other.assessor == info.assessor
            and _order(other, pack) < _order(info, pack)
            and other.round is not None
        ]
        if earlier:
            before = max(earlier, key=lambda other: _order(other, pack))
            pairs[info.workbook, info.table] = (before.workbook, before.table)
        elif last is not None:
            candidates = _of_same_file(info, tables, last)
            same = [c for c in candidates if c.assessor == info.assessor] or candidates
            if same:
                before = max(same, key=lambda other: _order(other, pack))
                pairs[info.workbook, info.table] = (-1 - before.workbook, before.table)
    return pairs


def _of_same_file(info: TableInfo, tables: Tables, last: Tables) -> Sequence[TableInfo]:
    name = PurePath(tables.books[info.workbook].file).name
    same = [i for i, book in enumerate(last.books) if PurePath(book.file).name == name]
    wanted = same if len(same) == 1 else [0] if len(last.books) == len(tables.books) == 1 else []
    return [other for other in last.infos if other.workbook in wanted]


def _order(info: TableInfo, pack: RulePack) -> tuple[int, int]:
    """Return a round's place in the year: the pack's order, else its number; no round comes first."""
    if info.round is None:
        return (0, 0)
    if info.round in pack.rounds:
        return (1, pack.rounds.index(info.round))
    return (1, int(info.round)) if info.round.isdecimal() else (0, 1)
