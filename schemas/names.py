"""Names for places: from positions in the tables to codes, numbers, sheet names and stable finding ids."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING, Any

from schemas.finding import Finding

if TYPE_CHECKING:
    import pandas as pd

    from schemas.tables import Tables

Place = tuple[int, int, int]
"""(workbook, table, position of a unit or an indicator)."""

ID_DIGITS = 10


class Names:
    """Look-ups by (workbook, table, position). Built once for a chunk of workbooks."""

    def __init__(self, tables: Tables) -> None:
        """Collect the names of every unit, indicator and sheet of the chunk."""
        self._tables = tables
        self.codes: dict[Place, str] = _by_place(tables.units, "unit", "code")
        self.numbers = {
            where: number if isinstance(number, str) and number else str(where[2])
            for where, number in _by_place(tables.indicators, "indicator", "number").items()
        }
        self.sheets = {
            (index, sheet): grid.name
            for index, book in enumerate(tables.books)
            for sheet, grid in enumerate(book.sheets)
        }

    @cached_property
    def unit_keys(self) -> dict[Place, str]:
        """The units' comparison keys, equal ones of a table told apart; made for the first finding's id."""
        return _distinct(_by_place(self._tables.units, "unit", "key"))

    @cached_property
    def indicator_keys(self) -> dict[Place, str]:
        """The indicators' comparison keys, equal ones of a table told apart; made for the first finding's id."""
        return _distinct(_by_place(self._tables.indicators, "indicator", "key"))

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


def _by_place(frame: pd.DataFrame, position: str, name: str) -> dict[Place, Any]:
    """Return one column of a frame by (workbook, table, position)."""
    where = zip(*(frame[c].tolist() for c in ("workbook", "table", position)), strict=True)
    return dict(zip(where, frame[name].tolist(), strict=True))


def _distinct(keys: dict[Place, str]) -> dict[Place, str]:
    """Tell apart equal keys of one table by their order among themselves: สพท., สพท.#2."""
    seen: dict[tuple[int, int, str], int] = {}
    distinct = {}
    for where, text in keys.items():
        group = (where[0], where[1], text)
        seen[group] = seen.get(group, 0) + 1
        distinct[where] = text if seen[group] == 1 else f"{text}#{seen[group]}"
    return distinct
