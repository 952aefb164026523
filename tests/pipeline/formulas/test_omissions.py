"""What a summary leaves out or takes in: rows, subtotals, hidden rows, weights."""

from __future__ import annotations

import pytest

from schemas.layout import RowRole
from schemas.tables import Tables
from schemas.terms import Quantity
from tests.pipeline.formulas.sheet import F, Member, Table, cell, grid, tables
from tests.pipeline.formulas.summary import (
    CLEAN,
    HEAD,
    POINTS,
    UNITS,
    checked,
    copied,
    matrix,
    names,
    said,
)


@pytest.mark.parametrize(
    ("formula", "left_out", "reads"),
    [
        ("=SUM(@2:@3)", ("6.3",), ("B2:B3",)),
        ("=SUM(@3:@4)", ("6.1",), ("B3:B4",)),
        ("=@2+@4", ("6.2",), ("B2", "B4")),
        ("=SUM(@2:@4)/COUNT(@2:@3)", ("6.3",), ("B2:B3",)),
    ],
)
def test_an_omitted_row_is_one_finding_for_all_units(
    formula: str, left_out: tuple[str, ...], reads: tuple[str, ...]
) -> None:
    found = checked(matrix([copied(formula, 1, 1, 1)]))
    omission = next(f for f in found if f.name == "formula-omits-row")
    assert omission.cells == (cell("B5"), cell("C5"), cell("D5"))
    assert omission.values["left_out"] == left_out
    assert omission.values["reads"] == reads


def test_an_omission_in_one_unit_names_that_unit() -> None:
    found = checked(matrix([[CLEAN[0], F("=SUM(C2:C3)", 8), CLEAN[2]]]))
    assert names(found) == ["formula-omits-row"]
    assert (found[0].unit, found[0].indicator, found[0].cells) == (2, 3, (cell("C5"),))


def test_a_row_declared_out_may_be_left_out() -> None:
    scores = ((5, 4, 3), (4, 4, 4), (3.5, 5, "ไม่ประเมิน"))
    clean = [F("=SUM(B2:B4)", 12.5), F("=SUM(C2:C4)", 13), F("=SUM(D2:D3)", 7)]
    assert checked(matrix([clean], scores=scores)) == []


def test_subtotals_are_looked_through() -> None:
    rows: list[list[Member]] = [
        HEAD,
        ["6.1", 5, 4, 3],
        ["6.2", 4, 4, 4],
        ["รวมมิติที่ 1", *copied("=SUM(@2:@3)", 9, 8, 7)],
        ["6.3", 1, 2, 3],
        ["6.4", 2, 2, 2],
        ["รวมมิติที่ 2", *copied("=SUM(@5:@6)", 3, 4, 5)],
        ["รวม", *copied("=@4+@7", 12, 12, 12)],
    ]
    where = {"6.1": 2, "6.2": 3, "6.3": 5, "6.4": 6}
    roles = {4: RowRole.SUBTOTAL, 7: RowRole.SUBTOTAL}
    figures = [(u, 0, POINTS, f"{'BCD'[u - 1]}8") for u in (1, 2, 3)]
    table = Table(UNITS, where, figures, roles=roles)
    assert checked(tables(table, grid(rows))) == []

    rows[7] = ["รวม", *copied("=SUM(@2:@6)", 21, 20, 19)]
    found = checked(tables(table, grid(rows)))
    assert names(found) == ["formula-omits-row"]
    assert found[0].values["taken_in_cells"] == (cell("B4"), cell("C4"), cell("D4"))
    assert "a subtotal row" in said(found[0])[0]

    rows[7] = ["รวม", *copied("=@4", 9, 8, 7)]
    found = checked(tables(table, grid(rows)))
    assert [f.values["left_out"] for f in found] == [("6.3", "6.4")]

    rows[7] = ["รวม", *copied("=SUBTOTAL(9,@2:@7)", 12, 12, 12)]
    rows[3] = ["รวมมิติที่ 1", *copied("=SUBTOTAL(9,@2:@3)", 9, 8, 7)]
    rows[6] = ["รวมมิติที่ 2", *copied("=SUBTOTAL(9,@5:@6)", 3, 4, 5)]
    assert names(checked(tables(table, grid(rows)))) == ["formula-not-verified"]


def test_a_hidden_row_taken_in_is_named() -> None:
    rows: list[list[Member]] = [
        HEAD,
        ["6.1", 5, 4, 3],
        ["เดิม", 1, 1, 1],
        ["6.2", 4, 4, 4],
        ["รวม", *copied("=SUM(@2:@4)", 10, 9, 8)],
    ]
    table = Table(UNITS, {"6.1": 2, "6.2": 4}, [(u, 0, POINTS, f"{'BCD'[u - 1]}5") for u in (1, 2, 3)])
    found = checked(tables(table, grid(rows, hidden_rows=[3])))
    assert names(found) == ["formula-omits-row"]
    assert "a hidden row" in said(found[0])[0]
    assert "แถวที่ซ่อนไว้" in said(found[0])[1]

    rows[2] = ["มิติที่ 2", "", "", ""]
    rows[4] = ["รวม", *copied("=SUM(@2:@4)", 9, 8, 7)]
    assert checked(tables(table, grid(rows))) == []


def test_a_dismissed_warning_is_evidence() -> None:
    rows: list[list[Member]] = [
        HEAD,
        ["6.1", 5, 4, 3],
        ["6.2", 4, 4, 4],
        ["รวม", *copied("=SUM(@2:@3)", 1, 8, 7)],
    ]
    table = Table(UNITS, {"6.1": 2, "6.2": 3}, [(u, 0, POINTS, f"{'BCD'[u - 1]}4") for u in (1, 2, 3)])
    found = checked(tables(table, grid(rows, ignored_warnings=["B4:D4"])))
    assert "dismissed at B4:D4" in said(found[0])[0]


def test_weights_left_out_of_the_divisor() -> None:
    rows: list[list[Member]] = [
        ["ตัวชี้วัด", "น้ำหนัก", "สพด.", "สพท.1", "สพท.2"],
        ["6.1", 50, 5, 4, 3],
        ["6.2", 30, 4, 4, 4],
        ["6.3", 20, 5, 5, 5],
    ]
    units = {"สพด.": "C1", "สพท.1": "D1", "สพท.2": "E1"}
    where = {"6.1": 2, "6.2": 3, "6.3": 4}
    figures = [(u, 0, Quantity.MEAN, f"{'CDE'[u - 1]}5") for u in (1, 2, 3)]

    def sheet(divisor: str, *cached: float) -> Tables:
        formulas = [
            F(f"=SUMPRODUCT({c}2:{c}4,$B$2:$B$4)/SUM({divisor})", v)
            for c, v in zip("CDE", cached, strict=True)
        ]
        return tables(Table(units, where, figures, weights="B"), grid([*rows, ["ค", 100, *formulas]]))

    assert checked(sheet("$B$2:$B$4", 4.7, 4.2, 3.7)) == []
    found = checked(sheet("$B$2:$B$3", 5.875, 5.25, 4.625))
    assert names(found) == ["formula-omits-row"]
    assert found[0].values["left_out"] == ("6.3",)
    assert len(found[0].cells) == 3


def test_states_do_not_hide_a_zero() -> None:
    scores = ((5, 4, 3), (4, 4, 4), (0, 0, 0))
    found = checked(matrix([copied("=SUM(@2:@3)/2", 4.5, 4, 3.5)], scores=scores))
    assert names(found) == ["formula-omits-row"]
