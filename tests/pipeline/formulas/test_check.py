"""The stage as a whole: each fault is one finding at its cells, and a clean sheet has none."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from pipeline.formulas import check_formulas
from rules.catalogue import CATALOGUE
from schemas.finding import Finding, Severity
from schemas.layout import RowRole
from schemas.rules import RulePack
from schemas.tables import Tables
from schemas.terms import LayoutKind, Quantity, State
from schemas.words import fill
from tests.pipeline.formulas.sheet import F, Member, Table, cell, grid, tables

POINTS, CONVERTED, FULL = Quantity.POINTS, Quantity.CONVERTED, Quantity.FULL_MARKS
UNITS = {"สพด.": "B1", "สพท.1": "C1", "สพท.2": "D1"}
HEAD: list[Member] = ["ตัวชี้วัด", *UNITS]


def checked(found: Tables) -> list[Finding]:
    findings = [f for f in check_formulas(found, RulePack()) if isinstance(f, Finding)]
    for finding in findings:
        said(finding)
    return findings


def said(finding: Finding) -> tuple[str, str]:
    """Fill the message in both languages: every placeholder has its value."""
    builtin = {
        "cell": finding.cells[0],
        "reported": finding.reported,
        "expected": finding.expected,
        "range": finding.area,
    }
    return fill(CATALOGUE.findings[finding.name].message, {**builtin, **finding.values})


def names(found: Sequence[Finding]) -> list[str]:
    return [finding.name for finding in found]


def matrix(
    summary: Sequence[Sequence[Member]],
    figures: Sequence[Quantity] = (POINTS,),
    scores: Sequence[Sequence[Member]] = ((5, 4, 3), (4, 4, 4), (3.5, 5, 2)),
    **options: object,
) -> Tables:
    """A sheet of three indicators in rows 2-4, three units in B-D, and summary rows from row 5 on."""
    rows: list[list[Member]] = [HEAD, *([f"6.{i}", *row] for i, row in enumerate(scores, 1))]
    rows += [[quantity.value, *line] for quantity, line in zip(figures, summary, strict=True)]
    places = [
        (u, 0, quantity, f"{'BCD'[u - 1]}{5 + r}") for r, quantity in enumerate(figures) for u in (1, 2, 3)
    ]
    table = Table(UNITS, {f"6.{i}": i + 1 for i in range(1, len(scores) + 1)}, places)
    return tables(table, grid(rows), **options)  # type: ignore[arg-type]


def copied(template: str, *cached: Member) -> list[Member]:
    """One formula for all units: '@' stands for the unit's column."""
    return [F(template.replace("@", letter), value) for letter, value in zip("BCD", cached, strict=True)]  # type: ignore[arg-type]


CLEAN = copied("=SUM(@2:@4)", 12.5, 13, 9)


def test_a_clean_sheet_has_no_finding() -> None:
    means = copied("=ROUND(AVERAGE(@2:@4)*20,2)", 83.33, 86.67, 60)
    assert checked(matrix([CLEAN, means], (POINTS, CONVERTED))) == []


def test_a_sheet_without_formulas_has_no_finding() -> None:
    assert checked(matrix([[12.5, 13, 9]])) == []


def test_a_stale_value_is_found_at_its_cell() -> None:
    found = checked(matrix([copied("=SUM(@2:@4)", 12.5, 12, 9)]))
    assert names(found) == ["stale-formula"]
    assert found[0].cells == (cell("C5"),)
    assert (found[0].unit, found[0].reported, found[0].expected) == (2, Decimal(12), Decimal(13))


def test_a_row_of_stale_values_is_one_finding() -> None:
    found = checked(matrix([copied("=SUM(@2:@4)", 1, 2, 3)], manual=True))
    assert names(found) == ["stale-formula"]
    assert found[0].cells == (cell("B5"), cell("C5"), cell("D5"))
    assert found[0].values["computed"] == (Decimal("12.5"), Decimal(13), Decimal(9))
    assert "manual" in said(found[0])[0]
    assert "กำหนดเอง" in said(found[0])[1]


