"""Run every operator on the wrong figures of one table and quantity: which edits give the reported figures.

The weight of evidence of a candidate is in decibans (ten times the decimal logarithm of odds), whole numbers only:
how often such a cause happens, less how many edits it chose among, more for every other figure of the unit that the
same edit explains, less for every right figure it would spoil, more for every other unit that it explains too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rules.causes import Attempt, Case, DigitOperator, Figures, Operator, Ratio, Sums
from schemas.intervals import Bools, Ints

SUPPORT = 13
"""For each further unit of the table that the same edit explains."""
SHARE = 30
"""For an edit that explains all of the table's wrong figures; in proportion for one that explains a part."""
MOST_SUPPORT = 5
BY_CHANCE = 100
"""Of so many wrong figures, one more is taken to be explained by chance."""
ALSO = 15
"""For each other wrong figure of the unit that the same edit explains."""
SPOILS = 6
"""Against each right figure of the unit that the edit would change."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One operator's edits that give one unit's reported figure.

    edits: the equally good ones among them, the best first. support: how many wrong figures of the table the
    same edit explains. reach: how many different figures the operator could have given for this unit.
    """

    operator: Operator | DigitOperator
    attempt: Attempt
    column: int
    edits: tuple[int, ...]
    support: int
    weight: int
    value: Fraction
    reach: int
    second: Candidate | None = None
    """A second edit that the figure needs besides."""
    after: Fraction | None = None
    """What the first of two edits gives alone."""

    @property
    def variant(self) -> object | None:
        """Return what makes it the same edit in another unit; None for a free choice."""
        return (
            None
            if self.attempt.variants is None
            else (self.operator.name, self.attempt.variants[self.edits[0]])
        )


def candidates(
    operators: Sequence[Operator | DigitOperator], case: Case | None, figures: Figures
) -> dict[int, list[Candidate]]:
    """Return, by column, the candidates of every operator for figures of one table and quantity."""
    found: dict[int, list[Candidate]] = {}
    for operator in operators:
        if figures.quantity not in operator.quantities:
            continue
        if isinstance(operator, DigitOperator):
            attempts = list(operator.attempts(figures))
        elif case is not None:
            attempts = list(operator.attempts(case, figures))
        else:
            continue
        for candidate in _of_operator(operator, attempts, case, figures):
            found.setdefault(candidate.column, []).append(candidate)
    return found


def _of_operator(
    operator: Operator | DigitOperator, attempts: list[Attempt], case: Case | None, figures: Figures
) -> list[Candidate]:
    """Return one operator's best candidate for each figure it reaches and each exact value that it reaches it by."""
    hits = [_hits(attempt, figures) for attempt in attempts]
    columns = np.flatnonzero(np.any([h.any(axis=0) for h in hits], axis=0)) if hits else np.zeros(0, np.int64)
    if len(columns) == 0:
        return []
    reach = sum((_reach(a, figures, columns) for a in attempts), np.zeros(len(columns), np.int64))
    reach_of = dict(zip(columns.tolist(), reach.tolist(), strict=True))
    best: dict[tuple[int, Fraction], Candidate] = {}
    for attempt, hit in zip(attempts, hits, strict=True):
        for candidate in _of_attempt(operator, attempt, hit, case, reach_of):
            key = candidate.column, candidate.value
            if key not in best or candidate.weight > best[key].weight:
                best[key] = candidate
    return list(best.values())


def _hits(attempt: Attempt, figures: Figures) -> Bools:
    """Return which edits give which reported figures: edits × figures."""
    if attempt.hits is not None:
        return np.atleast_2d(attempt.hits)
    inside = attempt.figure.known & figures.reported.hold(attempt.figure.num, attempt.figure.den)
    if attempt.exists is not None:
        inside = inside & attempt.exists
    return np.atleast_2d(inside)


