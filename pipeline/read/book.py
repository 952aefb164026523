"""One source to one book: load, identify, scan, parse. Runs in a worker; a refusal is an answer too."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import PurePath
from typing import cast

from pipeline.read.answer import Answer
from pipeline.read.decode import decode
from pipeline.read.delimited import split_records
from pipeline.read.identify import Container, identify, zip_format
from pipeline.read.load import load
from pipeline.read.package import Package
from pipeline.read.refusal import Refused, unreadable
from pipeline.read.source import Limits, Source
from pipeline.read.values import Parsed
from pipeline.read.xlsx import read_xlsx
from schemas.grid import Book, Grid, RawValue


def read_book(source: Source, limits: Limits, passwords: Sequence[str] = ()) -> Answer:
    """Return the answer for one source; never raises for bad input."""
    sha256 = ""
    try:
        data = load(source, limits)
        sha256 = hashlib.sha256(data).hexdigest()
        if identify(data) is Container.TEXT:
            return Answer(_text_book(source, data, sha256, limits))
        file_format, parsed = _sheets_of(data, limits, passwords)
        if not parsed.sheets:
            raise unreadable("no-sheets")
    except Refused as refusal:
        return Answer(Book(source.name, sha256, ""), (refusal.fault,))
    book = Book(
        source.name,
        sha256,
        file_format,
        parsed.sheets,
        manual_calculation=parsed.manual_calculation,
        macros=parsed.macros,
        external_links=parsed.external_links,
    )
    return Answer(book)


def _sheets_of(data: bytes, limits: Limits, passwords: Sequence[str]) -> tuple[str, Parsed]:
    """Return (format, sheets) of a zip or OLE container; what few files need is imported for them alone."""
    if identify(data) is Container.OLE:
        from pipeline.read import xls

        if xls.is_encrypted(data):
            opened = xls.decrypted(data, passwords)
            if identify(opened) is Container.OLE:
                return "xls", xls.read_xls(opened, limits)
            return _sheets_of(opened, limits, passwords)
        return "xls", xls.read_xls(data, limits)
    package = Package(data, limits)
    match zip_format(package):
        case "ods":
            from pipeline.read.ods import read_ods

            return "ods", read_ods(data, package, limits)
        case "xlsb":
            from pipeline.read.xlsb import read_xlsb

            return "xlsb", read_xlsb(data, package, limits)
        case file_format:
            return file_format, read_xlsx(data, package, limits)


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
