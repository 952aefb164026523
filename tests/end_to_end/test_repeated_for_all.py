"""An indicator counted twice for every unit, full marks too: no indicator that is missing, where scores tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import sobthan

HEAD = "ตัวชี้วัด,กองคลัง,กองแผน,กองช่าง\n"


def _table(folder: Path, first: tuple[int, int, int], figures: str) -> dict[str, list[dict[str, object]]]:
    file = folder / "kpi.csv"
    rows = f"1. แผน,{','.join(map(str, first))}\n2. คน,3,4,2\n3. เงิน,5,4,4\n"
    file.write_text(HEAD + rows + "คะแนนเต็ม,20,20,20\n" + figures, encoding="utf-8")
    [table] = json.loads(sobthan("reconcile", "--format", "json", str(file)).out)["workbooks"][0]["tables"]
    found: dict[str, list[dict[str, object]]] = table
    return found


@pytest.mark.parametrize(
    ("first", "figures", "lead"),
    [
        ((3, 5, 1), "คะแนนรวม,14,18,8\nร้อยละ,70,90,40\n", "row-repeated"),
        ((5, 5, 5), "คะแนนรวม,18,18,16\nร้อยละ,90,90,80\n", "partial-sheet"),
        ((3, 5, 1), "คะแนนรวม,15,17,9\nร้อยละ,75,85,45\n", "partial-sheet"),
    ],
    ids=["its scores", "all full", "other scores"],
)
def test_one_cause_for_all(first: tuple[int, int, int], figures: str, lead: str, tmp_path: Path) -> None:
    lines = _table(tmp_path, first, figures)["reconciliation"]
    wrong = [line for line in lines if line["status"] == "mismatch"]
    assert {line["quantity"] for line in wrong} == {"full_marks", "points", "converted"}
    causes = {line["quantity"]: line["causes"] for line in wrong}
    assert {str(c[0]["name"]) for c in causes.values() if isinstance(c, list)} == {lead}
