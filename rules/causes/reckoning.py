"""A sum over a base as a reader checks it: the deciding numbers of an edit in one line."""

from __future__ import annotations

from fractions import Fraction

from rules.causes.case import Case
from rules.causes.sums import Sums
from schemas.exact import fraction_text
from schemas.terms import Quantity


def reckoning(case: Case, sums: Sums, row: int, column: int) -> dict[str, object]:
    """Return the points, the base and the whole reckoning of one edit of one unit, as exact text."""
    points, products, base, count = sums.at(row, column)
    total = fraction_text(Fraction(points, case.score_unit))
    full_marks = fraction_text(case.high * count)
    values: dict[str, object] = {"points": total, "base": full_marks, "count": count}
    top = fraction_text(case.high * case.factor)
    if case.weighted:
        total = fraction_text(Fraction(products, case.score_unit * case.weight_unit))
        weight = fraction_text(Fraction(base, case.weight_unit))
        values["base"] = weight
        ratio = f"{total} / {weight}"
        if case.quantity is Quantity.CONVERTED:
            ratio += f" × {fraction_text(case.factor)}"
        values["reckoning"] = ratio
        if case.quantity in (Quantity.MEAN, Quantity.CONVERTED):
            return values
    if case.quantity is Quantity.CONVERTED:
        values["reckoning"] = f"{total} / {full_marks} × {top}"
    elif case.quantity is Quantity.MEAN:
        values["reckoning"] = f"{total} / {count}"
    elif case.quantity is Quantity.FULL_MARKS:
        values["reckoning"] = f"{count} × {fraction_text(case.high)}"
    else:
        values["reckoning"] = _from_right(case, products if case.weighted else points, column) or total
    return values


def _from_right(case: Case, changed: int, column: int) -> str:
    """Return a changed sum as the right one and what is taken from it or added; '' where nothing is."""
    points, products, _, _ = case.total.at(0, column)
    right, unit = points, case.score_unit
    if case.weighted:
        right, unit = products, case.score_unit * case.weight_unit
    if changed == right:
        return ""
    sign = "−" if changed < right else "+"
    return (
        f"{fraction_text(Fraction(right, unit))} {sign} {fraction_text(Fraction(abs(changed - right), unit))}"
    )
