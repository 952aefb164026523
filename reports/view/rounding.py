"""What nothing on a table tells: by which way of rounding its figures were made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reports.view.run import TableView
from reports.view.verdicts import Words
from schemas.finding import Text
from schemas.modes import TableModes


def untold(words: Words, tables: Iterable[TableView]) -> Iterator[Text]:
    """Yield a sentence for every table whose figures come out whichever way they were rounded."""
    for table in tables:
        modes = TableModes.of(table.lines)
        if modes.alike and not modes.telling:
            yield words("rounding.untold", table=f"{table.sheet}!{table.range}", count=modes.alike)
