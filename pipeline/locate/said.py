"""Parts of messages taken from the catalogue, in both languages."""

from __future__ import annotations

from rules.catalogue import CATALOGUE
from schemas.finding import Text
from schemas.words import fill


def word(name: str, **values: object) -> Text:
    """Return one of the words about structure, filled."""
    return fill(CATALOGUE.words[f"structure.{name}"], values)


def reading(name: str, **values: object) -> dict[str, object]:
    """Return the values of an ambiguous-alignment: both readings in words, and the numbers behind them."""
    return {**values, "reading": word(name, **values)}
