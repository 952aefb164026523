"""One side of a comparison: its tables keyed by unit and indicator, and the keys that stand there twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from pipeline.compare.keys import Ids, IndicatorKeys, IndicatorName, unit_key
from schemas.cell import Cell
from schemas.comparison import Spot, Subject
from schemas.exact import plain
from schemas.tables import SCALE_DIGITS, TableInfo, Tables
from schemas.terms import State

if TYPE_CHECKING:
    import pandas as pd

Label = tuple[str | None, str | None]
"""(round, assessor) of a table."""

Place = tuple[int, int, int]
"""(workbook, table, position) of a unit or an indicator."""


@dataclass(frozen=True, slots=True)
class Source:
    """The workbooks of one side among those of a set of tables, which may hold both sides."""

    tables: Tables
    workbooks: range

    @classmethod
    def whole(cls, tables: Tables) -> Source:
        return cls(tables, range(len(tables.books)))

    @property
    def infos(self) -> list[TableInfo]:
        return [info for info in self.tables.infos if info.workbook in self.workbooks]


class Named(NamedTuple):
    """One unit or indicator of one table. position: 1-based in its table, width: how many it holds."""

    label: Label
    key: str
    position: int
    width: int
    spot: Spot


class Twice(NamedTuple):
    """A key that stands more than once: in one table, or (scores) in several tables of a side."""

    subject: Subject
    places: tuple[Named, ...]


@dataclass(slots=True)
class Keyed:
    """One side by keys; what stands twice is taken out of the frames, for it cannot be paired.

    scores: label, unit and indicator as ids, state, value, exact, and `at`, the row of tables.scores.
    reported: label, unit and indicator as ids, quantity, and `at`, the row of tables.reported.
    """

    source: Source
    units: list[Named]
    indicators: list[Named]
    scores: pd.DataFrame
    reported: pd.DataFrame
    twice: list[Twice]

    def score_spots(self, at: Sequence[int]) -> list[Spot]:
        """Return the places and values of some scores."""
        rows = self.source.tables.scores.loc[list(at)]
        columns = (rows[c].tolist() for c in ("workbook", "table", "state", "value", "sheet", "row", "col"))
        found = []
        for label, workbook, table, state, value, *cell in zip(at, *columns, strict=True):
            scored = state == State.SCORED
            number = self._number(label, value) if scored else None
            found.append(self._spot(workbook, table, Cell(*cell), number, State(state)))
        return found

    def figure_spots(self, at: Sequence[int]) -> list[Spot]:
        """Return the places and values of some reported figures."""
        rows = self.source.tables.reported.loc[list(at)]
        columns = (rows[c].tolist() for c in ("workbook", "table", "value", "raw", "sheet", "row", "col"))
        found = []
        for workbook, table, value, raw, *cell in zip(*columns, strict=True):
            number = Decimal(value) if isinstance(value, str) and value else None
            found.append(self._spot(workbook, table, Cell(*cell), number, None, str(raw)))
        return found

    def _number(self, label: int, scaled: int) -> Decimal:
        wide = self.source.tables.wide.get(label)
        return plain(Decimal(scaled).scaleb(-SCALE_DIGITS)) if wide is None else exact_decimal(wide)

    def _spot(
        self,
        workbook: int,
        table: int,
        cell: Cell,
        value: Decimal | None,
        state: State | None,
        raw: str | None = None,
    ) -> Spot:
        grid = self.source.tables.books[workbook].sheets[cell.sheet]
        text = raw if raw is not None else str(grid.value(cell.row, cell.col))
        text = grid.errors.get((cell.row, cell.col), text)
        return Spot(workbook - self.source.workbooks.start, table, cell, text, value, state)


def keyed(source: Source, keys: IndicatorKeys, ids: Ids, labels: dict[tuple[int, int], Label]) -> Keyed:
    """Key one side's tables. labels: of the tables that take part, by (workbook, table)."""
    units = named_units(source, labels)
    indicators = named_indicators(source, labels, keys)
    twice = [Twice(Subject.UNIT, group) for group in _repeated(units)]
    twice += [Twice(Subject.INDICATOR, group) for group in _repeated(indicators)]
    dropped = {subject: set[Place]() for subject in (Subject.UNIT, Subject.INDICATOR)}
    for repeated in twice:
        dropped[repeated.subject].update(_place(one, source) for one in repeated.places)
    unit_ids = _ids(source, units, "unit", ids, dropped[Subject.UNIT])
    indicator_ids = _ids(source, indicators, "indicator", ids, dropped[Subject.INDICATOR])
    tables = source.tables
    scores = _joined(tables.scores, ["state", "value", "exact"], unit_ids, indicator_ids)
    reported = _joined(tables.reported, ["quantity"], unit_ids, _with_whole(indicator_ids, unit_ids, ids))
    again = scores.duplicated(["label_id", "unit_id", "indicator_id"], keep=False)
    if again.any():
        twice += _scores_twice(scores[again], units, source)
        scores = scores[~again]
    return Keyed(source, units, indicators, scores, reported, twice)


