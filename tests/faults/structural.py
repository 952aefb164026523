"""Faults of the sheet itself: cells missing or unreadable, names repeated, numbers skipped, weights off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from tests.books.expected import ExpectedFinding, ExpectedTable, Written
from tests.books.figures import BANDS
from tests.books.page import Cell, Kind
from tests.faults.seeded import Seeded, rewrite
from tests.faults.views import printed

Seed = Callable[[Written, str, Random], Seeded | None]


def _score(table: ExpectedTable, rng: Random, *, merged: bool = True) -> int:
    """Return the place of a scored cell in the table's list."""
    places = [n for n, s in enumerate(table.scores) if s.state == "scored" and s.indicator > 1]
    return rng.choice(places)


def _unit_cells(table: ExpectedTable, unit: int) -> list[Cell]:
    """Return the cells of a unit's figures: with a score missing, the contract leaves them open."""
    return [f.cell for f in table.reported if f.unit == unit]


def _spoil(book: Written, name: str, rng: Random, state: str, value: str | Decimal | None) -> Seeded:
    table = book.tables[0]
    place = _score(table, rng)
    score = table.scores[place]
    score.cell.value, score.cell.error = value, state == "error"
    table.scores[place] = replace(score, state=state, value=None)
    unclear = [c for t in book.tables for u in (score.unit,) for c in _unit_cells(t, u)]
    return Seeded(
        book,
        name,
        None,
        [],
        findings=[ExpectedFinding(name, (score.cell,))],
        allowed=frozenset({"not-computable"}),
        unclear=unclear,
    )


def missing(book: Written, name: str, rng: Random) -> Seeded:
    """Leave one score cell empty."""
    return _spoil(book, name, rng, "blank", None)


def out_of_range(book: Written, name: str, rng: Random) -> Seeded:
    """Type a score that no scale has: 55 for 5, 6, or one below 0."""
    return _spoil(book, name, rng, "invalid", Decimal(rng.choice(("55", "6", "45", "-1", "5.5", "50"))))


def not_numeric(book: Written, name: str, rng: Random) -> Seeded:
    """Type a word where a score belongs."""
    return _spoil(book, name, rng, "invalid", rng.choice(("ดีมาก", "ผ่าน", "x", "4-5", "ห้า", "4 หรือ 5")))


def dash(book: Written, name: str, rng: Random) -> Seeded:
    """Put a dash where a score belongs."""
    return _spoil(book, name, rng, "dash", rng.choice(("-", "–", " - ")))


def error_cell(book: Written, name: str, rng: Random) -> Seeded:
    """Let one score cell show an error value."""
    return _spoil(book, name, rng, "error", rng.choice(("#REF!", "#DIV/0!", "#NAME?", "#VALUE!")))


def duplicate_unit(book: Written, name: str, rng: Random) -> Seeded | None:
    """Give a unit the code of another."""
    table = book.tables[0]
    if len(table.units) < 3 or len(book.sheets) > 1:
        return None
    a, b = sorted(rng.sample(range(len(table.units)), 2))
    table.units[b].cell.value = table.units[a].cell.value
    table.units[b] = replace(table.units[b], code=table.units[a].code)
    return Seeded(book, name, None, [], findings=[ExpectedFinding(name, (table.units[b].cell,))])


def duplicate_indicator(book: Written, name: str, rng: Random) -> Seeded | None:
    """Give the last indicator the number of the one before it."""
    table = book.tables[0]
    last, before = table.indicators[-1], table.indicators[-2]
    if last.number is None or before.number is None or last.cell.sheet is not before.cell.sheet:
        return None
    cell = last.number_cell if last.number_cell and last.sequence is None else last.cell
    if not isinstance(cell.value, str) or last.number not in cell.value:
        return None
    cell.value = cell.value.replace(last.number, before.number, 1)
    table.indicators[-1] = replace(last, number=before.number)
    allowed = frozenset({"indicator-gap"})
    places = tuple(c for c in (last.cell, last.number_cell) if c is not None)
    finding = ExpectedFinding(name, places, either=True)
    return Seeded(book, name, None, [], findings=[finding], allowed=allowed)


def gap(book: Written, name: str, rng: Random) -> Seeded | None:
    """Skip a number in the list of indicators."""
    table = book.tables[0]
    if any(i.number is None or "." not in i.number.strip(".") for i in table.indicators):
        return None
    groups: dict[str, list[int]] = {}
    for n, i in enumerate(table.indicators):
        assert i.number is not None
        groups.setdefault(i.number.rpartition(".")[0], []).append(n)
    members = rng.choice([g for g in groups.values() if len(g) > 1] or [[]])
    if not members:
        return None
    start = rng.randrange(1, len(members))
    for n in members[start:]:
        old = table.indicators[n]
        assert old.number is not None
        head, _, tail = old.number.rpartition(".")
        if not tail.isascii():
            return None
        number = f"{head}.{int(tail) + 1}"
        cell = old.number_cell if old.number_cell and old.sequence is None else old.cell
        if not isinstance(cell.value, str) or old.number not in cell.value:
            return None
        cell.value = cell.value.replace(old.number, number, 1)
        table.indicators[n] = replace(old, number=number)
    return Seeded(
        book, name, None, [], findings=[ExpectedFinding(name)], allowed=frozenset({"partial-sheet"})
    )


