"""What a table tells of its rounding stands in every report: another way for all of it, or that nothing tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rules.catalogue import CATALOGUE
from tests.command import sobthan

SHEET = """ตัวชี้วัด,สพด.,กตม.,กนท.
1.1 การส่งเสริมดิจิทัล,5,4,3
1.2 คุณธรรมและความโปร่งใส,5,5,3
1.3 การบริหารงบประมาณ,{last}
คะแนนที่แปลงเป็นฐาน 100,{converted}
"""
CUT = SHEET.format(last="4,4,4", converted="93.33,86.66,66.66")
EXACT = SHEET.format(last="5,3,3", converted="100.00,80.00,60.00")


def _reports(sheet: str, folder: Path) -> tuple[dict[str, object], str, str]:
    file = folder / "kpi.csv"
    file.write_text(sheet, encoding="utf-8-sig")
    said = []
    for form in ("json", "text", "html"):
        report = folder / f"report.{form}"
        sobthan("reconcile", str(file), "--format", form, "--lang", "en", "-o", str(report))
        said.append(report.read_text(encoding="utf-8"))
    return json.loads(said[0])["workbooks"][0], " ".join(said[1].split()), said[2]


def test_another_way_for_the_whole_table(tmp_path: Path) -> None:
    book, text, html = _reports(CUT, tmp_path)
    assert book["tables"][0]["rounding"] == {"figures": 3, "fits": ["truncate"], "told_apart": True}  # type: ignore[index]
    [found] = [f for f in book["findings"] if f["name"] == "rounding-mode"]  # type: ignore[attr-defined]
    assert (found["range"], found["severity"]) == ("C5:D5", "info")
    assert "cutting off" in found["message"]["en"]
    assert CATALOGUE.findings["rounding-mode"].title.en in text
    assert "another (cutting off)" in text
    assert "rounding-mode" in html


@pytest.mark.parametrize(("sheet", "untold"), [(EXACT, True), (CUT, False)])
def test_that_nothing_tells(sheet: str, untold: bool, tmp_path: Path) -> None:
    book, text, html = _reports(sheet, tmp_path)
    assert book["tables"][0]["rounding"]["told_apart"] is not untold  # type: ignore[index]
    assert ("no figure tells how it was rounded" in text) is untold
    assert ("no figure tells how it was rounded" in html) is untold
