"""The score rows of a matrix: indicator, weight, level texts, and a cell for every unit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tests.books.expected import ExpectedIndicator, ExpectedLevel, ExpectedScore
from tests.books.figure_cells import put_figure, without_formula
from tests.books.matrix import Matrix
from tests.books.page import Cell, Formula, Kind
from tests.books.spec import Score


def weight_style(weight: Decimal, style: str) -> str | None:
    """Return the number format of a weight cell: a percent format shows the half of 5.5 %."""
    if style != "percent-format":
        return None
    return "0%" if weight == weight.to_integral_value() else "0.0%"


def write_indicator(m: Matrix, position: int) -> None:
    """Write one score row and note what must be read in it."""
    indicator, row, put = m.evaluation.indicators[position - 1], m.next_row, m.sheet.put
    number = None
    if m.sequence_col:
        number = put(row, m.sequence_col, Decimal(position), Kind.NUMBERED)
    if m.number_col and indicator.number is not None:
        number = put(row, m.number_col, indicator.number, Kind.NUMBERED)
        label = put(row, m.label_col, indicator.title)
    else:
        label = put(row, m.label_col, indicator.label, Kind.NUMBERED)
    weight = None
    if m.weight_col and indicator.weight is not None:
        weight = put(row, m.weight_col, *written_weight(indicator.weight, m.options.weights))
        weight.style = weight_style(indicator.weight, m.options.weights)
        m.weights.append(weight)
    m.table.indicators.append(
        ExpectedIndicator(
            indicator.number,
            indicator.title,
            label,
            indicator.weight,
            weight,
            number,
            str(position) if m.sequence_col else None,
        )
    )
    index = len(m.table.indicators)
    if m.level_col:
        for level, text in enumerate(indicator.thresholds, 1):
            if text:
                write_level(m, index, None, level, text, row)
    for unit in range(1, len(m.evaluation.units) + 1):
        cell = write_score(m, position, unit, row)
        score = m.evaluation.scores[position, unit]
        m.scores[position, unit] = cell
        m.table.scores.append(ExpectedScore(index, unit, score.state, score.value, cell))
    if m.options.aggregate:
        units = range(1, len(m.evaluation.units) + 1)
        values = [v for u in units if (v := m.evaluation.scores[position, u].value) is not None]
        if values:
            mean = sum(values) / len(values)
            put(row, m.last_col, Decimal(f"{mean:.2f}"), Kind.TEXT, style="0.00")
    m.next_row += 1


def write_level(m: Matrix, indicator: int, round_: str | None, level: int, text: str, row: int) -> None:
    """Write one level text and note it; a bare number is written as a number."""
    bare = text.replace(".", "").isdigit()
    cell = m.sheet.put(row, m.level_col + level - 1, Decimal(text) if bare else text, Kind.LEVEL)
    digits = "".join(c if c.isdigit() or c == "." else " " for c in text).split()
    threshold = Decimal(digits[0]) if len(digits) == 1 else None
    m.table.levels.append(ExpectedLevel(indicator, round_, level, text, threshold, cell))


def written_weight(weight: Decimal, style: str) -> tuple[str | Decimal, Kind]:
    """Return a weight as the sheet writes it."""
    if style == "percent-text":
        return f"{weight.normalize():f}%", Kind.WEIGHT
    return (weight / 100 if style in ("percent-format", "fraction") else weight), Kind.WEIGHT


def write_score(m: Matrix, position: int, unit: int, row: int) -> Cell:
    """Write a unit's cells of one score row; the score's own cell is returned."""
    score, col, span = m.evaluation.scores[position, unit], m.column(unit), m.options.span
    if span == "full-and-score":
        declared_out = score.state in ("not_applicable", "not_started", "cancelled")
        m.sheet.put(row, col, None if declared_out else Decimal(5))
        return m.sheet.put(row, col + 1, score_text(score), Kind.SCORE)
    if span == "score-and-weighted":
        cell = m.sheet.put(row, col, score_text(score), Kind.SCORE)
        write_weighted(m, position, unit, row, cell)
        return cell
    return m.sheet.put(row, col, score_text(score), Kind.SCORE, cols=2 if span == "pair-merged" else 1)


def score_text(score: Score) -> str | Decimal | None:
    """Return what stands in the cell: the number, or the marker as the department writes it."""
    return score.value if score.state == "scored" else score.text


def write_weighted(m: Matrix, position: int, unit: int, row: int, score: Cell) -> None:
    """Write score × weight / 100 beside a score."""
    value, weight = m.evaluation.scores[position, unit].value, m.evaluation.indicators[position - 1].weight
    if value is None or weight is None:
        return
    formula = None
    if m.options.weights != "percent-text" and m.weights:
        over = "" if m.options.weights in ("percent-format", "fraction") else "/100"
        formula = Formula("{0}*{1}" + over, (score, m.weights[-1]))
    figure = put_figure(
        m.sheet,
        row,
        m.column(unit) + 1,
        unit,
        "weighted",
        Fraction(value) * Fraction(weight) / 100,
        m.options.figures if formula else without_formula(m.options.figures),
        indicator=len(m.table.indicators),
        formula=formula,
    )
    m.table.reported.append(figure)
