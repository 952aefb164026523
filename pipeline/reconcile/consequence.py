"""What a wrong converted score changes: the unit's grade, and its rank among the units of its table."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from pipeline.reconcile.grades import band_of
from schemas.outcome import Line
from schemas.rounding import rounded
from schemas.rules import RulePack
from schemas.terms import Quantity, Status


def add_consequences(lines: Sequence[Line], pack: RulePack) -> None:
    """Set grade_change and rank_change on the wrong converted scores of one table."""
    converted = [n for n in lines if n.quantity is Quantity.CONVERTED and n.unit and not n.indicator]
    wrong = [line for line in converted if line.status is Status.MISMATCH]
    if not wrong:
        return
    both = [n for n in converted if isinstance(n.reported, Decimal) and isinstance(n.recomputed, Fraction)]
    reported = _ranks([Fraction(n.reported) for n in both if isinstance(n.reported, Decimal)])
    exact = _ranks([n.recomputed for n in both if isinstance(n.recomputed, Fraction)])
    ranks = {id(line): pair for line, pair in zip(both, zip(reported, exact, strict=True), strict=True)}
    for line in wrong:
        assert isinstance(line.reported, Decimal)
        assert isinstance(line.recomputed, Fraction)
        was, rank = ranks[id(line)]
        if was != rank:
            line.rank_change = (was, rank)
        before = band_of(line.reported, pack)
        after = band_of(
            rounded(line.recomputed, max(2, line.decimals), pack.rounding_of(line.quantity)), pack
        )
        if before and after and before != after:
            line.grade_change = (before.name, after.name)


def _ranks(values: list[Fraction]) -> list[int]:
    """Return each value's place from the highest down; equal values share the better place."""
    order = sorted(values, reverse=True)
    places: dict[Fraction, int] = {}
    for place, value in enumerate(order, 1):
        places.setdefault(value, place)
    return [places[value] for value in values]
