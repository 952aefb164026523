"""Shared by causes that lie in the typing of a figure: its digits as they are printed."""

from __future__ import annotations

from decimal import Decimal

from rules.causes.case import Figures
from schemas.intervals import Ints


def most_digits(numbers: Ints) -> int:
    """Return how many digits the longest of some non-negative integers has."""
    return len(str(int(numbers.max()))) if len(numbers) else 0


def shown(figures: Figures, column: int) -> dict[str, object]:
    """Return the printed and the typed figure of one unit, side by side."""
    decimals = int(figures.decimals[column])
    printed, typed = (Decimal(int(n[column])).scaleb(-decimals) for n in (figures.printed, figures.typed))
    return {"printed": printed, "typed": typed, "difference": abs(typed - printed)}
