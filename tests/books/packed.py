"""Dumps whose blank cells were lost: codes and scores close up, the last row holds a pair for every unit."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from tests.books.body import write_matrix
from tests.books.expected import Written
from tests.books.figure_cells import put_figure
from tests.books.names import SUMMARY_LABELS, UNIT_STYLES
from tests.books.options import MatrixOptions
from tests.books.page import Kind, Sheet
from tests.books.spec import SCORE_STYLES, evaluation
from tests.books.summary import declared

PACKED_FACTORS: dict[str, tuple[object, ...]] = {
    "units": (7, 19, 25),
    "indicators": (5, 12, 19),
    "unit_style": UNIT_STYLES,
    "number_style": ("dotted", "long", "deep", "thai"),
    "score_style": SCORE_STYLES,
    "criteria": (False, True),
    "states": (False, True),
    "titles": (0, 2),
    "figures": ("typed", "formatted"),
}


def packed_book(name: str, choice: Mapping[str, Any], rng: Random) -> Written:
    """Return one book whose figures can only be given to units by their order."""
    o = MatrixOptions(titles=choice["titles"], criteria=choice["criteria"], figures=choice["figures"])
    e = evaluation(
        rng,
        units=choice["units"],
        indicators=choice["indicators"],
        groups=1,
        unit_style=choice["unit_style"],
        number_style=choice["number_style"],
        score_style=choice["score_style"],
        states=("not_applicable",) if choice["states"] else (),
        criteria=o.criteria,
    )
    sheet = Sheet("Sheet1")
    m = write_matrix(sheet, e, o, rng, summary=False)
    for cell in sheet.cells:
        cell.rows = cell.cols = 1
    sheet.put(m.next_row, m.label_col, SUMMARY_LABELS["converted"][0], Kind.TITLE)
    figures = []
    for unit in range(1, len(e.units) + 1):
        exact, col = e.figures(unit), m.unit_col + 2 * (unit - 1)
        for k, quantity in enumerate(("full_marks", "converted")):
            figures.append(put_figure(sheet, m.next_row, col + k, unit, quantity, exact[quantity], o.figures))
    m.table.reported += declared(figures)
    m.table.packed = True
    traits = tuple(f"{k}={v}" for k, v in choice.items())
    return Written(name, [sheet], [m.table], allowed={"ambiguous-alignment"}, traits=traits)
