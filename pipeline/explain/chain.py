"""Where the chain broke: a converted score or mean that follows from another wrong figure of the same unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from rules.catalogue import CATALOGUE
from schemas.finding import Text
from schemas.outcome import Cause, Line
from schemas.rounding import interval
from schemas.rules import RulePack
from schemas.terms import Assessment, Quantity, Status
from schemas.words import fill

TYPED = frozenset(
    {"transposed-digits", "digit-slip", "single-digit", "unexplained", "other-unit", "column-shift"}
)
"""Causes that lie in one figure: what follows from that figure has them too."""


def follow_chain(lines: Sequence[Line], pack: RulePack) -> None:
    """Say of each wrong mean and converted score which wrong reported figure it follows from, if any.

    Where that figure was mistyped or is unexplained, the one that follows has no other cause. lines: one table's.
    """
    by_unit: dict[int, dict[Quantity, Line]] = {}
    for line in lines:
        if line.unit and not line.indicator:
            by_unit.setdefault(line.unit, {})[line.quantity] = line
    for figures in by_unit.values():
        for quantity in (Quantity.MEAN, Quantity.CONVERTED):
            figure = figures.get(quantity)
            if figure is not None and figure.status is Status.MISMATCH:
                source = _source(figure, figures, pack)
                if source is not None:
                    _link(figure, source)


def _source(line: Line, figures: Mapping[Quantity, Line], pack: RulePack) -> Line | None:
    """Return the wrong figure that a figure follows from exactly."""
    if not isinstance(line.reported, Decimal):
        return None
    scale = pack.scale
    mean = figures.get(Quantity.MEAN) if line.quantity is Quantity.CONVERTED else None
    points, full = figures.get(Quantity.POINTS), figures.get(Quantity.FULL_MARKS)
    wrong = [n for n in (points, full) if n is not None and _wrong(n)]
    wrong_mean = mean if mean is not None and _wrong(mean) else None
    if not wrong and wrong_mean is None:
        return None
    own = interval(line.reported, line.decimals, pack.rounding_of(line.quantity), pack.tolerance)
    if wrong_mean is not None:
        assert isinstance(wrong_mean.reported, Decimal)
        if Fraction(wrong_mean.reported) * Fraction(scale.factor) in own:
            return wrong_mean
    if not wrong:
        return None
    total = _reported_or(points, Fraction(line.basis["points"]))
    base = _reported_or(full, Fraction(scale.high) * int(line.basis["applicable"]))
    if not base:
        return None
    top = Fraction(scale.high) * (Fraction(scale.factor) if line.quantity is Quantity.CONVERTED else 1)
    follows = total / base * top in own
    return wrong[0] if follows else None


def _reported_or(line: Line | None, exact: Fraction) -> Fraction:
    return Fraction(line.reported) if line is not None and isinstance(line.reported, Decimal) else exact


def _wrong(line: Line) -> bool:
    return line.status is Status.MISMATCH and isinstance(line.reported, Decimal)


def _link(line: Line, source: Line) -> None:
    """Add to a line's first cause that it follows from another figure, and take that figure's cause over."""
    quantity = CATALOGUE.words[f"quantity.{source.quantity.value}"]
    values = {"quantity": quantity, "reported": source.reported}
    said = fill(CATALOGUE.words["cause.follows"], values)
    causes = line.causes
    if source.causes and source.causes[0].name in TYPED and source.causes[0].name != causes[0].name:
        inherited = replace(source.causes[0], equivalents=())
        causes = (inherited, *(c for c in causes if c.name != "unexplained"))
        line.assessment = source.assessment
        if len(causes) > 1 and line.assessment is Assessment.EXPLAINED:
            line.assessment = Assessment.AMBIGUOUS
    first = causes[0]
    message = Text(f"{first.message.en} {said.en}", f"{first.message.th} {said.th}")
    values_more = {**first.values, "follows_from": source.quantity.value, "follows_reported": source.reported}
    line.causes = (replace(first, message=message, values=values_more), *causes[1:])


__all__ = ["Cause", "follow_chain"]
