"""The inverse of a wrong figure: which whole points over which full marks give it, where few do or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from pipeline.explain.granularity import LARGEST_BASE, ratios
from rules.catalogue import CATALOGUE
from schemas.finding import Text
from schemas.intervals import intervals
from schemas.outcome import Line
from schemas.rules import RulePack
from schemas.terms import Assessment, Quantity, Status
from schemas.words import either, fill

RATIOS = "ratios"
"""The entry of a line's basis that lists them, `88/90`; empty where no whole points give the figure."""

MOST_RATIOS = 4
"""More say nothing about a figure."""

OPEN = frozenset({Assessment.UNEXPLAINED, Assessment.AMBIGUOUS})


def add_ratios(lines: Sequence[Line], pack: RulePack) -> None:
    """Enter the ratios of each wrong mean and converted score of a table of whole scores without weights."""
    high = Fraction(pack.scale.high)
    for quantity, top in ((Quantity.MEAN, high), (Quantity.CONVERTED, high * Fraction(pack.scale.factor))):
        wrong = [
            n
            for n in lines
            if n.quantity is quantity and n.status is Status.MISMATCH and n.unit and not n.indicator
        ]
        values = [n.reported for n in wrong if isinstance(n.reported, Decimal)]
        if len(values) < len(wrong) or not wrong:
            continue
        figures = intervals(values, [n.decimals for n in wrong], pack.rounding_of(quantity), pack.tolerance)
        for line, pairs in zip(wrong, ratios(figures, top), strict=True):
            if len(pairs) <= MOST_RATIOS:
                line.basis = {**line.basis, RATIOS: ", ".join(f"{p}/{base}" for p, base in pairs)}


def ratios_said(line: Line) -> Iterator[Text]:
    """Yield the words of a line's ratios, where what is wrong with it is still open."""
    listed = line.basis.get(RATIOS)
    if listed is None or line.assessment not in OPEN:
        return
    values = {"reported": line.reported, "largest": LARGEST_BASE, "ratios": either(listed.split(", "))}
    yield fill(CATALOGUE.words["cause.ratios" if listed else "cause.no-ratio"], values)
