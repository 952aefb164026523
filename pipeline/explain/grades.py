"""Causes of a wrong grade: it follows from the reported converted score, or from one rounded before it was graded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from pipeline.explain.tell import Names, unexplained
from pipeline.reconcile.grades import band_of, named_band
from rules.catalogue import CATALOGUE
from schemas.outcome import Cause, Line
from schemas.rounding import rounded
from schemas.rules import RulePack
from schemas.terms import Assessment, Quantity, Status
from schemas.words import fill


def explain_grades(lines: Sequence[Line], names: Names, pack: RulePack) -> None:
    """Set the causes of one table's wrong grades; its converted scores are explained already."""
    converted = {n.unit: n for n in lines if n.quantity is Quantity.CONVERTED and not n.indicator}
    for line in lines:
        if line.quantity is not Quantity.GRADE or line.status is not Status.MISMATCH:
            continue
        causes = _causes(line, converted.get(line.unit), pack)
        line.causes = causes or (unexplained(line, names),)
        line.assessment = Assessment.EXPLAINED if causes else Assessment.UNEXPLAINED


def _causes(line: Line, converted: Line | None, pack: RulePack) -> tuple[Cause, ...]:
    if converted is None or not isinstance(line.reported, str):
        return ()
    band = named_band(line.reported, pack)
    reported, exact = converted.reported, converted.recomputed
    wrong = converted.status is Status.MISMATCH and isinstance(reported, Decimal)
    if wrong and isinstance(reported, Decimal) and band == band_of(reported, pack) and converted.causes:
        values = {"grade": line.reported, "converted": reported}
        text = fill(CATALOGUE.words["cause.grade-follows"], values)
        return tuple(replace(cause, message=text, equivalents=()) for cause in converted.causes[:1])
    for value in (exact, reported):
        if isinstance(value, Fraction | Decimal):
            whole = rounded(Fraction(value), 0, pack.rounding_of(Quantity.CONVERTED))
            if band is not None and band == band_of(whole, pack):
                values = {"grade": line.reported, "converted": rounded(Fraction(value), 2), "rounded": whole}
                text = fill(CATALOGUE.words["cause.grade-rounded"], values)
                return (Cause("rounded-intermediate", True, None, text, values=values),)
    return ()
