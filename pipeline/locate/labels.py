"""What a label says: the terms of the lexicon found in it, by meaning and not letter by letter.

Labels are compared by skeleton: the comparison key of schemas.thai without the marks above and below the
line (tone marks and most vowels), which is where typing goes wrong most, and without punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from schemas.rules import Lexicon
from schemas.thai import THAI_DIGITS

_DROPPED = re.compile(
    "["
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"  # vowels and tone marks above and below the line
    "\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad"  # invisible
    "\\[\\]{}:.,;'\"“”‘’…\\\\|\\-–—_<>•·#!?=+~^&@฿ๆฯ"
    "]+"
)
_BETWEEN_WORDS = re.compile(r"(?<=[a-z])[\s_-]+(?=[a-z])")
_OTHER_SPACES = re.compile(r"(?<![a-z])\s+|\s+(?![a-z])")
_LETTERS = re.compile(r"[^\W\d_]+")
_THAI_DIGIT = re.compile("[๐-๙]")
_TIMES = re.compile(r"(?<=[กขค0-9a-c)])[x*✕✖](?=[กขค0-9a-c(])|(?<=[ก-๙])[x*✕✖](?=[ก-๙0-9])")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_PARTING = re.compile(r"(?<=[a-z])\((?=[a-z])")
_TAG = re.compile(r"\(([กขคabc])\)")
_LETTERED = re.compile(r"^\s*[ก-ฮA-Za-z][.)]\s+")
"""A letter that only counts the lines: ก. คะแนนเต็ม, ข. คะแนนที่ได้."""
_NUMBERS = re.compile(r"[0-9]+")

COVERED = 0.75
"""A label is a header or a figure's name where its terms and neutral words make up this share of its letters."""

MOST_READ = 64
"""Characters of a label that are looked at: a longer text is no label, and its beginning says what it is."""

_QUALIFIERS = frozenset({"exact", "decisive", "neutral"})


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """A label as understood; every text has one, so that what follows from it is kept by identity.

    whole: the term that the whole label is a wording of. terms: every term found, brackets last, in order.
    first: the term at its very beginning. decisive: terms found by a wording that decides even inside a long
    label. coverage: share of letters that belong to terms or neutral words. tags: letters in brackets (ก ข ค).
    """

    key: str
    whole: str | None
    terms: tuple[str, ...]
    inner: tuple[str, ...]
    first: str | None
    decisive: frozenset[str]
    coverage: float
    tags: str
    numbers: tuple[str, ...]
    letters: int

    @property
    def term(self) -> str | None:
        """The one term of a column header: the whole label's, else its first where nothing much else stands.

        A kind of unit (กอง, Bureau) with any other letter is a unit's own name, not a header.
        """
        if self.whole:
            return self.whole
        if self.coverage < COVERED:
            return None
        found = self.terms or self.inner
        if not found or (found[0] == "units" and (self.coverage < 1 or self.numbers)):
            return None
        if "units" in found and found[0] in ("score", "result"):
            return "units"  # คะแนนของหน่วยงาน stands over units
        return found[0]

    def has(self, term: str) -> bool:
        return term == self.whole or term in self.terms or term in self.inner


def skeleton(text: str) -> str:
    """Return a text's key for labels: no marks, no punctuation but / and brackets, ำ as า, digits as 0-9.

    A split or misplaced sara am comes out the same, for its marks fall away; spaces stay between Latin words.
    """
    plain = text[: MOST_READ * 2].lower().replace("\u0e33", "\u0e32")
    if _THAI_DIGIT.search(plain):
        plain = plain.translate(THAI_DIGITS)
    plain = _OTHER_SPACES.sub("", _BETWEEN_WORDS.sub(" ", plain))
    plain = _DROPPED.sub("", plain)[:MOST_READ].replace("\u0e40\u0e40", "\u0e41")
    return _TIMES.sub("×", plain)


