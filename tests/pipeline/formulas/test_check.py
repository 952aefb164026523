"""The stage as a whole: each fault is one finding at its cells, and a clean sheet has none."""

from __future__ import annotations

from decimal import Decimal

from rules.catalogue import CATALOGUE
from schemas.finding import Severity
from schemas.terms import Quantity, State
from tests.pipeline.formulas.sheet import F, Member, cell, grid, tables
from tests.pipeline.formulas.summary import (
    CLEAN,
    CONVERTED,
    POINTS,
    checked,
    copied,
    matrix,
    names,
    said,
)


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


def test_errors_on_both_sides() -> None:
    assert checked(matrix([copied("=@2/0", "#DIV/0!", "#DIV/0!", "#DIV/0!")], (CONVERTED,))) == []
    found = checked(matrix([copied("=@2/0", 1, "#DIV/0!", "#DIV/0!")], (CONVERTED,)))
    assert [(f.name, f.expected) for f in found] == [("stale-formula", "#DIV/0!")]
