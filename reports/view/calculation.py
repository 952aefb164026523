"""One figure's calculation laid open: scores with their cells, sum, base, division, rounding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reports.numbers import difference, number_text, rounded
from reports.view.matrix import ScoreCell, ScoreMatrix
from reports.view.mismatches import figure_digits, reported_shown
from reports.view.run import IndicatorView, TableView
from schemas.outcome import Line
from schemas.rules import RulePack
from schemas.terms import DECLARED_OUT, BlankPolicy, DashPolicy, Quantity, State, ZeroPolicy

LONG_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Term:
    """One score on the way to a sum. counted: it stays in the base under the policies in force."""

    indicator: IndicatorView
    score: ScoreCell
    counted: bool

    @property
    def value(self) -> Fraction:
        text = self.score.value
        return Fraction(text) if text is not None and self.counted else Fraction(0)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the calculation. name: which step (a key of the words). Values are texts, ready to show."""

    name: str
    expression: str
    result: str


@dataclass(frozen=True, slots=True)
class Calculation:
    """The whole way from the cells to the figure; no terms where it is not a sum of scores."""

    line: Line
    terms: Sequence[Term]
    steps: Sequence[Step]


def calculation(line: Line, table: TableView, matrix: ScoreMatrix, rules: RulePack) -> Calculation:
    """Lay one figure's calculation open."""
    terms: list[Term] = []
    if line.unit and line.indicator is None and line.unit <= matrix.units:
        terms = [
            Term(one, score, counts(score, rules))
            for one in table.indicators
            for score in (matrix.cell(one.position, line.unit),)
        ]
    return Calculation(line, terms, [*_sums(line, terms, rules), *_ending(line, rules)])


def counts(score: ScoreCell, rules: RulePack) -> bool:
    """Say whether a score cell stays in the base under the policies in force."""
    p, state = rules.policies, score.state
    if state is State.SCORED:
        return not (p.zero is ZeroPolicy.NOT_EVALUATED and Fraction(score.value or 0) == 0)
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


def _sums(line: Line, terms: Sequence[Term], rules: RulePack) -> Iterator[Step]:
    counted = [t for t in terms if t.counted]
    if not counted or not isinstance(line.recomputed, Fraction):
        yield from (Step(f"basis.{name}", "", value) for name, value in line.basis.items())
        return
    weights = [t.indicator.weight for t in counted]
    weighted = rules.weights != "ignored" and any(w is not None for w in weights)
    if weighted:
        yield from _weighted(line, counted)
        return
    n, total = len(counted), sum((t.value for t in counted), Fraction(0))
    full = n * Fraction(rules.scale.high)
    if line.quantity is not Quantity.FULL_MARKS:
        yield Step("sum", _plus([t.score.text or "0" for t in counted]), long_text(total))
    if line.quantity is not Quantity.POINTS:
        yield Step("base", f"{n} × {number_text(rules.scale.high)}", long_text(full))
    if line.quantity in (Quantity.MEAN, Quantity.CONVERTED):
        yield Step("mean", f"{long_text(total)} ÷ {n}", long_text(total / n))
    if line.quantity is Quantity.CONVERTED:
        factor = rules.scale.factor
        result = total / n * Fraction(factor)
        yield Step("convert", f"{long_text(total / n)} × {number_text(factor)}", long_text(result))


def _weighted(line: Line, counted: Sequence[Term]) -> Iterator[Step]:
    pairs = [(t, Fraction(t.indicator.weight or 0)) for t in counted]
    products = sum((t.value * w for t, w in pairs), Fraction(0))
    weights = sum((w for _, w in pairs), Fraction(0))
    if line.quantity is not Quantity.FULL_MARKS:
        terms = [f"{t.score.text or '0'}×{long_text(w)}" for t, w in pairs]
        yield Step("products", _plus(terms), long_text(products))
        yield Step("weights", _plus([long_text(w) for _, w in pairs]), long_text(weights))
    if line.quantity in (Quantity.MEAN, Quantity.CONVERTED) and weights:
        yield Step("mean", f"{long_text(products)} ÷ {long_text(weights)}", long_text(products / weights))
    if line.quantity is Quantity.CONVERTED and weights and isinstance(line.recomputed, Fraction) and products:
        factor = line.recomputed * weights / products
        yield Step(
            "convert", f"{long_text(products / weights)} × {long_text(factor)}", long_text(line.recomputed)
        )


def _plus(texts: Sequence[str]) -> str:
    """Return a sum as written; equal neighbours of a long sum as `12 × 5`, so that it stays readable."""
    if len(texts) <= 12:
        return " + ".join(texts)
    counts: dict[str, int] = {}
    for text in texts:
        counts[text] = counts.get(text, 0) + 1
    return " + ".join(f"{n} × {text}" if n > 1 else text for text, n in counts.items())


def _ending(line: Line, rules: RulePack) -> Iterator[Step]:
    if not isinstance(line.recomputed, Fraction):
        return
    digits = figure_digits(line)
    figure = rounded(line.recomputed, digits, rules.policies.rounding)
    yield Step(f"round.{rules.policies.rounding.value}", long_text(line.recomputed), format(figure, "f"))
    if isinstance(line.reported, Decimal):
        gap = difference(line.reported, figure)
        yield Step("compare", f"{reported_shown(line)} − {figure:f}", signed(gap))


def signed(value: Decimal) -> str:
    """Return a difference with its sign, a true minus before a negative one."""
    if value == 0:
        return "0"
    return f"+{value:f}" if value > 0 else f"−{-value:f}"
