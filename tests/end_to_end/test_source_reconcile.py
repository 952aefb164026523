"""The verdict on the source sheet: no score of the missing indicators can give what is reported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command import sobthan
from tests.end_to_end.source_sheet import DRESSES, SOURCE


def _reconcile(file: Path) -> dict[str, Any]:
    result = sobthan("reconcile", "--format", "json", str(file))
    assert result.code == 1, result
    document: dict[str, Any] = json.loads(result.out)
    return document


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return _reconcile(SOURCE)


@pytest.fixture(scope="module")
def lines(document: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = document["workbooks"][0]["tables"][0]["reconciliation"]
    return found


def test_the_verdict_is_discrepant_and_all_figures_mismatch(document: dict[str, Any]) -> None:
    assert document["verdict"] == "discrepant"
    summary = document["summary"]
    assert (summary["workbooks"], summary["reported"], summary["match"]) == (1, 38, 0)
    assert (summary["mismatch"], summary["not_reported"], summary["not_computable"]) == (38, 12, 0)


def test_what_is_on_the_sheet_gives_25_15_and_60(lines: list[dict[str, Any]]) -> None:
    full = [one for one in lines if one["quantity"] == "full_marks" and one["status"] == "mismatch"]
    converted = [one for one in lines if one["quantity"] == "converted" and one["status"] == "mismatch"]
    assert len(full) == len(converted) == 19
    assert {one["recomputed"] for one in full} == {25}
    assert {one["recomputed"] for one in converted} == {60}
    assert converted[0]["reported"] == 96.84
    assert converted[0]["difference"] == 36.84
    assert converted[0]["basis"]["points"] == "15"


def test_every_converted_figure_is_contradicted_by_the_zeros(lines: list[dict[str, Any]]) -> None:
    best = {95: [15.79, 89.47], 90: [16.67, 88.89]}
    full = {one["unit"]: one["reported"] for one in lines if one["quantity"] == "full_marks"}
    for one in lines:
        if one["quantity"] == "converted" and one["status"] == "mismatch":
            assert one["assessment"] == "contradicted"
            assert one["feasible"] == best[full[one["unit"]]]
            assert one["reported"] > one["feasible"][1]
            assert one["causes"][0]["name"] == "zero-not-evaluated"


def test_full_marks_are_possible_on_a_partial_sheet(lines: list[dict[str, Any]]) -> None:
    for one in lines:
        if one["quantity"] == "full_marks" and one["status"] == "mismatch":
            assert one["assessment"] == "possible"
            assert one["causes"][0]["name"] == "partial-sheet"


def test_findings_say_each_fault_once(document: dict[str, Any]) -> None:
    findings = document["workbooks"][0]["findings"]
    names = [f["name"] for f in findings]
    for name in (
        "orphan-values",
        "ambiguous-alignment",
        "duplicate-unit",
        "reported-missing",
        "partial-sheet",
        "converted-mismatch",
        "full-marks-mismatch",
    ):
        assert names.count(name) == 1, names
    by_name = {f["name"]: f for f in findings}
    assert by_name["orphan-values"]["cell"] == "AF5"
    assert by_name["orphan-values"]["range"] == "AF5:AK15"
    assert "สพท." in by_name["duplicate-unit"]["message"]["th"]
    for number in ("25", "31", "38"):
        assert number in by_name["ambiguous-alignment"]["message"]["en"]
    assert "6" in by_name["reported-missing"]["message"]["en"]
    assert {"13", "14"} <= set(by_name["partial-sheet"]["message"]["en"].replace(",", " ").split())
    for number in ("6.8", "6.9", "88.89", "89.47"):
        assert number in by_name["converted-mismatch"]["message"]["en"]
        assert number in by_name["converted-mismatch"]["message"]["th"]


@pytest.mark.parametrize("dress", DRESSES[1:], ids=["tsv", "csv-cp874", "xlsx"])
def test_every_dress_gives_the_same_verdict(dress: Any, document: dict[str, Any], tmp_path: Path) -> None:
    other = _reconcile(dress(tmp_path))
    assert other["summary"]["mismatch"] == document["summary"]["mismatch"]
    ours, theirs = (d["workbooks"][0]["tables"][0]["reconciliation"] for d in (document, other))
    keep = (
        "unit",
        "quantity",
        "reported",
        "recomputed",
        "difference",
        "cell",
        "status",
        "assessment",
        "feasible",
    )
    assert [[one[k] for k in keep] for one in ours] == [[one[k] for k in keep] for one in theirs]
    names = [sorted(f["name"] for f in d["workbooks"][0]["findings"]) for d in (document, other)]
    assert names[0] == names[1]


def test_the_zero_policy_turns_contradiction_into_possibility() -> None:
    result = sobthan("reconcile", "--format", "json", "--zero", "not-evaluated", str(SOURCE))
    document = json.loads(result.out)
    assert document["rules"]["policies"]["zero"] == "not-evaluated"
    converted = [
        one
        for one in document["workbooks"][0]["tables"][0]["reconciliation"]
        if one["quantity"] == "converted" and one["status"] == "mismatch"
    ]
    assert len(converted) == 19
    assert {one["assessment"] for one in converted} == {"possible"}
