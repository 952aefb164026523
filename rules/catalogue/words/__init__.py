"""The interface's own words, by dotted key: report headings, terminal texts, messages of the command.

One small module an area; a key stands in one of them only.
"""

from __future__ import annotations

from rules.catalogue import words_explain, words_rules
from rules.catalogue.words import common, text
from schemas.finding import Text

AREAS: tuple[dict[str, Text], ...] = (common.WORDS, text.WORDS, words_rules.WORDS, words_explain.WORDS)

WORDS: dict[str, Text] = {key: words for area in AREAS for key, words in area.items()}
