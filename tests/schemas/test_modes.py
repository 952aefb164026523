"""What a table's figures say of their rounding."""

from __future__ import annotations

import pytest

from schemas.modes import TableModes
from schemas.terms import Rounding
from tests.pipeline.judging import judge
from tests.pipeline.tables_builder import Sheet

UP, EVEN, CUT, NEAREST = Rounding


@pytest.mark.parametrize(
    ("mean", "fits", "telling", "alike"),
    [
        (["4.67", "4.33", "4.00"], (UP, EVEN, NEAREST), 1, 2),  # 14/3, 13/3, 4
        (["4.66", "4.33", "4.00"], (CUT,), 1, 2),
        (["4.69", "4.33", "4.00"], (), 0, 2),
        (["5.00", "4.33", "4.00"], (), 0, 2),
    ],
)
def test_a_mode_fits_where_every_figure_comes_out_under_it(
    mean: list[str], fits: tuple[Rounding, ...], telling: int, alike: int
) -> None:
    scores = [["5", "5", "4"], ["5", "4", "4"], ["4", "4", "4"]]
    found = TableModes.of(judge(Sheet(scores, {"mean": mean, "full_marks": ["15"] * 3})).lines)
    assert found == TableModes(3, fits, telling, alike)


def test_a_table_without_such_figures_says_nothing() -> None:
    assert TableModes.of(judge(Sheet([["5"]], {"full_marks": ["5"]})).lines) == TableModes(0, (), 0, 0)
