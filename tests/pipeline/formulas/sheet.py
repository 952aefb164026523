"""A small workbook for tests: sheets as rows of values, formulas with their cached values beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from schemas.cell import Area, Cell, parse_a1
from schemas.grid import Book, Grid, RawValue
from schemas.layout import ColumnRole, Layout, RowRole
from schemas.tables import SCALE, TableInfo, Tables
from schemas.terms import LayoutKind, Quantity, State


class F(NamedTuple):
    """A formula and what the file keeps as its value; None: it was never calculated."""

    text: str
    cached: RawValue | None


Member = RawValue | F


def grid(
    rows: Sequence[Sequence[Member]],
    name: str = "คะแนน",
    *,
    hidden_rows: Sequence[int] = (),
    ignored_warnings: Sequence[str] = (),
    visible: bool = True,
) -> Grid:
    """Return a sheet; an error is written as a cached text that starts with '#'."""
    values: list[list[RawValue]] = []
    formulas, errors, uncached = {}, {}, set()
    for r, row in enumerate(rows, 1):
        line: list[RawValue] = []
        for c, member in enumerate(row, 1):
            value = member
            if isinstance(member, F):
                formulas[r, c] = member.text
                value = "" if member.cached is None else member.cached
                if member.cached is None:
                    uncached.add((r, c))
            if isinstance(value, str) and value.startswith("#"):
                errors[r, c] = value
                value = ""
            assert not isinstance(value, F)
            line.append(value)
        values.append(line)
    return Grid(
        name,
        values,
        visible=visible,
        hidden_rows=frozenset(hidden_rows),
        formulas=formulas,
        errors=errors,
        uncached=frozenset(uncached),
        ignored_warnings=tuple(ignored_warnings),
    )


@dataclass
class Table:
    """One score table in words: where its units, indicators and figures stand (A1, on sheet 0 unless said).

    figures: (unit, indicator, quantity, A1[, sheet]).
    """

    units: Mapping[str, str]
    indicators: Mapping[str, int]
    figures: Sequence[tuple[int, int, Quantity, str] | tuple[int, int, Quantity, str, int]] = ()
    weights: str = ""
    states: Mapping[tuple[int, int], State] = field(default_factory=dict)
    roles: Mapping[int, RowRole] = field(default_factory=dict)
    transposed: bool = False
    kind: LayoutKind = LayoutKind.MATRIX
    sheet: int = 0
    summary_sheets: tuple[int, ...] = ()


def tables(table: Table | None, *grids: Grid, manual: bool = False) -> Tables:
    """Return the canonical tables of one workbook with at most one table."""
    book = Book("book.xlsx", "", "xlsx", grids, manual_calculation=manual)
    units = list(table.units.items()) if table else []
    indicators = list(table.indicators.items()) if table else []
    scores, infos, layouts = [], [], []
    at = table.sheet if table else 0
    for i, (_, place) in enumerate(indicators, 1):
        for u, (_, header) in enumerate(units, 1):
            assert table
            row, col = parse_a1(header)
            row, col = (row, place) if table.transposed else (place, col)
            value = grids[at].value(row, col)
            plain = isinstance(value, int | float)
            state = table.states.get((i, u), State.SCORED if plain else State.BLANK)
            scaled = round(value * SCALE) if isinstance(value, int | float) and abs(value) < 1e6 else 0
            scores.append((0, 1, i, u, int(state), scaled, True, at, row, col))
    if table:
        area = Area(at, 1, 1, len(grids[at].rows), max(map(len, grids[at].rows)))
        infos = [
            TableInfo(
                0,
                1,
                table.kind,
                at,
                area,
                transposed=table.transposed,
                weighted=bool(table.weights),
                sheets=(at,),
                summary_sheets=table.summary_sheets,
            )
        ]
        roles = dict.fromkeys(table.indicators.values(), RowRole.INDICATOR) | dict(table.roles)
        columns = {parse_a1(cell)[1]: ColumnRole.UNIT for cell in table.units.values()}
        layouts = [
            Layout(
                table.kind,
                at,
                area,
                roles,
                columns,
                (),
                (),
                1,
                transposed=table.transposed,
            )
        ]
    weight = parse_a1(f"{table.weights}1")[1] if table and table.weights else 0
    figures = (
        [(f[0], f[1], f[2], parse_a1(f[3]), f[4] if len(f) > 4 else at) for f in table.figures]
        if table
        else []
    )
    return Tables(
        [book],
        [layouts],
        infos,
        pd.DataFrame(
            [
                (0, 1, u, code, code, at, *parse_a1(cell), parse_a1(cell)[1])
                for u, (code, cell) in enumerate(units, 1)
            ],
            columns=["workbook", "table", "unit", "code", "key", "sheet", "row", "col", "last_col"],
        ),
        pd.DataFrame(
            [
                (0, 1, i, number, number, "", -1, "", at, row, 1, row if weight else 0, weight)
                for i, (number, row) in enumerate(indicators, 1)
            ],
            columns=[
                *("workbook", "table", "indicator", "number", "key", "title", "weight", "weight_text"),
                *("sheet", "row", "col", "weight_row", "weight_col"),
            ],
        ),
        pd.DataFrame(
            scores,
            columns=[
                *("workbook", "table", "indicator", "unit", "state", "value", "exact", "sheet", "row", "col"),
            ],
        ),
        pd.DataFrame(),
        pd.DataFrame(
            [(0, 1, u, i, q.value, sheet, *place) for u, i, q, place, sheet in figures],
            columns=["workbook", "table", "unit", "indicator", "quantity", "sheet", "row", "col"],
        ),
        pd.DataFrame,
    )


def cell(a1: str, sheet: int = 0) -> Cell:
    return Cell(sheet, *parse_a1(a1))
