"""A seeded book: what was done to it, and what must be said of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from tests.books.expected import ExpectedFigure, ExpectedFinding, ExpectedTable, Written
from tests.books.page import Cell
from tests.faults.views import digits, printed, stands_for


@dataclass
class Seeded:
    """One book with one fault.

    cause: the name that must come first for `primary`, None for a fault that no cause explains.
    same: names whose exact value is the same here, so that either is a right answer.
    findings: names above info that must stand there besides the mismatches; allowed: those that may.
    unclear: figures of which the contract does not say whether they can be judged.
    """

    book: Written
    fault: str
    cause: str | None
    primary: list[ExpectedFigure]
    same: frozenset[str] = frozenset()
    findings: list[ExpectedFinding] = field(default_factory=list)
    allowed: frozenset[str] = frozenset()
    unclear: list[Cell] = field(default_factory=list)
    options: tuple[str, ...] = ()
    note: str = ""
    unexplainable: bool = False


def rewrite(
    table: ExpectedTable, figure: ExpectedFigure, value: Decimal, style: str | None = None
) -> ExpectedFigure:
    """Put another number in a figure's cell, typed; the table's expectation follows."""
    changed = replace(figure, value=Decimal(format(value.normalize(), "f")))
    assert isinstance(changed.value, Decimal)
    figure.cell.value, figure.cell.formula = changed.value, None
    if style is not None:
        figure.cell.style = style or None
    table.reported[table.reported.index(figure)] = changed
    return changed


def rewrite_exact(table: ExpectedTable, figure: ExpectedFigure, exact: Fraction) -> ExpectedFigure:
    """Put what a wrong procedure gives in a figure's cell, rounded as the figure is."""
    return rewrite(table, figure, printed(exact, digits(figure)))


def is_wrong(figure: ExpectedFigure) -> bool:
    """Tell whether a figure no longer stands for its exact value."""
    return (
        isinstance(figure.value, Decimal)
        and isinstance(figure.exact, Fraction)
        and not stands_for(figure.value, digits(figure), figure.exact)
    )


def stays_wrong(figure: ExpectedFigure, places: int) -> bool:
    """Tell whether a wrong figure is wrong still where nothing but so many written decimals is left of it."""
    assert isinstance(figure.value, Decimal)
    assert isinstance(figure.exact, Fraction)
    return not stands_for(printed(Fraction(figure.value), places), places, figure.exact)


def mismatches(tables: list[ExpectedTable]) -> list[ExpectedFigure]:
    """Return every figure of some tables that is wrong."""
    return [f for t in tables for f in t.reported if is_wrong(f)]
