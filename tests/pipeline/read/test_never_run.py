"""A library that stores 0 for every formula leaves a workbook never calculated, not one of wrong zeros."""

from __future__ import annotations

import pytest

from pipeline.read.never_run import without_stored_zeros
from schemas.grid import Grid, RawValue

SCORES: list[list[RawValue]] = [["KPI", "A", "B"], ["one", 4.0, 5.0], ["two", 3.0, 5.0]]


def _sheet(*formulas: tuple[str, float], scores: list[list[RawValue]] | None = None) -> Grid:
    rows = [list(row) for row in scores or SCORES]
    rows.append(["sum", *[value for _, value in formulas]])
    texts = {(len(rows), col): text for col, (text, _) in enumerate(formulas, 2)}
    return Grid("Scores", rows, formulas=texts)


def test_sums_of_scores_that_all_read_zero_were_never_calculated() -> None:
    (found,) = without_stored_zeros([_sheet(("=SUM(B2:B3)", 0.0), ("=SUM(C2:C3)", 0.0))])
    assert found.uncached == {(4, 2), (4, 3)}
    assert found.value(4, 2) == found.value(4, 3) == ""


@pytest.mark.parametrize(
    "sheet",
    [
        _sheet(("=SUM(B2:B3)", 7.0), ("=SUM(C2:C3)", 0.0)),
        _sheet(("=B2-B2", 0.0), ("=C2-C3", 0.0)),
        _sheet(("=SUM(B2:B3)", 0.0)),
        _sheet(
            ("=SUM(B2:B3)", 0.0),
            ("=SUM(C2:C3)", 0.0),
            scores=[["", 0.0, 0.0], ["", 0.0, 0.0], ["", 0.0, 0.0]],
        ),
        _sheet(("=SUM(B:B)", 0.0), ("=IF(C2>3,0,1)", 0.0)),
        _sheet(("=SUM(B2:B1048576)", 0.0), ("=SUM(C2:C1048576)", 0.0)),
    ],
    ids=["calculated", "differences", "one", "zeros", "unknown", "endless"],
)
def test_zeros_that_may_be_right_stay(sheet: Grid) -> None:
    assert without_stored_zeros([sheet]) == (sheet,)
