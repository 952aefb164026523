"""Small sheets drawn as text: one line a row, cells parted by |, numbers as numbers, ~ for an empty cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.locate import locate
from pipeline.normalise import normalise
from rules.catalogue import CATALOGUE
from rules.packs import load_pack
from schemas.finding import AnyFinding, Severity
from schemas.grid import Book, Grid, RawValue, Span
from schemas.layout import Layout
from schemas.rules import RulePack
from schemas.tables import Tables


def grid(text: str, name: str = "Sheet", **evidence: Any) -> Grid:
    """Return a drawn sheet. merges: [(row, col, last_row, last_col)]; other evidence as Grid takes it."""
    lines = [line for line in text.strip("\n").split("\n") if line.strip() != "."]
    rows = [[_cell(part) for part in line.split("|")] for line in lines]
    width = max(map(len, rows))
    if merges := evidence.pop("merges", None):
        evidence["merges"] = tuple(Span(*m) for m in merges)
    return Grid(name, [row + [""] * (width - len(row)) for row in rows], **evidence)


def _cell(text: str) -> RawValue:
    text = text.strip()
    if text in ("", "~"):
        return ""
    if text.startswith("'"):
        return text[1:]
    try:
        return float(text)
    except ValueError:
        return text


def book(*grids: Grid, file: str = "book.xlsx", form: str = "xlsx") -> Book:
    return Book(file, "", form, grids)


Ingested = tuple[Tables, list[list[Layout]], list[AnyFinding]]


def ingested(*books: Book, pack: RulePack | None = None) -> Ingested:
    """Locate and normalise books under a pack (the default one): tables, layouts, findings."""
    pack = pack or load_pack()
    layouts: list[list[Layout]] = []
    findings: list[AnyFinding] = []
    for one in books:
        found, said = locate(one, pack)
        layouts.append(found)
        findings += said
    tables, more = normalise(list(books), layouts, pack)
    return tables, layouts, findings + more


def is_info(finding: AnyFinding) -> bool:
    """Return whether a finding is for the record only."""
    entry = CATALOGUE.findings.get(finding.name)
    return (finding.severity or (entry.severity if entry else None)) is Severity.INFO


def above_info(findings: Sequence[AnyFinding]) -> list[str]:
    """Return the names of the findings above info, sorted."""
    return sorted(f.name for f in findings if not is_info(f))
