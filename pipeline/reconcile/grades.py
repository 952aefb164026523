"""Grades: the band of the rule pack that a converted score falls into."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from schemas.rounding import rounded
from schemas.rules import Band, RulePack
from schemas.terms import Quantity
from schemas.thai import key


def band_of(value: Fraction | Decimal, pack: RulePack) -> Band | None:
    """Return the band that holds a converted score: from its lower end on, up to the next one's; None below all."""
    holding = [band for band in pack.bands if band.at_least <= value]
    return max(holding, key=lambda band: band.at_least, default=None)


def named_band(text: str, pack: RulePack) -> Band | None:
    """Return the band that a reported grade names, by its name or an alias; None where the pack has no such."""
    wanted = key(text)
    for band in pack.bands:
        if wanted in (key(name) for name in (band.name, *band.aliases)):
            return band
    return None


def grade_fits(reported: Band, exact: Fraction, decimals: int, pack: RulePack) -> bool:
    """Return whether a grade follows from the exact converted score or from the figure printed for it.

    The two differ only where printing crosses a band's end (89.996 is printed 90.00); programs do either.
    """
    printed = rounded(exact, decimals, pack.rounding_of(Quantity.CONVERTED))
    return reported in (band_of(exact, pack), band_of(printed, pack))
