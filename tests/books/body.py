"""A whole matrix on one sheet: heading, groups, score rows, and by choice the summary."""

from __future__ import annotations

from random import Random

from tests.books.matrix import Matrix, write_heading
from tests.books.options import MatrixOptions
from tests.books.page import Kind, Sheet
from tests.books.rows import write_criteria, write_group, write_subtotal
from tests.books.score_rows import write_indicator
from tests.books.spec import Evaluation
from tests.books.summary import write_summary


def write_matrix(
    sheet: Sheet,
    evaluation: Evaluation,
    options: MatrixOptions,
    rng: Random,
    *,
    indicators: range | None = None,
    summary: bool = True,
) -> Matrix:
    """Write a matrix on a sheet and return it with what must be read.

    indicators: 1-based positions that stand on this sheet, default all.
    """
    m = write_heading(sheet, evaluation, options, rng)
    write_body(m, indicators or range(1, len(evaluation.indicators) + 1))
    if summary:
        write_summary(m)
    return m


def write_body(m: Matrix, positions: range) -> None:
    """Write the score rows of some indicators, with group rows, subtotals and criteria as the options ask."""
    group, start = -1, m.next_row
    for n in positions:
        indicator = m.evaluation.indicators[n - 1]
        if indicator.group != group:
            if group >= 0 and m.options.subtotals:
                write_subtotal(m, group)
            group, start = indicator.group, m.next_row
            write_group(m, group)
        write_indicator(m, n)
        write_criteria(m, n)
        last = n == positions[-1] or m.evaluation.indicators[n].group != group
        if last and m.group_col:
            label = m.evaluation.groups[group] if m.evaluation.groups else "ด้านการบริหารจัดการ"
            m.sheet.put(start, m.group_col, label, Kind.TEXT, rows=m.next_row - start)
    if m.options.subtotals:
        write_subtotal(m, group)
