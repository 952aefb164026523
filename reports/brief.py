"""Long names on a narrow screen: the middle left out, as long as every name stays told from the others."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from rich.cells import cell_len

WIDEST = 36
"""Columns of a screen that a name may take: three lines of the narrowest column that names stand in."""
MARK = "…"
_BEFORE = frozenset("เแโใไ")
"""Thai vowels that are written before the consonant they belong to."""
_AFTER = frozenset("ะาำๅๆฯ")


def brief_names(names: Iterable[str], widest: int = WIDEST) -> Mapping[str, str]:
    """Return what to show for each name that is wider than so many columns; no two names are shown alike."""
    every = dict.fromkeys(names)
    shown = {name: brief(name, widest) for name in every}
    times = Counter(shown.values())
    return {name: short for name, short in shown.items() if short != name and times[short] == 1}


def brief(name: str, widest: int = WIDEST) -> str:
    """Return a name with its middle left out where it is wider than so many columns; letters keep their marks."""
    if cell_len(name) <= widest:
        return name
    cuts = [at for at in range(1, len(name)) if _may_part(name[at - 1], name[at])]
    room = widest - cell_len(MARK)
    head = max((name[:at] for at in cuts if cell_len(name[:at]) <= (room + 1) // 2), key=len, default="")
    left = room - cell_len(head)
    tail = max((name[at:] for at in cuts if cell_len(name[at:]) <= left), key=len, default="")
    return f"{head}{MARK}{tail}"


def _may_part(before: str, after: str) -> bool:
    return before not in _BEFORE and after not in _AFTER and not unicodedata.category(after).startswith("M")