def test_a_figure_over_a_stale_one_is_not_accused() -> None:
    summary = [copied("=SUM(@2:@4)", 12.5, 12, 9), copied("=@5*100/15", 12.5 * 100 / 15, 80, 60)]
    assert [f.cells for f in checked(matrix(summary, (POINTS, CONVERTED)))] == [(cell("C5"),)]


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


def test_a_typed_number_among_formulas() -> None:
    found = checked(matrix([[CLEAN[0], 13.5, CLEAN[2]]]))
    assert names(found) == ["hard-coded-figure"]
    assert (found[0].cells, found[0].reported, found[0].expected) == (
        (cell("C5"),),
        Decimal("13.5"),
        Decimal(13),
    )


def test_a_typed_number_of_a_unit_with_another_base_is_on_record_only() -> None:
    scores = ((5, 4, 3), (4, 4, 4), (3.5, "N/A", 2))
    found = matrix([[F("=SUM(B2:B4)/3", 12.5 / 3), 4, F("=SUM(D2:D4)/3", 3)]], (Quantity.MEAN,), scores)
    found.scores.loc[found.scores["row"].eq(4) & found.scores["col"].eq(3), "state"] = State.NOT_APPLICABLE
    told = checked(found)
    assert [(f.name, f.severity, f.cells) for f in told] == [
        ("hard-coded-figure", Severity.INFO, (cell("C5"),))
    ]


def test_a_formula_among_typed_numbers_accuses_nobody() -> None:
    assert checked(matrix([[12.5, 13, F("=SUM(D2:D4)", 9)]])) == []


def test_never_calculated_is_one_finding() -> None:
    found = checked(matrix([copied("=SUM(@2:@4)", None, None, None)]))  # type: ignore[arg-type]
    assert names(found) == ["no-cached-value"]
    assert found[0].cells == (cell("B5"), cell("C5"), cell("D5"))
    assert found[0].severity is None


def test_never_calculated_without_a_table_is_said_too() -> None:
    found = checked(tables(None, grid([["a", F("=1+1", None)]])))
    assert names(found) == ["no-cached-value"]
    assert found[0].table is None


def test_what_cannot_be_evaluated_is_listed_not_passed() -> None:
    found = checked(matrix([copied("=XIRR(@2:@4)", 1, 2, 3)]))
    assert names(found) == ["formula-not-verified"]
    assert found[0].values["count"] == 3
    assert "XIRR" in said(found[0])[0]
    assert CATALOGUE.findings["formula-not-verified"].severity is Severity.INFO


def test_a_formula_over_a_cell_never_calculated_is_not_verified() -> None:
    summary: list[list[Member]] = [[F("=SUM(B2:B4)", None), *CLEAN[1:]], copied("=@5*2", 25, 26, 18)]
    found = checked(matrix(summary, (POINTS, CONVERTED)))
    assert names(found) == ["no-cached-value", "formula-not-verified"]
    assert found[1].cells == (cell("B6"),)


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


def test_errors_on_both_sides() -> None:
    assert checked(matrix([copied("=@2/0", "#DIV/0!", "#DIV/0!", "#DIV/0!")], (CONVERTED,))) == []
    found = checked(matrix([copied("=@2/0", 1, "#DIV/0!", "#DIV/0!")], (CONVERTED,)))
    assert [(f.name, f.expected) for f in found] == [("stale-formula", "#DIV/0!")]


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


def test_states_do_not_hide_a_zero() -> None:
    scores = ((5, 4, 3), (4, 4, 4), (0, 0, 0))
    found = checked(matrix([copied("=SUM(@2:@3)/2", 4.5, 4, 3.5)], scores=scores))
    assert names(found) == ["formula-omits-row"]
