"""The interface's own words, by dotted key: report headings, terminal texts, messages of the command.

One small module an area; a key stands in one of them only.
"""

from __future__ import annotations

from rules.catalogue.words import (
    batch,
    causes,
    common,
    comparison,
    criteria,
    dates,
    explain,
    formulas,
    gate,
    html,
    pages,
    rule_files,
    signoff,
    signoff_command,
    signoff_paper,
    structure,
    text,
    xlsx,
)
from schemas.finding import Text

AREAS: tuple[dict[str, Text], ...] = (
    causes.WORDS,
    common.WORDS,
    criteria.WORDS,
    html.WORDS,
    text.WORDS,
    xlsx.WORDS,
    rule_files.WORDS,
    explain.WORDS,
    formulas.WORDS,
    comparison.WORDS,
    gate.WORDS,
    dates.WORDS,
    pages.WORDS,
    signoff.WORDS,
    signoff_command.WORDS,
    signoff_paper.WORDS,
    batch.WORDS,
    structure.WORDS,
)

WORDS: dict[str, Text] = {key: words for area in AREAS for key, words in area.items()}
