"""What an operator yields: edits, the figures they would give, and how free it was in choosing them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from rules.causes.case import Case, Figures, Ratio
from rules.causes.sums import Sums
from schemas.cell import Cell
from schemas.intervals import Bools, Ints
from schemas.terms import Quantity


class Family(Enum):
    """Causes of one family that give the same exact value are one class: the same arithmetic told in other words."""

    ARITHMETIC = "arithmetic"
    ROUNDING = "rounding"
    TYPING = "typing"
    PLACE = "place"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class Told:
    """One edit in particulars. rows: indexes of the indicators it touches; units: positions of other units.

    together: it touches all of the rows, whether or not other edits would do as well. values: what its words are
    filled with, beside those every cause has. cells: those it touches beside the indicators' own.
    """

    rows: tuple[int, ...] = ()
    units: tuple[int, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    together: bool = False
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """Some edits tried on every unit: arrays of units, or of edits × units.

    figure: what the edit gives. exists: where the edit is possible at all. tries: among how many edits the
    operator chose (its freedom). variants: per edit, what makes it the same edit in another unit; None where
    it is a free choice of each unit. hits: set where the operator knows itself which edits give the figure.
    reach: number of different figures it can give, where the figures tried do not show it.
    sums: the edited sums, others: 0-based positions of other units; by either the unit's other figures can be held
    against the edit.
    finer: the sums are over so many times the unit of the scores.
    alone: the edit is of this figure's own reckoning, so that right figures beside it do not speak against it.
    bonus: decibans for what speaks for these edits in particular.
    """

    figure: Ratio
    tell: Callable[[tuple[int, ...], int], Told]
    exists: Bools | None = None
    tries: Ints | int = 1
    variants: tuple[Hashable, ...] | None = None
    hits: Bools | None = None
    reach: Ints | None = None
    sums: Sums | None = None
    finer: int = 1
    others: Ints | None = None
    alone: bool = False
    bonus: int = 0


@dataclass(frozen=True, slots=True)
class Operator:
    """One cause. weight: decibans of how often it happens, against the others, before the cells are looked at.

    quantities: figures it can be the cause of. seen: it is only tried where the cells themselves speak for it (a
    0, a blank, a marker, a formula's range), so that its name leads among causes that are the same arithmetic.
    """

    name: str
    family: Family
    weight: int
    attempts: Callable[[Case, Figures], Iterable[Attempt]]
    quantities: frozenset[Quantity]
    seen: bool = False


@dataclass(frozen=True, slots=True)
class DigitOperator:
    """One cause that works on a figure's own digits and value, whatever it is a figure of."""

    name: str
    family: Family
    weight: int
    attempts: Callable[[Figures], Iterable[Attempt]]
    quantities: frozenset[Quantity]
    seen: bool = False


RATIOS = frozenset({Quantity.MEAN, Quantity.CONVERTED})
SUMS = frozenset({Quantity.POINTS, *RATIOS})
BASES = frozenset({Quantity.FULL_MARKS, *RATIOS})
TOTALS = SUMS | BASES
NUMBERS = TOTALS | {Quantity.SCORE, Quantity.WEIGHTED}


def edit(
    case: Case,
    sums: Sums,
    tell: Callable[[tuple[int, ...], int], Told],
    *,
    exists: Bools | None = None,
    tries: Ints | int = 1,
    variants: tuple[Hashable, ...] | None = None,
    alone: bool = False,
    bonus: int = 0,
) -> Attempt:
    """Return the attempt of edits that change a unit's sums."""
    return Attempt(
        case.reckon(sums),
        tell,
        exists=exists,
        tries=tries,
        variants=variants,
        sums=sums,
        alone=alone,
        bonus=bonus,
    )
