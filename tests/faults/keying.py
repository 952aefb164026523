"""Faults at the keyboard and in copying: digits, neighbours, shifted columns, cut or half-even rounding."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from random import Random

from tests.books.expected import ExpectedFigure, ExpectedTable, Written
from tests.faults.reach import explanations, floor, half_even, rounded_lines, slips
from tests.faults.seeded import Seeded, is_wrong, rewrite
from tests.faults.views import FACTOR, digits, printed, stands_for, units_with, view

SIBLINGS = {
    "column-shift": {"other-unit"},
    "other-unit": {"column-shift"},
    "not-converted": {"not-converted"},
}
"""Names that say the same of one figure: a shift of all columns is another unit's figure in each."""


def _primary(table: ExpectedTable, quantity: str) -> list[ExpectedFigure]:
    return [f for f in table.reported if f.quantity == quantity and f.indicator is None]


def _whole(table: ExpectedTable) -> str | None:
    names = [q for q in ("converted", "mean") if units_with(table, q)]
    return names[0] if names else None


def _alone(table: ExpectedTable, figure: ExpectedFigure, cause: str) -> bool:
    """Tell whether nothing but the cause, or what says the same, gives the figure that stands there."""
    names = {name for name, _ in explanations(table, figure)}
    return names <= {cause, *SIBLINGS.get(cause, ())}


def seed_slip(book: Written, cause: str, rng: Random) -> Seeded | None:
    """Mistype one figure: two digits change places, one is wrong, one is lost or doubled, the point moves."""
    table = book.tables[0]
    quantity = _whole(table)
    if quantity is None:
        return None
    figure = rng.choice(_primary(table, quantity))
    assert isinstance(figure.exact, Fraction)
    right = printed(figure.exact, digits(figure))
    choices = [
        value
        for name, value in slips(right)
        if name == cause and not stands_for(value, digits(figure), figure.exact)
    ]
    limit = Decimal(100) if quantity == "converted" else Decimal(5)
    choices = [value for value in choices if value <= limit or cause == "digit-slip"]
    if not choices:
        return None
    wrong = rewrite(table, figure, rng.choice(choices))
    return Seeded(book, cause, cause, [wrong], frozenset({cause})) if _alone(table, wrong, cause) else None


def seed_other_unit(book: Written, cause: str, rng: Random) -> Seeded | None:
    """Copy another unit's figure, or let all figures stand one unit to the side."""
    table = book.tables[0]
    quantity = _whole(table)
    if quantity is None or len(table.units) < 5:
        return None
    figures = sorted(_primary(table, quantity), key=lambda f: f.unit)
    old = [f.value for f in figures]
    if cause == "other-unit":
        a, b = rng.sample(range(len(figures)), 2)
        moves = [(a, b)] if rng.random() < 0.6 else [(a, b), (b, a)]
    else:
        step = rng.choice((1, -1))
        first = rng.randrange(0, max(1, len(figures) - 4))
        places = range(first, len(figures))
        moves = [(n, n + step) for n in places if 0 <= n + step < len(figures)]
    wrong = []
    for to, source in moves:
        value = old[source]
        assert isinstance(value, Decimal)
        changed = rewrite(table, figures[to], value)
        if is_wrong(changed):
            wrong.append(changed)
    if not wrong or (cause == "column-shift" and len(wrong) < 3):
        return None
    same = frozenset({cause} | (SIBLINGS[cause] if len(moves) <= 2 or cause == "column-shift" else set()))
    if any(not _alone(table, f, cause) for f in wrong):
        return None
    return Seeded(book, cause, cause, wrong, same)


def seed_step(book: Written, cause: str, rng: Random) -> Seeded | None:
    """Round or convert wrongly on the way: one unit, or the whole sheet as a habit of the office."""
    table = book.tables[0]
    wide = rng.random() < 0.5
    candidates = [
        f for f in table.reported if isinstance(f.exact, Fraction) and f.quantity in STEP_QUANTITIES[cause]
    ]
    if not wide and candidates:
        candidates = [f for f in candidates if _stepped(table, f, cause) is not None]
        candidates = [rng.choice(candidates)] if candidates else []
    wrong = []
    for figure in candidates:
        value = _stepped(table, figure, cause)
        if value is None:
            continue
        style = "" if cause == "fraction" else None
        changed = rewrite(table, figure, value, style)
        if is_wrong(changed):
            wrong.append(changed)
    if not wrong:
        return None
    same = {cause} | (TIES.get(cause, set()) if cause == "half-even" else set())
    for figure in wrong:
        if {n for n, _ in explanations(table, figure)} - {cause, "single-digit"} - TIES.get(cause, set()):
            return None
    return Seeded(book, cause, cause, wrong, frozenset(same), note="sheet" if wide else "unit")


TIES = {"half-even": {"truncated"}}
"""On a tie with an even digit before it, cutting off and rounding half to even print the same."""
STEP_QUANTITIES = {
    "truncated": ("converted", "mean", "weighted"),
    "half-even": ("converted", "mean", "weighted"),
    "rounded-intermediate": ("converted",),
    "rounded-lines": ("converted", "mean"),
    "not-converted": ("converted",),
    "fraction": ("converted",),
}


def _stepped(table: ExpectedTable, figure: ExpectedFigure, cause: str) -> Decimal | None:
    """Return the number that a wrong step puts there, None where it would be right."""
    assert isinstance(figure.exact, Fraction)
    places, exact = digits(figure), figure.exact
    value: Decimal | None
    if cause in ("truncated", "half-even"):
        value = floor(exact, places) if cause == "truncated" else half_even(exact, places)
    elif cause == "rounded-lines":
        lines = rounded_lines(table, figure.unit)
        whole = None if lines is None else lines if figure.quantity == "mean" else lines * FACTOR
        value = None if whole is None else printed(whole, places)
    else:
        v = view(table, figure.unit)
        mean = v.points / v.count if v.weights is None else v.weighted_points / v.base
        value = {
            "rounded-intermediate": lambda: printed(Fraction(printed(mean, 2)) * FACTOR, places),
            "not-converted": lambda: printed(mean, 2),
            "fraction": lambda: printed(exact / 100, places + 2),
        }[cause]()
    return None if value is None or stands_for(value, places, exact) else value


SEEDS: dict[str, Callable[[Written, str, Random], Seeded | None]] = {
    **dict.fromkeys(("transposed-digits", "digit-slip", "single-digit"), seed_slip),
    **dict.fromkeys(("other-unit", "column-shift"), seed_other_unit),
    **dict.fromkeys(STEP_QUANTITIES, seed_step),
}
