"""Causes on a partial sheet: what is missing, and the 0 that cannot be a score because no missing one could mend it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from pipeline.explain.tell import Names, decimal, listed, unexplained
from pipeline.recompute import Recomputed
from pipeline.reconcile.partial import Partial, feasible, overlaps
from rules.catalogue import CATALOGUE
from schemas.outcome import Cause, Line
from schemas.rounding import interval
from schemas.terms import Assessment, Quantity, Status
from schemas.words import fill


def explain_partial(recomputed: Recomputed, partial: Partial, lines: Sequence[Line], names: Names) -> None:
    """Set the causes of a partial sheet's mismatches.

    What the missing indicators could give has them as its cause. Where the figures that they cannot give become
    possible, all of them, once the zeros on the sheet are taken as not evaluated, that is their cause.
    """
    wrong = [line for line in lines if line.status is Status.MISMATCH]
    contradicted = [line for line in wrong if line.assessment is Assessment.CONTRADICTED]
    zeros = _zeros_explain(recomputed, partial, contradicted)
    for line in wrong:
        if line.assessment is Assessment.CONTRADICTED:
            line.causes = (_zero(partial, line, names, zeros),) if zeros else (unexplained(line, names),)
            if zeros:
                line.causes += (_missing(partial, line, names),)
        elif line.assessment is Assessment.POSSIBLE:
            line.causes = (_missing(partial, line, names),)
        elif not line.causes:
            line.assessment = Assessment.UNEXPLAINED
            line.causes = (unexplained(line, names),)


def _zeros_explain(
    recomputed: Recomputed, partial: Partial, lines: Sequence[Line]
) -> dict[int, Fraction] | None:
    """Return, by unit, the best possible figure without its zeros, where that makes all lines possible; else None.

    Under the key 0: the chance that figures drawn at random would all have become possible.
    """
    if not lines:
        return None
    pack, found, chance = recomputed.pack, {}, Fraction(1)
    for line in lines:
        assert line.unit is not None
        assert isinstance(line.reported, Decimal)
        if not partial.zeros.get(line.unit):
            return None
        without = feasible(recomputed, partial, line, without_zeros=True)
        figure = interval(line.reported, line.decimals, pack.rounding_of(line.quantity), pack.tolerance)
        if without is None or not overlaps(figure, *without):
            return None
        found[line.unit] = without[1]
        top = highest(recomputed, line, partial)
        chance *= min(Fraction(1), (without[1] - without[0]) / top) if top else 1
    found[0] = chance
    return found


def highest(recomputed: Recomputed, line: Line, partial: Partial) -> Fraction:
    """Return the highest figure that a quantity can reach."""
    scale = recomputed.pack.scale
    high = Fraction(scale.high)
    if line.quantity is Quantity.CONVERTED:
        return high * Fraction(scale.factor)
    if line.quantity is Quantity.POINTS:
        return high * (partial.block.indicators + max(partial.counts, default=0))
    return high


def _zero(partial: Partial, line: Line, names: Names, zeros: dict[int, Fraction]) -> Cause:
    assert line.unit is not None
    assert line.feasible is not None
    rows = partial.zeros[line.unit]
    values: dict[str, object] = {
        "reported": line.reported,
        "which": listed([n - 1 for n in rows], names.numbers, either=False),
        "indicators": tuple(names.numbers[n - 1] for n in rows),
        "best": names.shown(line.feasible[1], line),
        "without": names.shown(zeros[line.unit], line),
        "quantity": CATALOGUE.words[f"quantity.{line.quantity.value}"],
    }
    return Cause(
        name="zero-not-evaluated",
        reproduces=False,
        chance=decimal(zeros[0]),
        message=fill(CATALOGUE.words["cause.zero-on-partial-sheet"], values),
        cells=tuple(names.score_cell(n, line.unit) for n in rows),
        values=values,
    )


def _missing(partial: Partial, line: Line, names: Names) -> Cause:
    full = line.quantity is Quantity.FULL_MARKS
    missing = partial.missing.get(line.unit or 0)
    counts = (missing,) if missing else partial.counts
    values: dict[str, object] = {
        "reported": line.reported,
        "shown": partial.block.indicators,
        "missing": counts,
        "count": listed(range(len(counts)), [str(n) for n in counts], either=True),
        "quantity": CATALOGUE.words[f"quantity.{line.quantity.value}"],
    }
    key = "cause.partial-full-marks" if full else "cause.partial-unbounded"
    if line.feasible is not None:
        values["low"], values["high"] = (names.shown(end, line) for end in line.feasible)
        key = (
            "cause.partial-possible"
            if line.assessment is Assessment.POSSIBLE
            else "cause.partial-contradicted"
        )
    return Cause(
        name="partial-sheet",
        reproduces=full or line.assessment is Assessment.POSSIBLE,
        chance=None,
        message=fill(CATALOGUE.words[key], values),
        values=values,
    )
