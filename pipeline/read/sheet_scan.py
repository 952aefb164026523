"""The pre-scan of one sheet's XML: how much it holds, and whether more than values wants a closer look.

It runs before any parser sees the file and must cost little: plain searches for bytes, each once over the
sheet, and patterns only where a search found something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.read.refusal import unsafe
from pipeline.read.source import Limits
from pipeline.read.xmltext import TAG_REST, attributes, tag_pattern, tags
from schemas.cell import parse_a1

_ROOT = re.compile(rb"\s*(?:<\?[^>]*>\s*)?<worksheet[\s>]")
_ODD_CELL = re.compile(rb"<c [^>]*['\t\r\n]")
_FORMULA = re.compile(rb"<f[\s>/]")
_FILLED = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"[^>]*(?<!/)>(?!</c>)')
_ROW = re.compile(rb'<row (?:r="([0-9]{1,7})")?([^>]*)>')
_HIDDEN_ROW = re.compile(rb'<row [^>]*(?:hidden="|ht="0)')
_ADDRESS = re.compile(rb'<c r="([A-Z]{1,3})[0-9]')
_WALK = re.compile(rb"<(?:[\w.-]+:)?(row|c)(?=[\s/>])" + TAG_REST)

MANY_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class SheetScan:
    """What a sheet's XML holds, by counting. rows, cols: an area from A1 outside which no value stands.

    start, end: offsets of the cells in the XML. regular: cells are written as every common program writes
    them and can be found by plain patterns; otherwise they must be walked one by one.
    """

    cells: int
    rows: int
    cols: int
    start: int
    end: int
    regular: bool
    formulas: bool
    errors: bool
    hidden: bool


def scan_sheet(xml: bytes, name: str, limits: Limits) -> SheetScan:
    """Return what one sheet holds.

    Refused: `unsafe-file` where its cells, their area, or its merges pass a limit.
    """
    start = max(0, xml.find(b"sheetData"))
    end = max(start, xml.rfind(b"sheetData"))
    cells = xml.count(b'<c r="', start, end)
    regular = _is_regular(xml, start, end, cells)
    if not regular:
        cells = sum(1 for _ in tag_pattern("c").finditer(xml, start, end))
    if cells > limits.cells:
        raise unsafe("cells", sheet=name, found=cells, limit=limits.cells)
    rows, cols, hidden = _extent(xml, start, end, regular, limits)
    if rows * cols > limits.cells:
        raise unsafe("area", sheet=name, rows=rows, columns=cols, limit=limits.cells)
    _refuse_merges(xml[end:], name, limits)
    return SheetScan(
        cells,
        rows,
        cols,
        start,
        end,
        regular,
        formulas=not regular or _has_formulas(xml, start, end),
        errors=not regular or xml.find(b't="e"', start, end) >= 0,
        hidden=hidden or xml.find(b"hidden", 0, start) >= 0 or xml.find(b'width="0', 0, start) >= 0,
    )


def walk_cells(xml: bytes, start: int, end: int) -> Iterator[tuple[int, int, dict[str, str], bytes]]:
    """Yield (row, column, attributes, content) of every cell, in any spelling XML allows.

    A row or cell without an address of its own follows the one before it.
    """
    row = col = 0
    for match in _WALK.finditer(xml, start, end):
        found = attributes(match[2])
        ref = found.get("r", "")
        if match[1] == b"row":
            row, col = int(ref) if ref.isdecimal() else row + 1, 0
            continue
        try:
            row, col = parse_a1(ref) if ref else (row, col + 1)
        except ValueError:
            continue  # the parser will say what it thinks of such an address
        if match[2].endswith(b"/"):
            yield row, col, found, b""
            continue
        close = re.compile(rb"</(?:[\w.-]+:)?c\s*>").search(xml, match.end(), end)
        yield row, col, found, xml[match.end() : close.start() if close else end]


def _is_regular(xml: bytes, start: int, end: int, cells: int) -> bool:
    """Return whether only cells with their address first begin like a cell, none of them quoted oddly."""
    if not _ROOT.match(xml) or xml.count(b"<c", start, end) != cells:
        return False
    odd = (b"'", b"\n", b"\t", b"\r")
    return not (any(xml.find(char, start, end) >= 0 for char in odd) and _ODD_CELL.search(xml, start, end))


def _has_formulas(xml: bytes, start: int, end: int) -> bool:
    """Look for the letter first: a sheet of plain numbers has none of it among its cells."""
    first = xml.find(b"f", start + len("sheetData"), end)
    return first >= 0 and _FORMULA.search(xml, first - 1, end) is not None


def _extent(xml: bytes, start: int, end: int, regular: bool, limits: Limits) -> tuple[int, int, bool]:
    """Return (rows, columns) within which every value stands, and whether a row may be hidden.

    In a regular sheet the last cell of a row is its rightmost, and has the row's number. A sheet that lies
    about it passes here, and then the limit on memory stops what comes of it.
    """
    if not regular:
        places = [(r, c) for r, c, _, content in walk_cells(xml, start, end) if content]
        return max((r for r, _ in places), default=0), max((c for _, c in places), default=0), True
    found = _by_rows(xml, start, end)
    hidden = found[2] if found is not None else _HIDDEN_ROW.search(xml, start, end) is not None
    if found is not None and found[0] * found[1] <= limits.cells:
        return found
    letters, digits = b"", b""
    for col, row in _FILLED.findall(xml, start, end):
        if (len(col), col) > (len(letters), letters):
            letters = col
        if (len(row), row) > (len(digits), digits):
            digits = row
    return int(digits or 0), column_number(letters) if letters else 0, hidden


def _by_rows(xml: bytes, start: int, end: int) -> tuple[int, int, bool] | None:
    """Return (last row, last column, whether a row may be hidden) from the rows' tags and their last cells.

    None where there are so many rows that searching all cells at once is quicker.
    """
    last_row, letters, hidden = 0, b"", False
    row, inside = 0, start
    for seen, match in enumerate(_ROW.finditer(xml, start, end)):
        if seen > MANY_ROWS:
            return None
        at = match.start()
        if inside < at:
            column = _last_column(xml, inside, at)
            if column != letters and _width(column) > _width(letters):
                letters = column
        number, rest = match.groups()
        row, inside = int(number or row + 1), match.end()
        if row > last_row:
            last_row = row
        hidden = hidden or (bool(rest) and (b"hidden" in rest or b'ht="0' in rest))
    letters = max(letters, _last_column(xml, inside, end), key=_width)
    return last_row, column_number(letters) if letters else 0, hidden


def _last_column(xml: bytes, start: int, end: int) -> bytes:
    match = _ADDRESS.match(xml, xml.rfind(b"<c ", start, end)) if end > start else None
    return match[1] if match is not None else b""


def _width(letters: bytes) -> tuple[int, bytes]:
    return len(letters), letters


@lru_cache(maxsize=20_000)
def column_number(letters: bytes) -> int:
    """Return the 1-based number of a column by its letters."""
    return parse_a1(letters.decode() + "1")[1]


def _refuse_merges(tail: bytes, name: str, limits: Limits) -> None:
    """Refuse more merges, or a larger merged area, than a later stage may ever have to lay out."""
    if b"mergeCell" not in tail:
        return
    merges = tags("mergeCell", tail) if tail.count(b"mergeCell") <= 4 * limits.merges else None
    if merges is None or len(merges) > limits.merges:
        found = tail.count(b"mergeCell") if merges is None else len(merges)
        raise unsafe("merges", sheet=name, found=found, limit=limits.merges)
    area = 0
    for merge in merges:
        first, _, last = merge.get("ref", "").partition(":")
        try:
            (row, col), (last_row, last_col) = parse_a1(first), parse_a1(last or first)
        except ValueError:
            continue  # the parser will say what it thinks of such a range
        area += (abs(last_row - row) + 1) * (abs(last_col - col) + 1)
    if area > limits.cells:
        raise unsafe("merged-area", sheet=name, found=area, limit=limits.cells)
