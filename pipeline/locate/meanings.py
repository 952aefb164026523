"""What the headers over each column say by themselves, before its cells are looked at."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from pipeline.locate.bands import Band
from pipeline.locate.heads import Head, Path, header_paths, level_columns
from pipeline.locate.labels import Words
from pipeline.locate.rounds import assessor_of, round_of
from pipeline.locate.view import View
from pipeline.values import Marks

TAGS = {"ก": "score", "a": "score", "ข": "weight", "b": "weight", "ค": "weighted", "c": "weighted"}


_ALL = (
    "รวมทง",
    "รวมทก",
    "รวมกลม",
    "รวมภาค",
    "รวมเขต",
    "รวมโซน",
    "รวมจงหวด",
    "รวมอาเภอ",
    "เฉลยทง",
    "เฉลยทก",
    "ภาพรวม",
    "total of all",
    "average of all",
    "all units",
)
"""How a header over all units, or all of a group, begins, as skeletons have it."""


class Meaning(NamedTuple):
    """What a column's headers say by themselves, before its cells are looked at."""

    term: str | None
    code: tuple[int, int] | None
    round: str | None
    assessor: str | None
    under_units: bool


class Header(NamedTuple):
    """A header band as read: for each column its path and what it means; the columns of the level block."""

    paths: list[Path]
    levels: dict[int, int]
    meanings: list[Meaning | None]


MOST_HEADERS = 200
"""Headers kept: the workbooks of a folder mostly have one and the same."""


def read_header(view: View, band: Band, words: Words, marks: Marks) -> Header:
    """Read a header band; one that was read before is not read again."""
    rows = range(band.top, band.bottom + 1)
    spans = tuple((a, b) for a, b in view.spans.items() if a[0] <= band.bottom and b[0] >= band.top)
    key = (band.top, view.transposed, spans, *[tuple(view.rows[i]) for i in rows])
    known = words.headers.get(key)
    if isinstance(known, Header):
        return known
    paths = header_paths(view, band, words, marks)
    levels = level_columns(view, band, paths, words, marks)
    subheads = _subheads(paths, levels, words)
    kinds = _numbered_kinds(paths, levels)
    header = Header(
        paths, levels, [_meaning(path, subheads, kinds, words) if path else None for path in paths]
    )
    if len(words.headers) >= MOST_HEADERS:
        words.headers.clear()
    words.headers[key] = header
    return header


def _subheads(paths: list[Path], levels: dict[int, int], words: Words) -> frozenset[str]:
    """Return the header texts that repeat under different unit codes: sub-headers in words of their own."""
    pairs = []
    for j, path in enumerate(paths):
        named = [h for h in path if h.term is None]
        if j not in levels and len(named) >= 2 and not _qualifies(named[-2], words):
            pairs.append((named[-2], named[-1]))
    uppers = {(h.i, h.j) for h, _ in pairs}
    lowers = Counter(h.text for _, h in pairs)
    if len(uppers) >= 2 and lowers and len(lowers) * 2 <= len(pairs):
        return frozenset(lowers)
    return frozenset()


def _numbered_kinds(paths: list[Path], levels: dict[int, int]) -> frozenset[tuple[int, int]]:
    """Return the headers over units that have only numbers: ศูนย์อนามัยที่ over 1 2 3 …. No number stands twice,
    but for a mistake under a single header; else they are sub-headers."""
    pairs = [
        (path[-2], path[-1].text.strip())
        for j, path in enumerate(paths)
        if j not in levels and len(path) > 1 and path[-1].text.strip().isdigit() and path[-2].term is None
    ]
    numbers = [number for _, number in pairs]
    kinds = frozenset((h.i, h.j) for h, _ in pairs if isinstance(h.value, str))
    twice = len(numbers) - len(set(numbers))
    if len(set(numbers)) < LEAST_NUMBERED or twice > (len(kinds) == 1):
        return frozenset()
    return kinds


LEAST_NUMBERED = 3
"""Fewer numbers than these under one header may be its rounds."""


def _meaning(
    path: Path, subheads: frozenset[str], kinds: frozenset[tuple[int, int]], words: Words
) -> Meaning:
    named = [
        h
        for n, h in enumerate(path)
        if h.term is None
        and h.text not in subheads
        and not _qualifies(h, words)
        and not (n and _names_nothing(h, words))
        and not _over_all(h, words)
        and (h.i, h.j) not in kinds
    ]
    texts = [h.value for h in reversed(path) if isinstance(h.value, str)]
    when = next((r for text in texts if (r := round_of(text))), None)
    who = next((a for text in texts if (a := assessor_of(text, words))), None)
    under_units = any(h.term == "units" for h in path[:-1])
    return Meaning(_term(path, words), _code(named), when, who, under_units)


def _term(path: Path, words: Words) -> str | None:
    """Return the term of a column: its lowest header's, or what a letter in brackets (ก) says of it.

    A header that only says when or who (รอบ 6 เดือน, คณะกรรมการ) leaves the rest to the header over it.
    """
    leaf = path[-1]
    label = words.label(leaf.value)
    if leaf.term in ("points", "mean", "score") and (label.has("weighted") or label.tags in ("ค", "c")):
        return "weighted"
    if leaf.term in ("round", "self", "committee") or (leaf.term is None and _qualifies(leaf, words)):
        over = (h.term for h in reversed(path[:-1]))
        return next((t for t in over if t in ("score", "weighted", "result", "weight")), leaf.term or "score")
    if leaf.term is None and len(label.tags) == 1 and label.letters > 1:
        return TAGS[label.tags]
    if leaf.term is None and len(path) > 1 and _names_nothing(leaf, words):
        parent = path[-2].term
        return parent if parent is not None or not label.tags else TAGS[label.tags]
    return "spread" if _over_all(leaf, words) else leaf.term


def _over_all(head: Head, words: Words) -> bool:
    """Return whether a header in words of its own sums up all units: เฉลี่ยทั้งเขต, รวมทั้งจังหวัด."""
    label = words.label(head.value)
    if label.key.startswith(_ALL):
        return head.term in (None, "units")
    return head.term is None and label.first == "mean" and label.coverage >= 0.5


def _names_nothing(head: Head, words: Words) -> bool:
    """Return whether a header says nothing beyond the one over it: a letter (ข), or only ชื่อ."""
    label = words.label(head.value)
    if label.tags:
        return len(label.tags) == label.letters == 1
    return bool(label.letters) and label.coverage >= 1 and not label.terms and not label.numbers


def _code(named: list[Head]) -> tuple[int, int] | None:
    """Return the header cell that is the unit's code: the lowest text that is no known header."""
    if not named:
        return None
    texts = [h for h in named if isinstance(h.value, str) and not h.value.strip().isdigit()]
    chosen = texts[-1] if texts else named[-1]
    return chosen.i, chosen.j


def _qualifies(head: Head, words: Words) -> bool:
    """Return whether an unknown header only says which round it is, or whose assessment."""
    if not isinstance(head.value, str):
        return False
    label = words.label(head.value)
    return label.coverage >= 0.6 and bool(round_of(head.value) or label.has("self") or label.has("committee"))
