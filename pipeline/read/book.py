"""One source to one book: load, identify, scan, parse. Runs in a worker; a refusal is an answer too."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import cast

from pipeline.read.decode import decode
from pipeline.read.delimited import split_records
from pipeline.read.identify import Container, identify
from pipeline.read.load import load
from pipeline.read.package import Package
from pipeline.read.refusal import Fault, Refused, unreadable, unsupported
from pipeline.read.source import Limits, Source
from pipeline.read.values import read_values
from schemas.grid import Book, Grid, RawValue


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says of one source: the book, without findings, and the faults that will become them."""

    book: Book
    faults: tuple[Fault, ...] = ()


def read_book(source: Source, limits: Limits, passwords: Sequence[str] = ()) -> Answer:
    """Return the answer for one source; never raises for bad input."""
    sha256 = ""
    try:
        data = load(source, limits)
        sha256 = hashlib.sha256(data).hexdigest()
        return Answer(_parsed(source, data, sha256, limits, passwords))
    except Refused as refusal:
        return Answer(Book(source.name, sha256, ""), (refusal.fault,))


def _parsed(source: Source, data: bytes, sha256: str, limits: Limits, passwords: Sequence[str]) -> Book:
    container = identify(data)
    if container is Container.TEXT:
        return _text_book(source, data, sha256, limits)
    if container is Container.OLE:
        return _sheets_book(source, data, sha256, "xls")
    package = Package(data, limits)
    return _sheets_book(source, data, sha256, zip_format(package))


def zip_format(package: Package) -> str:
    """Return xlsx, xlsm, xlsb or ods by what the zip holds; refuse other documents by their name."""
    mimetype = package.bytes_of("mimetype") if "mimetype" in package else b""
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


def _sheets_book(source: Source, data: bytes, sha256: str, file_format: str) -> Book:
    sheets = tuple(Grid(s.name, s.rows, s.visible, s.merges) for s in read_values(data))
    if not sheets:
        raise unreadable("no-sheets")
    return Book(source.name, sha256, file_format, sheets)


def _text_book(source: Source, data: bytes, sha256: str, limits: Limits) -> Book:
    text, encoding = decode(data)
    if not text.strip():
        raise unreadable("empty")
    name = PurePath(source.name)
    suffix = name.suffix.lower().lstrip(".")
    records, delimiter = split_records(text, limits, hint="\t" if suffix == "tsv" else "")
    file_format = suffix if suffix in ("csv", "tsv", "txt") else ("tsv" if delimiter == "\t" else "csv")
    rows = cast(list[list[RawValue]], records)
    grid = Grid(name.stem if name.suffix else name.name, rows)
    return Book(source.name, sha256, file_format, (grid,), encoding=encoding, delimiter=delimiter)
