"""The rows under a matrix: reported figures in any order and wording, rank, notes, signatures."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tests.books.expected import ExpectedFigure
from tests.books.figure_cells import declared_by_row, put_figure, summary_formula, without_formula
from tests.books.figures import grade
from tests.books.matrix import Matrix
from tests.books.names import NOTES, SIGNATURES, SUMMARY_LABELS
from tests.books.page import Kind


def write_summary(m: Matrix) -> None:
    """Write the summary rows in the order of the options, then notes and signatures."""
    if m.options.summary_gap:
        m.next_row += 1
    for quantity in m.options.summary:
        write_summary_row(m, quantity)
    write_tail(m)


def label_for(m: Matrix, quantity: str) -> str:
    """Return one of the wordings of a summary row."""
    weighted = quantity == "mean" and m.evaluation.weighted
    return m.rng.choice(SUMMARY_LABELS["weighted-mean" if weighted else quantity])


def write_summary_row(m: Matrix, quantity: str) -> None:
    """Write one summary row: a figure a unit, or a pair where the unit spans two columns."""
    row = m.next_row
    if quantity == "rank":
        write_rank(m)
        return
    width = m.unit_col - m.label_col if m.rng.random() < 0.3 and not m.weight_col else 1
    m.sheet.put(row, m.label_col, label_for(m, quantity), Kind.TITLE, cols=width)
    figures: list[ExpectedFigure] = []
    for unit in range(1, len(m.evaluation.units) + 1):
        figures += unit_figures(m, unit, quantity, row)
    m.table.reported += declared(figures)
    if m.weight_col and m.options.weight_total and quantity == m.options.summary[0]:
        m.sheet.put(row, m.weight_col, Decimal(100 if m.options.weights == "plain" else 1), Kind.TEXT)
        if m.options.weights != "plain":
            m.sheet.cells[-1].style = "0%"
    m.next_row += 1


def declared(figures: list[ExpectedFigure]) -> list[ExpectedFigure]:
    """Return the figures of one row with their declared decimals, by quantity."""
    quantities = dict.fromkeys(f.quantity for f in figures)
    by_quantity = {q: declared_by_row([f for f in figures if f.quantity == q]) for q in quantities}
    queues = {q: iter(fs) for q, fs in by_quantity.items()}
    return [next(queues[f.quantity]) for f in figures]


def unit_figures(m: Matrix, unit: int, quantity: str, row: int) -> list[ExpectedFigure]:
    """Write one unit's cells of one summary row."""
    exact, col, span = m.evaluation.figures(unit), m.column(unit), m.options.span
    if not exact:
        return []
    if quantity == "grade":
        name = grade(exact["converted"])
        cell = m.sheet.put(row, col, name, Kind.TEXT, cols=m.span)
        return [ExpectedFigure(unit, None, "grade", name, cell, name)]
    if quantity == "pair":
        pair = (("full_marks", col), ("converted", col + 1))
        return [_figure(m, unit, q, row, c, exact[q]) for q, c in pair]
    if span == "full-and-score" and quantity == "points":
        pair = (("full_marks", col), ("points", col + 1))
        return [_figure(m, unit, q, row, c, exact[q]) for q, c in pair]
    if span == "score-and-weighted" and quantity == "mean":
        return [_figure(m, unit, quantity, row, col + 1, exact[quantity])]
    return [_figure(m, unit, quantity, row, col, exact[quantity], cols=m.span)]


def _figure(
    m: Matrix, unit: int, quantity: str, row: int, col: int, exact: Fraction, cols: int = 1
) -> ExpectedFigure:
    scores = [m.scores[n, unit] for n in sorted(n for n, u in m.scores if u == unit)]
    weighable = m.options.weights != "percent-text" and None not in m.evaluation.column(unit)
    formula, mode = None, m.options.figures
    if not m.options.subtotals and (weighable or not m.evaluation.weighted):
        formula = summary_formula(quantity, scores, m.weights if m.evaluation.weighted else None)
    if formula is None:
        mode = without_formula(mode)
    return put_figure(m.sheet, row, col, unit, quantity, exact, mode, formula=formula, cols=cols)


def write_rank(m: Matrix) -> None:
    """Write the rank of every unit by its converted score: a row of numbers that is no figure of ours."""
    units = range(1, len(m.evaluation.units) + 1)
    order = sorted({f["converted"] for u in units if (f := m.evaluation.figures(u))})
    m.sheet.put(m.next_row, m.label_col, m.rng.choice(("ลำดับที่", "อันดับ", "จัดอันดับ")), Kind.TITLE)
    for unit in units:
        if figures := m.evaluation.figures(unit):
            place = len(order) - order.index(figures["converted"])
            m.sheet.put(m.next_row, m.column(unit), Decimal(place), Kind.TEXT, cols=m.span)
    m.next_row += 1


def write_tail(m: Matrix) -> None:
    """Write notes and signatures below the table."""
    if m.options.notes:
        m.next_row += m.rng.randrange(2)
        for note in m.rng.sample(NOTES, m.rng.randrange(1, 3)):
            m.sheet.put(m.next_row, m.first_col, note)
            m.next_row += 1
    if m.options.signature:
        m.next_row += 1
        for line in SIGNATURES:
            m.sheet.put(m.next_row, m.first_col + m.rng.choice((0, 1)), line)
            m.next_row += 1
