"""Which figure a row label names: full marks, points, mean, converted or grade; or that it is a subtotal."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.locate.header_terms import names_one_of_many
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
    vague: bool = False
    """It only says that something is a score, a total: numbers know better."""
    hundred: bool = False
    """It names 100: where it is no converted score it can only be full marks."""


NO_FIGURE = Figure((), 0)

MOST_KNOWN = 20_000
"""Labels of which is kept what follows from them."""


@lru_cache(maxsize=MOST_KNOWN)
def figure_of(label: Label) -> Figure:
    """Return which figures a row label names and how surely it does.

    Two figures are named only where the label parts them (คะแนนเต็ม / ร้อยละ); else the most telling counts.
    """
    if label.whole in OTHER_FIGURES or (label.whole == "sequence" and not label.numbers):
        return Figure((), 3, True)
    terms = [t for t in (*label.terms, *label.inner) if t in QUANTITY_OF]
    if label.whole in QUANTITY_OF and label.whole not in terms:
        terms.insert(0, label.whole or "")
    if not terms and not (OTHER_FIGURES & set(label.terms)):
        if label.key.startswith("รวม") and label.coverage >= COVERED and _ALL_GROUPS.search(label.key):
            return Figure((Quantity.POINTS,), 2, vague=True)  # รวมทุกมิติ
        return NO_FIGURE
    if set(terms) == {"score"} and label.numbers and names_one_of_many(label):
        return NO_FIGURE  # คะแนนตัวชี้วัดที่ 3
    strength = _strength(label)
    telling = [t for t in terms if t != "score"] or terms
    other = OTHER_FIGURES & set(label.terms) and not (terms and _PARTED.search(label.key))
    if other and not label.whole and not label.decisive:
        return Figure((), min(strength, 2), True)
    quantities = list(dict.fromkeys(QUANTITY_OF[t] for t in telling))
    if len(quantities) == 2 and _PARTED.search(label.key):
        return Figure(tuple(quantities), strength)
    decisive = [QUANTITY_OF[t] for t in QUANTITY_OF if t in label.decisive]
    main = [t for t in telling if t in label.terms or t == label.whole]
    if decisive:
        return Figure((decisive[0],), 3)
    chosen = _most_telling([QUANTITY_OF[t] for t in main or telling])
    if chosen is Quantity.POINTS and ("ค" in label.tags or "weighted" in terms):
        chosen = Quantity.MEAN
    if label.whole == "score" and len(quantities) > 1:
        chosen = _most_telling(quantities)
    if chosen in (Quantity.FULL_MARKS, Quantity.POINTS):
        if _of_a_hundred(label):
            return Figure(
                (Quantity.CONVERTED,), strength, vague=True, hundred=bool(_HUNDREDS & set(label.numbers))
            )
        if chosen is Quantity.POINTS and _FIVES & set(label.numbers):
            return Figure((Quantity.MEAN,), strength, vague=True)
    return Figure((chosen,), strength, vague=set(terms) <= {"score"} or label.key in _TOTALS)


_FIVES = frozenset({"5", "50", "500"})
"""The scale's highest score as skeletons have it: ผลการประเมิน (เต็ม 5), 5.0, 5.00."""


_HUNDREDS = frozenset({"100", "10000"})


def _of_a_hundred(label: Label) -> bool:
    """Return whether a score is named with the base of a share: คะแนนฐาน 100, % of full marks, คะแนน (100.00)."""
    return bool(_HUNDREDS & set(label.numbers)) or "%" in label.key or "รอยละ" in label.key


_TOTALS = frozenset({"รวม", "รวมทงสน", "รวมทงหมด", "total", "sum", "grand total"})
_PARTED = re.compile("/|และ| and ")


def _strength(label: Label) -> int:
    if label.decisive & set(QUANTITY_OF) or (label.whole in QUANTITY_OF and label.whole != "score"):
        return 3
    if label.coverage >= 1 and set(label.terms) == _SCORE_OF_100:
        return 3
    return 2 if label.coverage >= COVERED else 1


_SCORE_OF_100 = {"converted", "score"}
"""คะแนนเต็ม 100 คะแนน: all of it says so, however small the numbers under it are."""


def _most_telling(quantities: list[Quantity]) -> Quantity:
    order = list(dict.fromkeys(QUANTITY_OF.values()))
    return min(quantities, key=order.index)


def leading(figure: Figure) -> Quantity | None:
    """Return the one quantity of a label: the most telling of those it names."""
    return _most_telling(list(figure.quantities)) if figure.quantities else None


_SUMS = ("รวม", "ผลรวม", "เฉลย", "คาเฉลย", "total", "sum", "average", "mean")


_SUBTOTALS = ("subtotal", "sub total", "รวมยอย", "ยอดยอย")
_ALL_GROUPS = re.compile(
    r"(?:ทก|ทง|all ?|(?<![ท\d])\d+ ?)(?:หมด|สน)?\d*"
    r"(?:มต|ดาน|หมวด|สวน|ตอน|องคประกอบ|ยทธศาสตร|ประเดน|กลม|พนธกจ|มมมอง"
    r"|perspectives|dimensions|strategies|parts|sections|components|categories|pillars|themes|domains)"
)
"""Every group at once, as skeletons have it: ทุกมิติ, ทั้ง 3 ด้าน, 4 dimensions."""


@lru_cache(maxsize=MOST_KNOWN)
def is_subtotal(label: Label) -> bool:
    """Return whether a label sums up a group: รวมมิติที่ 1, คะแนนเฉลี่ยด้านที่ 2, Subtotal."""
    if any(word in label.key for word in _SUBTOTALS):
        return True
    if label.first == "group" or not label.has("group") or _ALL_GROUPS.search(label.key):
        return False
    return label.key.startswith(_SUMS) or bool(figure_of(label).quantities)
