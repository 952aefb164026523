"""The catalogue's words in one language, for pages that are made for one reader."""

from __future__ import annotations

from reports.when import day, moment
from schemas.catalogue import Catalogue
from schemas.finding import Text
from schemas.words import fill


class Say:
    """The catalogue's words in one language."""

    def __init__(self, catalogue: Catalogue, lang: str) -> None:
        self.catalogue, self.lang = catalogue, lang

    def __call__(self, key: str, /, **values: object) -> str:
        return self.text(fill(self.catalogue.words[key], values))

    def text(self, text: Text) -> str:
        """Return the half of a text that is in this language."""
        return text.th if self.lang == "th" else text.en

    def when(self, at: str) -> str:
        """Return a moment in this language."""
        return moment(at, self.catalogue, self.lang)

    def day(self, at: str) -> str:
        """Return a day in this language."""
        return day(at, self.catalogue, self.lang)
