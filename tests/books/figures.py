"""What the scores give, in fractions: the reckoning that the product is measured against.

Formulas: full marks = 5 × n; mean ค = Σ score / n, or Σ(w × score) / Σw; converted = ค × 20.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

FULL_SCORE = 5
FACTOR = 20
BANDS = ((90, "ดีเด่น"), (80, "ดีมาก"), (70, "ดี"), (60, "พอใช้"), (0, "ต้องปรับปรุง"))


def half_up(value: Fraction, decimals: int) -> Decimal:
    """Return a non-negative value rounded half up to a number of decimals, trailing zeros kept."""
    scaled = value * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole).scaleb(-decimals)


def figures(
    scores: Sequence[Decimal | None], weights: Sequence[Decimal | None] | None = None
) -> dict[str, Fraction]:
    """Return full marks, points, mean, converted of one unit; None leaves the base; empty: no base."""
    counted = [(Fraction(s), n) for n, s in enumerate(scores) if s is not None]
    if not counted:
        return {}
    points = sum((s for s, _ in counted), Fraction(0))
    if weights is None:
        mean = points / len(counted)
    else:
        base = sum((Fraction(weights[n] or 0) for _, n in counted), Fraction(0))
        mean = sum((Fraction(weights[n] or 0) * s for s, n in counted), Fraction(0)) / base
    return {
        "full_marks": Fraction(FULL_SCORE * len(counted)),
        "points": points,
        "mean": mean,
        "converted": mean * FACTOR,
    }


def grade(converted: Fraction) -> str:
    """Return the grade of a converted score; bands are closed below and open above."""
    return next(name for floor, name in BANDS if converted >= floor)


def interpolated(result: Fraction, thresholds: Sequence[Fraction]) -> Fraction:
    """Return the score of a result between levels 1..5, capped at 5; thresholds may rise or fall.

    ValueError below level 1, where the policy decides and not the formula.
    """
    sign = 1 if thresholds[-1] > thresholds[0] else -1
    if (result - thresholds[-1]) * sign >= 0:
        return Fraction(5)
    for level in range(4, 0, -1):
        low, high = thresholds[level - 1], thresholds[level]
        if (result - low) * sign >= 0:
            return level + (result - low) / (high - low)
    raise ValueError("below level 1")
