"""An xlsb: values by calamine; merges, hidden rows, error texts and formats from its records.

A record is a type of one or two bytes and a length of one to four, seven bits a byte, low ones first, then
data, little-endian ([MS-XLSB] 2.1.4).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from pipeline.read.biff import ERRORS
from pipeline.read.evidence import Evidence
from pipeline.read.package import Package
from pipeline.read.parts import external_links, has_macros, relations
from pipeline.read.refusal import unreadable, unsafe
from pipeline.read.source import Limits
from pipeline.read.styles import code_of
from pipeline.read.values import Parsed, read_values
from schemas.grid import Grid, Span

_ROW, _BLANK, _ERROR, _LAST_CELL, _FORMULA_ERROR = 0, 1, 3, 11, 11
_FMT, _XF, _COL, _MERGE, _SHEET, _CALC = 44, 47, 60, 176, 156, 157
_CELL_STYLES, _CELL_STYLES_END = 617, 618
_WORKBOOK = "xl/workbook.bin"


def read_xlsb(data: bytes, package: Package, limits: Limits) -> Parsed:
    """Return the sheets of an xlsb.

    Refused: `unsafe-file` by the scan, before any parser sees the file; `unreadable-file` by either.
    """
    beside: dict[str, tuple[Evidence, tuple[Span, ...]]] = {}
    try:
        codes = _style_codes(package.bytes_of("xl/styles.bin"))
        parts, manual = _sheets(package)
        for name, part in parts:
            beside[name] = _evidence(package.bytes_of(part), name, codes, limits)
    except (struct.error, IndexError):
        raise unreadable("damaged", detail="BIFF12") from None
    package.refuse_tricks()
    grids = []
    for sheet in read_values(data):
        found, merges = beside.get(sheet.name, (Evidence(), ()))
        grids.append(
            Grid(
                sheet.name,
                sheet.rows,
                sheet.visible,
                merges,
                found.hidden_rows,
                found.hidden_cols,
                formats=found.formats,
                errors=found.errors,
            )
        )
    return Parsed(tuple(grids), manual, has_macros(package), external_links(package))


def _sheets(package: Package) -> tuple[list[tuple[str, str]], bool]:
    """Return (name, zip member) of each sheet, and whether calculation is set to manual."""
    targets = {key: target for key, _, target in relations(package, _WORKBOOK)}
    sheets, manual = [], False
    for kind, body in _records(package.bytes_of(_WORKBOOK)):
        if kind == _SHEET:
            relation, after = _text(body, 8)
            sheets.append((_text(body, after)[0], targets.get(relation, "")))
        elif kind == _CALC:
            manual = struct.unpack_from("<I", body, 4)[0] == 0
    return sheets, manual


def _style_codes(styles: bytes) -> dict[int, str]:
    own: dict[int, str] = {}
    codes: dict[int, str] = {}
    index, inside = 0, False
    for kind, body in _records(styles):
        if kind == _FMT:
            own[struct.unpack_from("<H", body)[0]] = _text(body, 2)[0]
        elif kind in (_CELL_STYLES, _CELL_STYLES_END):
            inside = kind == _CELL_STYLES
        elif kind == _XF and inside:
            if code := code_of(struct.unpack_from("<H", body, 2)[0], own):
                codes[index] = code
            index += 1
    return codes


def _evidence(
    part: bytes, name: str, codes: dict[int, str], limits: Limits
) -> tuple[Evidence, tuple[Span, ...]]:
    found = Evidence()
    formats: dict[tuple[int, int], str] = {}
    merges: list[Span] = []
    hidden_rows: list[int] = []
    hidden_cols: list[tuple[int, int]] = []
    row = last_row = last_col = cells = merged = 0
    for kind, body in _records(part):
        if kind == _ROW:
            row = struct.unpack_from("<I", body)[0] + 1
            if body[11] & 0x10:
                hidden_rows.append(row)
        elif _BLANK < kind <= _LAST_CELL:
            col, style = struct.unpack_from("<II", body)
            place = (row, col + 1)
            cells += 1
            last_row, last_col = max(last_row, row), max(last_col, col + 1)
            if (code := codes.get(style & 0xFFFFFF)) is not None:
                formats[place] = code
            if kind in (_ERROR, _FORMULA_ERROR):
                found.errors[place] = ERRORS.get(body[8], "#?")
            if cells > limits.cells:
                raise unsafe("cells", sheet=name, found=cells, limit=limits.cells)
        elif kind == _COL:
            first, last, _, _, flags = struct.unpack_from("<IIIIH", body)
            if flags & 1:
                hidden_cols.append((first + 1, last + 1))
        elif kind == _MERGE:
            top, bottom, left, right = struct.unpack_from("<IIII", body)
            merges.append(Span(top + 1, left + 1, bottom + 1, right + 1))
            merged += (bottom - top + 1) * (right - left + 1)
            if len(merges) > limits.merges:
                raise unsafe("merges", sheet=name, found=len(merges), limit=limits.merges)
    if last_row * last_col > limits.cells:
        raise unsafe("area", sheet=name, rows=last_row, columns=last_col, limit=limits.cells)
    if merged > limits.cells:
        raise unsafe("merged-area", sheet=name, found=merged, limit=limits.cells)
    found.formats = formats
    found.hidden_rows = frozenset(hidden_rows)
    found.hidden_cols = frozenset(
        col for first, last in hidden_cols for col in range(first, min(last, last_col) + 1)
    )
    return found, tuple(merges)


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (type, data) of each record of a part."""
    at, end = 0, len(part)
    while at < end:
        kind = part[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (part[at] << 7)
            at += 1
        size = 0
        for shift in (0, 7, 14, 21):
            byte = part[at]
            at += 1
            size |= (byte & 0x7F) << shift
            if not byte & 0x80:
                break
        yield kind, part[at : at + size]
        at += size


def _text(body: bytes, at: int) -> tuple[str, int]:
    """Return (a wide text with a four-byte length, the offset after it)."""
    size = struct.unpack_from("<I", body, at)[0]
    if size == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + 2 * size
    return body[at + 4 : end].decode("utf-16-le", "replace"), end
