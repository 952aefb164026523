"""Values and merges of every sheet, by calamine: the one parser for xlsx, xlsm, xlsb, xls and ods."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import cast

from pipeline.read.refusal import detail, encrypted, unreadable
from schemas.grid import Grid, RawValue, Span


@dataclass(frozen=True, slots=True)
class Parsed:
    """The sheets of a workbook of any format, and the evidence that belongs to it as a whole."""

    sheets: tuple[Grid, ...]
    manual_calculation: bool = False
    macros: bool = False
    external_links: tuple[str, ...] = ()


@dataclass(slots=True)
class RawSheet:
    """One sheet as calamine gives it: rows from row 1 and column A on, merges 1-based."""

    name: str
    visible: bool
    rows: list[list[RawValue]] = field(default_factory=list)
    merges: tuple[Span, ...] = ()


def read_values(data: bytes) -> list[RawSheet]:
    """Return every sheet in workbook order; chart and macro sheets are kept, without rows.

    Refused: `encrypted-file`, `unreadable-file` with the parser's own words. calamine's panics do not derive
    from Exception, hence BaseException; what it aborts on ends the process and is told by the supervisor.
    """
    import python_calamine

    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        return [_sheet(book, i, meta) for i, meta in enumerate(book.sheets_metadata)]
    except python_calamine.PasswordError:
        raise encrypted("no-password") from None
    except MemoryError:
        raise
    except BaseException as error:
        raise unreadable("damaged", detail=detail(error)) from None


def _sheet(book: object, index: int, meta: object) -> RawSheet:
    import python_calamine as pc

    book = cast(pc.CalamineWorkbook, book)
    meta = cast(pc.SheetMetadata, meta)
    visible = meta.visible == pc.SheetVisibleEnum.Visible
    if meta.typ != pc.SheetTypeEnum.WorkSheet:
        return RawSheet(meta.name, visible)
    sheet = book.get_sheet_by_index(index)
    rows = sheet.to_python(skip_empty_area=False)
    merges = sheet.merged_cell_ranges or []
    spans = tuple(Span(r1 + 1, c1 + 1, r2 + 1, c2 + 1) for (r1, c1), (r2, c2) in merges)
    return RawSheet(meta.name, visible, rows, spans)
