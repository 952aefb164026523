"""What a file is, by its first bytes and never by its name."""

from __future__ import annotations

import re
from enum import StrEnum

from pipeline.read.package import Package
from pipeline.read.refusal import unreadable, unsupported


class Container(StrEnum):
    """The three kinds of file that hold tables."""

    ZIP = "zip"
    OLE = "ole"
    TEXT = "text"


_OTHER = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"PAR1", "Parquet"),
    (b"ARROW1", "Arrow"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90\x00", "EXE"),
    (b"\x09\x00\x04\x00", "Excel 2 (BIFF2)"),
    (b"\x09\x02\x06\x00", "Excel 3 (BIFF3)"),
    (b"\x09\x04\x06\x00", "Excel 4 (BIFF4)"),
)

_MARKUP = re.compile(rb"\s*<(?:!--.{0,2000}?-->\s*<)?\s*([!?a-z][\w:.-]*)", re.IGNORECASE | re.DOTALL)
_HTML = {
    b"html", b"head", b"body", b"table", b"!doctype", b"meta", b"style", b"div", b"script", b"title", b"tr",
}  # fmt: skip


def identify(data: bytes) -> Container:
    """Return the container of a file's bytes.

    Refused: `unreadable-file` where there are no bytes, `unsupported-format` where they are of another kind.
    """
    if not data:
        raise unreadable("empty")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return Container.ZIP
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Container.OLE
    for magic, kind in _OTHER:
        if data.startswith(magic) and (len(magic) > 2 or b"\x00" in data[:64]):
            raise unsupported("other-kind", found=kind)
    _refuse_markup(data)
    return Container.TEXT


def _refuse_markup(data: bytes) -> None:
    """Refuse web pages and XML that spreadsheet programs open under the name of a workbook."""
    head = data[:4096]
    for bom in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(bom)
    head = head.replace(b"\x00", b"")
    if head[:13].lower() == b"mime-version:":
        raise unsupported("html", found="MHTML")
    match = _MARKUP.match(head)
    if match is None:
        return
    tag = match[1].lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise unsupported("xml", found="XML Spreadsheet 2003")
    if tag in _HTML or b"<html" in head.lower():
        raise unsupported("html", found="HTML")
    if tag == b"?xml":
        raise unsupported("xml", found="XML")


def zip_format(package: Package) -> str:
    """Return xlsx, xlsm, xlsb or ods by what the zip holds.

    Refused: `unsupported-format` by the name of what it is instead, `unreadable-file` where it is empty.
    """
    mimetype = package.bytes_of("mimetype")
    if b"opendocument" in mimetype:
        if b"spreadsheet" in mimetype:
            return "ods"
        raise unsupported("other-kind", found=mimetype.decode("ascii", "replace")[:80])
    if "xl/workbook.bin" in package:
        return "xlsb"
    if "xl/workbook.xml" in package:
        return "xlsm" if b"macroEnabled" in package.xml_of("[Content_Types].xml") else "xlsx"
    for folder, found in (("word/", "Word (docx)"), ("ppt/", "PowerPoint (pptx)"), ("index/", "Numbers")):
        if package.names(folder):
            raise unsupported("other-kind", found=found)
    if not package.members:
        raise unreadable("zip-empty")
    raise unsupported("other-kind", found="ZIP")
