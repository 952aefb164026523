"""Units that were evidently renamed: suggested, never assumed."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from pipeline.compare.sides import Keyed, Named
from pipeline.compare.written import Written
from schemas.comparison import Difference, Subject
from schemas.terms import State

SIMILAR = 0.7
"""Share of matching letters from which two keys look like one name (ratio of difflib)."""

MOST_LOOKED_AT = 10_000
"""So many pairs with equal scores say nothing; then only units in the same position are looked at."""

Scores = dict[int, tuple[int, int]]
"""Indicator id → (state, value)."""


def renamed_units(left: Keyed, right: Keyed, written: Written) -> list[Difference]:
    """Return the pairs of one-sided units with equal scores whose names are alike or that share a position.

    Equal: on every indicator that both sides have, at least one of them a score. Of several candidates none
    is suggested unless one name is plainly nearest for both.
    """
    alone = (_alone(left, right, written), _alone(right, left, written))
    if not all(alone):
        return []
    signatures = [_signatures(side, units, written) for side, units in zip((left, right), alone, strict=True)]
    found = []
    for signature, members in signatures[0].items():
        others = signatures[1].get(signature, [])
        for one, other, likeness in _matched(members, others):
            found.append(
                Difference(
                    "renamed-unit",
                    Subject.UNIT,
                    one.spot.text,
                    "",
                    None,
                    *one.label,
                    left=one.spot,
                    right=other.spot,
                    key=(*(part or "" for part in one.label), one.key, other.key),
                    values={"alike": round(likeness * 100), "by_position": likeness < SIMILAR},
                )
            )
    return found


def _alone(own: Keyed, other: Keyed, written: Written) -> list[Named]:
    known = {(one.label, one.key) for one in other.units}
    return [one for one in own.units if (one.label, one.key) not in known]


def _signatures(side: Keyed, units: list[Named], written: Written) -> dict[tuple[object, ...], list[Named]]:
    """Group units by label and by their scores on the indicators that both sides have."""
    wanted = {written.ids["unit", one.key] for one in units}
    rows = side.scores[side.scores["unit_id"].isin(wanted)]
    scores: dict[tuple[int, int], dict[int, tuple[int, int]]] = {}
    columns = (rows[c].tolist() for c in ("label_id", "unit_id", "indicator_id", "state", "value"))
    for label, unit, indicator, state, value in zip(*columns, strict=True):
        if (label, indicator) in written.shared_indicators:
            scored = value if state == State.SCORED else 0
            scores.setdefault((label, unit), {})[indicator] = (state, scored)
    groups: dict[tuple[object, ...], list[Named]] = {}
    for one in units:
        label = written.ids["label", one.label]
        own = scores.get((label, written.ids["unit", one.key]), {})
        if any(state == State.SCORED for state, _ in own.values()):
            groups.setdefault((label, *sorted(own.items())), []).append(one)
    return groups


def _matched(left: list[Named], right: list[Named]) -> Iterable[tuple[Named, Named, float]]:
    """Yield the pairs that are each other's only best candidate."""
    crowded = len(left) * len(right) > MOST_LOOKED_AT
    candidates = [
        (a, b, likeness)
        for a in left
        for b in right
        if not crowded or _same_position(a, b)
        if (likeness := SequenceMatcher(None, a.key, b.key, autojunk=False).ratio()) >= SIMILAR
        or _same_position(a, b)
    ]
    best_left = _best((id(a), id(b), likeness) for a, b, likeness in candidates)
    best_right = _best((id(b), id(a), likeness) for a, b, likeness in candidates)
    for a, b, likeness in candidates:
        if best_left.get(id(a)) == id(b) and best_right.get(id(b)) == id(a):
            yield a, b, likeness


def _best(candidates: Iterable[tuple[int, int, float]]) -> dict[int, int]:
    """Return for each the one candidate that is more alike than all others."""
    by_one: dict[int, list[tuple[float, int]]] = {}
    for one, other, likeness in candidates:
        by_one.setdefault(one, []).append((likeness, other))
    found = {}
    for one, ranked in by_one.items():
        ranked.sort(reverse=True)
        if len(ranked) == 1 or ranked[0][0] > ranked[1][0]:
            found[one] = ranked[0][1]
    return found


def _same_position(a: Named, b: Named) -> bool:
    """A position says something only where a table holds several units, and both as many."""
    return a.position == b.position and a.width == b.width > 1
