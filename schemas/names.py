"""Names for places: from positions in the tables to codes, numbers, sheet names and stable finding ids."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schemas.finding import Finding

if TYPE_CHECKING:
    from schemas.tables import Tables

ID_DIGITS = 10


@dataclass(slots=True)
class Names:
    """Look-ups by (workbook, table, position). Built once for a chunk of workbooks."""

    codes: dict[tuple[int, int, int], str] = field(default_factory=dict)
    unit_keys: dict[tuple[int, int, int], str] = field(default_factory=dict)
    numbers: dict[tuple[int, int, int], str] = field(default_factory=dict)
    titles: dict[tuple[int, int, int], str] = field(default_factory=dict)
    indicator_keys: dict[tuple[int, int, int], str] = field(default_factory=dict)
    sheets: dict[tuple[int, int], str] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Tables) -> Names:
        """Collect the names of every unit, indicator and sheet of the chunk."""
        names = cls()
        u = tables.units
        where = list(zip(u["workbook"], u["table"], u["unit"], strict=True))
        names.codes = dict(zip(where, u["code"], strict=True))
        names.unit_keys = _distinct(dict(zip(where, u["key"], strict=True)))
        i = tables.indicators
        where = list(zip(i["workbook"], i["table"], i["indicator"], strict=True))
        names.titles = dict(zip(where, i["title"], strict=True))
        names.numbers = {
            w: n if isinstance(n, str) and n else str(w[2]) for w, n in zip(where, i["number"], strict=True)
        }
        names.indicator_keys = _distinct(dict(zip(where, i["key"], strict=True)))
        for index, book in enumerate(tables.books):
            for sheet, grid in enumerate(book.sheets):
                names.sheets[index, sheet] = grid.name
        return names

    def finding_id(self, finding: Finding) -> str:
        """Return the stable id: name and a digest of what it is about, never of where it stands."""
        if finding.id:
            return finding.id
        table = finding.table or 1
        parts = [finding.name, str(table), finding.subject]
        if finding.unit:
            parts.append(self.unit_keys.get((finding.workbook, table, finding.unit), str(finding.unit)))
        if finding.indicator:
            where = (finding.workbook, table, finding.indicator)
            parts.append(self.indicator_keys.get(where, str(finding.indicator)))
        digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
        return f"{finding.name}-{digest[:ID_DIGITS]}"


def _distinct(keys: dict[tuple[int, int, int], str]) -> dict[tuple[int, int, int], str]:
    """Tell apart equal keys of one table by their order among themselves: สพท., สพท.#2."""
    seen: dict[tuple[int, int, str], int] = {}
    distinct = {}
    for where, text in keys.items():
        group = (where[0], where[1], text)
        seen[group] = seen.get(group, 0) + 1
        distinct[where] = text if seen[group] == 1 else f"{text}#{seen[group]}"
    return distinct
