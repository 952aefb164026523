"""Another way of rounding that gives every figure of a table: said once, not of each figure that it concerns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.catalogue import CATALOGUE
from schemas.cell import Area
from schemas.finding import Finding
from schemas.modes import MODES, TableModes
from schemas.outcome import Line
from schemas.rules import RulePack
from schemas.terms import Rounding, Status
from schemas.words import either

FEWEST = 3
"""From so many figures on, that all of them agree on one way of rounding says something of the table."""


def other_rounding(lines: Sequence[Line], pack: RulePack) -> Iterator[Finding]:
    """Yield a finding where figures of a table are wrong under the rounding in force and all come out under another.

    lines: one table's.
    """
    wrong = [line for line in lines if line.status is Status.MISMATCH and MODES in line.basis]
    modes = TableModes.of(lines)
    # nearest is not a way to round, only a lack of knowledge of which
    others: Sequence[Rounding] = [m for m in modes.fits if m is not Rounding.NEAREST] or modes.fits
    cells = [line.cell for line in wrong if line.cell is not None]
    if not others or not cells or modes.figures < FEWEST:
        return
    first = wrong[0]
    in_force = dict.fromkeys(pack.rounding_of(line.quantity) for line in wrong)
    yield Finding(
        "rounding-mode",
        first.workbook,
        first.table,
        Area.of([cell for cell in cells if cell.sheet == cells[0].sheet]),
        values={
            "fits": either([CATALOGUE.words[f"rounding.{mode.value}"] for mode in others]),
            "in_force": either([CATALOGUE.words[f"rounding.{mode.value}"] for mode in in_force]),
            "modes": tuple(mode.value for mode in others),
            "count": modes.figures,
            "wrong": len(wrong),
        },
        cells=tuple(cells),
    )
