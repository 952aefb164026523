"""The view that every gate format shares: one line a finding, with its place as a file, a row and a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reports.gate.baseline import Baseline, Known, key_of
from reports.options import Options
from reports.view.findings import FindingView
from reports.view.run import BookView, RunView
from schemas.catalogue import Catalogue
from schemas.cell import Area
from schemas.finding import Severity, Text
from schemas.outcome import Outcome

NEW, UNCHANGED = "new", "unchanged"
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class GateLine:
    """One finding as a gate shows it. change: new or unchanged, where there is a baseline. waived: who and why."""

    file: str
    view: FindingView
    area: Area | None
    change: str | None = None
    waived: str | None = None

    @property
    def name(self) -> str:
        return self.view.source.name

    @property
    def severity(self) -> Severity:
        return self.view.severity

    @property
    def place(self) -> str:
        """file!sheet!cell, as far as the finding has them."""
        parts = (self.file, self.view.place.sheet, self.view.place.cell)
        return "!".join(one_line(part) for part in parts if part)

    @property
    def row(self) -> int:
        return self.area.row if self.area else 1

    @property
    def col(self) -> int:
        return self.area.col if self.area else 1

    def message(self, lang: str) -> str:
        """Return its words on one line."""
        return one_line(pick(self.view.message, lang))


@dataclass(frozen=True, slots=True)
class GateBook:
    """One workbook: its lines, its waived lines and what was fixed since the baseline."""

    book: BookView
    file: str
    baseline: Baseline | None

    def lines(self) -> Iterator[GateLine]:
        """Yield every finding that counts, in reading order."""
        known = None if self.baseline is None else self.baseline.of(self.book.outcome.file)
        for view in self.book.reader.views():
            change = None
            if known is not None:
                source = view.source
                key = key_of(view.id, source.reported, source.expected)
                change = UNCHANGED if key in known else NEW
            yield GateLine(self.file, view, _area(view), change)

    def waived(self) -> Iterator[GateLine]:
        """Yield every waived finding, with who answers for it and why."""
        for view in self.book.reader.waived():
            said = view.source.values
            why = f"{said.get('waiver_who', '')}: {said.get('waiver_reason', '')}"
            yield GateLine(self.file, view, _area(view), waived=one_line(why))

    def fixed(self) -> list[Known]:
        """Return the findings of the baseline that are gone."""
        if self.baseline is None:
            return []
        known = dict(self.baseline.of(self.book.outcome.file))
        for view in (*self.book.reader.views(), *self.book.reader.waived()):
            known.pop(key_of(view.id, view.source.reported, view.source.expected), None)
        return list(known.values())


class GateRun:
    """The whole run for a gate format."""

    def __init__(self, outcome: Outcome, catalogue: Catalogue, options: Options) -> None:
        self.run = RunView(outcome, catalogue)
        self.options = options
        self.books = [
            GateBook(book, relative(book.outcome.file, options.root), options.baseline)
            for book in self.run.books
        ]

    def lines(self) -> Iterator[GateLine]:
        """Yield the lines of every workbook."""
        for book in self.books:
            yield from book.lines()

    @cached_property
    def changes(self) -> dict[str, int] | None:
        """How many findings are new, unchanged and fixed; None without a baseline."""
        if self.options.baseline is None:
            return None
        counts = {NEW: 0, UNCHANGED: 0, "fixed": sum(len(b.fixed()) for b in self.books)}
        for line in self.lines():
            counts[line.change or NEW] += 1
        return counts


def relative(file: str, root: Path | None) -> str:
    """Return a path from the root with forward slashes; a file outside the root goes by its name alone."""
    path = Path(file)
    if root is None or file == "-":
        return path.as_posix()
    whole = path if path.is_absolute() else root / path
    try:
        return whole.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.name


def one_line(text: str) -> str:
    """Return a text without line breaks and control characters, which a one-line format would break at."""
    return _CONTROL.sub(" ", text)


def pick(text: Text, lang: str) -> str:
    return text.th if lang == "th" else text.en


def _area(view: FindingView) -> Area | None:
    source = view.source
    if source.cells:
        cell = source.cells[0]
        return Area(cell.sheet, cell.row, cell.col, cell.row, cell.col)
    return source.area
