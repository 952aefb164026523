"""Faults of reckoning: the figures of a unit, or of all units, come from a wrong procedure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from tests.books.expected import ExpectedFigure, Written
from tests.faults import procedures as p
from tests.faults.procedures import Wrong
from tests.faults.reach import collides, same_names
from tests.faults.seeded import Seeded, is_wrong, rewrite_exact
from tests.faults.views import MAIN, View, of_unit, units_with, view

Procedure = Callable[[View], Iterator[Wrong]]
BY_CAUSE: dict[str, Procedure] = {
    "zero-not-evaluated": p.zero_not_evaluated,
    "not-applicable-as-zero": p.not_applicable_as_zero,
    "wrong-base": p.wrong_base,
    "row-omitted": p.row_omitted,
    "row-repeated": p.row_repeated,
    "single-score": p.single_score,
    "text-ignored": p.text_ignored,
    "unweighted": p.unweighted,
    "weights-not-renormalised": p.not_renormalised,
}
SHEET_WIDE = (
    "zero-not-evaluated",
    "not-applicable-as-zero",
    "unweighted",
    "weights-not-renormalised",
    "text-ignored",
)
"""Procedures that an office follows for every unit as often as for one."""


def seed_procedure(book: Written, cause: str, rng: Random) -> Seeded | None:
    """Let a unit's figures, or every unit's, follow a wrong procedure; None where the book cannot carry it."""
    table = book.tables[0]
    units = units_with(table, "converted") or units_with(table, "mean")
    possible = [u for u in units if list(BY_CAUSE[cause](view(table, u)))]
    if not possible:
        return None
    wide = cause in SHEET_WIDE and rng.random() < 0.4
    chosen = possible if wide else [rng.choice(possible)]
    chain = rng.random() < 0.5
    primary: list[ExpectedFigure] = []
    same: frozenset[str] = frozenset({cause})
    for unit in chosen:
        variants = [w for w in BY_CAUSE[cause](view(table, unit)) if w.values["converted"] <= 100]
        if not variants:
            return None
        wrong = rng.choice(variants)
        figures = of_unit(table, unit)
        for quantity in MAIN if chain else ("converted",):
            if quantity in figures and quantity in wrong.values:
                rewrite_exact(table, figures[quantity], wrong.values[quantity])
        shown = [f for f in of_unit(table, unit).values() if is_wrong(f)]
        lead = next((f for q in MAIN for f in shown if f.quantity == q), None)
        if lead is None:
            if wide:
                continue
            return None
        if collides(table, lead, wrong.values[lead.quantity], cause):
            return None
        same |= same_names(table, lead, wrong.values[lead.quantity])
        primary.append(lead)
    return Seeded(book, cause, cause, primary, same, note="sheet" if wide else "unit") if primary else None