def _of_attempt(
    operator: Operator | DigitOperator,
    attempt: Attempt,
    hits: Bools,
    case: Case | None,
    reach: dict[int, int],
) -> list[Candidate]:
    columns = np.flatnonzero(hits.any(axis=0))
    if len(columns) == 0:
        return []
    here = hits[:, columns]
    shared = here * (hits.sum(axis=1)[:, None] if attempt.variants is not None else np.int64(1))
    support = shared.max(axis=0)
    best = shared == support
    edit, count = best.argmax(axis=0), best.sum(axis=0)
    tries = np.broadcast_to(np.asarray(attempt.tries), hits.shape[1:])[columns]
    extra = _other_figures(attempt, case, edit, columns)
    made, by_chance = [], hits.shape[1] // BY_CHANCE
    for n, column in enumerate(columns.tolist()):
        units = int(support[n]) if attempt.variants is not None else 1
        shares = max(0, min(units - 1 - by_chance, MOST_SUPPORT))
        weight = operator.weight + attempt.bonus + SUPPORT * shares + int(extra[n])
        weight += SHARE * units // hits.shape[1] if shares else 0
        weight += decibans(int(count[n])) - decibans(int(tries[n]))
        first = int(edit[n])
        edits = tuple(np.flatnonzero(best[:, n]).tolist()) if count[n] > 1 else (first,)
        made.append(
            Candidate(
                operator, attempt, column, edits, units if shares else 1, weight,
                _value(attempt.figure, first, column), reach[column],
            )
        )  # fmt: skip
    return made


def _other_figures(attempt: Attempt, case: Case | None, edit: Ints, columns: NDArray[Any]) -> Ints:
    """Return the decibans that the units' other reported figures add or take, one for each column."""
    extra = np.zeros(len(columns), np.int64)
    if case is None or (attempt.sums is None and attempt.others is None):
        return extra
    finer = case if attempt.finer == 1 else replace(case, score_unit=case.score_unit * attempt.finer)
    for quantity, known in case.known.items():
        if attempt.sums is not None:
            s = attempt.sums
            parts = [_pick(p, edit, columns) for p in (s.points, s.products, s.base, s.count)]
            figure = finer.reckon(Sums(*parts), quantity)
        else:
            at = np.asarray(attempt.others)[columns]
            figure = Ratio(known.everyone.num[at], known.everyone.den[at], known.everyone.known[at])
        fits = figure.known & known.reported.take(columns).hold(figure.num, figure.den)
        there, wrong = known.there[columns], known.wrong[columns]
        extra += ALSO * (there & wrong & fits)
        if not attempt.alone:
            extra -= SPOILS * (there & ~wrong & ~fits)
    return extra


def _pick(part: Ints, edit: Ints, columns: NDArray[Any]) -> Ints:
    if part.ndim == 2:
        picked: Ints = part[edit, columns]
        return picked
    of_columns: Ints = np.broadcast_to(part[columns] if part.ndim == 1 else part, columns.shape)
    return of_columns


def _value(figure: Ratio, edit: int, column: int) -> Fraction:
    num, den = (int(p[edit, column]) if p.ndim == 2 else int(p[column]) for p in (figure.num, figure.den))
    return Fraction(num, den)


def _reach(attempt: Attempt, figures: Figures, columns: NDArray[Any]) -> Ints:
    """Return how many different printed figures the edits of an attempt give, for some columns."""
    if attempt.reach is not None:
        reach: Ints = np.asarray(attempt.reach)[columns]
        return reach
    num, den, known = (np.atleast_2d(np.asarray(p))[:, columns] for p in attempt.figure)
    if len(num) == 1:
        return np.ones(len(columns), np.int64)
    step = figures.step[columns]
    exists = np.broadcast_to(
        known if attempt.exists is None else np.atleast_2d(attempt.exists)[:, columns], num.shape
    )
    printed = np.where(exists, (2 * num * step + den) // (2 * den), -1)
    ordered = np.sort(printed.T, axis=1)
    different = (ordered[:, 1:] != ordered[:, :-1]).sum(axis=1) + 1
    return np.asarray(different - (ordered[:, 0] == -1), np.int64)


def decibans(number: int) -> int:
    """Return ten times the decimal logarithm of a positive integer, as a whole number, without a binary float."""
    eighths: int = (number**8).bit_length() - 1
    return 3 * eighths // 8


__all__ = ["Candidate", "candidates", "decibans"]
