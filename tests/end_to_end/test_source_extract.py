"""What `sobthan extract` finds on the source sheet, in every dress of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command import sobthan
from tests.end_to_end.source_sheet import DRESSES, SOURCE, source_rows


def _extract(file: Path) -> dict[str, Any]:
    result = sobthan("extract", "--format", "json", str(file))
    assert result.code == 0, result
    document: dict[str, Any] = json.loads(result.out)
    return document


@pytest.fixture(scope="module")
def table() -> dict[str, Any]:
    (workbook,) = _extract(SOURCE)["workbooks"]
    (table,) = workbook["tables"]
    assert isinstance(table, dict)
    return table


def test_units_stand_in_order_with_their_cells(table: dict[str, Any]) -> None:
    codes = source_rows()[3][6:31]
    assert [u["code"] for u in table["units"]] == codes
    assert [u["position"] for u in table["units"]] == list(range(1, 26))
    assert [u["cell"] for u in table["units"]][:3] == ["G4", "H4", "I4"]
    assert table["units"][-1]["cell"] == "AE4"
    assert codes.count("สพท.") == 2


def test_indicators_have_numbers_and_titles(table: dict[str, Any]) -> None:
    assert [i["number"] for i in table["indicators"]] == ["6.6", "6.7", "6.8", "6.9", "6.10"]
    assert [i["cell"] for i in table["indicators"]] == ["A5", "A8", "A13", "A14", "A15"]
    assert table["indicators"][2]["title"] == "การสร้างคุณธรรม จริยธรรมในองค์กร"
    assert all(i["weight"] is None for i in table["indicators"])


def test_every_score_stands_at_its_cell(table: dict[str, Any]) -> None:
    rows = source_rows()
    assert len(table["scores"]) == 125
    line_of = {1: 5, 2: 8, 3: 13, 4: 14, 5: 15}
    for score in table["scores"]:
        raw = rows[line_of[score["indicator"]] - 1][5 + score["unit"]]
        assert score["raw"] == raw
        assert score["value"] == int(raw)
        assert score["state"] == "scored"
    assert table["scores"][0]["cell"] == "G5"
    assert table["scores"][-1]["cell"] == "AE15"


def test_figures_are_nineteen_pairs(table: dict[str, Any]) -> None:
    values = [v for v in source_rows()[17][6:] if v]
    reported = table["reported"]
    assert len(reported) == 38
    by_cell = sorted(reported, key=lambda f: (len(f["cell"]), f["cell"]))
    assert [f["raw"] for f in by_cell] == values
    assert [f["quantity"] for f in by_cell] == ["full_marks", "converted"] * 19
    assert [f["unit"] for f in by_cell] == [u for u in range(1, 20) for _ in "fc"]
    assert {f["decimals"] for f in reported if f["quantity"] == "converted"} == {2}
    assert {f["decimals"] for f in reported if f["quantity"] == "full_marks"} == {0}


def test_levels_keep_round_text_and_threshold(table: dict[str, Any]) -> None:
    def levels(indicator: int, round_: str | None = None) -> list[tuple[int, str, Any]]:
        return [
            (one["level"], one["text"], one["threshold"])
            for one in table["levels"]
            if one["indicator"] == indicator and one["round"] == round_
        ]

    integration = levels(5, "12")
    assert [(level, threshold) for level, _, threshold in integration] == [
        (1, 60), (2, 70), (3, 80), (4, 90), (5, 100),
    ]  # fmt: skip
    assert all(text.startswith("ร้อยละ") for _, text, _ in integration)
    assert [(level, text) for level, text, _ in levels(1)] == [(3, "1"), (4, "2"), (5, "3")]
    assert [(level, text) for level, text, _ in levels(2)] == [
        (2, "1 ตัวชี้วัด"), (3, "2 ตัวชี้วัด"), (4, "3 ตัวชี้วัด"), (5, "4 ตัวชี้วัด"),
    ]  # fmt: skip
    assert [level for level, _, _ in levels(1, "6")] == [1, 4, 5]
    assert [level for level, _, _ in levels(5, "6")] == [1, 3, 5]


@pytest.mark.parametrize("dress", DRESSES, ids=["txt", "tsv", "csv-cp874", "xlsx"])
def test_every_dress_gives_the_same_tables(dress: Any, table: dict[str, Any], tmp_path: Path) -> None:
    (workbook,) = _extract(dress(tmp_path))["workbooks"]
    (other,) = workbook["tables"]
    own = {k: v for k, v in table.items() if k not in ("sheet", "range")}
    assert _without_sheet({k: other[k] for k in own}) == _without_sheet(own)


def _without_sheet(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_sheet(v) for k, v in value.items() if k != "sheet"}
    if isinstance(value, list):
        return [_without_sheet(v) for v in value]
    return value
