"""What a cell says as a header, and how much that tells of its row."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.locate.labels import Label

WEIGHTS = {
    "indicator": 3.0,
    "levels": 2.0,
    "units": 2.0,
    "score": 2.0,
    "weighted": 2.0,
    "weight": 2.0,
    "number": 1.5,
    "self": 1.5,
    "committee": 1.5,
    "result": 1.0,
    "measure": 1.0,
    "sequence": 1.0,
    "target": 1.0,
    "group": 1.0,
    "full_marks": 1.0,
    "points": 1.0,
    "mean": 1.0,
    "converted": 1.0,
    "grade": 1.0,
    "round": 0.5,
    "baseline": 0.5,
    "owner": 0.5,
    "note": 0.5,
}
"""How much a term in a row says that the row is a header."""

LABELS = frozenset({"indicator", "number", "sequence", "group"})
"""Terms that stand over the cells naming an indicator."""

_COUNTED = frozenset({"indicator", "number", "group", "sequence", "round", "units", "measure"})
"""With a number behind it such a word names one of many: ตัวชี้วัดที่ 3 is no header."""

_FIGURES = frozenset({"converted", "full_marks", "points", "mean", "score"})
_SCALES = frozenset({"100", "20", "5", "05", "15", "1", "0100"})


_OF_INDICATOR = re.compile(r"(?:ตวชวด|ตวบงช|kpi|indicator)\s?(?:ท|no)?\s?\d")
"""One of many indicators as skeletons have it: คะแนนตัวชี้วัดที่ 1, score KPI 3."""


@lru_cache(maxsize=20_000)
def header_term(label: Label) -> str | None:
    """Return the term a cell has as a header.

    A group's own name (ด้านการเงิน) or a threshold (ร้อยละ 60) is no header.
    """
    term = label.term
    if term is None or (term == "group" and label.whole != "group" and label.coverage < 1):
        return None
    if label.numbers:
        if term == "score" and _OF_INDICATOR.search(label.key):
            return None  # คะแนนตัวชี้วัดที่ 3
        if term in _COUNTED and not all(_is_year(n) for n in label.numbers):
            return None
        if term in _FIGURES and not all(n in _SCALES or _is_year(n) for n in label.numbers):
            return None
    return term


def names_one_of_many(label: Label) -> bool:
    """Return whether a label with a number names an indicator, a unit or a round: KPI 3, เขต 3, คะแนนตัวชี้วัด 3."""
    terms = {label.whole, *label.terms}
    return bool(terms & _COUNTED) or _OF_INDICATOR.search(label.key) is not None


def _is_year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("25", "20", "26")
