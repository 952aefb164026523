"""Faults that need a sheet of their own kind: blanks, subtotals, two rounds, missing rows, chance figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from tests.books.expected import ExpectedFigure, ExpectedFinding, ExpectedTable, Written
from tests.faults.reach import explanations, same_names, steps
from tests.faults.seeded import Seeded, is_wrong, rewrite, rewrite_exact
from tests.faults.views import FACTOR, digits, of_unit, stands_for, units_with, view


def seed_blank_as_zero(book: Written, cause: str, rng: Random) -> Seeded | None:
    """A score is blank and the sheet counted it as 0; the run is told that blanks leave the base."""
    table = book.tables[0]
    units = units_with(table, "converted")
    if not units:
        return None
    unit = rng.choice(units)
    places = [n for n, s in enumerate(table.scores) if s.unit == unit and s.state == "scored"]
    if len(places) < 3:
        return None
    place = rng.choice(places[1:])
    lost = table.scores[place]
    lost.cell.value = None
    table.scores[place] = replace(lost, state="blank", value=None)
    v = view(table, unit)
    mean = v.points / v.count if v.weights is None else v.weighted_points / v.base
    if v.weights is None:
        counted = v.points / (v.count + 1)
    else:
        weight = v.weights[lost.indicator - 1]
        counted = v.weighted_points / (v.base + weight)
    wrong = []
    figures = of_unit(table, unit)
    if "grade" in figures or "weighted" in {f.quantity for f in table.reported}:
        return None
    for quantity, factor in (("mean", 1), ("converted", FACTOR)):
        if quantity in figures:
            k = table.reported.index(figures[quantity])
            table.reported[k] = replace(figures[quantity], exact=mean * factor)
            wrong.append(rewrite_exact(table, table.reported[k], counted * factor))
    unclear = [f.cell for q, f in figures.items() if q in ("points", "full_marks")]
    wrong = [f for f in wrong if is_wrong(f)]
    if not wrong:
        return None
    same = frozenset({cause, "not-applicable-as-zero"}) | same_names(table, wrong[-1], counted * FACTOR)
    return Seeded(
        book,
        cause,
        cause,
        wrong,
        same,
        allowed=frozenset({"score-missing", "full-marks-mismatch", "points-mismatch"}),
        unclear=unclear,
        options=("--blank", "not-applicable"),
    )


def _subtotals(table: ExpectedTable, unit: int) -> list[Decimal]:
    """Return the subtotals of one unit, found by their label and the unit's column."""
    sheet = table.sheet
    col = next(s.cell.col for s in table.scores if s.unit == unit)
    rows = {
        c.row
        for c in sheet.cells
        if isinstance(c.value, str) and c.value.startswith("รวมคะแนน") and c.col < col
    }
    rows &= {c.row for c in sheet.cells} - {f.cell.row for f in table.reported}
    return [c.value for c in sheet.cells if c.row in rows and c.col == col and isinstance(c.value, Decimal)]


def seed_subtotal(book: Written, cause: str, rng: Random) -> Seeded | None:
    """The sum took in a subtotal of its own column, or all of them."""
    table = book.tables[0]
    units = units_with(table, "converted") or units_with(table, "points")
    unit = rng.choice(units)
    subtotals = _subtotals(table, unit)
    if not subtotals:
        return None
    more = Fraction(rng.choice(subtotals))
    v = view(table, unit)
    points = v.points + more
    values = {"points": points, "mean": points / v.count, "converted": points / v.count * FACTOR}
    figures = of_unit(table, unit)
    wrong = [rewrite_exact(table, figures[q], x) for q, x in values.items() if q in figures]
    wrong = [f for f in wrong if is_wrong(f)]
    if not wrong:
        return None
    lead = wrong[0]
    if {n for n, _ in explanations(table, lead)} - {cause}:
        return None
    return Seeded(book, cause, cause, [lead], frozenset({cause}))


