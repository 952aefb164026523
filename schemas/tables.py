"""The canonical tables: long, keyed by (workbook, table), the same for one workbook or a thousand.

Columns and dtypes are fixed here; the pandera models that hold them to it are in schemas/models.py, which
alone imports pandera. Numbers in frames are exact: an int64 `value` at SCALE, or, where a number does not fit
(more than SCALE_DIGITS decimals, or too large), `exact` is False and the Fraction stands in a side table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from schemas.cell import Area
from schemas.terms import LayoutKind

if TYPE_CHECKING:
    import pandas as pd

    from schemas.grid import Book
    from schemas.layout import Layout

SCALE_DIGITS = 6
SCALE = 10**SCALE_DIGITS


@dataclass(frozen=True, slots=True)
class TableInfo:
    """One score table: where it stands and how it was read.

    table: 1-based number in its workbook (its id is 't' + number). sheet: index of the main sheet.
    round: '6', '12' … and assessor: 'self', 'committee', where the layout says so.
    transposed: units down, indicators across. packed: blank cells were lost, so figures were aligned by order
    (an inference). weighted: it has a weight for its indicators.
    """

    workbook: int
    table: int
    layout: LayoutKind
    sheet: int
    area: Area
    round: str | None = None
    assessor: str | None = None
    transposed: bool = False
    packed: bool = False
    weighted: bool = False
    sheets: tuple[int, ...] = ()
    """Every sheet that gives scores to this table, in order."""
    summary_sheets: tuple[int, ...] = ()
    """Sheets that give only reported figures."""


@dataclass
class Tables:
    """What ingestion found in a chunk of workbooks. Every frame has a unique RangeIndex.

    units       workbook table unit(1-based) code key sheet row col last_col
    indicators  workbook table indicator(1-based) number key title weight(int64 at SCALE, -1: none)
                weight_text sheet row col weight_row weight_col
    scores      workbook table indicator unit state(int8, schemas.terms.State) value(int64 at SCALE)
                exact(bool) numeric(bool) sheet row col        one row per indicator × unit, in that order
    results     workbook table indicator unit text value(exact decimal text or None) sheet row col
    reported    workbook table unit(0: the whole table) indicator(0: the whole unit) quantity
                value(exact decimal text, None where not a number; a grade stands in raw)
                decimals(declared, see pipeline.normalise) stored(decimals of the stored number)
                state(int8) raw sheet row col
    levels      workbook table indicator round level(1-5) text threshold(exact decimal text or None) sheet row col

    `sheet` is the 0-based sheet index, row and col are 1-based. int32 unless said; texts are object.
    wide: row label of `scores` → exact value, for the rows whose `exact` is False.
    In `scores`, `numeric` says whether the cell holds a number: state invalid with a number is a score outside
    the scale, and its value is kept; without one it is text, a date or the like, and value is 0.
    """

    books: list[Book]
    layouts: list[list[Layout]]
    infos: list[TableInfo]
    units: pd.DataFrame
    indicators: pd.DataFrame
    scores: pd.DataFrame
    results: pd.DataFrame
    reported: pd.DataFrame
    levels_from: Callable[[], pd.DataFrame]
    wide: dict[int, Fraction] = field(default_factory=dict)

    @cached_property
    def levels(self) -> pd.DataFrame:
        """The frame `levels`, made when first asked for: many cells, and only results are judged by them."""
        return self.levels_from()

    def info(self, workbook: int, table: int) -> TableInfo:
        """Return the description of one table; KeyError where there is none."""
        for info in self.infos:
            if info.workbook == workbook and info.table == table:
                return info
        raise KeyError((workbook, table))
