"""How well faults are found and explained: `python -m tests.faults.benchmark --books 2000 --seed 1`.

Clean generated books of many shapes, one fault in each; beside them clean books without any, for false alarms.
The operators that seed are written apart from those that explain. Prints a table; the exit code is 1 where a
bar is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from tests.books.judged import misjudged
from tests.books.running import run_all
from tests.books.writers import write
from tests.faults.books import carried_by, clean_book
from tests.faults.seeded import Seeded
from tests.faults.seeds import PLANS, draw
from tests.faults.verdicts import Judged, judged

CHUNK = 240
"""Seeded books written and judged at a time."""
BARS = {"exact": 1.0, "clean": 1.0, "first": 0.97, "shown": 0.995, "confident": 0.01}


@dataclass
class Score:
    """The tally of a run."""

    results: list[Judged]
    clean: int
    alarmed: list[tuple[str, list[str]]]

    def share(self, of: Sequence[bool]) -> float:
        return sum(of) / len(of) if of else 1.0

    @property
    def rates(self) -> dict[str, float]:
        asked = [r for r in self.results if r.first is not None]
        chance = [r for r in self.results if r.confident is not None]
        return {
            "exact": self.share([r.exact for r in self.results]),
            "clean": self.share([False] * len(self.alarmed) + [True] * (self.clean - len(self.alarmed))),
            "first": self.share([bool(r.first) for r in asked]),
            "shown": self.share([bool(r.shown) for r in asked]),
            "confident": self.share([bool(r.confident) for r in chance]) if chance else 0.0,
        }

    @property
    def passed(self) -> bool:
        rates = self.rates
        return rates["confident"] <= BARS["confident"] and all(
            rates[k] >= BARS[k] for k in ("exact", "clean", "first", "shown")
        )


def plan(books: int, seed: int) -> Iterator[tuple[str, Random]]:
    """Yield (fault, its own random source): every fault in turn, one in eight unexplainable."""
    faults = [f for f in PLANS if f != "unexplained"]
    for n in range(books):
        fault = "unexplained" if n % 8 == 7 else faults[(n - n // 8) % len(faults)]
        yield fault, Random(f"{seed} {n} {fault}")


def run_benchmark(books: int, seed: int, folder: Path, keep: Path | None = None) -> Score:
    """Seed, write, judge; failures are kept in `keep` with what was said of them."""
    score = Score([], 0, [])
    drawn = (
        (n, *draw(f"b{seed}-{n:05}-{fault}", fault, rng)) for n, (fault, rng) in enumerate(plan(books, seed))
    )
    batch: list[tuple[Seeded, Path]] = []
    for n, seeded, form in drawn:
        batch.append((seeded, write(seeded.book, folder, form)))
        if len(batch) == CHUNK or n == books - 1:
            _judge(batch, score, keep)
            batch = []
    _clean(max(1, books // 5), seed, folder, score, keep)
    return score


def _judge(batch: Sequence[tuple[Seeded, Path]], score: Score, keep: Path | None) -> None:
    by_options: dict[tuple[str, ...], list[tuple[Seeded, Path]]] = {}
    for seeded, path in batch:
        by_options.setdefault(seeded.options, []).append((seeded, path))
    for options, members in by_options.items():
        found = run_all("reconcile", [p for _, p in members], *options)
        for (seeded, path), result in zip(members, found, strict=True):
            one = judged(seeded, result)
            score.results.append(one)
            if keep and (not one.exact or one.first is False or one.confident):
                _keep(keep, path, result, one)
            path.unlink()


def _keep(keep: Path, path: Path, result: dict[str, Any], one: Judged) -> None:
    keep.mkdir(parents=True, exist_ok=True)
    (keep / path.name).write_bytes(path.read_bytes())
    seeded = one.seeded
    lines = [
        f"fault {seeded.fault} ({seeded.note}) true cause {seeded.cause} same {sorted(seeded.same)}",
        f"options {seeded.options} traits {seeded.book.traits}",
    ]
    for figure in seeded.primary[:8]:
        where = f"{figure.quantity} of unit {figure.unit} at {figure.cell.here}"
        lines.append(f"seeded: {where}: {figure.value}, exactly {figure.exact}")
    lines.append(f"missed {one.missed[:12]}")
    lines.append(f"false alarms {one.false_alarms[:12]}")
    lines.append(f"causes offered {one.causes[:12]}")
    for finding in result["findings"][:12]:
        place = f"{finding['sheet']}!{finding['cell']}"
        lines.append(
            f"finding {finding['name']} {finding['severity']} {place} {finding['message']['en'][:200]}"
        )
    lines.append(str(result.get("said", ""))[-600:])
    (keep / f"{path.name}.what.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _clean(count: int, seed: int, folder: Path, score: Score, keep: Path | None) -> None:
    books, paths = [], []
    for n in range(count):
        rng = Random(f"{seed} clean {n}")
        book, habit = clean_book(f"c{seed}-{n:05}", rng)
        books.append(book)
        paths.append(write(book, folder, carried_by(book, habit, rng)))
    score.clean = count
    for book, path, result in zip(books, paths, run_all("reconcile", paths), strict=True):
        if wrong := list(misjudged(result, book)):
            score.alarmed.append((path.name, wrong))
            if keep:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / path.name).write_bytes(path.read_bytes())
                what = [*wrong[:12], f"traits {book.traits}", result.get("said", "")[-600:]]
                (keep / f"{path.name}.what.txt").write_text("\n".join(what) + "\n", encoding="utf-8")
        path.unlink()


def report(score: Score) -> str:
    """Return the table that is printed: a line a fault, then the rates beside their bars."""
    lines = [f"{'fault':28}{'books':>6}{'exact':>8}{'first':>8}{'shown':>8}"]
    faults = Counter(r.seeded.fault for r in score.results)
    for fault in sorted(faults):
        own = [r for r in score.results if r.seeded.fault == fault]
        asked = [r for r in own if r.first is not None]
        cells = [score.share([r.exact for r in own])]
        cells += [score.share([bool(x) for x in (r.first for r in asked)])] if asked else []
        cells += [score.share([bool(r.shown) for r in asked])] if asked else []
        lines.append(f"{fault:28}{len(own):6}" + "".join(f"{c:8.1%}" for c in cells))
    rates = score.rates
    named = (
        ("flagged cells exactly right", "exact", ">="),
        (f"clean books without a false alarm (of {score.clean})", "clean", ">="),
        ("true cause first", "first", ">="),
        ("true cause shown", "shown", ">="),
        ("false explanation with confidence", "confident", "<="),
    )
    lines.append("")
    lines += [f"{text:58}{rates[key]:8.2%}   bar {sign} {BARS[key]:.1%}" for text, key, sign in named]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--books", type=int, default=2000, help="seeded books (default 2000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for the books that went wrong")
    parser.add_argument("--json", type=Path, help="file for the rates")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        score = run_benchmark(args.books, args.seed, Path(folder), args.keep)
    print(report(score))
    if args.json:
        args.json.write_text(json.dumps(score.rates, indent=1) + "\n", encoding="utf-8")
    return 0 if score.passed else 1


if __name__ == "__main__":
    sys.exit(main())
