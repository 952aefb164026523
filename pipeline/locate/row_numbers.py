"""Numbers that titles begin with, weighed against those of the other rows: which belong to the words."""

from __future__ import annotations

from pipeline.locate.facts import Facts
from pipeline.locate.terms import figure_of
from pipeline.numbering import first_number
from schemas.layout import RowRole


def close_numbers(rows: list[Facts]) -> None:
    """Between 1. and 3. the title "2. 5 ส" is the second, not 2.5."""
    valued = [f for f in rows if f.present and f.from_title and f.numbered is not None]
    if any(f.numbered is not None and f.numbered.style.endswith("1.") for f in valued):
        for f in valued:
            closed = first_number(f.title) if f.numbered is not None and len(f.numbered.parts) == 2 else None
            if closed is not None and closed.style.endswith("1."):
                f.number, f.numbered = closed.number, closed


def drop_false_numbers(rows: list[Facts]) -> None:
    """A bare number that begins only some titles belongs to the words: 5 ส, 2 มาตรการ."""
    valued = [f for f in rows if f.present]
    bare = [f for f in valued if f.from_title and f.numbered is not None and f.numbered.style == "1"]
    if bare and len(bare) * 2 < len(valued):
        for f in rows:
            if f.from_title and f.numbered is not None and f.numbered.style == "1":
                f.number, f.numbered, f.from_title = None, None, False


def numbered_figures(valued: list[Facts], roles: dict[int, RowRole]) -> None:
    """Figures at the end may have numbers of their own, ๑) คะแนนรวม ๒) คะแนนเต็ม: they begin again, and values
    above the scale stand there."""
    tail: list[Facts] = []
    for f in reversed(valued):
        if roles[f.i] is not RowRole.INDICATOR or f.number is None or figure_of(f.label).strength < 2:
            break
        tail.append(f)
    before = {f.number or f.sequence for f in valued[: len(valued) - len(tail)]}
    if before and any(f.number in before for f in tail) and any(f.big for f in tail):
        for f in tail:
            roles[f.i] = RowRole.SUMMARY


def score_left_blank(f: Facts, numbered_alike: bool) -> bool:
    """Return whether a row without a score is an indicator's: it has a result or a product, and a weight, or a
    number like those of rows with scores."""
    return not f.present and bool(f.said and f.title) and not f.merged and (f.weight or numbered_alike)
