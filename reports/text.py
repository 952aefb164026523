"""The report for a terminal: verdict, what does not come out and why, findings grouped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import BinaryIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as RichText

from reports.brief import brief_names
from reports.options import Options
from reports.terminal import drawn
from reports.view.findings import FindingView, first
from reports.view.mismatches import Mismatches, grouped, recomputed_shown, reported_shown, span
from reports.view.policies import in_force
from reports.view.rounding import untold
from reports.view.run import BookView, RunView, TableView
from reports.view.verdicts import Words, pick, verdict_words
from schemas.catalogue import Catalogue
from schemas.cell import a1
from schemas.finding import FindingBatch, Severity, Text
from schemas.outcome import Outcome
from schemas.terms import Verdict

MOST_OF_A_NAME = 3
CAUSE_WIDTH = 24
"""Columns for the longest names of causes: a name is for copying, so it should not be broken."""

UNIT_WIDTH = 12

COLORS = {Verdict.CONSISTENT: "green", Verdict.DISCREPANT: "red", Verdict.UNREADABLE: "magenta"}
SEVERITY_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
MARKS = {Verdict.CONSISTENT: ("✓", "OK"), Verdict.DISCREPANT: ("✗", "XX"), Verdict.UNREADABLE: ("?", "??")}


def write(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the report in options.encoding; what it cannot hold is replaced, never an error."""
    out.write(rendered(outcome, catalogue, options).encode(options.encoding, errors="replace"))


def rendered(outcome: Outcome, catalogue: Catalogue, options: Options) -> str:
    """Return the report as text, with colour codes where options.color says so."""
    run = RunView(outcome, catalogue)

    def draw(console: Console) -> None:
        screen = _Screen(run, Words(catalogue), options, console)
        for number, book in enumerate(run.books):
            if number:
                console.print()
            screen.workbook(book)
        if len(run.books) > 1:
            screen.total()

    return drawn(options, draw)


