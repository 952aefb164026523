"""Writing a generated workbook as a file of each format: values, merges, formulas, hidden parts."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import xlsxwriter
import xlwt

from tests.books.expected import Written
from tests.books.page import Cell
from tests.books.writer_ods import write_ods
from tests.books.writer_text import TEXT_FORMATS, write_text
from tests.books.writer_xlsb import write_xlsb

_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACRO = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def write_xlsx(book: Written, path: Path) -> None:
    """Write an xlsx with formulas and their cached values, merges, hidden rows, columns and sheets."""
    file = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_numbers": False})
    file.set_properties({"created": datetime(2026, 10, 1)})
    styles: dict[str | None, Any] = {None: None}
    for sheet in book.sheets:
        ws = file.add_worksheet(sheet.name)
        for cell in sheet.cells:
            if cell.style not in styles:
                styles[cell.style] = file.add_format({"num_format": cell.style})
            _put_xlsx(ws, cell, styles[cell.style])
        for row in sheet.hidden_rows:
            ws.set_row(row - 1, None, None, {"hidden": True})
        for col in sheet.hidden_cols:
            ws.set_column(col - 1, col - 1, None, None, {"hidden": True})
        if not sheet.visible:
            ws.hide()
    first = next(n for n, s in enumerate(book.sheets) if s.visible)
    file.worksheets()[first].activate()
    file.worksheets()[first].set_first_sheet()
    file.close()


def _put_xlsx(ws: Any, cell: Cell, style: Any) -> None:
    row, col = cell.row - 1, cell.col - 1
    if cell.rows > 1 or cell.cols > 1:
        ws.merge_range(row, col, row + cell.rows - 1, col + cell.cols - 1, "", style)
    if cell.formula is not None:
        value = "" if cell.uncached else _plain(cell)
        ws.write_formula(row, col, cell.formula.text(cell.sheet), style, value)
    elif cell.error:
        ws.write_formula(row, col, f"={cell.value}", style, cell.value)
    elif isinstance(cell.value, str):
        ws.write_string(row, col, cell.value, style)
    elif cell.value is not None:
        ws.write_number(row, col, float(cell.value), style)


def _plain(cell: Cell) -> str | float:
    return cell.value if isinstance(cell.value, str) else float(cell.value or 0)


def write_xlsm(book: Written, path: Path) -> None:
    """Write a macro-enabled workbook: an xlsx by another content type (the macro itself may be absent)."""
    plain = path.with_suffix(".tmp.xlsx")
    write_xlsx(book, plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(_MAIN.encode(), _MACRO.encode())
            new.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    plain.unlink()


def write_xls(book: Written, path: Path) -> None:
    """Write a BIFF8 workbook: values only, for the writer keeps no cached results of formulas."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        file = xlwt.Workbook(encoding="utf-8")
    styles: dict[str | None, Any] = {None: xlwt.XFStyle()}
    for index, sheet in enumerate(book.sheets):
        ws = file.add_sheet(sheet.name, cell_overwrite_ok=True)
        for cell in sheet.cells:
            if cell.style not in styles:
                styles[cell.style] = xlwt.XFStyle()
                styles[cell.style].num_format_str = cell.style
            _put_xls(ws, cell, styles[cell.style])
        for row in sheet.hidden_rows:
            ws.row(row - 1).hidden = True
        for col in sheet.hidden_cols:
            ws.col(col - 1).hidden = True
        if not sheet.visible:
            ws.visibility = 1
        elif all(not s.visible for s in book.sheets[:index]):
            file.set_active_sheet(index)
    file.save(str(path))


def _put_xls(ws: Any, cell: Cell, style: Any) -> None:
    row, col = cell.row - 1, cell.col - 1
    if cell.error:
        ws.row(row).set_cell_error(col, cell.value, style)
        return
    value = cell.value if isinstance(cell.value, str) or cell.value is None else float(cell.value)
    if cell.rows > 1 or cell.cols > 1:
        ws.write_merge(row, row + cell.rows - 1, col, col + cell.cols - 1, value, style)
    elif value is not None:
        ws.write(row, col, value, style)


WRITERS: dict[str, tuple[str, Callable[[Written, Path], None]]] = {
    "xlsx": (".xlsx", write_xlsx),
    "xlsm": (".xlsm", write_xlsm),
    "xls": (".xls", write_xls),
    "xlsb": (".xlsb", write_xlsb),
    "ods": (".ods", write_ods),
    **{name: (form.suffix, partial(write_text, form=form)) for name, form in TEXT_FORMATS.items()},
}


def write(book: Written, folder: Path, form: str) -> Path:
    """Write a book in one format and return its path; text formats carry one sheet only."""
    suffix, writer = WRITERS[form]
    path = folder / f"{book.name}{suffix}"
    writer(book, path)
    return path


def spreadsheet(form: str) -> bool:
    return form not in TEXT_FORMATS
