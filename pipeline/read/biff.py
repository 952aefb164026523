"""An xls: values and merges by calamine, hidden rows, error texts and formats from its records.

Records of BIFF8 and BIFF5 are a type and a length, then data, all little-endian ([MS-XLS] 2.1.4).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.read.evidence import Evidence
from pipeline.read.refusal import unreadable, unsafe
from pipeline.read.source import Limits
from pipeline.read.styles import code_of

ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
    0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}  # fmt: skip

_BOF = (0x0809, 0x0409, 0x0209, 0x0009)
_EOF, _FILEPASS, _BOUNDSHEET, _FORMAT, _XF, _CALCMODE = 0x0A, 0x2F, 0x85, 0x041E, 0xE0, 0x0D
_ROW, _COLINFO, _FORMULA, _NUMBER, _LABEL, _BOOLERR = 0x0208, 0x7D, 0x06, 0x0203, 0x0204, 0x0205
_RK, _MULRK, _LABELSST, _RSTRING = 0x027E, 0xBD, 0xFD, 0xD6
_CELLS = {_FORMULA, _NUMBER, _LABEL, _BOOLERR, _RK, _LABELSST, _RSTRING}

_PLACE = struct.Struct("<HHH")  # row, column, style: how every cell record begins


@dataclass(slots=True)
class BiffSheet:
    """One sheet's records as evidence, and how far its values reach."""

    name: str
    evidence: Evidence = field(default_factory=Evidence)
    hidden_groups: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    rows: int = 0
    cols: int = 0
    cells: int = 0
    manual: bool = False


def has_password(stream: bytes) -> bool:
    """Return whether a workbook stream is encrypted."""
    return any(kind == _FILEPASS for kind, _ in _records(stream, 0))


def biff_sheets(stream: bytes, limits: Limits) -> list[BiffSheet]:
    """Return the sheets of a workbook stream in its order.

    Refused: `unsafe-file` where a sheet passes a limit, `unreadable-file` where a record is shorter than
    its kind. The stream must not be encrypted.
    """
    own: dict[int, str] = {}
    styles: list[int] = []
    places: list[tuple[int, str]] = []
    wide = True
    try:
        for kind, body in _records(stream, 0):
            if kind in _BOF:
                wide = struct.unpack_from("<H", body)[0] >= 0x0600
            elif kind == _BOUNDSHEET:
                places.append((struct.unpack_from("<I", body)[0], _short_text(body[6:], wide)))
            elif kind == _FORMAT:
                number = struct.unpack_from("<H", body)[0]
                own[number] = _long_text(body[2:]) if wide else _short_text(body[2:], wide)
            elif kind == _XF:
                styles.append(struct.unpack_from("<H", body, 2)[0])
    except (struct.error, IndexError):
        raise unreadable("damaged", detail="BIFF") from None
    codes = {i: code for i, number in enumerate(styles) if (code := code_of(number, own))}
    return [_sheet(stream, offset, BiffSheet(name), codes, limits) for offset, name in places]


def _sheet(stream: bytes, offset: int, sheet: BiffSheet, codes: dict[int, str], limits: Limits) -> BiffSheet:
    try:
        for kind, body in _records(stream, offset):
            if kind in _CELLS:
                row, col, style = _PLACE.unpack_from(body)
                _cell(sheet, row + 1, col + 1, kind, body)
                if style in codes:
                    sheet.formats[row + 1, col + 1] = codes[style]
            elif kind == _MULRK:
                row, col, _ = _PLACE.unpack_from(body)
                for i in range((len(body) - 6) // 6):
                    _cell(sheet, row + 1, col + i + 1, kind, body)
                    if (style := struct.unpack_from("<H", body, 4 + 6 * i)[0]) in codes:
                        sheet.formats[row + 1, col + i + 1] = codes[style]
            elif kind == _ROW and body[12] & 0x20:
                sheet.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
            elif kind == _COLINFO and (body[8] & 1 or body[4:6] == b"\0\0"):
                first, last = struct.unpack_from("<HH", body)
                sheet.hidden_groups.append((first + 1, last + 1))
            elif kind == _CALCMODE:
                sheet.manual = body[:2] == b"\0\0"
            if sheet.cells > limits.cells:
                raise unsafe("cells", sheet=sheet.name, found=sheet.cells, limit=limits.cells)
    except (struct.error, IndexError):
        raise unreadable("damaged", detail=f"BIFF, {sheet.name}") from None
    if sheet.rows * sheet.cols > limits.cells:
        raise unsafe("area", sheet=sheet.name, rows=sheet.rows, columns=sheet.cols, limit=limits.cells)
    sheet.evidence.formats = sheet.formats
    sheet.evidence.hidden_rows = frozenset(sheet.hidden_rows)
    sheet.evidence.hidden_cols = frozenset(
        col for first, last in sheet.hidden_groups for col in range(first, min(last, sheet.cols) + 1)
    )
    return sheet


def _cell(sheet: BiffSheet, row: int, col: int, kind: int, body: bytes) -> None:
    sheet.cells += 1
    sheet.rows, sheet.cols = max(sheet.rows, row), max(sheet.cols, col)
    if kind == _BOOLERR and body[7]:
        sheet.evidence.errors[row, col] = ERRORS.get(body[6], "#?")
    elif kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        sheet.evidence.errors[row, col] = ERRORS.get(body[8], "#?")


def _records(stream: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """Yield (type, data) of one substream, from its BOF to its EOF, without the charts inside."""
    depth = 0
    while offset + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, offset)
        body = stream[offset + 4 : offset + 4 + size]
        offset += 4 + size
        if kind in _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        if depth == 1:
            yield kind, body


def _short_text(data: bytes, wide: bool) -> str:
    """Return a text with a one-byte length; in BIFF8 a flag byte tells its width."""
    if not wide:
        return data[1 : 1 + data[0]].decode("cp874", "replace")
    if data[1] & 1:
        return data[2 : 2 + 2 * data[0]].decode("utf-16-le", "replace")
    return data[2 : 2 + data[0]].decode("latin-1")


def _long_text(data: bytes) -> str:
    """Return a BIFF8 text with a two-byte length."""
    size = struct.unpack_from("<H", data)[0]
    if data[2] & 1:
        return data[3 : 3 + 2 * size].decode("utf-16-le", "replace")
    return data[3 : 3 + size].decode("latin-1")