def named_units(source: Source, labels: dict[tuple[int, int], Label]) -> list[Named]:
    """Return the units of a side's tables, in reading order."""
    frame = source.tables.units
    texts = [(code, unit_key(code)) for code in map(_text, frame["code"].tolist())]
    return _named(source, frame, "unit", texts, labels)


def named_indicators(
    source: Source, labels: dict[tuple[int, int], Label], keys: IndicatorKeys
) -> list[Named]:
    """Return the indicators of a side's tables, in reading order."""
    texts = [(name.number or name.title, keys.of(name)) for name in indicator_names(source)]
    return _named(source, source.tables.indicators, "indicator", texts, labels)


def indicator_names(source: Source) -> list[IndicatorName]:
    """Return the names of all indicators in the source's frame, other sides' among them."""
    frame = source.tables.indicators
    numbers, titles = frame["number"].tolist(), frame["title"].tolist()
    return [IndicatorName(_text(n), _text(t)) for n, t in zip(numbers, titles, strict=True)]


def _named(
    source: Source,
    frame: pd.DataFrame,
    column: str,
    texts: list[tuple[str, str]],
    labels: dict[tuple[int, int], Label],
) -> list[Named]:
    columns = (frame[c].tolist() for c in ("workbook", "table", column, "sheet", "row", "col"))
    rows = list(zip(*columns, texts, strict=True))
    widths: dict[tuple[int, int], int] = {}
    for workbook, table, *_ in rows:
        widths[workbook, table] = widths.get((workbook, table), 0) + 1
    found = []
    for workbook, table, position, sheet, row, col, (name, key) in rows:
        label = labels.get((workbook, table))
        if label is None or workbook not in source.workbooks:
            continue
        cell = Cell(sheet, row, col) if row > 0 and col > 0 else None
        spot = Spot(workbook - source.workbooks.start, table, cell, name)
        found.append(Named(label, key, position, widths[workbook, table], spot))
    return found


def exact_decimal(value: Fraction) -> Decimal:
    """Return a number that was written in decimal digits as a decimal of all of them, however many."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    whole = (value * 10**places).numerator
    return Decimal((int(whole < 0), tuple(map(int, str(abs(whole)))), -places))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _place(named: Named, source: Source) -> Place:
    return named.spot.workbook + source.workbooks.start, named.spot.table, named.position


def _repeated(named: Sequence[Named]) -> list[tuple[Named, ...]]:
    """Return the members of one table that share a key."""
    groups: dict[tuple[int, int, str], list[Named]] = {}
    for one in named:
        groups.setdefault((one.spot.workbook, one.spot.table, one.key), []).append(one)
    return [tuple(members) for members in groups.values() if len(members) > 1]


def _ids(source: Source, named: Sequence[Named], column: str, ids: Ids, dropped: set[Place]) -> pd.DataFrame:
    """Return the ids of a side's units or indicators by workbook, table and position."""
    import pandas as pd

    rows = [
        (*place, ids[column, one.key], ids["label", one.label])
        for one in named
        if (place := _place(one, source)) not in dropped
    ]
    return pd.DataFrame(
        rows, columns=["workbook", "table", column, f"{column}_id", "label_id"], dtype="int64"
    )


def _with_whole(indicators: pd.DataFrame, units: pd.DataFrame, ids: Ids) -> pd.DataFrame:
    """Add the indicator 0, which stands for a figure of the whole unit."""
    import pandas as pd

    whole = units[["workbook", "table", "label_id"]].drop_duplicates()
    whole = whole.assign(indicator=0, indicator_id=ids["indicator", None])
    return pd.concat([indicators, whole], ignore_index=True)


def _joined(
    frame: pd.DataFrame, columns: list[str], units: pd.DataFrame, indicators: pd.DataFrame
) -> pd.DataFrame:
    keys = ["workbook", "table", "unit", "indicator"]
    found = frame[keys + columns].assign(at=frame.index)
    found = found.merge(units, on=["workbook", "table", "unit"])
    return found.merge(indicators.drop(columns="label_id"), on=["workbook", "table", "indicator"])


def _scores_twice(repeated: pd.DataFrame, units: Sequence[Named], source: Source) -> list[Twice]:
    """Return each unit that has scores for one indicator in several tables, with its places."""
    owners = {_place(one, source): one for one in units}
    groups: dict[tuple[int, int], dict[Place, Named]] = {}
    columns = (repeated[c].tolist() for c in ("label_id", "unit_id", "workbook", "table", "unit"))
    for label, unit, *place in zip(*columns, strict=True):
        where = (place[0], place[1], place[2])
        groups.setdefault((label, unit), {})[where] = owners[where]
    return [Twice(Subject.SCORE, tuple(places.values())) for places in groups.values()]
