"""Canonical tables as a few lines of text, for cases that a person can read and check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from schemas.cell import a1
from schemas.finding import AnyFinding, Finding
from schemas.tables import SCALE, TableInfo, Tables
from schemas.terms import State
from tests.pipeline.sheets import is_info


def told(tables: Tables, findings: Sequence[AnyFinding], workbook: int = 0) -> str:
    """Return one workbook's tables and its findings as text, everything at its cell."""
    lines = []
    for info in tables.infos:
        if info.workbook == workbook:
            lines += list(_table(tables, info))
    for finding in findings:
        if isinstance(finding, Finding) and finding.workbook == workbook and finding.name != "no-score-table":
            lines.append(_finding(finding))
        elif finding.workbook == workbook:
            lines.append(f"! {finding.name}")
    return "\n".join(lines)


def _table(tables: Tables, info: TableInfo) -> Iterator[str]:
    def own(frame: pd.DataFrame) -> list[Any]:
        return list(frame[(frame["workbook"] == info.workbook) & (frame["table"] == info.table)].itertuples())

    words = [info.layout.value]
    words += [f"round {info.round}"] if info.round else []
    words += [info.assessor] if info.assessor else []
    words += ["transposed"] if info.transposed else []
    words += ["packed"] if info.packed else []
    several = len({*info.sheets, *info.summary_sheets}) > 1

    def at(sheet: int, row: int, col: int) -> str:
        place = a1(row, col) if row else "-"
        return f"{tables.books[info.workbook].sheets[sheet].name}!{place}" if several else place

    yield f"table {info.table} {' '.join(words)}"
    units = own(tables.units)
    yield "units " + ", ".join(f"{u.code}@{at(u.sheet, u.row, u.col)}" for u in units)
    scores = own(tables.scores)
    for i in own(tables.indicators):
        weight = f" w{i.weight / SCALE:g}" if i.weight >= 0 else ""
        cells = [s for s in scores if s.indicator == i.indicator]
        row = " ".join(_score(s.state, s.value, s.numeric) for s in cells)
        place = at(cells[0].sheet, cells[0].row, cells[0].col)
        yield f"{i.number or '~'} {i.title}@{at(i.sheet, i.row, i.col)}{weight} = {row} @{place}"
    for level in own(tables.levels):
        when = f" round {level.round}" if isinstance(level.round, str) else ""
        value = level.threshold if isinstance(level.threshold, str) else "~"
        yield f"level {level.indicator}.{level.level}{when} {value} ({level.text})"
    for r in own(tables.results):
        yield f"result {r.indicator} unit {r.unit} {r.text}@{at(r.sheet, r.row, r.col)}"
    for f in own(tables.reported):
        which = f" of {f.indicator}" if f.indicator else ""
        state = "" if f.state == State.SCORED else f" ({State(f.state).label})"
        yield f"{f.quantity} unit {f.unit}{which} {f.raw}{state}@{at(f.sheet, f.row, f.col)}"


def _score(state: int, value: int, numeric: bool) -> str:
    number = f"{value / SCALE:g}" if numeric else ""
    return number if state == State.SCORED else State(state).label + (f"({number})" if number else "")


def _finding(finding: Finding) -> str:
    info = " info" if is_info(finding) else ""
    if finding.area is None:
        return f"! {finding.name}{info}"
    first, last = a1(finding.area.row, finding.area.col), a1(finding.area.last_row, finding.area.last_col)
    return f"! {finding.name}{info} {first if first == last else f'{first}:{last}'}"