def weight_sum(book: Written, name: str, rng: Random) -> Seeded | None:
    """Let the weights sum to 102; the figures are reckoned with them as they stand."""
    table = book.tables[0]
    n = rng.randrange(len(table.indicators))
    old = table.indicators[n]
    if old.weight is None or old.weight_cell is None or any(f.indicator for f in table.reported):
        return None
    cell = old.weight_cell
    if isinstance(cell.value, str):
        return None
    assert isinstance(cell.value, Decimal)
    more = cell.value * 2 / old.weight
    cell.value += more
    table.indicators[n] = replace(old, weight=old.weight + 2)
    weights = [Fraction(i.weight or 0) for i in table.indicators]
    for unit in range(1, len(table.units) + 1):
        scores = [s for s in table.scores if s.unit == unit and s.value is not None]
        base = sum((weights[s.indicator - 1] for s in scores), Fraction(0))
        mean = sum((weights[s.indicator - 1] * Fraction(s.value or 0) for s in scores), Fraction(0)) / base
        for figure in [f for f in table.reported if f.unit == unit]:
            if figure.quantity == "grade":
                return None
            exact = mean if figure.quantity == "mean" else mean * 20
            k = table.reported.index(figure)
            table.reported[k] = replace(figure, exact=exact)
            rewrite(table, table.reported[k], printed(exact, 2))
    return Seeded(book, name, None, [], findings=[ExpectedFinding(name)])


def grade_mismatch(book: Written, name: str, rng: Random) -> Seeded | None:
    """Write another grade than the converted score has."""
    table = book.tables[0]
    grades = [f for f in table.reported if f.quantity == "grade"]
    if not grades:
        return None
    figure = rng.choice(grades)
    other = rng.choice([g for _, g in BANDS if g != figure.value])
    figure.cell.value = other
    wrong = replace(figure, value=other)
    table.reported[table.reported.index(figure)] = wrong
    return Seeded(book, name, None, [wrong], findings=[ExpectedFinding(name, (figure.cell,))])


def full_marks(book: Written, name: str, rng: Random) -> Seeded | None:
    """Write the full marks of one unit one indicator too high or too low."""
    table = book.tables[0]
    figures = [f for f in table.reported if f.quantity == "full_marks"]
    if len(figures) < 3:
        return None
    figure = rng.choice(figures)
    assert isinstance(figure.value, Decimal)
    wrong = rewrite(table, figure, figure.value + rng.choice((5, -5)))
    return Seeded(
        book,
        name,
        "wrong-base",
        [wrong],
        frozenset({"wrong-base", "not-applicable-as-zero", "row-omitted", "zero-not-evaluated"}),
    )


def reported_missing(book: Written, name: str, rng: Random) -> Seeded | None:
    """Leave one unit's converted score empty."""
    table = book.tables[0]
    figures = [f for f in table.reported if f.quantity == "converted"]
    if len(figures) < 4:
        return None
    figure = rng.choice(figures)
    figure.cell.value = figure.cell.formula = None
    table.reported.remove(figure)
    return Seeded(book, name, None, [], findings=[ExpectedFinding(name)])


def orphan_column(book: Written, name: str, rng: Random) -> Seeded | None:
    """A column of scores after the last unit that has no code."""
    table = book.tables[0]
    if (
        len({u.cell.row for u in table.units}) > 1
        or len(book.sheets) > 1
        or len(book.tables) > 1
        or table.layout != "matrix"
    ):
        return None
    sheet = table.sheet
    last = max(c.col + c.cols - 1 for c in (s.cell for s in table.scores))
    if any(c.col > last and c.kind not in (Kind.TITLE, Kind.TEXT) for c in sheet.cells):
        return None
    rows = sorted({s.cell.row for s in table.scores})
    cells = tuple(sheet.put(row, last + 1, rng.choice((5, 4, 3)), Kind.TEXT) for row in rows)
    return Seeded(book, name, None, [], findings=[ExpectedFinding(name, cells)])


def unit_without_scores(book: Written, name: str, rng: Random) -> Seeded | None:
    """A unit whose column was never filled in."""
    table = book.tables[0]
    if len(table.units) < 4 or len(book.sheets) > 1 or any(f.indicator for f in table.reported):
        return None
    unit = rng.randrange(2, len(table.units))
    for n, score in enumerate(table.scores):
        if score.unit == unit:
            score.cell.value = None
            table.scores[n] = replace(score, state="blank", value=None)
    for figure in [f for f in table.reported if f.unit == unit]:
        figure.cell.value = figure.cell.formula = None
        table.reported.remove(figure)
    allowed = frozenset({"reported-missing", "not-computable"})
    finding = ExpectedFinding(name, (table.units[unit - 1].cell,))
    return Seeded(book, name, None, [], findings=[finding], allowed=allowed)


STRUCTURAL_SEEDS: dict[str, Seed] = {
    "score-missing": missing,
    "score-out-of-range": out_of_range,
    "score-not-numeric": not_numeric,
    "undeclared-dash": dash,
    "error-cell": error_cell,
    "duplicate-unit": duplicate_unit,
    "duplicate-indicator": duplicate_indicator,
    "indicator-gap": gap,
    "weight-sum": weight_sum,
    "grade-mismatch": grade_mismatch,
    "full-marks-mismatch": full_marks,
    "reported-missing": reported_missing,
    "orphan-values": orphan_column,
    "unit-without-scores": unit_without_scores,
}
