"""An xlsx or xlsm: scanned, then parsed, then its evidence laid beside its values."""

from __future__ import annotations

from pipeline.read.evidence import Evidence, sheet_evidence
from pipeline.read.never_run import without_stored_zeros
from pipeline.read.package import Package
from pipeline.read.parts import WorkbookParts, comment_texts, workbook_parts
from pipeline.read.sheet_scan import scan_sheet
from pipeline.read.source import Limits
from pipeline.read.styles import style_formats
from pipeline.read.values import Parsed, RawSheet, read_values
from schemas.cell import parse_a1
from schemas.grid import Grid


def read_xlsx(data: bytes, package: Package, limits: Limits) -> Parsed:
    """Return the sheets of an xlsx or xlsm.

    Refused: `unsafe-file` by the scan, before any parser sees the file; `unreadable-file` by either.
    """
    scan = XlsxScan(package, limits)
    sheets = without_stored_zeros([scan.grid(sheet) for sheet in read_values(data)])
    parts = scan.parts
    return Parsed(sheets, parts.manual_calculation, parts.macros, parts.external_links)


class XlsxScan:
    """What the pre-scan of a workbook found: its parts, and by sheet name the evidence and the comments."""

    def __init__(self, package: Package, limits: Limits) -> None:
        """Scan every sheet; `unsafe-file` and `unreadable-file` refuse the workbook before it is parsed."""
        self.parts: WorkbookParts = workbook_parts(package)
        self._evidence: dict[str, Evidence] = {}
        self._comments: dict[str, dict[str, str]] = {}
        package.xml_of("xl/sharedStrings.xml")
        formats = style_formats(package.xml_of("xl/styles.xml"))
        for sheet in self.parts.sheets:
            xml = package.xml_of(sheet.part)
            if b"sheetData" not in xml:
                continue
            scan = scan_sheet(xml, sheet.name, limits)
            self._evidence[sheet.name] = sheet_evidence(xml, scan, formats)
            self._comments[sheet.name] = comment_texts(package, sheet.part)
        package.refuse_tricks()

    def grid(self, sheet: RawSheet) -> Grid:
        """Return the sheet's grid: calamine's values, the scan's evidence."""
        beside = self._evidence.get(sheet.name) or Evidence()
        return Grid(
            sheet.name,
            sheet.rows,
            sheet.visible,
            sheet.merges,
            beside.hidden_rows,
            beside.hidden_cols,
            beside.formulas,
            beside.formats,
            beside.errors,
            frozenset(beside.uncached),
            _placed(self._comments.get(sheet.name, {})),
            beside.ignored_warnings,
        )


def _placed(comments: dict[str, str]) -> dict[tuple[int, int], str]:
    placed = {}
    for ref, text in comments.items():
        try:
            placed[parse_a1(ref)] = text
        except ValueError:
            continue
    return placed
