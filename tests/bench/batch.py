"""`python -m tests.bench.batch [--scale 0.1] [NAME...] > docs/scale.md`: what a folder of workbooks costs.

Ratios within one run: cost is processor time of all processes of a command unless a row says that it is time on
the clock, and the cost of one more workbook is the slope between two sizes, so that starting costs fall out.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from tests.bench.batch_page import page
from tests.bench.batch_peers import BARE, FRICTIONLESS, PANDERA
from tests.bench.folders import write_folder
from tests.bench.measure import Cost, on_one_core, once, python
from tests.command import SOBTHAN
from tests.dask_cluster import cluster

ROUNDS = 3
MANY = 5
"""Rounds in which commands are run in turn. Of each the least cost counts: what else runs on a machine only adds."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    figure: str
    bar: str = ""


@dataclass(slots=True)
class Bench:
    """Folders by size, written once, and what was measured for the reckoning at the end."""

    root: Path
    scale: float
    marginal_cpu: float = 0.0
    marginal_wall: float = 0.0
    """Seconds."""
    bytes_in: float = 0.0
    bytes_out: float = 0.0

    def size(self, count: int) -> int:
        return max(20, round(count * self.scale))

    def folder(self, count: int, wrong_every: int = 0) -> Path:
        folder = self.root / f"{count}-{wrong_every}"
        return folder if folder.exists() else write_folder(folder, count, wrong_every)

    def judge(self, folder: Path, *options: str, again: bool = False) -> Cost:
        """Run a whole batch into a fresh folder; again: into the one that the last run left."""
        out = self.root / "out"
        if not again:
            shutil.rmtree(out, ignore_errors=True)
        print(f"  {folder.name} {' '.join(options)}", file=sys.stderr)
        command = [*SOBTHAN, "reconcile", str(folder), "-o", str(out), "-q", "--reports", "none", *options]
        return checked(command)


def checked(command: Sequence[str]) -> Cost:
    """Run a command and return its cost; RuntimeError where it ends with anything but a verdict."""
    cost = once(command)
    if cost.code not in (0, 1):
        raise RuntimeError(f"{' '.join(command)[:200]} ended with {cost.code}")
    return cost


def slope(costs: Sequence[float], sizes: Sequence[int]) -> float:
    """Return the cost of one more workbook, from the costs of two folders and their sizes."""
    return (costs[1] - costs[0]) / (sizes[1] - sizes[0])


def speed(bench: Bench) -> list[Row]:
    """The cost of one more workbook beside its bare read, all on one core."""
    sizes = bench.size(500), bench.size(2500)
    commands: dict[tuple[str, int], Callable[[], Cost]] = {}
    for n in sizes:
        commands["bare", n] = partial(checked, python(BARE, str(bench.folder(n))))
        for every in (0, 10):
            commands[f"{every}", n] = partial(bench.judge, bench.folder(n, every), "--jobs", "1")
    with on_one_core():
        costs = {name: [run()] for name, run in commands.items()}
        bench.bytes_in = _bytes(bench.folder(sizes[1])) / sizes[1]
        bench.bytes_out = _bytes(bench.root / "out") / sizes[1]
        for _ in range(MANY - 1):
            for name, run in commands.items():
                costs[name].append(run())

    def each(name: str, cost: Callable[[Cost], float]) -> float:
        return slope([min(map(cost, costs[name, n])) for n in sizes], sizes)

    bare, right, wrong = (each(name, lambda c: c.cpu) for name in ("bare", "0", "10"))
    bench.marginal_cpu, bench.marginal_wall = right, each("0", lambda c: c.wall)
    return [
        Row("bare calamine read of a workbook", f"{bare * 1e3:.2f} ms"),
        Row("one more workbook, all figures right, one core", f"{right / bare:.1f} × its bare read", "8 ×"),
        Row("the same on the clock", f"{1 / bench.marginal_wall:.0f} workbooks a second"),
        Row(
            "one more workbook, a wrong figure in each tenth, one core", f"{wrong / bare:.1f} × its bare read"
        ),
    ]


def peers(bench: Bench) -> list[Row]:
    """Other tools' scripts, doing less, beside ours."""
    sizes = bench.size(50), bench.size(200)
    rows = []
    for name, module, script in (
        ("frictionless, the form of the table alone", "frictionless", FRICTIONLESS),
        ("pandas + openpyxl + pandera, the range of the scores alone", "openpyxl", PANDERA),
    ):
        if find_spec(module) is None:
            rows.append(Row(name, "not measured: not installed"))
            continue
        print(f"  {name}", file=sys.stderr)
        each = slope([checked(python(script, str(bench.folder(n)))).cpu for n in sizes], sizes)
        ours = f" = {each / bench.marginal_cpu:.1f} × ours" if bench.marginal_cpu else ""
        rows.append(Row(f"one more workbook by {name}", f"{each * 1e3:.1f} ms{ours}"))
    return rows


