"""The hard contract: every unit has a score of the scale or a declared state, and every fault is said once."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from pipeline.check import BrokenTablesError, check
from schemas.cell import Area
from schemas.finding import Finding, FindingBatch
from schemas.grid import Grid
from schemas.rules import RulePack
from schemas.tables import Tables
from schemas.terms import BlankPolicy, DashPolicy
from tests.pipeline.judging import with_policies
from tests.pipeline.tables_builder import Sheet, build, matrix


def found(tables: Tables, pack: RulePack | None = None) -> dict[str, list[tuple[int, int]]]:
    """Return the cells of every finding by its name, as (indicator, unit); unit 0: the whole row."""
    places: dict[str, list[tuple[int, int]]] = {}
    for finding in check(tables, pack or RulePack()):
        for one in finding if isinstance(finding, FindingBatch) else [finding]:
            places.setdefault(one.name, []).append((one.indicator or 0, one.unit or 0))
    return places


def test_a_clean_table_has_nothing() -> None:
    assert check(build(Sheet(matrix("5 4 3\n0 2.5 N/A\n1 cancelled 5"))), RulePack()) == []


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("", "score-missing"),
        ("-", "undeclared-dash"),
        ("ดี", "score-not-numeric"),
        ("7", "score-out-of-range"),
        ("-0.5", "score-out-of-range"),
        ("5.0000001", "score-out-of-range"),
        ("#REF!", "error-cell"),
    ],
)
def test_each_bad_cell_has_its_finding_at_its_cell(cell: str, name: str) -> None:
    tables = build(Sheet([["5", "4"], ["4", cell], ["3", "3"]]))
    assert found(tables) == {name: [(2, 2)]}
    batch = check(tables, RulePack())[0]
    assert isinstance(batch, FindingBatch)
    assert batch.finding(0).area == Area(0, 6, 8, 6, 8)


def test_policies_excuse_what_they_decide() -> None:
    tables = build(Sheet([["5", "4"], ["", "-"], ["3", "3"]]))
    pack = with_policies(blank=BlankPolicy.NOT_APPLICABLE, dash=DashPolicy.ZERO)
    assert check(tables, pack) == []


def test_one_bad_cell_does_not_hide_another() -> None:
    tables = build(Sheet([["5", "ดี"], ["9", ""], ["#N/A", "-"]]))
    tables.scores.loc[4, "state"] = np.int8(6)
    assert set(found(tables)) == {
        "score-not-numeric", "score-out-of-range", "score-missing", "error-cell", "undeclared-dash",
    }  # fmt: skip


def test_a_unit_without_any_score_is_not_said_cell_by_cell() -> None:
    assert found(build(Sheet(matrix("5 . 4\n4 . 3")))) == {}


def test_an_indicator_without_any_score_is_one_finding_over_its_row() -> None:
    findings = check(build(Sheet(matrix("5 4 3\n. . .\n3 2 1"))), RulePack())
    assert [(f.name, f.indicator, f.unit, f.area) for f in findings if isinstance(f, Finding)] == [
        ("score-missing", 2, None, Area(0, 6, 7, 6, 9))
    ]


def test_an_indicator_blank_for_all_units_that_have_scores_is_one_finding() -> None:
    assert found(build(Sheet(matrix("5 4 .\n. . .\n3 2 .")))) == {"score-missing": [(2, 0)]}


def test_a_million_failures_are_columns_and_complete() -> None:
    rows, units = 400, 500
    tables = build(Sheet([["5"] * units] * rows))
    tables.scores["state"] = np.full(rows * units, 7, np.int8)
    tables.scores["numeric"] = np.zeros(rows * units, np.bool_)
    findings = check(tables, RulePack())
    assert [f.name for f in findings] == ["score-not-numeric"]
    assert isinstance(findings[0], FindingBatch)
    assert len(findings[0]) == rows * units


@pytest.mark.parametrize(
    ("weights", "total"),
    [(["50", "30", "22"], "102"), (["50", "30", "18"], "98"), (["0.5", "0.3", "0.22"], "1.02")],
)
def test_weights_must_sum_to_100_or_1(weights: list[str], total: str) -> None:
    finding = check(build(Sheet([["5"], ["4"], ["3"]], weights=weights)), RulePack())[0]
    assert isinstance(finding, Finding)
    assert finding.name == "weight-sum"
    assert finding.area == Area(0, 5, 6, 7, 6)
    assert finding.values["sum"] == Fraction(total)


@pytest.mark.parametrize(
    "weights", [["50", "30", "20"], ["0.5", "0.3", "0.2"], ["33.3333", "33.3333", "33.3334"]]
)
def test_weights_that_sum_up_are_fine(weights: list[str]) -> None:
    assert check(build(Sheet([["5"], ["4"], ["3"]], weights=weights)), RulePack()) == []


def test_required_weights_that_are_absent_are_found_and_ignored_ones_are_not() -> None:
    assert [f.name for f in check(build(Sheet([["5"]])), RulePack(weights="required"))] == ["weight-sum"]
    assert check(build(Sheet([["5"]], weights=["60"])), RulePack(weights="ignored")) == []


def test_a_reported_error_is_found_unless_it_was_never_calculated() -> None:
    tables = build(Sheet([["5"]], {"converted": ["#DIV/0!"]}))
    tables.reported["state"] = np.int8(6)
    assert [f.name for f in check(tables, RulePack())] == ["error-cell"]
    book = tables.books[0]
    grid = Grid("Sheet1", book.sheets[0].rows, uncached=frozenset({(6, 7)}))
    tables.books[0] = replace(book, sheets=(grid,))
    assert check(tables, RulePack()) == []


def test_no_environment_variable_switches_the_check_off(monkeypatch: pytest.MonkeyPatch) -> None:
    from pandera.config import CONFIG

    monkeypatch.setattr(CONFIG, "validation_enabled", False)
    assert set(found(build(Sheet(matrix("5 4\n9 4"))))) == {"score-out-of-range"}


@pytest.mark.parametrize("column", ["state", "value", "unit"])
def test_tables_that_break_their_own_contract_are_a_bug_and_said_so(column: str) -> None:
    tables = build(Sheet(matrix("5 4\n3 4")))
    broken = {"state": np.full(4, 9, np.int8), "value": np.full(4, 1.5), "unit": np.ones(4, np.int32)}
    tables.scores[column] = broken[column]
    with pytest.raises(BrokenTablesError):
        check(tables, RulePack())
