"""The stage that holds a submission against its suites: one batch for all workbooks, findings at cells."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.facts import facts
from rules.errors import words_of
from rules.suite_columns import COLUMNS, Column, Level
from rules.suite_loading import Expectation
from schemas.cell import Area, Cell, a1
from schemas.exact import decimal_of_float
from schemas.finding import Finding, Severity, Text
from schemas.names import Names
from schemas.rules import RulePack
from schemas.tables import Tables

if TYPE_CHECKING:
    import pandas as pd

Areas = Mapping[tuple[int, int], Area]

MOST_CELLS = 1_000
"""A finding carries at most this many of its cells; its count is never cut."""
_SHOWN_DIGITS = 4


def check_suites(
    tables: Tables, pack: RulePack, expectations: Sequence[Expectation], last: Tables | None = None
) -> list[Finding]:
    """Return what the expectations say of all workbooks: one finding per expectation and table that fails it.

    An expectation that could not be judged is `expectation-broken`, once. RuleError where one cannot be made.
    last: the tables of the round before, where they come from other files.
    """
    if not expectations:
        return []
    from pipeline.expectations import judge_batch

    wanted = {column for e in expectations for column in e.columns}
    frame = facts(tables, pack, wanted, last)
    names: Names | None = None
    areas = {(info.workbook, info.table): info.area for info in tables.infos}
    findings: list[Finding] = []
    for answer in judge_batch(frame, expectations):
        one = answer.expectation
        if answer.broken is not None:
            findings.append(_broken(one, answer.broken))
        elif answer.failing:
            names = names or Names(tables)
            failing = frame.loc[list(answer.failing)]
            for where, group in failing.groupby(["workbook", "table"], sort=True):
                findings.append(_failed(one, where, group, names, areas))
    return findings


def _broken(expectation: Expectation, why: str) -> Finding:
    values = {"expectation": expectation.title, "why": why}
    return Finding("expectation-broken", subject=expectation.key, values=values, severity=Severity.ERROR)


def _failed(
    expectation: Expectation, where: Hashable, group: pd.DataFrame, names: Names, areas: Areas
) -> Finding:
    assert isinstance(where, tuple)
    workbook, table = int(where[0]), int(where[1])
    first = group.head(MOST_CELLS)
    cells = tuple(
        Cell(int(s), int(r), int(c))
        for s, r, c in zip(first["sheet"], first["row"], first["col"], strict=True)
    )
    level = expectation.level
    if level is Level.TABLE:
        area = areas[workbook, table]
        shown: tuple[str, ...] = tuple(group["note"].iloc[0]) or (a1(area.row, area.col),)
    else:
        area = Area(cells[0].sheet, cells[0].row, cells[0].col, cells[0].row, cells[0].col)
        shown = _places(level, workbook, table, first, names)
    single = len(group) == 1
    unit, indicator = int(group["unit"].iloc[0]), int(group["indicator"].iloc[0])
    return Finding(
        "expectation-failed",
        workbook,
        table,
        area,
        unit=unit or None if single else None,
        indicator=indicator or None if single else None,
        subject=expectation.key,
        values={
            "expectation": expectation.title,
            "observed": _observed(expectation, group),
            "where": shown,
            "count": len(group["note"].iloc[0]) or len(group) if level is Level.TABLE else len(group),
        },
        cells=cells if not single else (),
        severity=expectation.severity,
    )


def _places(level: Level, workbook: int, table: int, group: pd.DataFrame, names: Names) -> tuple[str, ...]:
    if level is Level.UNIT:
        return tuple(names.codes[workbook, table, int(u)] for u in group["unit"])
    if level is Level.INDICATOR:
        return tuple(names.numbers[workbook, table, int(i)] for i in group["indicator"])
    return tuple(a1(int(r), int(c)) for r, c in zip(group["row"], group["col"], strict=True))


def _observed(expectation: Expectation, group: pd.DataFrame) -> Text:
    """Return the different values that were found, as a reader writes them; nothing for a yes or no."""
    columns = [c for c in expectation.columns if COLUMNS[c].shown]
    shown: dict[str, None] = {}
    for column in columns:
        for value in group[column].drop_duplicates():
            shown[_value(value, COLUMNS[column])] = None
    return words_of("suites.found", {"values": tuple(shown)}) if shown else Text("", "")


def _value(value: object, column: Column) -> str:
    if not isinstance(value, float):
        return str(value)
    if value != value:
        return "-"
    return share_text(value) if column.share else format(decimal_of_float(round(value, _SHOWN_DIGITS)), "f")


def share_text(share: float) -> str:
    """Return a share as a percentage; it is 0 or 100 only where it is exactly that."""
    percent = round(share * 100, 2)
    if 0 < share < 1:
        percent = min(max(percent, 0.01), 99.99)
    return f"{decimal_of_float(percent):f}%"
