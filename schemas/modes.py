"""What the figures of one table say of how they were rounded: which modes give all of them, if any tells one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from schemas.outcome import Line
from schemas.terms import Rounding

MODES = "modes"
"""The entry of a line's basis that lists the modes under which its figure comes out, where rounding may matter."""


@dataclass(frozen=True, slots=True)
class TableModes:
    """figures: how many may depend on rounding. fits: the modes under which every one of them comes out.

    telling: how many come out under some modes and not under others; alike: how many come out under all of them.
    Where none is telling, nothing on the table tells which mode was used.
    """

    figures: int
    fits: tuple[Rounding, ...]
    telling: int
    alike: int

    @classmethod
    def of(cls, lines: Iterable[Line]) -> TableModes:
        """Count the lines of one table."""
        every = Counter(
            line.basis[MODES] for line in lines if MODES in line.basis and isinstance(line.reported, Decimal)
        )
        sets = {text: frozenset(text.split(", ")) if text else frozenset() for text in every}
        fits = tuple(m for m in Rounding if every and all(m.value in modes for modes in sets.values()))
        telling = sum(n for text, n in every.items() if 0 < len(sets[text]) < len(Rounding))
        alike = sum(n for text, n in every.items() if len(sets[text]) == len(Rounding))
        return cls(sum(every.values()), fits, telling, alike)
