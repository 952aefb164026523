"""What the record does not allow, as a name and values; the words are in the catalogue, signoff.refused.…"""

from __future__ import annotations

from collections.abc import Mapping

from rules.catalogue import CATALOGUE
from schemas.finding import Text
from schemas.record import Disposition, Role
from schemas.words import fill


class RefusedError(Exception):
    """A request that the record does not allow; nothing was written."""

    def __init__(self, name: str, **values: object) -> None:
        super().__init__(name, values)
        self.name = name
        self.values: Mapping[str, object] = values

    @property
    def text(self) -> Text:
        """The reason in both languages."""
        values = {name: _in_words(value) for name, value in self.values.items()}
        return fill(CATALOGUE.words[f"signoff.refused.{self.name}"], values)

    def __str__(self) -> str:
        return self.text.en


def _in_words(value: object) -> object:
    if isinstance(value, Disposition):
        return CATALOGUE.words[f"signoff.disposition.{value.value}"]
    if isinstance(value, Role):
        return CATALOGUE.words[f"signoff.role.{value.value}"]
    return value
