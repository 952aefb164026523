"""The figures that do not come out, those with one likely cause together: what a screen can hold."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from reports.numbers import difference, rounded, shown_digits
from schemas.outcome import Cause, Line
from schemas.rules import RulePack
from schemas.terms import Assessment, Quantity, Status

TOGETHER = 4
"""From so many figures of one kind on, they are told in one row."""


class Mismatches(NamedTuple):
    """One or several mismatches of one quantity with one assessment and one leading cause."""

    quantity: Quantity
    assessment: Assessment | None
    cause: Cause | None
    lines: Sequence[Line]


def grouped(lines: Sequence[Line]) -> list[Mismatches]:
    """Return all mismatches in reading order, those of one kind as one group from TOGETHER members on."""
    kinds: dict[tuple[object, ...], list[Line]] = {}
    for line in lines:
        if line.status is Status.MISMATCH:
            leading = line.causes[0].name if line.causes else ""
            kinds.setdefault((line.table, line.quantity, line.assessment, leading), []).append(line)
    groups = []
    for members in kinds.values():
        parts = [members] if len(members) >= TOGETHER else [[one] for one in members]
        for part in parts:
            first = part[0]
            cause = first.causes[0] if first.causes else None
            groups.append(Mismatches(first.quantity, first.assessment, cause, part))
    return groups


def recomputed_shown(line: Line, rules: RulePack) -> str:
    """Return the recomputed value as a reader sees it: a number at the figure's decimals, or a grade."""
    if isinstance(line.recomputed, Fraction):
        return format(rounded(line.recomputed, figure_digits(line), rules.rounding_of(line.quantity)), "f")
    return line.recomputed or ""


def reported_shown(line: Line) -> str:
    """Return the reported figure as stored."""
    return format(line.reported, "f") if isinstance(line.reported, Decimal) else line.reported or ""


def span(texts: Sequence[str]) -> str:
    """Return one text, or the smallest and the largest of many numbers."""
    distinct = list(dict.fromkeys(texts))
    if len(distinct) == 1:
        return distinct[0]
    try:
        ordered = sorted(distinct, key=Decimal)
    except ArithmeticError:
        return ", ".join(distinct)
    return f"{ordered[0]}-{ordered[-1]}"


def figure_digits(line: Line) -> int:
    whole = line.decimals == 0 and isinstance(line.recomputed, Fraction) and line.recomputed.denominator == 1
    return 0 if whole else shown_digits(line.decimals)


def gap_shown(line: Line, rules: RulePack) -> str:
    """Return the difference of a mismatch, with its sign; '' for a figure that matches or has none."""
    recomputed = recomputed_shown(line, rules)
    if line.status is not Status.MISMATCH or not isinstance(line.reported, Decimal) or not recomputed:
        return ""
    return signed(difference(line.reported, Decimal(recomputed)))


def signed(value: Decimal) -> str:
    """Return a difference with its sign, a true minus before a negative one."""
    if value == 0:
        return "0"
    return f"+{value:f}" if value > 0 else f"−{-value:f}"
