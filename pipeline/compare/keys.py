"""Keys of units and indicators, for comparing only: what is shown stays as written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from schemas.thai import key


class IndicatorName(NamedTuple):
    """An indicator as a table names it; either part may be empty."""

    number: str
    title: str


def unit_key(code: str) -> str:
    """Return the key of a unit's code."""
    return key(code)


def number_key(number: str) -> str:
    """Return the key of an indicator's number: digits folded, no dot at its end."""
    return key(number).strip(".")


class IndicatorKeys:
    """Keys of all indicators of both sides: the number where there is one, else the title.

    An indicator without a number takes that of the one numbered indicator, on either side, with its title.
    """

    def __init__(self, names: Iterable[IndicatorName]) -> None:
        numbers: dict[str, set[str]] = {}
        for name in names:
            number, title = number_key(name.number), key(name.title)
            if number and title:
                numbers.setdefault(title, set()).add(number)
        self._numbers = {title: found.pop() for title, found in numbers.items() if len(found) == 1}

    def of(self, name: IndicatorName) -> str:
        """Return the key of an indicator; empty where it has neither number nor title."""
        number, title = number_key(name.number), key(name.title)
        if not number and title:
            number = self._numbers.get(title, "")
        return f"number {number}" if number else f"title {title}" if title else ""


class Ids(dict[tuple[str, object], int]):
    """Small integers for (kind, key), handed out in order and shared by both sides."""

    def __missing__(self, key: tuple[str, object]) -> int:
        self[key] = number = len(self)
        return number
