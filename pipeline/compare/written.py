"""From the ids of a comparison back to what is written, and to differences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.compare.keys import Ids
from pipeline.compare.sides import Keyed, Label, Named
from schemas.comparison import Difference, Spot, Subject
from schemas.terms import Quantity


@dataclass(slots=True)
class Written:
    """How keys are written (the left side's way first), and which stand on both sides.

    labels, units, indicators: by id. unit_keys, indicator_keys: the keys themselves, by id.
    shared_units, shared_indicators: (label id, id) of those that both sides have.
    """

    ids: Ids
    labels: dict[int, Label] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)
    indicators: dict[int, str] = field(default_factory=dict)
    unit_keys: dict[int, str] = field(default_factory=dict)
    indicator_keys: dict[int, str] = field(default_factory=dict)
    shared_units: frozenset[tuple[int, int]] = frozenset()
    shared_indicators: frozenset[tuple[int, int]] = frozenset()
    unclear: set[tuple[str, int, int]] = field(default_factory=set)
    """(kind, label id, id) of units and indicators that stand twice on a side: not compared any further."""

    @classmethod
    def of(cls, left: Keyed, right: Keyed, ids: Ids) -> Written:
        found = cls(ids)
        for named in (*left.units, *right.units):
            number = ids["unit", named.key]
            found.units.setdefault(number, named.spot.text)
            found.unit_keys[number] = named.key
        for named in (*left.indicators, *right.indicators):
            number = ids["indicator", named.key]
            found.indicators.setdefault(number, named.spot.text)
            found.indicator_keys[number] = named.key
        for named in (*left.units, *right.units, *left.indicators, *right.indicators):
            found.labels[ids["label", named.label]] = named.label
        found.shared_units = found.of_members(left.units, "unit") & found.of_members(right.units, "unit")
        shared = found.of_members(left.indicators, "indicator")
        found.shared_indicators = shared & found.of_members(right.indicators, "indicator")
        for subject, places in (*left.twice, *right.twice):
            kind = "indicator" if subject is Subject.INDICATOR else "unit"
            found.unclear |= {(kind, *place) for place in found.of_members(places, kind)}
        return found

    def of_members(self, named: Iterable[Named], kind: str) -> frozenset[tuple[int, int]]:
        """Return the (label id, id) of some units or indicators."""
        return frozenset((self.ids["label", one.label], self.ids[kind, one.key]) for one in named)

    def shared(self, label: int, unit: int, indicator: int) -> bool:
        """Say whether both sides have this unit and this indicator (if any), each of them once."""
        known = indicator not in self.indicators or (label, indicator) in self.shared_indicators
        clear = ("unit", label, unit) not in self.unclear and (
            "indicator",
            label,
            indicator,
        ) not in self.unclear
        return (label, unit) in self.shared_units and known and clear

    def difference(
        self,
        name: str,
        subject: Subject,
        where: tuple[int, int, int],
        left: Spot | None,
        right: Spot | None,
        quantity: Quantity | None = None,
        others: tuple[Spot, ...] = (),
    ) -> Difference:
        """Return the difference at (label id, unit id, indicator id)."""
        label, unit, indicator = where
        round_, assessor = self.labels[label]
        key = (
            round_ or "",
            assessor or "",
            self.unit_keys[unit],
            self.indicator_keys.get(indicator, ""),
            quantity.value if quantity else "",
        )
        return Difference(
            name,
            subject,
            self.units[unit],
            self.indicators.get(indicator, ""),
            quantity,
            round_,
            assessor,
            left,
            right,
            others,
            key,
        )