def jobs(bench: Bench) -> list[Row]:
    """Two processes on two cores beside one on one; a single one reads on a second core where it may."""
    sizes = bench.size(1000), bench.size(4000)
    walls: dict[str, list[list[float]]] = {"1 core": [], "1": [], "2": []}
    for _ in range(ROUNDS):
        for name, rounds in walls.items():
            with on_one_core() if "core" in name else contextlib.nullcontext():
                rounds.append([bench.judge(bench.folder(n), "--jobs", name[0]).wall for n in sizes])
    each = {name: slope([min(w[k] for w in rounds) for k in (0, 1)], sizes) for name, rounds in walls.items()}
    whole = {name: min(w[1] for w in rounds) for name, rounds in walls.items()}
    return [
        Row("two processes on two cores beside one on one, one more workbook on the clock",
            f"{each['1 core'] / each['2']:.2f} ×", "1.8 ×"),
        Row(f"the same, the whole run of {sizes[1]:,} workbooks", f"{whole['1 core'] / whole['2']:.2f} ×"),
        Row("two processes beside one that may read on the second core, one more workbook",
            f"{each['1'] / each['2']:.2f} ×"),
    ]  # fmt: skip


def dask(bench: Bench) -> list[Row]:
    """A running Dask cluster of two workers beside the process pool, whole runs on the clock."""
    if find_spec("distributed") is None:
        return [Row("Dask beside the process pool", "not measured: not installed")]
    count = bench.size(2000)
    folder, warm = bench.folder(count), bench.folder(bench.size(200))
    pool, running = [], []
    with cluster(bench.root, 2) as (address, _):
        there = ("--engine", "dask", "--scheduler", address, "--jobs", "2")
        bench.judge(warm, *there)
        for _ in range(ROUNDS):
            pool.append(bench.judge(folder, "--jobs", "2").wall)
            running.append(bench.judge(folder, *there).wall)
    own = [bench.judge(folder, "--engine", "dask", "--jobs", "2").wall for _ in range(ROUNDS)]
    return [
        Row(f"Dask beside the process pool, {count:,} workbooks, scheduler running",
            f"{(min(running) / min(pool) - 1) * 100:+.0f} %", "+15 %"),
        Row("the same, starting a local cluster for the run", f"{(min(own) / min(pool) - 1) * 100:+.0f} %"),
    ]  # fmt: skip


def growth(bench: Bench) -> list[Row]:
    """A hundred, a thousand, ten thousand workbooks, and a second run over the last of them."""
    sizes = tuple(bench.size(n) for n in (100, 1000, 10_000))
    costs = [bench.judge(bench.folder(n), "--jobs", "2") for n in sizes]
    again = bench.judge(bench.folder(sizes[2]), "--jobs", "2", again=True)
    early = slope([c.cpu for c in costs[:2]], sizes[:2])
    late = slope([c.cpu for c in costs[1:]], sizes[1:])
    peaks = " → ".join(f"{c.peak:.0f}" for c in costs)
    return [
        Row(" → ".join(f"{n:,}" for n in sizes) + " workbooks, on the clock",
            " → ".join(f"{c.wall:.1f}" for c in costs) + " s"),
        Row("one more workbook in the last step beside the first", f"{(late / early - 1) * 100:+.0f} %", "±10 %"),
        Row("peak memory of the largest process", f"{peaks} MiB", "flat"),
        Row("second run over unchanged files beside the first", f"{again.wall / costs[2].wall * 100:.1f} %", "10 %"),
    ]  # fmt: skip


def _bytes(folder: Path) -> int:
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())


BENCHMARKS: tuple[Callable[[Bench], list[Row]], ...] = (speed, peers, jobs, dask, growth)


def main() -> None:
    """Measure what is named, or all, and print the page."""
    parser = argparse.ArgumentParser()
    known = [b.__name__ for b in BENCHMARKS]
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join(known)}; all where none is named"
    )
    parser.add_argument("--scale", type=float, default=1.0, help="of the numbers of workbooks")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(known):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as root:
        bench = Bench(Path(root), asked.scale)
        rows: list[tuple[str, str, str]] = []
        for benchmark in BENCHMARKS:
            if not asked.names or benchmark.__name__ in asked.names:
                print(benchmark.__name__, file=sys.stderr)
                rows += [(r.what, r.figure, r.bar) for r in benchmark(bench)]
    where = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    print(page(rows, where, load, asked.scale, bench.marginal_cpu, bench.bytes_in, bench.bytes_out))


if __name__ == "__main__":
    main()
