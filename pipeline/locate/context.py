"""What detection carries along: the lexicon made ready, the scale, the workbook; and what it hands back."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.locate.labels import Words, words_of
from pipeline.values import Marks, marks_of
from schemas.finding import Finding
from schemas.grid import Book
from schemas.layout import Layout
from schemas.rules import RulePack


@dataclass(slots=True)
class Context:
    """One workbook under one rule pack. high: the scale's highest score, as a float for rough tests only."""

    book: Book
    pack: RulePack
    words: Words
    marks: Marks
    high: float
    low: float

    @classmethod
    def of(cls, book: Book, pack: RulePack) -> Context:
        scale = pack.scale
        words, marks = words_of(pack.lexicon), marks_of(pack.lexicon)
        return cls(book, pack, words, marks, float(scale.high), float(scale.low))


@dataclass(slots=True)
class Part:
    """One layout found on one sheet, with its findings; which table it belongs to is settled later.

    closed: it has summary figures of its own. keys: comparison keys of its units.
    """

    layout: Layout
    findings: list[Finding] = field(default_factory=list)
    keys: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Miss:
    """A place that looked like a table and was none: how near it came, and why not, for no-score-table."""

    sheet: int
    row: int
    col: int
    score: float
    reason: str
