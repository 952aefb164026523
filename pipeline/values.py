"""What one cell says: a number, a declared state, a dash, or other text. Nothing is guessed.

Numbers in text are read where only spelling stands between: Thai digits, spaces, thousands commas, a unit of
score or a percent sign. What was changed to read them is kept beside the number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import IntFlag

from schemas.exact import decimal_of_float, decimal_of_text, plain
from schemas.grid import RawValue
from schemas.rules import Lexicon
from schemas.terms import State
from schemas.thai import THAI_DIGITS, key, visible

DASHES = frozenset("-–—‐‑‒―−ー﹣－_")


ERROR_TEXTS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!"})
"""What a spreadsheet writes for an error, where only its text is left: saved as CSV, pasted as values."""


class Change(IntFlag):
    """What was changed to read a text as a number."""

    NONE = 0
    THAI_DIGITS = 1
    SPACES = 2
    COMMAS = 4
    UNIT = 8
    PERCENT = 16


class Fault(str):
    """An error cell (its text) or a formula without a cached value: something stands there, but no value."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell's reading. number: exact, None where it holds none. text: the cell holds text, not a number.

    A number outside the scale is still a number here; whether it can be a score is asked later.
    """

    state: State
    number: Decimal | None = None
    text: bool = False
    change: Change = Change.NONE

    @property
    def declared(self) -> bool:
        """True for a number, a dash, a declared state or an error: what can stand in a score cell."""
        return self.state not in (State.BLANK, State.INVALID)


BLANK = Mark(State.BLANK)
DASH = Mark(State.DASH, text=True)
OTHER = Mark(State.INVALID, text=True)
NOT_A_NUMBER = Mark(State.INVALID)
FAULTY = Mark(State.ERROR)
"""A date, a truth value: no text and no number."""

_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?")
_BEFORE = re.compile(r"^(?:ร้อยละ|คะแนน|score|=|:)\s*", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:คะแนน|แต้ม|points?|pts?\.?|scores?|marks?)\.?$", re.IGNORECASE)
_AROUND_POINT = re.compile(r"(?<=\d)\s*\.\s*(?=\d)")
_MOST_LETTERS = 40


class Marks:
    """Readings of cells under one lexicon; every distinct value is read once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._exact: dict[str, State] = {}
        self._within: list[tuple[str, State]] = []
        for name, wordings in lexicon.states.items():
            state = State[name.upper()]
            for wording in wordings:
                text = _marker(wording)
                self._exact.setdefault(text, state)
                if len(text) >= 6:
                    self._within.append((text, state))
        self._within.sort(key=lambda pair: -len(pair[0]))
        self.known: dict[str | float | int, Mark] = {}

    def of(self, value: RawValue) -> Mark:
        """Return what a raw value says."""
        kind = type(value)
        if kind is not str and kind is not float and kind is not int:
            return FAULTY if kind is Fault else NOT_A_NUMBER
        known = self.known.get(value)  # type: ignore[arg-type]  # only str, float and int get here
        if known is None:
            if len(self.known) > 400_000:
                self.known.clear()
            known = self._read(value)  # type: ignore[arg-type]
            self.known[value] = known  # type: ignore[index]
        return known

    def _read(self, value: str | float | int) -> Mark:
        if isinstance(value, str):
            return self._read_text(value)
        if isinstance(value, int):
            return Mark(State.SCORED, Decimal(value))
        if value != value or value in (float("inf"), float("-inf")):
            return NOT_A_NUMBER
        return Mark(State.SCORED, decimal_of_float(value))

    def _read_text(self, raw: str) -> Mark:
        text = visible(raw)
        if not text:
            return BLANK
        if len(text) > _MOST_LETTERS:
            return self._state_within(text)
        number = _number(text)
        if number is not None:
            value, change = number
            if text != raw:
                change |= Change.SPACES
            return Mark(State.SCORED, value, True, change)
        if all(letter in DASHES for letter in text):
            return DASH
        state = self._exact.get(_marker(text))
        if state is None and text.upper() in ERROR_TEXTS:
            state = State.ERROR
        return Mark(state, text=True) if state is not None else self._state_within(text)

    def _state_within(self, text: str) -> Mark:
        marker = _marker(text)
        for wording, state in self._within:
            if marker.startswith(wording):
                return Mark(state, text=True)
        return OTHER


def _number(text: str) -> tuple[Decimal, Change] | None:
    change = Change.NONE
    digits = text.translate(THAI_DIGITS)
    if digits != text:
        change |= Change.THAI_DIGITS
    bare = _AFTER.sub("", _BEFORE.sub("", digits.lstrip("'"))).strip()
    if bare.endswith(("%", "％")):
        bare = bare[:-1].rstrip()
        change |= Change.PERCENT
    if bare != digits:
        change |= Change.UNIT
    joined = _AROUND_POINT.sub(".", bare)
    if joined != bare:
        change |= Change.SPACES
    if not _NUMBER.fullmatch(joined) or not any(c.isdigit() for c in joined):
        return None
    if "," in joined:
        change |= Change.COMMAS
        joined = joined.replace(",", "")
    number = decimal_of_text(joined)
    return (number, change) if number is not None else None


def _marker(text: str) -> str:
    return key(text).strip("()[]*.\"' ").rstrip(".")


def trimmed(number: Decimal) -> Decimal:
    """Return a number without trailing zeros, as a sheet's own number would be."""
    return plain(number)


_ready: list[tuple[Lexicon, Marks]] = []


def marks_of(lexicon: Lexicon) -> Marks:
    """Return the readings under a lexicon; the last few lexicons are kept."""
    for known, marks in _ready:
        if known is lexicon:
            return marks
    marks = Marks(lexicon)
    _ready.insert(0, (lexicon, marks))
    del _ready[4:]
    return marks
