"""An xlsx put together from its XML by hand, so that a test can write what no spreadsheet program would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

CONTENT_TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
ROOT_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)


def sheet_xml(rows: str, *, head: str = "", tail: str = "") -> str:
    """Return a worksheet part around the XML of its rows."""
    return f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}">{head}<sheetData>{rows}</sheetData>{tail}</worksheet>'


def xlsx(
    sheets: Mapping[str, str | bytes] | str | bytes,
    *,
    extra: Mapping[str, str | bytes] = {},
    workbook_tail: str = "",
    without: Sequence[str] = (),
) -> bytes:
    """Return a workbook of sheet name → worksheet part (or one part, named 'a').

    extra: members to add or to replace. workbook_tail: XML at the end of the workbook part. without: members
    to leave out.
    """
    if not isinstance(sheets, Mapping):
        sheets = {"a": sheets}
    listed = "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{i}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i, _ in enumerate(sheets, 1)
    )
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT_RELATIONS,
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets>{workbook_tail}</workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>'
        ),
        **{f"xl/worksheets/sheet{i}.xml": xml for i, xml in enumerate(sheets.values(), 1)},
        **extra,
    }
    return zipped({name: data for name, data in members.items() if name not in without})


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Return a deflated zip of the members, in order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