class _Screen:
    def __init__(self, run: RunView, words: Words, options: Options, console: Console) -> None:
        self.run, self.words, self.options, self.console = run, words, options, console
        self.rules = run.outcome.rules
        self.plain = not options.unicode
        self.brief: Mapping[str, str] = {}
        """Long names of the workbook's units, as this screen shows them."""

    def say(self, text: Text) -> str:
        words = pick(text, self.options.lang)
        return _ascii_marks(words) if self.plain else words

    def told(self, text: Text) -> str:
        """Return a message in the reader's language, long names of units shortened in the middle."""
        words = self.say(text)
        for name, short in self.brief.items():
            words = words.replace(name, _ascii_marks(short) if self.plain else short)
        return words

    def line(self, text: str | RichText, indent: int = 0, style: str = "") -> None:
        rich = RichText(text, style=style) if isinstance(text, str) else text
        rich.overflow = "fold"
        self.console.print(Padding(rich, (0, 0, 0, indent)))

    def workbook(self, book: BookView) -> None:
        one = book.outcome
        self.brief = brief_names(unit.code for table in book.tables for unit in table.units)
        answer, reason = verdict_words(self.words, one.verdict, book.figures, book.weights)
        mark = MARKS[one.verdict][self.plain]
        color = COLORS[one.verdict]
        self.line(RichText.assemble((f"{mark} {self.say(answer)}", f"bold {color}"), f"  {one.file}"))
        self.line(self.say(reason), 2)
        f = book.figures
        counts = {name: getattr(f, name) for name in ("match", "mismatch", "not_computable", "not_reported")}
        if one.verdict is not Verdict.UNREADABLE:
            self.line(self.say(self.words("text.figures", reported=f.reported, **counts)), 2, "dim")
        self.line(self._rules(), 2, "dim")
        for table in book.tables:
            self.mismatches(table)
        self.findings(book)
        for text in untold(self.words, book.tables):
            self.line(self.say(text), 2, "dim")
        for sheet in one.sheets:
            if sheet.used_as == "none" and sheet.reason is not None:
                text = self.words("text.sheet-unused", sheet=sheet.name, reason=sheet.reason)
                self.line(self.say(text), 2, "dim")

    def _rules(self) -> str:
        pack = self.run.outcome.rules
        parts = [f"{self.say(name)} {self.say(value)}" for name, value in in_force(self.words, pack)]
        return f"{self.say(self.words('text.rules', name=pack.name))} ({'; '.join(parts)})"

    def mismatches(self, table: TableView) -> None:
        groups = grouped(table.lines)
        if not groups:
            return
        codes = {unit.position: self.brief.get(unit.code, unit.code) for unit in table.units}
        grid = Table(box=None, padding=(0, 1, 0, 0), header_style="bold underline")
        for key in ("unit", "figure", "reported", "recomputed", "cell", "cause"):
            head = self.say(self.words(f"text.{key}"))
            grid.add_column(
                head,
                justify="right" if key in ("reported", "recomputed") else "left",
                overflow="fold",
                min_width=CAUSE_WIDTH if key == "cause" else None,
                max_width=UNIT_WIDTH if key == "unit" else None,
            )
        for group in groups:
            grid.add_row(*(RichText(cell, overflow="fold") for cell in self._row(group, codes)))
        self.console.print()
        self.line(self.say(self.words("text.mismatches")), 2, "bold")
        self.console.print(Padding(grid, (0, 0, 0, 2)))

    def _row(self, group: Mismatches, codes: dict[int, str]) -> tuple[str, ...]:
        lines = group.lines
        first, last = lines[0], lines[-1]
        unit = codes.get(first.unit or 0, "")
        cell = a1(first.cell.row, first.cell.col) if first.cell else ""
        if len(lines) > 1:
            unit = f"{unit} … {codes.get(last.unit or 0, '')} ({self._units(len(lines))})"
            cell = f"{cell} …"
        # The name alone: it is what `sobthan explain` takes, and the finding below says it in words.
        cause = group.cause.name if group.cause else ""
        if group.assessment is not None and (group.cause is None or cause != group.assessment.value):
            said = self.say(self.words(f"assessment.{group.assessment.value}"))
            cause = f"{cause}\n{said}" if cause else said
        return (
            _ascii_marks(unit) if self.plain else unit,
            self.say(self.words(f"short.{group.quantity.value}")),
            span([reported_shown(line) for line in lines]),
            span([recomputed_shown(line, self.rules) for line in lines]),
            _ascii_marks(cell) if self.plain else cell,
            cause,
        )

    def _units(self, count: int) -> str:
        return self.say(self.words("many.units", count=count))

    def findings(self, book: BookView) -> None:
        if not book.weights.total:
            if book.waived:
                self.line(self.say(self.words("text.waived", count=book.waived)), 2)
            return
        sizes = _sizes(book)
        kept = _by_name(book.reader.views(first(MOST_OF_A_NAME)))
        self.console.print()
        for severity in Severity:
            count = book.weights.of(severity)
            if not count:
                continue
            name = self.say(self.words(f"severity.{severity.value}"))
            head = f"{name[:1].upper()}{name[1:]}: {count}"
            self.line(head, 2, f"bold {SEVERITY_COLORS[severity]}")
            for (of, name), views in kept.items():
                if of is severity:
                    self._named(name, views, sizes[of, name])
        if book.waived:
            self.line(self.say(self.words("text.waived", count=book.waived)), 2)

    def _named(self, name: str, views: list[FindingView], count: int) -> None:
        title = self.say(views[0].title)
        self.line(RichText.assemble((title, "bold"), f"  {name}"), 4)
        for view in views[:MOST_OF_A_NAME]:
            place = view.place.range or view.place.cell or view.place.sheet or ""
            self.line(RichText.assemble((f"{place}  " if place else "", "cyan"), self.told(view.message)), 6)
        if count > MOST_OF_A_NAME:
            self.line(self.say(self.words("text.more", count=count - MOST_OF_A_NAME)), 6, "dim")

    def total(self) -> None:
        verdicts = [book.outcome.verdict for book in self.run.books]
        counts = {v.value: verdicts.count(v) for v in Verdict}
        self.console.print()
        self.line(self.say(self.words("text.total", workbooks=len(verdicts), **counts)), 0, "bold")


def _sizes(book: BookView) -> dict[tuple[Severity, str], int]:
    scales = book.run.scales
    sizes: dict[tuple[Severity, str], int] = {}
    for finding in book.outcome.findings:
        key = (scales.severity(finding), finding.name)
        sizes[key] = sizes.get(key, 0) + (len(finding) if isinstance(finding, FindingBatch) else 1)
    return sizes


def _by_name(views: Iterable[FindingView]) -> dict[tuple[Severity, str], list[FindingView]]:
    kept: dict[tuple[Severity, str], list[FindingView]] = {}
    for view in views:
        members = kept.setdefault((view.severity, view.source.name), [])
        if len(members) < MOST_OF_A_NAME:
            members.append(view)
    return kept


_ASCII = str.maketrans({"…": "...", "–": "-", "−": "-", "×": "x", "÷": "/", "≠": "!=", "→": "->", "·": "-"})


def _ascii_marks(text: str) -> str:
    return text.translate(_ASCII)