class Words:
    """A lexicon made ready for looking up. Every text is analysed once."""

    def __init__(self, lexicon: Lexicon) -> None:
        labels = {t: [f for f in map(_flat, words) if f] for t, words in lexicon.labels.items()}
        exact = set(labels.get("exact", ()))
        self.decisive = frozenset(labels.get("decisive", ()))
        self.whole: dict[str, str] = {}
        self.parts: dict[str, str] = {}
        for term, words in labels.items():
            if term in _QUALIFIERS or term == "unit_name":
                continue
            for word in words:
                self.whole.setdefault(word, term)
                if word not in exact and len(word) > 1:
                    self.parts.setdefault(word, term)
        neutral = [w for w in labels.get("neutral", ()) if w not in self.parts]
        self.pattern = _pattern([*self.parts, *neutral])
        self.length = {word: _letters(word) for word in (*self.parts, *neutral)}
        self.unit_names = frozenset(labels.get("unit_name", ()))
        self._known: dict[str, Label] = {}
        self.levels: dict[object, int | None] = {}
        """Header cell → the level 1-5 it names; see pipeline.locate.bands."""
        self.heads: dict[str, bool] = {}
        """Text → whether it can stand in a header as one of its terms; see pipeline.locate.bands."""
        self.headers: dict[object, object] = {}
        """Header rows → what was read in them; see pipeline.locate.columns."""

    def label(self, text: object) -> Label:
        """Return what a cell's text says; numbers and empty cells say nothing."""
        if not isinstance(text, str):
            return NOTHING
        known = self._known.get(text)
        if known is None:
            if len(self._known) > 100_000:
                self._known.clear()
            known = self._known[text] = self._analysed(text)
        return known

    def _analysed(self, text: str) -> Label:
        plain = skeleton(_LETTERED.sub("", text))
        tags = "".join(_TAG.findall(plain))
        main = _BRACKETS.sub(" ", plain).strip() if "(" in plain else plain
        flat = _without_brackets(plain)
        bare = main.strip("() ×")
        whole = self.whole.get(flat) or self.whole.get(_NUMBERS.sub("", bare).strip()) or self.whole.get(bare)
        terms, first, decisive, covered = self._found(main)
        inner: tuple[str, ...] = ()
        if main is not plain:
            flat_terms, _, flat_decisive, flat_covered = self._found(flat)
            within = [t for b in _BRACKETS.findall(plain) if (t := self.whole.get(b.strip()))]
            inner = tuple(t for t in dict.fromkeys((*within, *flat_terms)) if t not in terms)
            decisive |= flat_decisive
            covered = max(covered, flat_covered)
        letters = _letters(flat)
        tagged = len(tags)
        coverage = min(1.0, (covered + tagged) / letters) if letters else 0.0
        numbers = tuple(_NUMBERS.findall(flat)) if coverage > 0 or whole else ()
        return Label(flat, whole, terms, inner, first, decisive, coverage, tags, numbers, letters)

    def _found(self, text: str) -> tuple[tuple[str, ...], str | None, frozenset[str], int]:
        terms: list[str] = []
        decisive = set()
        covered = 0
        first = None
        for match in self.pattern.finditer(text):
            word = match[0]
            covered += self.length[word]
            term = self.parts.get(word)
            if term is None:
                continue
            if match.start() == 0:
                first = term
            if term not in terms:
                terms.append(term)
            if word in self.decisive:
                decisive.add(term)
        return tuple(terms), first, frozenset(decisive), covered


NOTHING = Label("", None, (), (), None, frozenset(), 0.0, "", (), 0)


def _letters(text: str) -> int:
    return sum(map(len, _LETTERS.findall(text)))


def _flat(word: str) -> str:
    return _without_brackets(skeleton(word))


def _without_brackets(plain: str) -> str:
    """Return a skeleton without brackets; Latin words that one parted stay apart."""
    return _PARTING.sub(" ", plain).replace("(", "").replace(")", "")


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Return one pattern that finds the longest wording at each place, Latin ones as whole words."""
    latin = [w for w in words if w[0].isascii() and w[0].isalpha()]
    other = [w for w in words if not (w[0].isascii() and w[0].isalpha())]
    return re.compile(f"(?<![a-z])(?:{_trie(latin)})(?![a-z])|{_trie(other)}")


def _trie(words: list[str]) -> str:
    tree: dict[str, dict] = {}  # type: ignore[type-arg]  # a tree of letters has no finite type
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: Mapping[str, dict]) -> str:  # type: ignore[type-arg]
    branches = [re.escape(letter) + _branch(below) for letter, below in sorted(node.items()) if letter]
    if not branches:
        return ""
    text = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{text})?" if "" in node else text


_ready: list[tuple[Lexicon, Words]] = []


def words_of(lexicon: Lexicon) -> Words:
    """Return the lexicon made ready; the last few lexicons are kept."""
    for known, words in _ready:
        if known is lexicon:
            return words
    words = Words(lexicon)
    _ready.insert(0, (lexicon, words))
    del _ready[4:]
    return words
