"""Submissions against suites: failing cells come back, broken is not failed, one batch for all, always offline."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.facts import facts
from pipeline.suites import check_suites, share_text
from rules.errors import RuleError
from rules.loading import load_pack
from rules.suite_columns import COLUMNS, ROW_EXPECTATIONS
from rules.suite_loading import load_suite, load_suites
from schemas.cell import a1
from schemas.finding import Finding, Severity
from schemas.rules import Roster, RulePack
from schemas.tables import Tables
from tests.reports.build import Matrix, judge, tables

PACK = load_pack()


def matrix(*rows: list[float | str], codes: str = "กขค") -> Matrix:
    return Matrix(list(codes), [f"ตัวชี้วัด {i}" for i in range(len(rows))], list(rows))


def of(*matrices: Matrix) -> Tables:
    return tables([judge(m, index) for index, m in enumerate(matrices)])


def suite(folder: Path, kind: str, severity: str = "warning", name: str = "mine", **kwargs: Any) -> str:
    one = {
        "type": kind,
        "kwargs": kwargs,
        "severity": severity,
        "meta": {"name": name, "title": {"en": "As expected", "th": "ตามที่คาด"}},
    }
    path = folder / "mine.json"
    path.write_text(json.dumps({"name": "mine", "expectations": [one]}), encoding="utf-8")
    return str(path)


def failed(found: list[Finding], name: str) -> list[Finding]:
    return [f for f in found if f.subject == name]


def test_a_believable_submission_has_nothing_above_info() -> None:
    good = matrix([5, 4, 3], [4, 4.5, 5], [3, "N/A", 2])
    found = check_suites(of(good), PACK, load_suite("submission"))
    assert [f for f in found if f.severity is not Severity.INFO] == []


def test_share_of_zeros_is_found_at_its_indicator() -> None:
    (one,) = failed(
        check_suites(of(matrix([5, 4, 3], [0, 0, 5])), PACK, load_suite("submission")),
        "submission/zero-share",
    )
    assert (one.name, one.severity, one.indicator, one.unit) == (
        "expectation-failed",
        Severity.WARNING,
        2,
        None,
    )
    assert one.area is not None
    assert a1(one.area.row, one.area.col) == "A4"
    assert one.values["count"] == 1
    assert "66.67%" in str(one.values["observed"])


def test_one_unit_with_one_score_everywhere_and_several() -> None:
    same = matrix([5, 4, 3], [5, 4, 4], [5, 4, 5])
    (one,) = failed(check_suites(of(same), PACK, load_suite("submission")), "submission/unit-varies")
    assert (one.unit, one.values["where"], one.severity) == (None, ("ก", "ข"), Severity.INFO)
    assert [a1(c.row, c.col) for c in one.cells] == ["C2", "D2"]


def test_completeness_counts_declared_states_and_not_blanks() -> None:
    rows: list[list[float | str]] = [["", "N/A", 3], ["-", 4, 3], [1, 2, 4]]
    (one,) = failed(
        check_suites(of(matrix(*rows)), PACK, load_suite("submission")), "submission/completeness"
    )
    assert one.unit == 1
    assert "33.33%" in str(one.values["observed"])


@pytest.mark.parametrize(("name", "cells"), [("whole-scores", ["D3", "E4"]), ("half-scores", ["E4"])])
def test_score_steps(name: str, cells: list[str]) -> None:
    (one,) = check_suites(of(matrix([5, 4.5, "N/A"], ["", 3, 2.1])), PACK, load_suite(name))
    assert [a1(c.row, c.col) for c in one.cells] == cells or [a1(one.area.row, one.area.col)] == cells  # type: ignore[union-attr]
    assert one.severity is Severity.ERROR
    assert one.values["count"] == len(cells)


def test_tenths_are_not_flagged_by_binary_arithmetic(tmp_path: Path) -> None:
    steps = [i / 10 for i in range(51)]
    path = suite(tmp_path, "expect_column_values_to_be_in_set", column="score", value_set=steps)
    rows: list[list[float | str]] = [[steps[(i * 3 + u) % 51] for u in range(3)] for i in range(17)]
    assert check_suites(of(matrix(*rows)), PACK, load_suite(path)) == []


def test_roster_names_strangers_and_the_missing() -> None:
    pack = RulePack(units=Roster(("ก", "ข.", "ง"), {"คู่": "ง"}), indicators=Roster(("1.1",)))
    found = check_suites(of(matrix([5, 4, 3], codes=["ก", "ค", "คู่"])), pack, load_suite("submission"))  # type: ignore[arg-type]
    (stranger,) = failed(found, "submission/unit-on-roster")
    assert stranger.values["where"] == ("ค",)
    assert stranger.severity is Severity.ERROR
    (missing,) = failed(found, "submission/all-units")
    assert missing.values["where"] == ("ข.",)


def test_change_against_the_round_before_by_keys_not_positions() -> None:
    now, before = of(matrix([5, 1, 3], [4, 4, 5])), of(matrix([3, 4, 4], [4, 4, 4], codes="คกข"))
    found = check_suites(now, PACK, load_suite("submission"), last=before)
    (one,) = failed(found, "submission/change")
    assert one.values["where"] == ("D3",)  # ข fell from 4 to 1
    assert "-3" in str(one.values["observed"])


def test_rounds_of_one_workbook_are_compared() -> None:
    both = of(matrix([5, 1, 3]))
    later = of(matrix([1, 1, 3]))
    both.infos += [_with(later.infos[0], table=2, round="12")]
    both.infos[0] = _with(both.infos[0], round="6")
    import pandas as pd

    for name in ("units", "indicators", "scores"):
        frame = getattr(later, name).assign(table=2)
        setattr(both, name, pd.concat([getattr(both, name), frame], ignore_index=True))
    (one,) = failed(check_suites(both, PACK, load_suite("submission")), "submission/change")
    assert (one.table, one.unit, one.indicator) == (2, 1, 1)


def _with(info: Any, **changes: Any) -> Any:
    from dataclasses import replace

    return replace(info, **changes)


def test_one_batch_judges_each_workbook_by_itself() -> None:
    good, bad = matrix([5, 4, 3], [4, 4.5, 5]), matrix([0, 0, 0], [1, 2, 3])
    expectations = load_suites(["submission", "whole-scores"])
    together = check_suites(of(good, bad, good), PACK, expectations)
    for index, one in enumerate((good, bad, good)):
        alone = check_suites(of(one), PACK, expectations)
        mine = [f for f in together if f.workbook == index]
        assert [_with(f, workbook=0) for f in mine] == alone


def test_a_broken_expectation_is_broken_not_failed(tmp_path: Path) -> None:
    path = suite(tmp_path, "expect_column_values_to_be_between", column="score", max_value="2026-01-01")
    (one,) = check_suites(of(matrix([5, 4, 3])), PACK, load_suite(path))
    assert (one.name, one.severity, one.subject) == ("expectation-broken", Severity.ERROR, "mine/mine")
    assert one.values["why"]


@pytest.mark.parametrize(
    ("kind", "kwargs"),
    [("expect_column_values_to_be_between", {"max_value": "half"}),
     ("expect_column_values_to_be_in_set", {"value_sets": [1]})],
)  # fmt: skip
def test_arguments_that_do_not_fit_are_refused(tmp_path: Path, kind: str, kwargs: dict[str, Any]) -> None:
    path = suite(tmp_path, kind, column="score", **kwargs)
    with pytest.raises(RuleError) as caught:
        check_suites(of(matrix([5, 4, 3])), PACK, load_suite(path))
    assert "cannot be made" in str(caught.value)
    assert caught.value.file == path


@pytest.mark.parametrize("kind", ROW_EXPECTATIONS)
def test_every_type_we_offer_exists_and_brings_cells_back(tmp_path: Path, kind: str) -> None:
    cases: dict[str, dict[str, Any]] = {
        "expect_column_values_to_be_between": {"column": "score", "max_value": 4},
        "expect_column_values_to_be_in_set": {"column": "score", "value_set": [3, 4]},
        "expect_column_values_to_not_be_in_set": {"column": "score", "value_set": [5]},
        "expect_column_values_to_match_regex": {"column": "state", "regex": "blank|dash"},
        "expect_column_values_to_not_match_regex": {"column": "state", "regex": "scored"},
        "expect_column_pair_values_a_to_be_greater_than_b": {
            "column_A": "unit_completeness", "column_B": "unit_zero_share"},
        "expect_column_pair_values_to_be_equal": {
            "column_A": "unit_completeness", "column_B": "unit_zero_share"},
    }  # fmt: skip
    kwargs = cases[kind]
    rows: list[list[float | str]] = [[5, 0, ""]]
    (one,) = check_suites(of(matrix(*rows)), PACK, load_suite(suite(tmp_path, kind, **kwargs)))
    assert one.name == "expectation-failed"
    assert one.area is not None
    assert one.area.col in (3, 4, 5)


def test_facts_hold_every_column_and_only_rows_that_have_one() -> None:
    frame = facts(of(matrix([5, 4, 3], [0, "", "-"])), PACK, set(COLUMNS))
    assert set(COLUMNS) <= set(frame.columns)
    few = facts(of(matrix([5, 4, 3])), PACK, {"score_change", "missing_units"})
    assert len(few) == 0


def test_no_table_is_no_failure() -> None:
    empty = tables([judge(matrix([5, 4, 3]))])
    for name in ("units", "indicators", "scores"):
        setattr(empty, name, getattr(empty, name).iloc[:0])
    empty.infos.clear()
    assert check_suites(empty, PACK, load_suite("submission")) == []


@pytest.mark.parametrize(
    ("share", "text"), [(0.0, "0%"), (1.0, "100%"), (0.99999, "99.99%"), (1e-9, "0.01%")]
)
def test_a_share_is_nought_or_whole_only_where_it_is(share: float, text: str) -> None:
    assert share_text(share) == text


OFFLINE = """
import socket, sys
def refuse(*a, **k):
    print("SOCKET", a, file=sys.stderr)
    raise OSError("no network here")
socket.socket.connect = refuse
socket.socket.connect_ex = refuse
socket.getaddrinfo = refuse
socket.create_connection = refuse
from tests.pipeline.test_suites import PACK, check_suites, load_suite, matrix, of
found = check_suites(of(matrix([0, 0, 0], [1, 2, 3])), PACK, load_suite("submission"))
assert found
import os
assert os.environ["GX_ANALYTICS_ENABLED"] == "False"
"""


def test_no_socket_is_opened_and_nothing_is_sent() -> None:
    done = subprocess.run([sys.executable, "-c", OFFLINE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "SOCKET" not in done.stderr
    assert done.stderr == ""  # no progress bar either
