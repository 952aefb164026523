"""The OLE container: an xls, or a workbook of any kind behind a password."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.read.biff import BiffSheet, biff_sheets, has_password
from pipeline.read.evidence import Evidence
from pipeline.read.refusal import Refused, detail, encrypted, unreadable, unsafe, unsupported
from pipeline.read.source import Limits
from pipeline.read.values import Parsed, RawSheet, read_values
from schemas.grid import Grid

if TYPE_CHECKING:
    import olefile

OPEN_TO_ALL = "VelvetSweatshop"
"""The password Excel itself uses for workbooks that are protected but open without asking."""

_OTHER = (
    ("WordDocument", "Word (doc)"),
    ("PowerPoint Document", "PowerPoint (ppt)"),
    ("__properties_version1.0", "Outlook (msg)"),
    ("VisioDocument", "Visio (vsd)"),
)


def workbook_stream(data: bytes) -> tuple[bytes, bool]:
    """Return (the workbook stream of an xls, whether it carries macros); (b'', False) of a locked package.

    Refused: `unreadable-file` where the container is damaged, `unsupported-format` where it is no workbook.
    """
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            if ole.exists("EncryptedPackage"):
                return b"", False
            for name in ("Workbook", "Book"):
                if ole.exists(name):
                    return ole.openstream(name).read(), _has_macros(ole)
            for name, found in _OTHER:
                if ole.exists(name):
                    raise unsupported("other-kind", found=found)
    except (Refused, MemoryError):
        raise
    except Exception as error:  # a damaged header fails in more ways than olefile names
        raise unreadable("ole-damaged", detail=detail(error)) from None
    raise unsupported("other-kind", found="OLE")


def _has_macros(ole: olefile.OleFileIO) -> bool:
    return bool(ole.exists("_VBA_PROJECT_CUR") or ole.exists("Macros"))


def is_encrypted(data: bytes) -> bool:
    """Return whether a password stands before the workbook, of either container.

    Refused: as `workbook_stream`.
    """
    stream, _ = workbook_stream(data)
    return not stream or has_password(stream)


def read_xls(data: bytes, limits: Limits) -> Parsed:
    """Return the sheets of an xls.

    Refused: `encrypted-file`, `unsafe-file`, `unreadable-file`, `unsupported-format`.
    """
    stream, macros = workbook_stream(data)
    found = {sheet.name: sheet for sheet in biff_sheets(stream, limits)}
    sheets = tuple(_grid(sheet, found.get(sheet.name), limits) for sheet in read_values(data))
    return Parsed(sheets, any(sheet.manual for sheet in found.values()), macros)


def _grid(sheet: RawSheet, records: BiffSheet | None, limits: Limits) -> Grid:
    merged = sum((m.last_row - m.row + 1) * (m.last_col - m.col + 1) for m in sheet.merges)
    if merged > limits.cells:
        raise unsafe("merged-area", sheet=sheet.name, found=merged, limit=limits.cells)
    beside = records.evidence if records is not None else Evidence()
    return Grid(
        sheet.name,
        sheet.rows,
        sheet.visible,
        sheet.merges,
        beside.hidden_rows,
        beside.hidden_cols,
        formats=beside.formats,
        errors=beside.errors,
    )


def decrypted(data: bytes, passwords: Sequence[str]) -> bytes:
    """Return the bytes of a workbook without its password, tried in order after Excel's own.

    Refused: `encrypted-file` where none opens it, or where the kind of encryption is not known.
    """
    import msoffcrypto
    from msoffcrypto.exceptions import InvalidKeyError

    for password in (OPEN_TO_ALL, *passwords):
        try:
            office = msoffcrypto.OfficeFile(io.BytesIO(data))
            if office.format == "ooxml":
                office.load_key(password=password, verify_password=True)
            else:
                office.load_key(password=password)
            out = io.BytesIO()
            office.decrypt(out)
            return out.getvalue()
        except InvalidKeyError:
            continue
        except Exception as error:
            raise encrypted("unknown-protection", detail=detail(error)) from None
    if not passwords:
        raise encrypted("no-password")
    raise encrypted("wrong-password", tried=len(passwords))
