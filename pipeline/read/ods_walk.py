"""A walk over the tables of an OpenDocument content.xml; repeats are counted before they can grow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from pipeline.read.evidence import Evidence
from pipeline.read.open_formula import excel_formula
from pipeline.read.refusal import detail, unreadable, unsafe
from pipeline.read.source import Limits
from schemas.grid import Span

_HIDDEN = ("collapse", "filter")
_VALUES = ("office:value", "office:date-value", "office:time-value", "office:boolean-value")


@dataclass(slots=True)
class TableWalk:
    """One table as walked: its evidence, merges and comments; rows and cols: the last that hold a value."""

    name: str
    evidence: Evidence = field(default_factory=Evidence)
    merges: list[Span] = field(default_factory=list)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_cols: list[tuple[int, int]] = field(default_factory=list)
    column_styles: list[tuple[int, int, str]] = field(default_factory=list)
    rows: int = 0
    cols: int = 0
    cells: int = 0
    merged: int = 0


def walk_tables(content: bytes, formats: Mapping[str, str], limits: Limits) -> list[TableWalk]:
    """Return one walk a table, in document order.

    Refused: `unsafe-file` where cells, their area or merges pass a limit once repeats are counted;
    `unreadable-file` where the XML is broken.
    """
    walker = _Walker(formats, limits)
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.text
    try:
        parser.Parse(content, True)
    except (ExpatError, LookupError, ValueError) as error:  # LookupError: an encoding nobody knows
        raise unreadable("damaged", detail=detail(error)) from None
    return walker.tables


class _Walker:
    """Expat's handlers and where they stand. row, col: 1-based, of the cell that is open."""

    def __init__(self, formats: Mapping[str, str], limits: Limits) -> None:
        self.formats = formats
        self.limits = limits
        self.tables: list[TableWalk] = []
        self.depth = 0  # a table inside a cell is no sheet
        self.row = self.next_row = 1
        self.col = self.next_col = 1
        self.rows = 1
        self.cell: dict[str, str] = {}
        self.pieces: list[str] | None = None
        self.note: list[str] | None = None
        self.paragraph = False

    def start(self, tag: str, found: dict[str, str]) -> None:
        if tag == "table:table":
            self.depth += 1
            if self.depth == 1:
                self.tables.append(TableWalk(found.get("table:name", "")))
                self.next_row = self.next_col = 1
        elif self.depth != 1:
            return
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._open_cell(found)
        elif tag == "table:table-row":
            self._open_row(found)
        elif tag == "table:table-column":
            self._column(found)
        elif tag == "office:annotation":
            self.note = []
        elif tag == "table:table-source":
            self.tables[-1].links.append(found.get("xlink:href", ""))
        elif tag == "text:p":
            self.paragraph = True
            if self.note is None and self.pieces:
                self.pieces.append("\n")

    def end(self, tag: str) -> None:
        if tag == "table:table":
            if self.depth == 1:
                self._close_table()
            self.depth -= 1
        elif self.depth != 1:
            return
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._close_cell()
        elif tag == "text:p":
            self.paragraph = False
        elif tag == "office:annotation" and self.note is not None:
            self.tables[-1].comments[self.row, self.col] = "\n".join(self.note)
            self.note = None

    def text(self, data: str) -> None:
        if not self.paragraph:
            return
        if self.note is not None:
            self.note.append(data)
        elif self.pieces is not None:
            self.pieces.append(data)

    def _column(self, found: dict[str, str]) -> None:
        count = _count(found.get("table:number-columns-repeated"))
        first, last = self.next_col, self.next_col + count - 1
        self.next_col = last + 1
        table = self.tables[-1]
        if found.get("table:visibility") in _HIDDEN:
            table.hidden_cols.append((first, last))
        if self.formats.get(style := found.get("table:default-cell-style-name", "")):
            table.column_styles.append((first, last, style))

    def _open_row(self, found: dict[str, str]) -> None:
        self.rows = _count(found.get("table:number-rows-repeated"))
        self.row, self.next_row = self.next_row, self.next_row + self.rows
        self.next_col = 1
        if found.get("table:visibility") in _HIDDEN:
            self.tables[-1].hidden_rows.append((self.row, self.next_row - 1))

    def _open_cell(self, found: dict[str, str]) -> None:
        self.col = self.next_col
        self.next_col += _count(found.get("table:number-columns-repeated"))
        self.cell = found
        self.pieces = []
        spanned = (
            _count(found.get("table:number-rows-spanned")),
            _count(found.get("table:number-columns-spanned")),
        )
        if spanned != (1, 1):
            self._merge(*spanned)

    def _merge(self, rows: int, cols: int) -> None:
        table = self.tables[-1]
        table.merges.append(Span(self.row, self.col, self.row + rows - 1, self.col + cols - 1))
        table.merged += rows * cols
        if len(table.merges) > self.limits.merges:
            raise unsafe("merges", sheet=table.name, found=len(table.merges), limit=self.limits.merges)
        if table.merged > self.limits.cells:
            raise unsafe("merged-area", sheet=table.name, found=table.merged, limit=self.limits.cells)

    def _close_cell(self) -> None:
        pieces, self.pieces = self.pieces, None
        text = "".join(pieces or ())
        cell = self.cell
        if not text and not any(name in cell for name in _VALUES):
            return
        table = self.tables[-1]
        copies = self.rows * (self.next_col - self.col)
        table.cells += copies
        table.rows = max(table.rows, self.next_row - 1)
        table.cols = max(table.cols, self.next_col - 1)
        if table.cells > self.limits.cells:
            raise unsafe("cells", sheet=table.name, found=table.cells, limit=self.limits.cells)
        if table.rows * table.cols > self.limits.cells:
            size = {"rows": table.rows, "columns": table.cols}
            raise unsafe("area", sheet=table.name, **size, limit=self.limits.cells)
        self._note(table.evidence, text)

    def _note(self, evidence: Evidence, text: str) -> None:
        """Note what stands beside the value of the cell that closes, at each of its copies."""
        cell = self.cell
        formula = cell.get("table:formula")
        code = self.formats.get(cell.get("table:style-name", ""), "")
        broken = cell.get("calcext:value-type") == "error"
        if not (formula or code or broken or self.tables[-1].column_styles):
            return
        for row in range(self.row, self.next_row):
            for col in range(self.col, self.next_col):
                if formula:
                    evidence.formulas[row, col] = excel_formula(formula)
                if broken:
                    evidence.errors[row, col] = text.strip() or "#?"
                if shown := code or ("" if "table:style-name" in cell else self._column_code(col)):
                    self.tables[-1].formats[row, col] = shown

    def _column_code(self, col: int) -> str:
        for first, last, style in self.tables[-1].column_styles:
            if first <= col <= last:
                return self.formats[style]
        return ""

    def _close_table(self) -> None:
        table = self.tables[-1]
        table.evidence.hidden_rows = _spread(table.hidden_rows, table.rows)
        table.evidence.hidden_cols = _spread(table.hidden_cols, table.cols)


def _count(text: str | None) -> int:
    """Return a repeat count; what is none counts once."""
    return max(1, int(text)) if text is not None and text.isdecimal() and len(text) < 10 else 1


def _spread(groups: list[tuple[int, int]], last: int) -> frozenset[int]:
    return frozenset(i for first, final in groups for i in range(first, min(final, last) + 1))
