"""What is declared out of the base (or marked with a dash, or a 0 under the other policy) counted as a score of 0."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rules.causes.attempt import BASES, Attempt, Family, Operator
from rules.causes.case import Case, Figures
from rules.causes.left_out import counted_as_zero
from schemas.terms import DECLARED_OUT, State

OUT = (*DECLARED_OUT, State.DASH, State.SCORED)


def attempts(case: Case, figures: Figures) -> Iterator[Attempt]:
    """Try what a unit declares out in its base with a score of 0; then every cell that is out, blanks too."""
    declared = np.isin(case.states, [int(s) for s in OUT]) & ~case.counted
    yield from counted_as_zero(case, declared)
    blank = (case.states == State.BLANK) & ~case.counted
    both = declared.any(axis=0) & blank.any(axis=0)
    if both.any():
        yield from counted_as_zero(case, (declared | blank) & both)


OPERATOR = Operator("not-applicable-as-zero", Family.ARITHMETIC, 6, attempts, BASES, seen=True)