def seed_other_round(book: Written, cause: str, rng: Random) -> Seeded | None:
    """The 12-month totals of a form were copied from the 6-month ones, or the other way round."""
    if len(book.tables) != 2 or book.tables[0].round is None:
        return None
    source, target = rng.choice(((0, 1), (1, 0)))
    table = book.tables[target]
    wrong = []
    for quantity, figure in of_unit(table, 1).items():
        other = of_unit(book.tables[source], 1).get(quantity)
        if other is not None and isinstance(other.value, Decimal):
            changed = rewrite(table, figure, other.value)
            if is_wrong(changed):
                wrong.append(changed)
    if not wrong or any(n for f in wrong for n, _ in explanations(table, f)):
        return None
    return Seeded(book, cause, cause, wrong, frozenset({cause}))


def seed_partial(book: Written, cause: str, rng: Random) -> Seeded | None:
    """The last rows were cut off a sheet after its figures were made."""
    table = book.tables[0]
    sheet = table.sheet
    many, keep = len(table.indicators), len(table.indicators) - rng.choice((1, 2, 4))
    rows = {i.cell.row for i in table.indicators[keep:]}
    whole = len({u.cell.row for u in table.units}) > 1 or len(book.sheets) > 1 or len(book.tables) > 1
    if keep < 3 or whole or not units_with(table, "full_marks") or table.layout != "matrix":
        return None
    if any(c.rows > 1 and c.row < max(rows) < c.row + c.rows for c in sheet.cells):
        return None
    sheet.cells = [c for c in sheet.cells if c.row not in rows]
    table.indicators = table.indicators[:keep]
    table.scores = [s for s in table.scores if s.indicator <= keep]
    table.levels = [v for v in table.levels if v.indicator <= keep]
    wrong = []
    for n, figure in enumerate(table.reported):
        v = view(table, figure.unit)
        if figure.quantity == "grade" or v.weights is not None or not v.count:
            return None
        mean = v.points / v.count
        values = {
            "points": v.points,
            "full_marks": Fraction(5 * v.count),
            "mean": mean,
            "converted": mean * FACTOR,
        }
        table.reported[n] = replace(figure, exact=values[figure.quantity])
        if is_wrong(table.reported[n]):
            wrong.append(table.reported[n])
    lead = [f for f in wrong if f.quantity == "converted"]
    if not lead or many == keep:
        return None
    finding = ExpectedFinding("partial-sheet")
    return Seeded(
        book, cause, cause, lead, frozenset({cause}), [finding], allowed=frozenset({"indicator-gap"})
    )


def seed_chance(book: Written, cause: str, rng: Random) -> Seeded | None:
    """Put a figure there that no single wrong step gives: far from the true one, and tried against all."""
    table = book.tables[0]
    figures = [f for f in table.reported if f.quantity == "converted" and f.indicator is None]
    if not figures:
        return None
    figure = rng.choice(figures)
    assert isinstance(figure.exact, Fraction)
    v = view(table, figure.unit)
    reach = 100 * Fraction(5) * max(v.weights or (Fraction(1),)) / (v.base if v.weights else 5 * v.count)
    if v.weights:
        reach = max(v.weights) / v.base * 100
    for _ in range(40):
        value = Decimal(rng.randrange(3000, 10000)) / 100
        if value * 100 % 10 == 0 or abs(Fraction(value) - figure.exact) <= reach + 1:
            continue
        close = [x for _, x in steps(table, figure) if abs(x - Fraction(value)) < Fraction(1, 10)]
        if close:
            continue
        old = figure.value
        changed = rewrite(table, figure, value)
        if is_wrong(changed) and not list(explanations(table, changed)) and not _elsewhere(book, changed):
            return Seeded(book, cause, None, [changed], unexplainable=True)
        assert isinstance(old, Decimal)
        figure = rewrite(table, changed, old)
    return None


def _elsewhere(book: Written, figure: ExpectedFigure) -> bool:
    """Tell whether the figure stands somewhere else in the book: a copy would explain it."""
    assert isinstance(figure.value, Decimal)
    value = figure.value
    return any(
        c is not figure.cell
        and isinstance(c.value, Decimal)
        and stands_for(value, digits(figure), Fraction(c.value))
        for s in book.sheets
        for c in s.cells
    )


SPECIAL_SEEDS: dict[str, Callable[[Written, str, Random], Seeded | None]] = {
    "blank-as-zero": seed_blank_as_zero,
    "subtotal-counted": seed_subtotal,
    "other-round": seed_other_round,
    "partial-sheet": seed_partial,
    "unexplained": seed_chance,
}
