"""A small builder of canonical tables: one matrix of scores and its reported figures, as ingestion would hand them on.

Units stand in columns 7, 8, … of row 4, indicators in rows 5, 6, …; reported rows follow below them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from schemas.cell import Area
from schemas.exact import decimals_of
from schemas.grid import Book, Grid, RawValue
from schemas.layout import Layout
from schemas.tables import SCALE, TableInfo, Tables
from schemas.terms import LayoutKind, Quantity, State

FIRST_ROW, FIRST_COL = 5, 7

MARKERS = {
    "": State.BLANK,
    "-": State.DASH,
    "N/A": State.NOT_APPLICABLE,
    "not started": State.NOT_STARTED,
    "cancelled": State.CANCELLED,
    "#REF!": State.ERROR,
}


@dataclass
class Sheet:
    """One score table to build.

    scores: one row an indicator, one text a unit: a number, a marker of MARKERS, or anything else (invalid).
    reported: quantity → one text a unit ('' where nothing stands there); key (quantity, indicator) for figures
    of one indicator. decimals: declared decimals by quantity; default the most digits of the row.
    """

    scores: Sequence[Sequence[str | int]]
    reported: Mapping[Any, Sequence[str]] = field(default_factory=dict)
    numbers: Sequence[str] = ()
    codes: Sequence[str] = ()
    weights: Sequence[str | int] = ()
    decimals: Mapping[str, int] = field(default_factory=dict)
    results: Mapping[tuple[int, int], str] = field(default_factory=dict)
    thresholds: Mapping[int, Sequence[str]] = field(default_factory=dict)
    workbook: int = 0
    table: int = 1
    sheet: int = 0
    round: str | None = None
    assessor: str | None = None
    kind: LayoutKind = LayoutKind.MATRIX


def matrix(rows: str) -> list[list[str]]:
    """Return rows of whitespace-separated scores; `.` stands for a blank cell."""
    return [["" if cell == "." else cell for cell in row.split()] for row in rows.strip().splitlines()]


def build(*sheets: Sheet) -> Tables:
    """Return the canonical tables of some score tables, in order."""
    parts: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("units", "indicators", "scores", "results", "reported", "levels")
    }
    wide: dict[int, Fraction] = {}
    infos = []
    grids: dict[int, dict[int, list[list[RawValue]]]] = {}
    for s in sheets:
        rows, units = len(s.scores), len(s.scores[0]) if s.scores else 0
        last_row = FIRST_ROW + rows + len(s.reported)
        infos.append(
            TableInfo(
                s.workbook,
                s.table,
                s.kind,
                s.sheet,
                Area(s.sheet, 3, 1, last_row, FIRST_COL + max(units, 1) - 1),
                round=s.round,
                assessor=s.assessor,
                weighted=bool(s.weights),
                sheets=(s.sheet,),
            )
        )
        grid = grids.setdefault(s.workbook, {}).setdefault(s.sheet, [])
        while len(grid) < last_row:
            grid.append([""] * (FIRST_COL + units))
        _add(s, parts, wide, grid)
    books = []
    for workbook in range(max((s.workbook for s in sheets), default=-1) + 1):
        by_sheet = grids.get(workbook, {})
        made = tuple(Grid(f"Sheet{n + 1}", by_sheet.get(n, [])) for n in range(max(by_sheet, default=-1) + 1))
        books.append(Book(f"book{workbook}.xlsx", "0" * 64, "xlsx", made))
    layouts: list[list[Layout]] = [[] for _ in books]
    frames = {n: _frame(n, r) for n, r in parts.items()}
    levels = frames.pop("levels")
    return Tables(books, layouts, infos, **frames, levels_from=lambda: levels, wide=wide)


def _add(
    s: Sheet,
    parts: dict[str, list[dict[str, Any]]],
    wide: dict[int, Fraction],
    grid: list[list[RawValue]],
) -> None:
    where = {"workbook": s.workbook, "table": s.table}
    units = len(s.scores[0]) if s.scores else 0
    for u in range(1, units + 1):
        code = s.codes[u - 1] if s.codes else f"U{u}"
        at = {"sheet": s.sheet, "row": 4, "col": FIRST_COL + u - 1, "last_col": FIRST_COL + u - 1}
        parts["units"].append({**where, "unit": u, "code": code, "key": code.casefold(), **at})
    for i, row in enumerate(s.scores, 1):
        number = s.numbers[i - 1] if s.numbers else f"1.{i}"
        weight = int(Decimal(str(s.weights[i - 1])) * SCALE) if s.weights else -1
        parts["indicators"].append(
            {
                **where, "indicator": i, "number": number, "key": number, "title": f"indicator {number}",
                "weight": weight, "weight_text": str(s.weights[i - 1]) if s.weights else "", "sheet": s.sheet,
                "row": FIRST_ROW + i - 1, "col": 1, "weight_row": FIRST_ROW + i - 1 if s.weights else 0,
                "weight_col": 6 if s.weights else 0,
            }
        )  # fmt: skip
        for u, cell in enumerate(row, 1):
            text = str(cell)
            state, exact = _state(text)
            fits = (exact * SCALE).denominator == 1 and abs(exact) < 10**9
            if not fits:
                wide[len(parts["scores"])] = exact
            grid[FIRST_ROW + i - 2][FIRST_COL + u - 2] = cell
            parts["scores"].append(
                {
                    **where, "indicator": i, "unit": u, "state": int(state), "value": int(exact * SCALE) if fits else 0,
                    "exact": fits, "numeric": _number(text) or "/" in text, "sheet": s.sheet,
                    "row": FIRST_ROW + i - 1, "col": FIRST_COL + u - 1,
                }
            )  # fmt: skip
    for (i, u), text in s.results.items():
        at = {"sheet": s.sheet, "row": FIRST_ROW + i - 1, "col": 5}
        parts["results"].append({**where, "indicator": i, "unit": u, "text": text, "value": text, **at})
    for i, texts in s.thresholds.items():
        for level, text in enumerate(texts, 1):
            at = {"sheet": s.sheet, "row": FIRST_ROW + i - 1, "col": level}
            parts["levels"].append(
                {
                    **where,
                    "indicator": i,
                    "round": None,
                    "level": level,
                    "text": text,
                    "threshold": text or None,
                    **at,
                }
            )
    for n, (name, texts) in enumerate(s.reported.items()):
        quantity, indicator = name if isinstance(name, tuple) else (name, 0)
        digits = [decimals_of(Decimal(t)) for t in texts if _number(t)]
        declared = s.decimals.get(quantity, _declared(digits))
        for u, text in enumerate(texts, 1):
            if text == "":
                continue
            value = text if _number(text) else None
            at = {"sheet": s.sheet, "row": FIRST_ROW + len(s.scores) + n, "col": FIRST_COL + u - 1}
            grid[int(at["row"]) - 1][int(at["col"]) - 1] = text
            parts["reported"].append(
                {
                    **where, "unit": u, "indicator": indicator, "quantity": Quantity(quantity), "value": value,
                    "decimals": declared, "stored": decimals_of(Decimal(value)) if value else 0,
                    "state": int(State.SCORED if value or quantity == "grade" else State.INVALID), "raw": text, **at,
                }
            )  # fmt: skip


def _declared(digits: list[int]) -> int:
    """Return the most digits of a row; those beyond two count only where a quarter of the figures have them."""
    common = [d for d in digits if d <= 2 or 4 * sum(e >= d for e in digits) >= len(digits)]
    return max(common, default=0)


def _number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except ArithmeticError:
        return False


def _state(text: str) -> tuple[State, Fraction]:
    if text in MARKERS:
        return MARKERS[text], Fraction(0)
    if "/" in text and text.replace("/", "").isdigit():
        return State.SCORED, Fraction(text)
    if not _number(text):
        return State.INVALID, Fraction(0)
    exact = Fraction(Decimal(text))
    return (State.SCORED if 0 <= exact <= 5 else State.INVALID), exact


COLUMNS = {
    "units": "workbook table unit code key sheet row col last_col",
    "indicators": "workbook table indicator number key title weight weight_text sheet row col weight_row weight_col",
    "scores": "workbook table indicator unit state value exact numeric sheet row col",
    "results": "workbook table indicator unit text value sheet row col",
    "reported": "workbook table unit indicator quantity value decimals stored state raw sheet row col",
    "levels": "workbook table indicator round level text threshold sheet row col",
}
TYPES = {"state": np.int8, "exact": np.bool_, "numeric": np.bool_}
TEXTS = {"code", "key", "number", "title", "weight_text", "text", "quantity", "raw", "round", "threshold"}


def _frame(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    made: dict[str, Any] = {}
    for column in COLUMNS[name].split():
        values = [row[column] for row in rows]
        text = column in TEXTS or (column == "value" and name != "scores")
        long = column in ("value", "weight")
        kind = object if text else TYPES.get(column, np.int64 if long else np.int32)
        if kind is object:
            array = np.empty(len(values), object)
            array[:] = values
            made[column] = pd.Series(array, dtype=object)
        else:
            made[column] = np.asarray(values, kind)
    return pd.DataFrame(made)
