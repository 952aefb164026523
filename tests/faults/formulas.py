"""Faults in formulas: a range that leaves out a row, a result that was never recalculated, a typed figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from tests.books.expected import ExpectedFigure, ExpectedFinding, ExpectedTable, Written
from tests.books.figure_cells import stored
from tests.books.figures import figures as reckon
from tests.books.page import Cell, Formula
from tests.faults.reach import same_names
from tests.faults.seeded import Seeded, is_wrong, rewrite
from tests.faults.views import View, printed, view


def _with_formula(table: ExpectedTable) -> list[ExpectedFigure]:
    """Return the figures of whole units whose formula is a range over the scores themselves."""
    scores = {id(s.cell) for s in table.scores}
    return [
        f
        for f in table.reported
        if f.indicator is None and f.cell.formula and id(f.cell.formula.operands[0]) in scores
    ]


def _cached(
    table: ExpectedTable, figure: ExpectedFigure, value: Fraction, formula: Formula
) -> ExpectedFigure:
    """Keep a formula in the cell with another result."""
    number = Decimal(format(stored(value), "f"))
    if formula.template.startswith("ROUND("):
        number = printed(value, 2)
    changed = replace(figure, value=number)
    figure.cell.value, figure.cell.formula = number, formula
    table.reported[table.reported.index(figure)] = changed
    return changed


def _value(v: View, quantity: str) -> Fraction | None:
    weights = None if v.weights is None else [Decimal(w.numerator) / w.denominator for w in v.weights]
    scores = [None if s is None else Decimal(s.numerator) / s.denominator for s in v.scores]
    return reckon(scores, weights).get(quantity)


def _without(v: View, place: int) -> View:
    scores = tuple(None if n == place else s for n, s in enumerate(v.scores))
    return replace(v, scores=scores)


def seed_omitted_row(book: Written, cause: str, rng: Random) -> Seeded | None:
    """Let a summary formula start a row too low or end a row too high."""
    table = book.tables[0]
    candidates = _with_formula(table)
    if not candidates:
        return None
    figure = rng.choice(candidates)
    formula = figure.cell.formula
    assert formula is not None
    column = sorted((s for s in table.scores if s.unit == figure.unit), key=lambda s: s.indicator)
    cells: list[Cell] = [s.cell for s in column]
    rows = [i.weight_cell for i in sorted(table.indicators, key=lambda i: table.indicators.index(i))]
    first = rng.random() < 0.5
    place = 0 if first else len(cells) - 1
    v = view(table, figure.unit)
    value = _value(_without(v, place), figure.quantity)
    if v.scores[place] is None or value is None:
        return None
    swap: dict[int, Cell] = {id(cells[place]): cells[1 if first else -2]}
    weight, other = rows[place], rows[1 if first else -2]
    if weight is not None and other is not None:
        swap[id(weight)] = other
    operands = tuple(swap.get(id(o), o) for o in formula.operands)
    changed = _cached(table, figure, value, Formula(formula.template, operands))
    if not is_wrong(changed):
        return None
    same = same_names(table, changed, value) | {cause}
    finding = ExpectedFinding("formula-omits-row", (changed.cell,))
    return Seeded(book, cause, cause, [changed], same, [finding])


def seed_stale(book: Written, cause: str, rng: Random) -> Seeded | None:
    """Let a formula keep the result from before one score was changed."""
    table = book.tables[0]
    candidates = _with_formula(table)
    if not candidates:
        return None
    figure = rng.choice(candidates)
    v = view(table, figure.unit)
    place = rng.randrange(len(v.scores))
    if v.scores[place] is None or figure.quantity == "full_marks":
        return None
    others = [Fraction(n) for n in range(6) if n != v.scores[place]]
    before = tuple(rng.choice(others) if n == place else s for n, s in enumerate(v.scores))
    value = _value(replace(v, scores=before), figure.quantity)
    assert value is not None
    assert figure.cell.formula is not None
    changed = _cached(table, figure, value, figure.cell.formula)
    if not is_wrong(changed):
        return None
    finding = ExpectedFinding("stale-formula", (changed.cell,))
    return Seeded(book, cause, cause, [changed], frozenset({cause}), [finding])


def seed_typed_over(book: Written, cause: str, rng: Random) -> Seeded | None:
    """Type a number over one formula of a row: the right one, or one that is off by a point."""
    table = book.tables[0]
    candidates = [f for f in _with_formula(table) if f.quantity == "converted"]
    if len(candidates) < 5 or len(candidates) < len([f for f in table.reported if f.quantity == "converted"]):
        return None
    figure = rng.choice(candidates)
    assert isinstance(figure.exact, Fraction)
    right = printed(figure.exact, 2)
    value = right if rng.random() < 0.5 else right - Decimal("1.37")
    changed = rewrite(table, figure, value)
    finding = ExpectedFinding("hard-coded-figure", (changed.cell,))
    wrong = [changed] if is_wrong(changed) else []
    return Seeded(book, cause, None, wrong, findings=[finding])


FORMULA_SEEDS = {
    "formula-omits-row": seed_omitted_row,
    "stale-formula": seed_stale,
    "hard-coded-figure": seed_typed_over,
}
