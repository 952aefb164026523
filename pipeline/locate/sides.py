"""Which round a whole table is for, and whose assessment, where its titles or its sheet's name say so."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.locate.bands import Band
from pipeline.locate.labels import Words
from pipeline.locate.rounds import assessor_of, round_of
from pipeline.locate.view import View

LINES = 6
WIDEST = 3
"""A title line holds at most this many cells; a fuller row belongs to the table before."""

_PARTS = re.compile(r"และ|,|/| and |ถึง")


class Side(NamedTuple):
    round: str | None
    assessor: str | None


def side_of(view: View, band: Band, words: Words) -> Side:
    """Return round and assessor of the lines above a table, nearest first, else of the sheet's name."""
    name = view.grid.name
    who = assessor_of(name, words) if words.label(name).coverage >= 0.6 else None
    if not view.transposed:
        for i in range(band.top - 1, max(-1, band.top - 1 - LINES), -1):
            texts = [v for v in view.rows[i] if v != ""]
            if len(texts) > WIDEST:
                break
            found = {r for v in texts if isinstance(v, str) for r in _rounds(v)}
            if found:
                return Side(found.pop() if len(found) == 1 else None, who)
    rounds = _rounds(name)
    return Side(rounds.pop() if len(rounds) == 1 else None, who)


def _rounds(text: str) -> set[str]:
    """Return every round a text names: a title over both names two, and settles nothing."""
    if len(text) > 200:
        return set()
    return {r for part in (text, *_PARTS.split(text)) if (r := round_of(part))}
