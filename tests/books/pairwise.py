"""Rows of choices in which every two values of two factors meet at least once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from random import Random

Choice = dict[str, object]
TRIES = 12


def pairwise(factors: Mapping[str, Sequence[object]], rng: Random) -> list[Choice]:
    """Return rows, greedily: each takes one pair not met yet and fills the rest with what meets most."""
    names = list(factors)
    open_pairs = {
        (a, i, b, j)
        for a, b in combinations(range(len(names)), 2)
        for i in range(len(factors[names[a]]))
        for j in range(len(factors[names[b]]))
    }
    rows: list[Choice] = []
    while open_pairs:
        seed = min(open_pairs) if rng.random() < 0.5 else rng.choice(sorted(open_pairs))
        best: list[int] = []
        best_met: set[tuple[int, int, int, int]] = set()
        for _ in range(TRIES):
            row = [rng.randrange(len(factors[n])) for n in names]
            row[seed[0]], row[seed[2]] = seed[1], seed[3]
            met = {
                p
                for a, b in combinations(range(len(names)), 2)
                if (p := (a, row[a], b, row[b])) in open_pairs
            }
            if len(met) > len(best_met):
                best, best_met = row, met
        open_pairs -= best_met
        rows.append({n: factors[n][k] for n, k in zip(names, best, strict=True)})
    return rows
