"""An OpenDocument spreadsheet: values by calamine, merges and all evidence by a walk of our own."""

from __future__ import annotations

import re

from pipeline.read.evidence import Evidence
from pipeline.read.ods_styles import cell_formats
from pipeline.read.ods_walk import TableWalk, walk_tables
from pipeline.read.package import Package
from pipeline.read.refusal import encrypted
from pipeline.read.source import Limits
from pipeline.read.values import Parsed, RawSheet, read_values
from schemas.grid import Grid

_MANUAL = re.compile(rb"""config:name="AutoCalculate"[^>]*>\s*false\s*<""")


def read_ods(data: bytes, package: Package, limits: Limits) -> Parsed:
    """Return the sheets of an ods.

    Refused: `encrypted-file`; `unsafe-file` by the scan, before the parser sees the file; `unreadable-file`.
    """
    if b"encryption-data" in package.bytes_of("META-INF/manifest.xml"):
        raise encrypted("unknown-protection", detail="OpenDocument")
    content = package.xml_of("content.xml")
    formats = cell_formats(package.xml_of("styles.xml"), content)
    walks = {walk.name: walk for walk in walk_tables(content, formats, limits)}
    manual = _MANUAL.search(package.xml_of("settings.xml")) is not None
    package.refuse_tricks()
    sheets = tuple(_grid(sheet, walks.get(sheet.name)) for sheet in read_values(data))
    links = tuple(dict.fromkeys(link for walk in walks.values() for link in walk.links))
    return Parsed(sheets, manual, bool(package.names("basic/")), links)


def _grid(sheet: RawSheet, walk: TableWalk | None) -> Grid:
    found = walk.evidence if walk is not None else Evidence()
    for row, col in found.errors:
        if row <= len(sheet.rows) and col <= len(sheet.rows[row - 1]):
            sheet.rows[row - 1][col - 1] = ""
    return Grid(
        sheet.name,
        sheet.rows,
        sheet.visible,
        tuple(walk.merges) if walk is not None else (),
        found.hidden_rows,
        found.hidden_cols,
        found.formulas,
        walk.formats if walk is not None else {},
        found.errors,
        comments=walk.comments if walk is not None else {},
    )
