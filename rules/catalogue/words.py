"""The interface's own words, by dotted key: report headings, terminal texts, messages of the command."""

from __future__ import annotations

from rules.catalogue import words_explain, words_rules
from schemas.finding import Text

WORDS: dict[str, Text] = {
    **words_explain.WORDS,
    **words_rules.WORDS,
}
