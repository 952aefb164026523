"""A blank counted as a score of 0."""

from __future__ import annotations

from collections.abc import Iterator

from rules.causes.attempt import BASES, Attempt, Family, Operator
from rules.causes.case import Case, Figures
from rules.causes.left_out import counted_as_zero
from schemas.terms import State


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try a unit's blanks in its base with a score of 0."""
    yield from counted_as_zero(case, (case.states == State.BLANK) & ~case.counted)


OPERATOR = Operator("blank-as-zero", Family.ARITHMETIC, 6, attempts, BASES, seen=True)
