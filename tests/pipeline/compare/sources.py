"""Small sources for comparisons: matrices and unit forms as text files, read and located like any input."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.compare import Choice, Source, compare
from pipeline.inputs import expand
from pipeline.run import ingest
from rules.loading import load_pack
from schemas.comparison import Comparison, Difference, Spot

PACK = load_pack("default")


@dataclass
class Matrix:
    """A central matrix: scores as they are written, one row an indicator."""

    units: Sequence[str]
    rows: Mapping[str, Sequence[str]]
    figures: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def write(self, path: Path) -> Path:
        width = len(self.units)
        lines: list[list[str]] = [["แบบสรุปคะแนน"], ["ตัวชี้วัด", *self.units]]
        lines += [[name, *scores] for name, scores in self.rows.items()]
        lines += [[name, *values] for name, values in self.figures.items()]
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows([*(line + [""] * (width + 1 - len(line)) for line in lines)])
        return path


def compared(
    left: Sequence[Path], right: Sequence[Path], chosen: tuple[Choice, Choice] = (Choice(), Choice())
) -> Comparison:
    """Read both sides in one go and compare them."""
    sides = expand([str(p) for p in left]), expand([str(p) for p in right])
    tables, findings = ingest([*sides[0], *sides[1]], PACK)
    middle, end = len(sides[0]), len(sides[0]) + len(sides[1])
    return compare(
        Source(tables, range(middle)),
        Source(tables, range(middle, end)),
        PACK,
        chosen=chosen,
        findings=findings,
    )


def brief(comparison: Comparison) -> list[tuple[str, ...]]:
    """Return each difference as (name, subject, unit, indicator, left, right), empty parts left out."""
    return [_brief(difference) for difference in comparison.differences]


def _brief(one: Difference) -> tuple[str, ...]:
    spots = [
        spot for spot in (one.left, one.right) if spot is not None and one.subject in ("score", "figure")
    ]
    quantity = one.quantity.value if one.quantity else ""
    parts = (one.name, one.subject.value, one.unit, one.indicator, quantity, *map(_shown, spots))
    return tuple(part for part in parts if part)


def _shown(spot: Spot) -> str:
    if spot.value is not None:
        return str(spot.value)
    return spot.text or (spot.state.label if spot.state is not None else "")
