"""`python -m tests.bench [NAME...]`: measure, and print every figure beside its bar."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench.explaining import explaining
from tests.bench.floor import floor_commands, floor_walls
from tests.bench.gate import gate
from tests.bench.measure import Cost, ratio, side_by_side
from tests.bench.workbooks import write_matrix
from tests.command import SOBTHAN


def _against_floor(title: str, book: Path, bar: float, rounds: int) -> None:
    report = book.with_suffix(".html")
    ours = [*SOBTHAN, "reconcile", "--format", "html", "-o", str(report), "-q", str(book)]
    costs = side_by_side({**floor_commands(str(book)), "sobthan": ours}, rounds)
    walls = [c.wall for c in costs["sobthan"]]
    memory = ratio([c.peak for c in costs["sobthan"]], [c.peak for c in costs["bare read"]])
    print(
        f"{title:44} {ratio(walls, floor_walls(costs)):6.2f} F (bar {bar:.2f} F)   "
        f"peak {memory:5.2f} x the bare read   "
        f"[read {_median(costs['bare read']):.2f} s, import {_median(costs['import pandera']):.2f} s, "
        f"sobthan {statistics.median(walls):.2f} s]"
    )


def _median(costs: Sequence[Cost]) -> float:
    return statistics.median(c.wall for c in costs)


def typical(folder: Path) -> None:
    """One typical workbook, 19 indicators x 25 units, with an HTML report."""
    book = write_matrix(folder / "typical.xlsx", 19, 25)
    _against_floor("one typical workbook", book, 1.35, 9)


def million(folder: Path) -> None:
    """A million scores, every figure right."""
    book = write_matrix(folder / "million.xlsx", 500, 2000)
    _against_floor("a million scores", book, 1.6, 5)


def million_wrong(folder: Path) -> None:
    """A million scores, every converted figure wrong, causes included."""
    book = write_matrix(folder / "wrong.xlsx", 500, 2000, wrong_figures=True)
    _against_floor("a million scores, every figure wrong", book, 2.0, 5)


def million_invalid(folder: Path) -> None:
    """A million scores, every cell a finding."""
    book = write_matrix(folder / "invalid.xlsx", 500, 2000, wrong_cells=True)
    _against_floor("a million scores, every cell a finding", book, 2.0, 5)


BENCHMARKS: tuple[Callable[[Path], None], ...] = (
    typical,
    explaining,
    gate,
    million,
    million_wrong,
    million_invalid,
)


def main(names: Sequence[str]) -> None:
    """Run the benchmarks that are named, or all."""
    with tempfile.TemporaryDirectory() as folder:
        for benchmark in BENCHMARKS:
            if not names or benchmark.__name__ in names:
                benchmark(Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
