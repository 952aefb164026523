"""The transposed matrix: units down, indicators across, figures in the last columns."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from tests.books.expected import (
    ExpectedFigure,
    ExpectedIndicator,
    ExpectedScore,
    ExpectedTable,
    ExpectedUnit,
    Written,
)
from tests.books.figure_cells import put_figure, summary_formula, without_formula
from tests.books.figures import grade
from tests.books.names import SUMMARY_LABELS, UNIT_STYLES
from tests.books.options import FIGURES
from tests.books.page import Cell, Kind, Sheet
from tests.books.score_rows import score_text, weight_style, written_weight
from tests.books.spec import SCORE_STYLES, Evaluation, evaluation
from tests.books.summary import declared

TRANSPOSED_FACTORS: dict[str, tuple[object, ...]] = {
    "units": (1, 4, 25, 70),
    "indicators": (5, 12, 19),
    "unit_style": UNIT_STYLES,
    "number_style": ("dotted", "long", "deep", "thai", "named"),
    "header": ("label", "number-over-title", "group-over-label", "number-only"),
    "weights": ("none", "plain", "percent-format"),
    "score_style": SCORE_STYLES,
    "states": (False, True),
    "figures": FIGURES,
    "summary": (
        ("converted",),
        ("full_marks", "points", "mean", "converted"),
        ("points", "converted", "grade"),
        ("mean", "converted"),
    ),
    "titles": (0, 1, 2),
    "sequence": (False, True),
    "average_row": (False, True),
}


def transposed_book(name: str, choice: Mapping[str, Any], rng: Random) -> Written:
    """Return one clean book with a unit on every row."""
    e = evaluation(
        rng,
        units=choice["units"],
        indicators=choice["indicators"],
        groups=3 if choice["header"] == "group-over-label" else 1,
        unit_style=choice["unit_style"],
        number_style=choice["number_style"],
        score_style=choice["score_style"],
        weighted=choice["weights"] != "none",
        states=("not_applicable", "cancelled") if choice["states"] else (),
    )
    summary = choice["summary"]
    if e.weighted:
        summary = tuple(q for q in summary if q not in ("full_marks", "points"))
    sheet = Sheet(rng.choice(("ผลคะแนนรายหน่วยงาน", "สรุป", "Sheet1")))
    table = write_transposed(sheet, e, summary, choice, rng)
    return Written(name, [sheet], [table], traits=tuple(f"{k}={v}" for k, v in choice.items()))


def write_transposed(
    sheet: Sheet, e: Evaluation, summary: tuple[str, ...], choice: Mapping[str, Any], rng: Random
) -> ExpectedTable:
    """Write the table and return what must be read in it."""
    table, put, row = ExpectedTable("matrix", sheet), sheet.put, 1
    for line in (f"ผลการประเมินตัวชี้วัด {e.department}", f"ปีงบประมาณ พ.ศ. {e.year}")[: choice["titles"]]:
        put(row, 1, line, Kind.TITLE)
        row += 1
    unit_col = 2 if choice["sequence"] else 1
    first = unit_col + 1
    deep = 1 if choice["header"] in ("label", "number-only") else 2
    if choice["sequence"]:
        put(row, 1, "ที่", Kind.HEADER, rows=deep)
    put(row, unit_col, "หน่วยงาน", Kind.HEADER, rows=deep)
    heads = _heads(sheet, e, choice["header"], row, first)
    last = first + len(e.indicators)
    for k, quantity in enumerate(summary):
        weighted = quantity == "mean" and e.weighted
        label = rng.choice(SUMMARY_LABELS["weighted-mean" if weighted else quantity])
        put(row, last + k, label, Kind.HEADER, rows=deep)
    row += deep
    weights: list[Cell] = []
    if e.weighted:
        put(row, unit_col, "น้ำหนัก", Kind.HEADER)
        for n, i in enumerate(e.indicators):
            assert i.weight is not None
            weights.append(put(row, first + n, *written_weight(i.weight, choice["weights"])))
            weights[-1].style = weight_style(i.weight, choice["weights"])
        row += 1
    for n, (i, (cell, number_cell)) in enumerate(zip(e.indicators, heads, strict=True)):
        title = "" if choice["header"] == "number-only" else i.title
        weight = weights[n] if weights else None
        table.indicators.append(ExpectedIndicator(i.number, title, cell, i.weight, weight, number_cell))
    figures: list[ExpectedFigure] = []
    for unit, code in enumerate(e.units, 1):
        if choice["sequence"]:
            put(row, 1, Decimal(unit))
        table.units.append(ExpectedUnit(code, put(row, unit_col, code, Kind.UNIT)))
        cells = []
        for n in range(1, len(e.indicators) + 1):
            score = e.scores[n, unit]
            cells.append(put(row, first + n - 1, score_text(score), Kind.SCORE))
            table.scores.append(ExpectedScore(n, unit, score.state, score.value, cells[-1]))
        for k, quantity in enumerate(summary):
            if exact := e.figures(unit):
                figures.append(
                    _figure(sheet, row, last + k, unit, quantity, exact, cells, weights, choice["figures"])
                )
        row += 1
    if choice["average_row"] and len(e.units) > 1:
        _average(sheet, e, row, unit_col, first)
    table.reported += declared(figures)
    return table


def _heads(sheet: Sheet, e: Evaluation, header: str, row: int, first: int) -> list[tuple[Cell, Cell | None]]:
    """Write the header over the scores; return each indicator's cell, and its number's where apart."""
    heads: list[tuple[Cell, Cell | None]] = []
    start = 0
    for n, i in enumerate(e.indicators):
        if header == "number-over-title":
            number = sheet.put(row, first + n, i.number, Kind.NUMBERED)
            heads.append((sheet.put(row + 1, first + n, i.title, Kind.HEADER), number))
        elif header == "group-over-label":
            heads.append((sheet.put(row + 1, first + n, i.label, Kind.NUMBERED), None))
            if n + 1 == len(e.indicators) or e.indicators[n + 1].group != i.group:
                sheet.put(row, first + start, e.groups[i.group], Kind.HEADER, cols=n + 1 - start)
                start = n + 1
        else:
            text = i.number if header == "number-only" else i.label
            heads.append((sheet.put(row, first + n, text, Kind.NUMBERED), None))
    return heads


def _figure(
    sheet: Sheet,
    row: int,
    col: int,
    unit: int,
    quantity: str,
    exact: dict[str, Fraction],
    cells: list[Cell],
    weights: list[Cell],
    mode: str,
) -> ExpectedFigure:
    if quantity == "grade":
        name = grade(exact["converted"])
        return ExpectedFigure(unit, None, "grade", name, sheet.put(row, col, name), name)
    whole = all(isinstance(c.value, Decimal) for c in cells)
    formula = summary_formula(quantity, cells, weights or None) if whole or not weights else None
    if formula is None:
        mode = without_formula(mode)
    return put_figure(sheet, row, col, unit, quantity, exact[quantity], mode, formula=formula)


def _average(sheet: Sheet, e: Evaluation, row: int, unit_col: int, first: int) -> None:
    """Write the mean of every indicator over the units: a last row that is no unit."""
    sheet.put(row, unit_col, "ค่าเฉลี่ย", Kind.TITLE)
    for n in range(1, len(e.indicators) + 1):
        values = [v for u in range(1, len(e.units) + 1) if (v := e.scores[n, u].value) is not None]
        if values:
            mean = Decimal(f"{sum(values) / len(values):.2f}")
            sheet.put(row, first + n - 1, mean, Kind.TEXT, style="0.00")
