"""The source sheet: a packed dump whose blank cells were lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas.cell import Area, a1
from schemas.finding import Finding
from schemas.grid import Book, Grid
from schemas.tables import SCALE
from tests.pipeline.sheets import Ingested, ingested

SOURCE = Path(__file__).parents[3] / "fixtures" / "source" / "kpi-6.6-to-6.10.txt"


@pytest.fixture(scope="module")
def source() -> Ingested:
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    grid = Grid("kpi", [list(line.split("\t")) for line in lines])
    return ingested(Book("kpi.txt", "", "txt", (grid,)))


def test_tables(source: Ingested) -> None:
    tables, layouts, _ = source
    assert [(layouts[0][0].area, layouts[0][0].packed)] == [(Area(0, 3, 1, 18, 44), True)]
    units = tables.units
    assert list(units["code"])[:3] + list(units["code"])[-1:] == ["สพด.", "กตม.", "กนท.", "สพท.11"]
    assert [a1(r, c) for r, c in zip(units["row"], units["col"], strict=True)][::24] == ["G4", "AE4"]
    assert list(tables.indicators["number"]) == ["6.6", "6.7", "6.8", "6.9", "6.10"]
    assert list(tables.indicators["title"])[2] == "การสร้างคุณธรรม จริยธรรมในองค์กร"
    scores = tables.scores
    assert len(scores) == 125
    by_indicator = scores.groupby("indicator")["value"].agg(["min", "max"])
    assert by_indicator.to_numpy().tolist() == [[v * SCALE] * 2 for v in (5, 5, 0, 0, 5)]
    reported = tables.reported
    pairs = list(zip(reported["unit"], reported["quantity"], reported["value"], strict=True))
    assert pairs[:2] == [(1, "full_marks", "95"), (1, "converted", "96.84")]
    assert pairs[-2:] == [(19, "full_marks", "90"), (19, "converted", "94.84")]
    assert len(pairs) == 38


def test_levels(source: Ingested) -> None:
    tables, _, _ = source
    found = {
        (r.indicator, r.round, r.level): r.threshold
        for r in tables.levels.itertuples()
        if isinstance(r.threshold, str)
    }
    assert {k: v for k, v in found.items() if k[0] == 5} == {
        (5, "12", level): str(50 + 10 * level) for level in range(1, 6)
    }
    assert {k: v for k, v in found.items() if k[0] == 1} == {(1, None, n): str(n - 2) for n in (3, 4, 5)}
    assert {k: v for k, v in found.items() if k[0] == 2} == {(2, None, n): str(n - 1) for n in (2, 3, 4, 5)}
    assert set(tables.levels[tables.levels["indicator"] == 1]["round"]) == {None, "6", "12"}


def test_findings(source: Ingested) -> None:
    _, _, findings = source
    found = {f.name: f for f in findings if isinstance(f, Finding)}
    assert set(found) == {"orphan-values", "ambiguous-alignment", "duplicate-unit", "reported-missing"}
    assert found["orphan-values"].area == Area(0, 5, 32, 15, 37)
    numbers = ("units", "scores", "figures")
    assert [found["ambiguous-alignment"].values[n] for n in numbers] == [25, 31, 38]
    assert found["duplicate-unit"].area == Area(0, 4, 18, 4, 18)
    assert found["reported-missing"].values["count"] == 6
    assert found["reported-missing"].cells[0].col == 26
