"""Writing an OpenDocument spreadsheet: the few elements that a table needs, by hand."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tests.books.expected import Written, plain
from tests.books.page import Cell, Sheet
from tests.books.writer_text import shown

_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("number", "datastyle"),
        ("fo", "xsl-fo-compatible"),
    )
)
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.2" '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def write_ods(book: Written, path: Path) -> None:
    """Write values, merges, number formats, hidden rows, columns and sheets; no formulas."""
    styles = sorted({c.style for s in book.sheets for c in s.cells if c.style})
    names = {style: f"n{n}" for n, style in enumerate(styles)}
    body = "".join(_sheet(s, names) for s in book.sheets)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} office:version="1.2">'
        f"<office:automatic-styles>{_styles(names)}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        _store(file, "mimetype", _MIME)
        _store(file, "content.xml", content)
        _store(file, "META-INF/manifest.xml", _MANIFEST)


def _styles(names: dict[str, str]) -> str:
    parts = [
        f'<style:style style:name="{name}" style:family="table">'
        f'<style:table-properties table:display="{display}"/></style:style>'
        for name, display in (("shown", "true"), ("hidden", "false"))
    ]
    for style, name in names.items():
        digits = len(style.rstrip("%").partition(".")[2])
        kind = "percentage-style" if style.endswith("%") else "number-style"
        sign = "<number:text>%</number:text>" if style.endswith("%") else ""
        number = f'<number:number number:decimal-places="{digits}" number:min-integer-digits="1"/>'
        parts.append(
            f'<number:{kind} style:name="{name}f">{number}{sign}</number:{kind}>'
            f'<style:style style:name="{name}" style:family="table-cell" style:data-style-name="{name}f"/>'
        )
    return "".join(parts)


def _sheet(sheet: Sheet, names: dict[str, str]) -> str:
    covered = {
        (r, c)
        for cell in sheet.cells
        for r in range(cell.row, cell.row + cell.rows)
        for c in range(cell.col, cell.col + cell.cols)
        if (r, c) != (cell.row, cell.col)
    }
    columns = "".join(
        f"<table:table-column{_hidden(col in sheet.hidden_cols)}/>" for col in range(1, sheet.last_col() + 1)
    )
    rows = []
    for number, line in enumerate(sheet.lines(), 1):
        cells = "".join(
            "<table:covered-table-cell/>" if (number, col) in covered else _cell(cell, names)
            for col, cell in enumerate(line, 1)
        )
        rows.append(f"<table:table-row{_hidden(number in sheet.hidden_rows)}>{cells}</table:table-row>")
    style = "shown" if sheet.visible else "hidden"
    return (
        f'<table:table table:name={quoteattr(sheet.name)} table:style-name="{style}">'
        f"{columns}{''.join(rows)}</table:table>"
    )


def _hidden(yes: bool) -> str:
    return ' table:visibility="collapse"' if yes else ""


def _cell(cell: Cell | None, names: dict[str, str]) -> str:
    if cell is None:
        return "<table:table-cell/>"
    span = ""
    if cell.rows > 1 or cell.cols > 1:
        span = f' table:number-columns-spanned="{cell.cols}" table:number-rows-spanned="{cell.rows}"'
    style = f' table:style-name="{names[cell.style]}"' if cell.style else ""
    if cell.value is None:
        return f"<table:table-cell{span}{style}/>"
    if isinstance(cell.value, str):
        lines = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in cell.value.split("\n"))
        return f'<table:table-cell{span}{style} office:value-type="string">{lines}</table:table-cell>'
    kind = "percentage" if cell.style and cell.style.endswith("%") else "float"
    value = f' office:value-type="{kind}" office:value="{plain(cell.value)}"'
    return f"<table:table-cell{span}{style}{value}><text:p>{shown(cell)}</text:p></table:table-cell>"


def _spaced(text: str) -> str:
    """Escape a line; spaces that XML would fold are elements of their own."""
    text = escape(text).replace("  ", " <text:s/>")
    return "<text:s/>" + text[1:] if text.startswith(" ") else text


def _store(file: zipfile.ZipFile, name: str, data: str) -> None:
    """Add a member without the time of day, so that the same book is the same file."""
    file.writestr(
        zipfile.ZipInfo(name), data, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
    )
