"""The rows between the indicators: headings of groups, activities under an indicator, subtotals."""

from __future__ import annotations

from decimal import Decimal

from tests.books.matrix import Matrix
from tests.books.page import Kind
from tests.books.score_rows import write_level


def write_group(m: Matrix, group: int) -> None:
    """Write the heading of a group of indicators, where the sheet has such rows."""
    if m.options.groups not in ("row", "merged") or not m.evaluation.groups:
        return
    width = m.last_col - m.first_col + 1 if m.options.groups == "merged" else 1
    m.sheet.put(m.next_row, m.first_col, m.evaluation.groups[group], Kind.TITLE, cols=width)
    m.next_row += 1


def write_criteria(m: Matrix, position: int) -> None:
    """Write the activities under an indicator: rows without scores, some with level texts and a round."""
    if not m.options.criteria:
        return
    for text in m.evaluation.indicators[position - 1].criteria:
        m.sheet.put(m.next_row, m.label_col, text)
        round_ = "6" if "6 เดือน" in text else "12" if "12 เดือน" in text else None
        if m.level_col and round_:
            index = len(m.table.indicators)
            for level, share in enumerate(("60", "70", "80", "90", "100"), 1):
                text = f"ร้อยละ {share} ของกระบวนการ"
                write_level(m, index, round_, level, text, m.next_row)
        m.next_row += 1


def write_subtotal(m: Matrix, group: int) -> None:
    """Write the points of one group: a row that must not be read as an indicator, nor as the total."""
    e = m.evaluation
    members = [n for n, i in enumerate(e.indicators, 1) if i.group == group]
    name = " ".join(e.groups[group].split()[:2]) if e.groups else f"ที่ {group + 1}"
    m.sheet.put(m.next_row, m.label_col, f"รวมคะแนน{name}")
    for unit in range(1, len(e.units) + 1):
        values = [v for n in members if (v := e.scores[n, unit].value) is not None]
        col = m.column(unit) + (1 if m.options.span == "full-and-score" else 0)
        m.sheet.put(m.next_row, col, sum(values, Decimal(0)), Kind.TEXT)
    m.next_row += 1
