"""From answers to causes with words: the deciding numbers, the cells, what would tell rivals apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from functools import cached_property

from pipeline.explain.rank import Answer
from pipeline.explain.search import Candidate
from pipeline.recompute import Block
from rules.catalogue import CATALOGUE
from rules.causes import Told
from schemas.cell import Cell
from schemas.finding import Text
from schemas.outcome import Cause, Line
from schemas.rounding import rounded
from schemas.rules import RulePack
from schemas.tables import Tables
from schemas.terms import Quantity
from schemas.words import fill

MOST_NAMED = 8
"""A sentence names at most this many indicators or units, and says how many more there are."""

MOST_CELLS = 24
"""A cause lists at most this many cells and indicators; `touched` says how many there are."""

TWO_DIGITS = Context(prec=2)


@dataclass
class Names:
    """Codes, numbers and cells of one table, looked up when an answer is told."""

    tables: Tables
    block: Block
    pack: RulePack

    @cached_property
    def codes(self) -> list[str]:
        return [str(c) for c in self.tables.units["code"].to_numpy(object)[self.block.unit_rows]]

    @cached_property
    def numbers(self) -> list[str]:
        frame = self.tables.indicators
        columns = (frame[c].to_numpy(object)[self.block.indicator_rows] for c in ("number", "title"))
        return [str(number or title) for number, title in zip(*columns, strict=True)]

    @cached_property
    def _places(self) -> tuple[list[int], list[int], list[int]]:
        sheet, row, col = (
            self.tables.scores[c].to_numpy()[self.block.rows].tolist() for c in ("sheet", "row", "col")
        )
        return sheet, row, col

    @cached_property
    def _unit_places(self) -> list[tuple[int, int, int]]:
        frame = self.tables.units
        columns = (frame[c].to_numpy()[self.block.unit_rows].tolist() for c in ("sheet", "row", "col"))
        return list(zip(*columns, strict=True))

    def score_cell(self, indicator: int, unit: int) -> Cell:
        """Return the score cell of 1-based positions."""
        at = (indicator - 1) * self.block.units + unit - 1
        sheet, row, col = self._places
        return Cell(sheet[at], row[at], col[at])

    def unit_cell(self, unit: int) -> Cell:
        return Cell(*self._unit_places[unit - 1])

    def shown(self, value: Fraction, line: Line) -> Decimal:
        """Return an exact value of a line as documents print it: whole, or rounded to at least two decimals."""
        if value.denominator == 1:
            return Decimal(value.numerator)
        return rounded(value, max(2, line.decimals), self.pack.rounding_of(line.quantity))


def listed(places: Sequence[int], names: Sequence[str], *, either: bool) -> Text:
    """Return names as a sentence lists them, with `or` where one of them is meant and `and` where all are."""
    shown = [names[place] for place in places[:MOST_NAMED]]
    if len(places) > MOST_NAMED:
        more = len(places) - MOST_NAMED
        return Text(f"{', '.join(shown)} and {more} more", f"{', '.join(shown)} และอีก {more} รายการ")
    if len(shown) < 2:
        return Text(*(("".join(shown),) * 2))
    head = ", ".join(shown[:-1])
    en, th = (" or ", " หรือ ") if either else (" and ", " และ ")
    return Text(head + en + shown[-1], head + th + shown[-1])


def cause_of(answer: Answer, line: Line, names: Names, *, ambiguous: bool, weaker: bool = False) -> Cause:
    """Return one answer as a cause of one line, in both languages."""
    lead = answer.lead
    told = lead.attempt.tell(lead.edits, lead.column)
    entry = CATALOGUE.causes[lead.operator.name]
    values = values_of(lead, told, line, names)
    message = fill(entry.message, values)
    if lead.second is not None:
        message = _with_second(message, lead, lead.second, line, names)
        values["second"] = lead.second.operator.name
    cells = [names.score_cell(row + 1, line.unit) for row in told.rows[:MOST_CELLS] if line.unit]
    cells += [names.unit_cell(unit) for unit in told.units]
    cells += told.cells
    return Cause(
        name=lead.operator.name,
        reproduces=True,
        chance=decimal(answer.chance),
        message=message,
        cells=tuple(cells),
        values=values,
        equivalents=answer.equals,
        weaker=weaker,
        decides=entry.proof if ambiguous else None,
    )


def _with_second(message: Text, first: Candidate, second: Candidate, line: Line, names: Names) -> Text:
    """Return a message with the second edit's after it."""
    told = second.attempt.tell(second.edits, second.column)
    values = values_of(second, told, line, names)
    if first.after is not None:
        values["expected"] = names.shown(first.after, line)
    said = fill(CATALOGUE.causes[second.operator.name].message, values)
    also = fill(CATALOGUE.words["cause.and-also"], {"second": said})
    return Text(f"{message.en} {also.en}", f"{message.th} {also.th}")


def values_of(lead: Candidate, told: Told, line: Line, names: Names) -> dict[str, object]:
    """Return what a cause's words are filled with: those of every cause, then the edit's own."""
    values: dict[str, object] = {
        "reported": line.reported,
        "value": names.shown(lead.value if lead.after is None else lead.after, line),
        "expected": names.shown(line.recomputed, line) if isinstance(line.recomputed, Fraction) else "",
        "quantity": CATALOGUE.words[f"quantity.{line.quantity.value}"],
    }
    if told.rows:
        values["indicators"] = tuple(names.numbers[row] for row in told.rows[:MOST_CELLS])
        values["touched"] = len(told.rows)
        values["which"] = listed(told.rows, names.numbers, either=len(lead.edits) > 1 and not told.together)
    if told.units:
        values["units"] = tuple(names.codes[unit - 1] for unit in told.units)
        values["which"] = listed([unit - 1 for unit in told.units], names.codes, either=True)
    if lead.support > 1:
        values["supported"] = lead.support
    values.update(told.values)
    if told.rows:
        values["first"] = names.numbers[told.rows[0]]
    return values


def unexplained(line: Line, names: Names) -> Cause:
    """Return the honest answer: nothing gives this figure."""
    entry = CATALOGUE.causes["unexplained"]
    values: dict[str, object] = {
        "reported": line.reported if line.reported is not None else "",
        "expected": names.shown(line.recomputed, line)
        if isinstance(line.recomputed, Fraction)
        else line.recomputed or "",
        "quantity": CATALOGUE.words[f"quantity.{line.quantity.value}"],
    }
    return Cause("unexplained", False, None, fill(entry.message, values), values=values)


def decimal(chance: Fraction) -> Decimal:
    """Return a probability as a decimal of two significant digits; it is shown, nothing is decided by it."""
    if chance >= 1:
        return Decimal(1)
    return TWO_DIGITS.divide(Decimal(chance.numerator), Decimal(chance.denominator))


def quantity_text(quantity: Quantity) -> Text:
    return CATALOGUE.words[f"quantity.{quantity.value}"]
