"""The verdict in one sentence: can this workbook be signed, and why or why not."""

from __future__ import annotations

from collections.abc import Mapping

from reports.view.counts import Figures, Weights
from schemas.catalogue import Catalogue
from schemas.finding import Text
from schemas.terms import Verdict
from schemas.words import fill


class Words:
    """The catalogue's interface words. A key that is not there shows as itself."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._words = catalogue.words

    def __call__(self, key: str, **values: object) -> Text:
        text = self._words.get(key)
        if text is None:
            return Text(key, key)
        return fill(text, values) if values else text

    def has(self, key: str) -> bool:
        """Say whether the catalogue has words under a key."""
        return key in self._words


def pick(text: Text, lang: str) -> str:
    """Return the words in one language."""
    return text.th if lang == "th" else text.en


def reason_key(verdict: Verdict, figures: Figures, weights: Weights) -> str:
    """Return which sentence says why the verdict is what it is."""
    if verdict is Verdict.UNREADABLE:
        return "reason.unreadable"
    if verdict is Verdict.DISCREPANT:
        if figures.mismatch:
            return "reason.mismatch"
        return "reason.errors" if figures.match else "reason.errors-only"
    if not figures.reported:
        return "reason.nothing-reported"
    return "reason.warnings" if weights.warning or figures.not_computable else "reason.clean"


def verdict_words(words: Words, verdict: Verdict, figures: Figures, weights: Weights) -> tuple[Text, Text]:
    """Return the answer (can it be signed) and the reason, each one sentence."""
    values: Mapping[str, object] = {
        "reported": figures.reported,
        "match": figures.match,
        "mismatch": figures.mismatch,
        "error": weights.error,
        "warning": weights.warning,
    }
    return words(f"answer.{verdict.value}"), words(reason_key(verdict, figures, weights), **values)
