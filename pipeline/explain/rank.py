"""From candidates to answers: equivalents as one class, the likeliest class first, and how sure one may be of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from pipeline.explain.search import Candidate
from rules.causes import Family
from schemas.terms import Assessment, Quantity

MARGIN = 7
"""Decibans (odds of five to one) by which the first answer must lead the second to stand alone."""

SEEN = 10
"""Decibans by which a cause that the cells speak for goes before the same arithmetic by another name."""

FREE = Fraction(1, 400)
"""An operator that would have reached more than this share of all figures does not convince by itself."""

EMPTY = Fraction(1, 20)
"""One that would have reached more than this share of many figures explains nothing: it is no answer."""

EMPTY_OF_TWO = Fraction(1, 100)
"""The same for two edits together, which reach far more."""

MANY = 1000
"""From so many possible figures on, reaching a great share of them is the operator's freedom, not the figures' lack."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One class of candidates that are the same arithmetic; the first leads. chance: of the lead.

    equals: names of all causes that give exactly the same value, of other classes too: no figure tells them apart.
    """

    members: tuple[Candidate, ...]
    chance: Fraction
    equals: tuple[str, ...]

    @property
    def lead(self) -> Candidate:
        return self.members[0]

    @property
    def weight(self) -> int:
        return max(member.weight for member in self.members)


def answers(candidates: Sequence[Candidate], possible: int, empty: Fraction = EMPTY) -> list[Answer]:
    """Return the classes of a figure's candidates, the likeliest first; possible: how many figures there could be.

    empty: the share of them from which on an operator's reach says nothing.
    """
    classes: dict[tuple[Family, Fraction], list[Candidate]] = {}
    equals: dict[Fraction, list[str]] = {}
    for candidate in candidates:
        if possible >= MANY and Fraction(candidate.reach, possible) > empty:
            continue
        classes.setdefault((candidate.operator.family, candidate.value), []).append(candidate)
        equals.setdefault(candidate.value, []).append(candidate.operator.name)
    ranked = []
    for members in classes.values():
        # What the cells show decides the name that leads; the class is as likely as its likeliest member.
        members.sort(key=lambda c: -c.weight - (SEEN if c.operator.seen else 0))
        chance = min(Fraction(1), Fraction(max(members[0].reach, 1), possible))
        names = dict.fromkeys([m.operator.name for m in members] + equals[members[0].value])
        ranked.append(Answer(tuple(members), chance, tuple(names)[1:]))
    return sorted(ranked, key=lambda answer: -answer.weight)


def assess(ranked: Sequence[Answer], *, weaker: bool = False) -> Assessment:
    """Return how sure the first answer is.

    Explained: one class reproduces the figure by one edit that few figures would have met, and no other comes near.
    Ambiguous: several unrelated classes do, or one by several edits that cannot be told apart, or too freely.
    """
    if not ranked:
        return Assessment.UNEXPLAINED
    first = ranked[0]
    alone = len(ranked) == 1 or ranked[1].weight + MARGIN <= first.weight
    certain = first.lead.support > 1 or first.chance <= FREE
    one = len(first.lead.edits) == 1
    return Assessment.EXPLAINED if alone and certain and one and not weaker else Assessment.AMBIGUOUS


def possible_figures(quantity: Quantity, decimals: int, highest: Fraction) -> int:
    """Return how many figures of a quantity can be printed at some decimals: from 0 to the highest."""
    return int(highest * 10**decimals) + 1
