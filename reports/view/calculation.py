"""One figure's calculation laid open: scores with their cells, sum, base, division, rounding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from reports.numbers import difference, number_text, rounded
from reports.view.matrix import ScoreCell, ScoreMatrix
from reports.view.mismatches import figure_digits, reported_shown, signed
from reports.view.run import IndicatorView, TableView
from schemas.outcome import Line
from schemas.rules import RulePack
from schemas.tables import SCALE
from schemas.terms import DECLARED_OUT, BlankPolicy, DashPolicy, Quantity, State, ZeroPolicy

LONG_DIGITS = 6
MOST_WRITTEN = 12
"""A sum of more scores is written with equal ones together."""
MOST_TERMS = 60
"""A figure of more scores shows the first ones; its sum still names every one, equal scores together."""


class Term(NamedTuple):
    """One score on the way to a sum. counted: it stays in the base under the policies in force."""

    indicator: IndicatorView
    score: ScoreCell
    counted: bool


class Counted(NamedTuple):
    """A score that stays in the base, with its weight, and how many indicators have just these."""

    score: Fraction
    weight: Fraction
    times: int


class Step(NamedTuple):
    """One line of the calculation. name: which step (a key of the words). Values are texts, ready to show."""

    name: str
    expression: str
    result: str


class Calculation(NamedTuple):
    """The whole way from the cells to the figure. terms: the first scores; scores: how many there are."""

    line: Line
    terms: Sequence[Term]
    scores: int
    steps: Sequence[Step]


def calculation(line: Line, table: TableView, matrix: ScoreMatrix, rules: RulePack) -> Calculation:
    """Lay one figure's calculation open."""
    summed = line.unit is not None and line.indicator is None and line.unit <= matrix.units
    if not summed or line.unit is None or not isinstance(line.recomputed, Fraction):
        basis = [Step(f"basis.{name}", "", value) for name, value in line.basis.items()]
        return Calculation(line, [], 0, [*basis, *_ending(line, rules)])
    unit = line.unit
    terms = [
        Term(one, score, counts(score.state, score.value == "0", rules))
        for one in table.indicators[:MOST_TERMS]
        for score in (matrix.cell(one.position, unit),)
    ]
    weighted = rules.weights != "ignored" and any(one.weight is not None for one in table.indicators)
    counted = _counted(table, matrix, unit, rules, weighted)
    steps = _weighted(line, counted) if weighted else _sums(line, counted, rules)
    return Calculation(line, terms, matrix.indicators, [*steps, *_ending(line, rules)])


def _counted(
    table: TableView, matrix: ScoreMatrix, unit: int, rules: RulePack, weighted: bool
) -> list[Counted]:
    """Return what stays in the base: every score in order where they are few, else equal ones together."""
    column = matrix.column(unit)
    weights = [one.weight if weighted else None for one in table.indicators]
    cells = [(*pair, weight) for pair, weight in zip(column, weights, strict=True)]
    groups = Counter(cells).items() if len(cells) > MOST_WRITTEN else ((cell, 1) for cell in cells)
    return [
        Counted(Fraction(value) / SCALE if state == State.SCORED else Fraction(0), Fraction(weight or 0), n)
        for (state, value, weight), n in groups
        if counts(State(state), value == 0, rules)
    ]


def counts(state: State, zero: bool, rules: RulePack) -> bool:
    """Say whether a score cell stays in the base under the policies in force. zero: its score is 0."""
    p = rules.policies
    if state is State.SCORED:
        return not (zero and p.zero is ZeroPolicy.NOT_EVALUATED)
    if state in DECLARED_OUT:
        return False
    if state is State.BLANK:
        return p.blank is not BlankPolicy.NOT_APPLICABLE
    return state is State.DASH and p.dash is DashPolicy.ZERO


def long_text(value: Fraction) -> str:
    """Return a value exactly where it ends within six decimals, else its first six and an ellipsis."""
    scaled = value * 10**LONG_DIGITS
    if scaled.denominator == 1:
        return number_text(Decimal(f"{scaled.numerator}E-{LONG_DIGITS}"))
    cut = abs(scaled.numerator) // scaled.denominator
    sign = "-" if value < 0 else ""
    return f"{sign}{Decimal(f'{cut}E-{LONG_DIGITS}'):f}…"


def _sums(line: Line, counted: Sequence[Counted], rules: RulePack) -> Iterator[Step]:
    n = sum(one.times for one in counted)
    total = sum((one.score * one.times for one in counted), Fraction(0))
    if not n:
        return
    full = n * Fraction(rules.scale.high)
    if line.quantity is not Quantity.FULL_MARKS:
        yield Step("sum", _plus([(long_text(one.score), one.times) for one in counted]), long_text(total))
    if line.quantity is not Quantity.POINTS:
        yield Step("base", f"{n} × {number_text(rules.scale.high)}", long_text(full))
    if line.quantity in (Quantity.MEAN, Quantity.CONVERTED):
        yield Step("mean", f"{long_text(total)} ÷ {n}", long_text(total / n))
    if line.quantity is Quantity.CONVERTED:
        factor = rules.scale.factor
        result = total / n * Fraction(factor)
        yield Step("convert", f"{long_text(total / n)} × {number_text(factor)}", long_text(result))


def _weighted(line: Line, counted: Sequence[Counted]) -> Iterator[Step]:
    products = sum((one.score * one.weight * one.times for one in counted), Fraction(0))
    weights = sum((one.weight * one.times for one in counted), Fraction(0))
    if line.quantity is not Quantity.FULL_MARKS:
        terms = [(f"{long_text(one.score)}×{long_text(one.weight)}", one.times) for one in counted]
        yield Step("products", _plus(terms), long_text(products))
        yield Step(
            "weights", _plus([(long_text(one.weight), one.times) for one in counted]), long_text(weights)
        )
    if line.quantity in (Quantity.MEAN, Quantity.CONVERTED) and weights:
        yield Step("mean", f"{long_text(products)} ÷ {long_text(weights)}", long_text(products / weights))
    if line.quantity is Quantity.CONVERTED and products and isinstance(line.recomputed, Fraction):
        factor = line.recomputed * weights / products
        yield Step(
            "convert", f"{long_text(products / weights)} × {long_text(factor)}", long_text(line.recomputed)
        )


def _plus(terms: Sequence[tuple[str, int]]) -> str:
    return " + ".join(f"{times} × {text}" if times > 1 else text for text, times in terms)


def _ending(line: Line, rules: RulePack) -> Iterator[Step]:
    if not isinstance(line.recomputed, Fraction):
        return
    digits = figure_digits(line)
    mode = rules.rounding_of(line.quantity)
    figure = rounded(line.recomputed, digits, mode)
    yield Step(f"round.{mode.value}", long_text(line.recomputed), format(figure, "f"))
    if isinstance(line.reported, Decimal):
        gap = difference(line.reported, figure)
        yield Step("compare", f"{reported_shown(line)} − {figure:f}", signed(gap))
        if line.basis.get("ratios"):
            yield Step("basis.ratios", line.basis["ratios"], reported_shown(line))
