"""OpenDocument sheets written by hand, cell by cell, as no writer would."""

from __future__ import annotations

from tests.pipeline.read.raw_xlsx import zipped

OPENDOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{OPENDOCUMENT}manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/></manifest:manifest>'
)


def ods(table: str, head: str = "") -> bytes:
    content = (
        f'<?xml version="1.0"?>{head}<office:document-content xmlns:office="{OPENDOCUMENT}office:1.0" '
        f'xmlns:table="{OPENDOCUMENT}table:1.0" xmlns:text="{OPENDOCUMENT}text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="a">{table}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    return zipped({"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": MANIFEST})


def ods_cell(repeated: int = 1, value: str = '5"') -> str:
    return (
        f'<table:table-cell office:value-type="float" office:value="{value} '
        f'table:number-columns-repeated="{repeated}"><text:p>5</text:p></table:table-cell>'
    )


def ods_gap(repeated: int) -> str:
    return f'<table:table-cell table:number-columns-repeated="{repeated}"/>'


def ods_merged() -> bytes:
    whole = 'table:number-rows-spanned="1048576" table:number-columns-spanned="16384"'
    return ods(ods_row(ods_cell().replace("<table:table-cell", f"<table:table-cell {whole}")))


def ods_row(cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'
