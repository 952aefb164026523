"""The parts of an xlsx and how they hang together: sheets, their comments, links to other workbooks."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache

from pipeline.read.package import Package
from pipeline.read.xmltext import section, tag_pattern, tags, text_of


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet of the workbook and the zip member that holds it."""

    name: str
    part: str


@dataclass(frozen=True, slots=True)
class WorkbookParts:
    """What an xlsx says of itself outside its cells."""

    sheets: tuple[SheetPart, ...]
    manual_calculation: bool
    macros: bool
    external_links: tuple[str, ...]


def workbook_parts(package: Package, workbook: str = "xl/workbook.xml") -> WorkbookParts:
    """Return the sheets of a workbook in its order, and the evidence that lies beside them."""
    named, manual = _sheets_named(package.xml_of(workbook))
    targets = {key: target for key, _, target in relations(package, workbook)}
    sheets = tuple(SheetPart(name, targets.get(key, "")) for name, key in named)
    return WorkbookParts(sheets, manual, has_macros(package), external_links(package))


@lru_cache(maxsize=32)  # the workbooks of one department mostly have the same sheets
def _sheets_named(xml: bytes) -> tuple[list[tuple[str, str]], bool]:
    """Return the sheets' (name, relation) in order, and whether formulas are calculated on demand alone."""
    sheets = [(s.get("name", ""), s.get("id", "")) for s in tags("sheet", section("sheets", xml))]
    return sheets, any(calc.get("calcMode") == "manual" for calc in tags("calcPr", xml))


def has_macros(package: Package) -> bool:
    """Return whether the package carries program code; it is never run."""
    return bool(package.names(suffix="vbaproject.bin"))


def external_links(package: Package) -> tuple[str, ...]:
    """Return the addresses of the other workbooks this one takes values from; they are never followed."""
    return tuple(
        link.get("Target", "")
        for part in package.names("xl/externallinks/_rels/", ".rels")
        for link in tags("Relationship", package.xml_of(part))
        if link.get("TargetMode") == "External"
    )


def relations(package: Package, part: str) -> list[tuple[str, str, str]]:
    """Return (id, last word of its type, zip member) of each part that one part refers to."""
    folder, _, name = part.rpartition("/")
    return _relations(package.xml_of(f"{folder}/_rels/{name}.rels"), folder)


@lru_cache(maxsize=64)
def _relations(xml: bytes, folder: str) -> list[tuple[str, str, str]]:
    found = []
    for relation in tags("Relationship", xml):
        if relation.get("TargetMode") != "External":
            target = relation.get("Target", "").replace("\\", "/")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = relation.get("Type", "").rpartition("/")[2]
            found.append((relation.get("Id", ""), kind, posixpath.normpath(path)))
    return found


def comment_texts(package: Package, sheet: str) -> dict[str, str]:
    """Return A1 address → text of the comments of a sheet, where it has any: threads before plain notes."""
    texts: dict[str, str] = {}
    if sheet.rpartition("/")[2] == "":
        return texts
    parts = relations(package, sheet)
    for wanted, element in (("comments", "comment"), ("threadedComment", "threadedComment")):
        for _, kind, part in parts:
            if kind != wanted:
                continue
            threads: dict[str, list[str]] = {}
            for ref, text in _texts(package.xml_of(part), element):
                threads.setdefault(ref, []).append(text)
            texts.update({ref: "\n".join(lines) for ref, lines in threads.items()})
    return texts


def _texts(xml: bytes, element: str) -> list[tuple[str, str]]:
    """Return (address, text) of each element that has a ref and text runs inside."""
    starts = list(tag_pattern(element).finditer(xml))
    ends = [*(start.start() for start in starts), len(xml)][1:]
    run = tag_pattern("(?:t|text)")
    found = []
    for start, end in zip(starts, ends, strict=True):
        ref = tags(element, start[0])[0].get("ref", "")
        inside = xml[start.end() : end]
        pieces = [
            inside[t.end() : inside.find(b"<", t.end())]
            for t in run.finditer(inside)
            if not t[1].endswith(b"/")
        ]
        found.append((ref, text_of(b"".join(pieces))))
    return found
