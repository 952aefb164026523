"""The wordings a pack starts from, and those it adds.

A wording that a pack puts under another meaning leaves its old one, unless it already had several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rules.kinds import Trouble
from schemas.rules import Lexicon
from schemas.thai import key

Meanings = Mapping[str, Sequence[str]]


def merged_lexicon(base: Mapping[str, Any], added: Sequence[Mapping[str, Any]]) -> Lexicon:
    """Return the base lexicon with each addition, in order. Additions have been checked."""
    labels: Meanings = base.get("labels", {})
    states: Meanings = base.get("states", {})
    for more in added:
        labels = _with(labels, more.get("labels") or {})
        states = _with(states, more.get("states") or {})
    return Lexicon(
        {term: tuple(words) for term, words in labels.items()},
        {state: tuple(words) for state, words in states.items()},
    )


def _with(base: Meanings, more: Meanings) -> Meanings:
    given = _by_key(more)
    before = _by_key(base)

    def stays(word: str, meaning: str) -> bool:
        known = key(word)
        return known not in given or meaning in given[known] or len(before[known]) > 1

    result = {meaning: [w for w in words if stays(w, meaning)] for meaning, words in base.items()}
    for meaning, words in more.items():
        known = {key(word) for word in result.setdefault(meaning, [])}
        result[meaning] += [word for word in words if key(word) not in known]
    return result


def _by_key(meanings: Meanings) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for meaning, words in meanings.items():
        for word in words:
            found.setdefault(key(word), set()).add(meaning)
    return found


def troubles_of(added: Mapping[str, Any], base: Mapping[str, Any]) -> Iterator[Trouble]:
    """Yield what is wrong with a pack's lexicon: an unknown term or state, a marker of two states.

    A label may stand under two terms (the default has words that are a term and a filler); a marker may not.
    """
    for part in ("labels", "states"):
        known = tuple(base.get(part, {}))
        seen: dict[str, str] = {}
        for meaning, words in (added.get(part) or {}).items():
            here = ("lexicon", part, meaning)
            if known and meaning not in known:
                yield Trouble(here, "rules.unknown-key", {"name": meaning}, meaning, known)
            for index, word in enumerate(words):
                other = seen.setdefault(key(word), meaning)
                if other != meaning and part == "states":
                    values = {"word": word, "first": other, "second": meaning}
                    yield Trouble((*here, index), "rules.two-meanings", values)
