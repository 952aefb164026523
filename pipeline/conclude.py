"""The last stage: severities in force, a verdict per workbook, every sheet accounted for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.version import VERSION
from rules.catalogue import CATALOGUE
from schemas.finding import AnyFinding, Finding, FindingBatch, Severity
from schemas.grid import Grid
from schemas.outcome import Line, Outcome, SheetUse, WorkbookOutcome
from schemas.rules import RulePack
from schemas.tables import TableInfo, Tables
from schemas.terms import Verdict

UNJUDGED = frozenset(e.name for e in CATALOGUE.findings.values() if e.category == "file")
"""A finding of this category says that nothing of the file was judged."""


def conclude(
    tables: Tables, lines: Sequence[Line], findings: Sequence[AnyFinding], pack: RulePack
) -> Outcome:
    """Gather lines and findings by workbook and say the verdict of each.

    A workbook is unreadable where it could not be read or has no score table, discrepant where any finding
    is an error, else consistent.
    """
    by_workbook: dict[int, list[AnyFinding]] = defaultdict(list)
    for finding in findings:
        by_workbook[finding.workbook].append(_weighed(finding, pack))
    lines_of: dict[int, list[Line]] = defaultdict(list)
    position_in_workbook: dict[int, int] = {}
    for index, line in enumerate(lines):
        position_in_workbook[index] = len(lines_of[line.workbook])
        lines_of[line.workbook].append(line)
    infos_of: dict[int, list[TableInfo]] = defaultdict(list)
    for info in tables.infos:
        infos_of[info.workbook].append(info)
    workbooks = []
    for index, book in enumerate(tables.books):
        infos = infos_of[index]
        found = [_relinked(f, position_in_workbook) for f in by_workbook[index]]
        found.sort(key=_reading_order)
        workbooks.append(
            WorkbookOutcome(
                index=index,
                file=book.file,
                sha256=book.sha256,
                format=book.format,
                verdict=verdict_of(infos, found),
                sheets=[_sheet_use(sheet, grid, infos) for sheet, grid in enumerate(book.sheets)],
                tables=infos,
                lines=lines_of[index],
                findings=found,
            )
        )
    return Outcome(rules=pack, workbooks=workbooks, tables=tables, version=VERSION)


def severity_of(name: str, pack: RulePack) -> Severity:
    """Return the severity of a finding's name: the rule pack's where it sets one, else the catalogue's."""
    return pack.severities.get(name) or CATALOGUE.findings[name].severity


def _weighed(finding: AnyFinding, pack: RulePack) -> AnyFinding:
    """Set the severity in force: the pack's word goes before the stage's, the stage's before the catalogue's."""
    ruled = pack.severities.get(finding.name)
    severity = ruled or finding.severity or CATALOGUE.findings[finding.name].severity
    return finding if finding.severity is severity else replace(finding, severity=severity)


def _relinked(finding: AnyFinding, position_in_workbook: dict[int, int]) -> AnyFinding:
    """Turn an index into all lines into an index into the workbook's own."""
    if isinstance(finding, Finding) and finding.line is not None:
        lines = tuple(position_in_workbook[line] for line in finding.lines)
        return replace(finding, line=position_in_workbook[finding.line], lines=lines)
    return finding


def _reading_order(finding: AnyFinding) -> tuple[int, int, int, str]:
    if isinstance(finding, FindingBatch):
        first = finding.finding(0)
        return _reading_order(first)
    if finding.area is None:
        return (-1, 0, 0, finding.name)
    return (finding.area.sheet, finding.area.row, finding.area.col, finding.name)


def verdict_of(infos: Sequence[TableInfo], findings: Sequence[AnyFinding]) -> Verdict:
    """Return the verdict of a workbook with these tables and these findings, their severities in force."""
    if not infos or any(f.name in UNJUDGED and f.severity is Severity.ERROR for f in findings):
        return Verdict.UNREADABLE
    if any(f.severity is Severity.ERROR for f in findings):
        return Verdict.DISCREPANT
    return Verdict.CONSISTENT


def _sheet_use(sheet: int, grid: Grid, infos: Sequence[TableInfo]) -> SheetUse:
    cells = sum(len(row) - row.count("") for row in grid.rows)
    if any(sheet == i.sheet or sheet in i.sheets for i in infos):
        return SheetUse(grid.name, grid.visible, cells, "scores")
    if any(sheet in i.summary_sheets for i in infos):
        return SheetUse(grid.name, grid.visible, cells, "summary")
    why = "hidden" if not grid.visible else "empty" if not cells else "no-table"
    return SheetUse(grid.name, grid.visible, cells, "none", CATALOGUE.words[f"sheet.{why}"])
