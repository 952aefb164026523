"""Suites are data: every shipped one loads, and what cannot be judged row by row is refused before anything runs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rules.errors import RuleError
from rules.suite_columns import COLUMNS, ROW_EXPECTATIONS
from rules.suite_loading import load_suite, load_suites, shipped_suites
from schemas.finding import Severity


def entry(**changes: Any) -> dict[str, Any]:
    whole = {
        "type": "expect_column_values_to_be_between",
        "kwargs": {"column": "score", "min_value": 0, "max_value": 5},
        "severity": "warning",
        "meta": {"name": "in-range", "title": {"en": "In range", "th": "อยู่ในช่วง"}},
    }
    return {k: v for k, v in {**whole, **changes}.items() if v is not None}


def write(folder: Path, *entries: dict[str, Any], name: str = "mine") -> str:
    path = folder / "mine.json"
    document = {"name": name, "expectations": list(entries)}
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("name", shipped_suites())
def test_every_shipped_suite_loads_and_speaks_both_languages(name: str) -> None:
    expectations = load_suite(name)
    assert expectations
    for one in expectations:
        assert one.suite == name
        assert one.title.th.isascii() is False
        assert one.title.en.isascii()


def test_severities_are_ours() -> None:
    severities = {e.severity for e in load_suite("submission")}
    assert severities == {Severity.ERROR, Severity.WARNING, Severity.INFO}


def test_none_leaves_suites_out() -> None:
    assert load_suites(["none"]) == ()
    assert load_suites(["whole-scores", "whole-scores"]) == load_suite("whole-scores")


BAD = [
    (entry(type="expect_column_values_to_be_betwen"), "did you mean expect_column_values_to_be_between?"),
    (entry(type="expect_column_values_to_be_unique"), "is not an expectation that a suite can use"),
    (entry(type="expect_column_mean_to_be_between"), "is not an expectation that a suite can use"),
    (entry(kwargs={"column": "scores"}), "did you mean score?"),
    (entry(kwargs={"min_value": 0}), "names no column"),
    (entry(kwargs={"column": "score", "mostly": 0.9}), "mostly is not used here"),
    (entry(kwargs={"column_A": "score", "column_B": "units"}), "different rows"),
    (entry(severity="fatal"), "critical, warning, info"),
    (entry(meta={"name": "In Range", "title": {"en": "a", "th": "ก"}}), "lower case with hyphens"),
    (entry(meta={"name": "a", "title": {"en": "a"}}), "the key th is missing"),
    (entry(meta=None), "the key meta is missing"),
    (entry(kwarg={}), "did you mean kwargs?"),
]


@pytest.mark.parametrize(("bad", "words"), BAD)
def test_bad_expectation_is_refused_at_its_line(tmp_path: Path, bad: dict[str, Any], words: str) -> None:
    path = write(tmp_path, entry(meta={"name": "good", "title": {"en": "a", "th": "ก"}}), bad)
    with pytest.raises(RuleError) as caught:
        load_suite(path)
    assert words in str(caught.value)
    assert caught.value.file == path
    assert (caught.value.line or 0) > 17  # inside the second expectation


def test_same_name_twice(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="stands twice"):
        load_suite(write(tmp_path, entry(), entry()))


@pytest.mark.parametrize(
    ("text", "words"),
    [("{", "not JSON"), ("[]", "keys and values"), ('{"name": "a", "name": "b"}', "given twice"),
     ('{"name": "a", "expectations": NaN}', "not a number"), ('{"name": "a"}', "expectations is missing")],
)  # fmt: skip
def test_not_a_suite(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(RuleError, match=words):
        load_suite(str(tmp_path / "x.json"))


def test_unknown_suite_suggests() -> None:
    with pytest.raises(RuleError, match="did you mean submission"):
        load_suites(["submision"])


def test_a_column_and_an_expectation_say_what_they_are() -> None:
    assert all(column.about.endswith(".") for column in COLUMNS.values())
    assert len(set(ROW_EXPECTATIONS)) == len(ROW_EXPECTATIONS)
