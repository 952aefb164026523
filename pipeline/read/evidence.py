"""What stands beside the values of an xlsx sheet: formulas, formats, error texts, hidden rows and columns.

Taken from the sheet's own XML, where the pre-scan saw something. A second library would read the whole
workbook twice more (formulas and cached values are separate loads there) to say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.read.format_runs import format_runs
from pipeline.read.sheet_scan import SheetScan, column_number, walk_cells
from pipeline.read.shift import shifted
from pipeline.read.xmltext import TAG_REST, Attributes, attributes, is_on, tag_pattern, tags, text_of
from schemas.cell import parse_a1

Place = tuple[int, int]

_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f(?=[\s/>])" + TAG_REST + rb"(?:(?<=/>)|([^<]*))")
_CACHED = re.compile(rb"<(?:[\w.-]+:)?v(?:\s[^>]*)?>([^<]*)")
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})(?:" t="[a-zA-Z]+)?')
_MARK = re.compile(rb"<f[\s>/]")
_USUAL = re.compile(
    rb'<c r="([A-Z]{1,3}[1-9][0-9]{0,6})"(?: s="[0-9]+")?(?: t="(n|str|b)")?>'
    rb"<f>([^<&]*)</f>(?:<v>([^<]*)</v>|<v ?/>)?</c>"
)
MANY_CELLS = 20_000
"""From here on formats are kept as runs along the rows."""

_TEXT_TYPES = ("str", "s", "inlineStr", "e")


@dataclass(slots=True)
class Evidence:
    """Beside the values of one sheet, by 1-based (row, column); formulas start with '='."""

    formulas: dict[Place, str] = field(default_factory=dict)
    formats: Mapping[Place, str] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    uncached: set[Place] = field(default_factory=set)
    hidden_rows: frozenset[int] = frozenset()
    hidden_cols: frozenset[int] = frozenset()
    ignored_warnings: tuple[str, ...] = ()


def sheet_evidence(xml: bytes, scan: SheetScan, formats: dict[str, str]) -> Evidence:
    """Return the evidence of one sheet; formats: the workbook's style index → format code."""
    found = Evidence(ignored_warnings=_ignored(xml[scan.end :]))
    if scan.hidden:
        found.hidden_rows = _hidden_rows(xml, scan)
        found.hidden_cols = _hidden_cols(xml[: scan.start], scan.cols)
    styled: dict[Place, str] = {}
    cells = _speaking_cells(xml, scan, found) if scan.regular else walk_cells(xml, scan.start, scan.end)
    shared = _Shared()
    for row, col, cell, content in cells:
        place = (row, col)
        if content and (code := formats.get(cell.get("s", ""))):
            styled[place] = code
        cached = _CACHED.search(content)
        if cell.get("t") == "e":
            found.errors[place] = text_of(cached[1]).strip() if cached else "#?"
        formula = _FORMULA.search(content)
        if formula is not None:
            found.formulas[place] = shared.note(place, attributes(formula[1]), text_of(formula[2] or b""))
            if (cached is None or not cached[1].strip()) and cell.get("t") not in _TEXT_TYPES:
                found.uncached.add(place)
    shared.write_out(found.formulas)
    found.formats = _regular_formats(xml, scan, formats) if scan.regular and formats else styled
    return found


class _Shared:
    """Shared formulas: written at one cell, meant at many; the others name only its index."""

    def __init__(self) -> None:
        self.origins: dict[str, tuple[Place, str]] = {}
        self.others: list[tuple[Place, str]] = []

    def note(self, place: Place, shape: Attributes, text: str) -> str:
        """Return a formula's text as far as it is known when its cell is met."""
        if shape.get("t") == "shared":
            index = shape.get("si", "")
            if text.strip():
                self.origins[index] = (place, "=" + text.strip())
            else:
                self.others.append((place, index))
        return "=" + text.strip()

    def write_out(self, formulas: dict[Place, str]) -> None:
        """Give every other cell the formula as it reads there; where the first is lost, '=' stays."""
        for place, index in self.others:
            if index in self.origins:
                (row, col), text = self.origins[index]
                formulas[place] = shifted(text, place[0] - row, place[1] - col)


def _speaking_cells(
    xml: bytes, scan: SheetScan, found: Evidence
) -> Iterator[tuple[int, int, Attributes, bytes]]:
    """Note the usual formula cells of a regular sheet at once; yield the others, and the error cells."""
    marks: set[int] = set()
    if scan.formulas:
        marks.update(xml.rfind(b"<c ", 0, m.start()) for m in _MARK.finditer(xml, scan.start, scan.end))
    if scan.errors:
        at = xml.find(b't="e"', scan.start, scan.end)
        while at >= 0:
            marks.add(xml.rfind(b"<c ", 0, at))
            at = xml.find(b't="e"', at + 5, scan.end)
    for mark in sorted(marks - {-1}):
        usual = _USUAL.match(xml, mark)
        if usual is not None:
            place = parse_a1(usual[1].decode())
            found.formulas[place] = "=" + usual[3].decode("utf-8", "replace").strip()
            if not (usual[4] or b"").strip() and usual[2] != b"str":
                found.uncached.add(place)
            continue
        match = tag_pattern("c").match(xml, mark)
        if match is None or match[1].endswith(b"/"):
            continue
        cell = attributes(match[1])
        try:
            row, col = parse_a1(cell.get("r", ""))
        except ValueError:
            continue  # the parser will say what it thinks of such an address
        yield row, col, cell, xml[match.end() : xml.find(b"</c>", match.end())]


def _regular_formats(xml: bytes, scan: SheetScan, formats: dict[str, str]) -> Mapping[Place, str]:
    """Return the format of every filled cell of a regular sheet whose style has one."""
    if scan.cells > MANY_CELLS:
        return format_runs(xml, scan.start, scan.end, formats)
    found: dict[Place, str] = {}
    styled = re.compile(f'" s="({"|".join(formats)})"[^>]*(?<!/)>(?!</c>)'.encode())
    codes = {index.encode(): code for index, code in formats.items()}
    for style in styled.finditer(xml, scan.start, scan.end):
        at = style.start()
        cell = _CELL.match(xml, xml.rfind(b"<", 0, at))
        if cell is None or cell.end() != at:
            continue  # the style of a row
        found[int(cell[2]), column_number(cell[1])] = codes[style[1]]
    return found


def _hidden_rows(xml: bytes, scan: SheetScan) -> frozenset[int]:
    hidden = []
    row = 0
    for match in tag_pattern("row").finditer(xml, scan.start, scan.end):
        found = attributes(match[1])
        ref = found.get("r", "")
        row = int(ref) if ref.isdecimal() else row + 1
        if is_on(found.get("hidden")) or _is_zero(found.get("ht")):
            hidden.append(row)
    return frozenset(hidden)


def _hidden_cols(head: bytes, last: int) -> frozenset[int]:
    """Return the hidden columns up to the last that can hold a value; files name them in groups."""
    hidden: set[int] = set()
    for group in tags("col", head):
        first, final = group.get("min", ""), group.get("max", "")
        if not (is_on(group.get("hidden")) or _is_zero(group.get("width"))):
            continue
        if first.isdecimal() and final.isdecimal():
            hidden.update(range(int(first), min(int(final), last) + 1))
    return frozenset(hidden)


def _is_zero(size: str | None) -> bool:
    try:
        return size is not None and float(size) == 0
    except ValueError:
        return False


def _ignored(tail: bytes) -> tuple[str, ...]:
    if b"ignoredError" not in tail:
        return ()
    return tuple(ref for error in tags("ignoredError", tail) for ref in error.get("sqref", "").split())
