"""What is wrong with a rule file, said at its file and line in both languages; never a half-applied rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from schemas.finding import Text
from schemas.words import fill


class Problem(NamedTuple):
    """One thing wrong with a file that a person writes: the file, the 1-based line if known, the words."""

    file: str
    line: int | None
    text: Text

    def shown(self, lang: str = "en") -> str:
        """Return `file:line: words` in one language."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        words = self.text.th if lang == "th" else self.text.en
        return f"{place}: {words}" if place else words


class RuleError(Exception):
    """A rule pack, suite, waiver file or baseline that cannot be used; nothing was judged by half of it.

    problems: all that is wrong, in file order; file, line and text are those of the first.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(tuple(problems))
        self.problems = tuple(problems)

    @classmethod
    def of(
        cls, key: str, values: Mapping[str, object] | None = None, file: str = "", line: int | None = None
    ) -> RuleError:
        """Return the error of one problem, its words taken from the catalogue under `key`."""
        return cls([Problem(file, line, words_of(key, values or {}))])

    @property
    def file(self) -> str:
        return self.problems[0].file

    @property
    def line(self) -> int | None:
        return self.problems[0].line

    @property
    def text(self) -> Text:
        return self.problems[0].text

    def shown(self, lang: str = "en") -> str:
        """Return every problem on a line of its own, in one language."""
        return "\n".join(problem.shown(lang) for problem in self.problems)

    def __str__(self) -> str:
        return self.shown("en")


def words_of(key: str, values: Mapping[str, object]) -> Text:
    """Return the catalogue's words under `key`, filled; imported late, an error is rare."""
    from rules.catalogue.words import WORDS

    return fill(WORDS[key], values)


def near(word: str, known: Sequence[str]) -> Text:
    """Return ` (did you mean …?)` where a known word is close, else nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1, cutoff=0.6) or get_close_matches(
        word.casefold().replace("_", "-"), known, n=1, cutoff=0.6
    )
    return words_of("rules.near", {"name": close[0]}) if close else Text("", "")
