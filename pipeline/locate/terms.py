"""Which figure a row label names: full marks, points, mean, converted or grade; or that it is a subtotal."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.locate.labels import COVERED, Label
from schemas.terms import Quantity

QUANTITY_OF = {
    "converted": Quantity.CONVERTED,
    "full_marks": Quantity.FULL_MARKS,
    "grade": Quantity.GRADE,
    "mean": Quantity.MEAN,
    "weighted": Quantity.MEAN,
    "points": Quantity.POINTS,
    "score": Quantity.POINTS,
}
"""Terms of figures, the most telling first. A weighted total is a mean: Σ(w × score) / Σw."""

OTHER_FIGURES = frozenset({"weight_total", "count", "rank", "spread"})
"""Rows that report something this product does not recompute; they have a role and no quantity."""


class Figure(NamedTuple):
    """What a row label says. quantities: in the order of the label. strength: 0 nothing, 1 a hint, 2 said, 3 sure."""

    quantities: tuple[Quantity, ...]
    strength: int
    other: bool = False


NO_FIGURE = Figure((), 0)


def figure_of(label: Label) -> Figure:
    """Return which figures a row label names and how surely it does."""
    if label.whole in OTHER_FIGURES:
        return Figure((), 3, True)
    terms = [t for t in (*label.terms, *label.inner) if t in QUANTITY_OF]
    if label.whole in QUANTITY_OF:
        quantity = QUANTITY_OF[label.whole or ""]
        if quantity is Quantity.POINTS and "ค" in label.tags:
            quantity = Quantity.MEAN
        if label.whole == "score" and len(terms) > 1:
            quantity = QUANTITY_OF[min(terms, key=list(QUANTITY_OF).index)]
        return Figure((quantity,), 3 if label.whole != "score" else 2)
    if not terms and not (OTHER_FIGURES & set(label.terms)):
        return NO_FIGURE
    decisive = [t for t in QUANTITY_OF if t in label.decisive]
    if decisive:
        return Figure((QUANTITY_OF[decisive[0]],), 3)
    if OTHER_FIGURES & set(label.terms) and label.coverage >= COVERED:
        return Figure((), 2, True)
    ordered = list(dict.fromkeys(QUANTITY_OF[t] for t in terms if t not in ("score",)))
    if not ordered:
        ordered = [Quantity.POINTS]
    if "ค" in label.tags and ordered == [Quantity.POINTS]:
        ordered = [Quantity.MEAN]
    return Figure(tuple(ordered), 2 if label.coverage >= COVERED else 1)


def leading(figure: Figure) -> Quantity | None:
    """Return the one quantity of a label: the most telling of those it names."""
    order = list(dict.fromkeys(QUANTITY_OF.values()))
    return min(figure.quantities, key=order.index) if figure.quantities else None


def is_subtotal(label: Label) -> bool:
    """Return whether a label sums up a group: รวมมิติที่ 1, คะแนนเฉลี่ยด้านที่ 2, Subtotal."""
    if "subtotal" in label.key or "sub total" in label.key:
        return True
    return label.has("group") and bool(figure_of(label).quantities) and label.first != "group"
