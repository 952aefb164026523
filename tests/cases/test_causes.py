"""Every cause has a case on both sides: a figure it explains, and the same sheet where it has nothing to explain."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from rules.catalogue import CATALOGUE
from schemas.outcome import Cause, Line
from tests.cases.judging import CASES, Judged, judge, read


def line_of(judged: Judged, side: Mapping[str, Any]) -> Line:
    """Return the line that the case speaks of."""
    (line,) = [
        line
        for line in judged.outcome.workbooks[0].lines
        if line.unit == side["unit"] and line.quantity == side["quantity"] and line.indicator is None
    ][-1:]
    return line


def says(cause: Cause, name: str) -> bool:
    return cause.name == name or name in cause.equivalents


@pytest.mark.parametrize("name", list(CATALOGUE.causes))
def test_cause_is_found_in_its_case_and_not_in_the_other(name: str, tmp_path: Path) -> None:
    case = read("causes", name)
    assert case is not None, f"add fixtures/cases/causes/{name}.yaml"
    causes = line_of(judge(case["fail"], tmp_path / "fail"), case["fail"]).causes
    assert causes, "the figure matches"
    if case["fail"].get("among"):  # others reach the figure as well
        assert any(says(c, name) for c in causes), [c.name for c in causes]
    else:
        assert says(causes[0], name), [c.name for c in causes]
    for cause in causes:
        assert "{" not in cause.message.en + cause.message.th
    passing = judge(case["pass"], tmp_path / "pass")
    found = {c.name for line in passing.outcome.workbooks[0].lines for c in line.causes}
    assert name not in found


def test_every_case_is_of_a_name_in_the_catalogue() -> None:
    assert {p.stem for p in (CASES / "causes").glob("*.yaml")} == set(CATALOGUE.causes)
