"""One cell read before any file is: what readers import, compile and look up at first use is then there for all."""

from __future__ import annotations

import contextlib
import io
import zipfile

from pipeline.read.book import read_book
from pipeline.read.source import Limits, Source
from pipeline.read.wire import pack

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" '
    f'ContentType="{_XLSX}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
    f'ContentType="{_XLSX}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_TYPE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_TYPE}"><sheets>'
    '<sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_TYPE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><dimension ref="A1"/><sheetData><row r="1">'
    '<c r="A1"><v>1</v></c></row></sheetData></worksheet>',
}


def smallest() -> bytes:
    """Return a workbook of one sheet and one cell."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _PARTS.items():
            archive.writestr(name, text)
    return file.getvalue()


def warm_up() -> None:
    """Read the smallest workbook and a line of text; whatever becomes of that is nobody's finding."""
    for data in (smallest(), b"a,b\n1,2\n"):
        with contextlib.suppress(Exception):
            pack(read_book(Source("", data=data), Limits()))
