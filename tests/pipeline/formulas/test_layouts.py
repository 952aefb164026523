"""Formulas in the other layouts: a form, totals on another sheet, units down the page."""

from __future__ import annotations

from decimal import Decimal

from schemas.terms import LayoutKind, Quantity
from tests.pipeline.formulas.sheet import F, Member, Table, cell, grid, tables
from tests.pipeline.formulas.summary import (
    HEAD,
    POINTS,
    UNITS,
    checked,
)


def test_a_form_down_its_lines() -> None:
    rows: list[list[Member]] = [
        ["ตัวชี้วัด", "ก", "ข", "ค"],
        ["6.1", 5, 0.5, F("=B2*C2", 2.5)],
        ["6.2", 4, 0.3, 1.2],
        ["6.3", 5, 0.2, F("=B4*C4", 1)],
        ["รวม", "", F("=SUM(C2:C4)", 1), F("=SUM(D2:D4)", 4.7)],
    ]
    figures = [(1, i, Quantity.WEIGHTED, f"D{i + 1}") for i in (1, 2, 3)] + [(1, 0, Quantity.MEAN, "D5")]
    table = Table({"กอง": "B1"}, {"6.1": 2, "6.2": 3, "6.3": 4}, figures, weights="C", kind=LayoutKind.FORM)
    found = checked(tables(table, grid(rows)))
    assert [(f.name, f.cells, f.expected) for f in found] == [
        ("hard-coded-figure", (cell("D3"),), Decimal("1.2"))
    ]
    rows[4][3] = F("=SUM(D2:D3)", 3.7)
    found = checked(tables(table, grid(rows)))
    assert [(f.name, f.indicator) for f in found if f.name == "formula-omits-row"] == [
        ("formula-omits-row", 3)
    ]


def test_totals_on_another_sheet() -> None:
    scores = grid([HEAD, ["6.1", 5, 4, 3], ["6.2", 4, 4, 4]])
    lines: list[list[Member]] = [["หน่วยงาน", "คะแนน"]]
    lines += [[u, F(f"=SUM(คะแนน!{c}2:{c}3)", v)] for u, c, v in zip(UNITS, "BCD", (9, 8, 8), strict=True)]
    totals = grid(lines, "รวม")
    figures = [(u, 0, POINTS, f"B{u + 1}", 1) for u in (1, 2, 3)]
    table = Table(UNITS, {"6.1": 2, "6.2": 3}, figures, summary_sheets=(1,))
    found = checked(tables(table, scores, totals))
    assert [(f.name, f.cells) for f in found] == [("stale-formula", (cell("B4", 1),))]


def test_units_down_and_indicators_across() -> None:
    rows: list[list[Member]] = [
        ["หน่วยงาน", "6.1", "6.2", "6.3", "รวม"],
        ["ก", 5, 4, 3, F("=SUM(B2:C2)", 9)],
        ["ข", 4, 4, 4, F("=SUM(B3:D3)", 12)],
        ["ค", 1, 2, 3, 7],
        ["ง", 1, 2, 3, F("=SUM(B5:D5)", 6)],
    ]
    units = {u: f"A{r}" for r, u in enumerate("กขคง", 2)}
    figures = [(u, 0, POINTS, f"E{u + 1}") for u in (1, 2, 3, 4)]
    table = Table(units, {"6.1": 2, "6.2": 3, "6.3": 4}, figures, transposed=True)
    found = checked(tables(table, grid(rows)))
    assert [(f.name, f.cells) for f in found] == [
        ("formula-omits-row", (cell("E2"),)),
        ("hard-coded-figure", (cell("E4"),)),
    ]
