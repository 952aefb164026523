"""What causes cost: a typical workbook whose every converted score is wrong, explained and left unexplained."""

from __future__ import annotations

from pathlib import Path

from tests.bench.measure import python, ratio, side_by_side
from tests.bench.workbooks import write_matrix

BAR = 15

EXPLAINED = """
import sys
from pipeline.cli import entry
sys.argv = ["sobthan", *sys.argv[1:]]
entry()
"""

UNEXPLAINED = (
    """
import pipeline.explain
pipeline.explain.explain = lambda tables, recomputed, lines, findings, pack: (lines, [])
"""
    + EXPLAINED
)


def explaining(folder: Path) -> None:
    """One typical workbook with every converted score wrong: the run with causes beside the run without."""
    book = str(write_matrix(folder / "explained.xlsx", 19, 25, wrong_figures=True))
    arguments = ("reconcile", "--format", "json", "-o", f"{folder}/out.json", "-q", book)
    costs = side_by_side(
        {"with": python(EXPLAINED, *arguments), "without": python(UNEXPLAINED, *arguments)}, rounds=9
    )
    more = ratio([c.wall for c in costs["with"]], [c.wall for c in costs["without"]]) - 1
    print(f"{'explaining a typical workbook, all figures wrong':44} {100 * more:5.1f} % more (bar {BAR} %)")
