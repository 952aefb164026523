"""Every finding has a case on both sides: a small workbook in which it stands, and one in which it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.catalogue import CATALOGUE
from schemas.cell import a1
from tests.cases.judging import CASES, compared, judge, read

ELSEWHERE = {"internal-error": "tests/pipeline/test_isolate.py"}
"""Names that no workbook can bring about, and the test that does."""


@pytest.mark.parametrize("name", sorted(set(CATALOGUE.findings) - set(ELSEWHERE)))
def test_finding_stands_in_its_case_and_not_in_the_other(name: str, tmp_path: Path) -> None:
    case = read("findings", name)
    assert case is not None, f"add fixtures/cases/findings/{name}.yaml"
    if "right" in case["fail"]:
        assert name in compared(case["fail"], tmp_path / "fail")
        assert name not in compared(case["pass"], tmp_path / "pass")
        return
    failing = judge(case["fail"], tmp_path / "fail")
    assert name in failing.names
    if "at" in case["fail"]:
        places = [view.place.cell for view in failing.views if view.source.name == name]
        assert case["fail"]["at"] in places
    for view in failing.views:  # whatever stands there has words with every value filled in
        assert "–" not in view.message.en, (view.source.name, view.message.en)
        assert "{" not in view.message.en + view.message.th
        area = view.source.area
        if area is not None and not view.source.cells:
            assert view.place.cell == a1(area.row, area.col)
    passing = judge(case["pass"], tmp_path / "pass")
    assert name not in passing.names


def test_every_case_is_of_a_name_in_the_catalogue() -> None:
    assert {p.stem for p in (CASES / "findings").glob("*.yaml")} == set(CATALOGUE.findings) - set(ELSEWHERE)
    for name, test in ELSEWHERE.items():
        assert name in (CASES.parents[1] / test).read_text(encoding="utf-8")
