"""Writing one sheet as delimited text, as spreadsheets save it: figures as their format shows them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from tests.books.expected import Written, plain
from tests.books.page import Cell


@dataclass(frozen=True)
class TextFormat:
    suffix: str
    delimiter: str
    encoding: str
    newline: str = "\r\n"


TEXT_FORMATS = {
    "csv": TextFormat(".csv", ",", "utf-8"),
    "csv-bom": TextFormat(".csv", ",", "utf-8-sig"),
    "csv-cp874": TextFormat(".csv", ",", "cp874"),
    "csv-utf16": TextFormat(".csv", ",", "utf-16"),
    "csv-semicolon": TextFormat(".csv", ";", "utf-8", "\n"),
    "tsv": TextFormat(".tsv", "\t", "utf-8", "\n"),
    "txt-utf16": TextFormat(".txt", "\t", "utf-16"),
    "txt-cp874": TextFormat(".txt", "\t", "cp874"),
}


def shown(cell: Cell | None) -> str:
    """Return what a sheet shows in a cell: the number under its format, the text as it is."""
    if cell is None or cell.value is None:
        return ""
    if isinstance(cell.value, str):
        return cell.value
    if not cell.style or cell.style == "General":
        return plain(cell.value)
    percent = cell.style.endswith("%")
    digits = len(cell.style.rstrip("%").partition(".")[2])
    value = cell.value * 100 if percent else cell.value
    text = format(value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP), "f")
    return text + "%" if percent else text


def write_text(book: Written, path: Path, form: TextFormat) -> None:
    """Write the only sheet of a book; every line has as many fields as the widest."""
    (sheet,) = book.sheets
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=form.delimiter, lineterminator=form.newline)
    for line in sheet.lines():
        writer.writerow([shown(cell) for cell in line])
    text = buffer.getvalue()
    if form.encoding == "cp874":
        text = text.replace("×", "x")  # the code page has no such sign
    path.write_bytes(text.encode(form.encoding))
