"""The comparison for a terminal: the answer, what was compared, then every difference with both cells."""

from __future__ import annotations

from typing import BinaryIO

from rich.box import ASCII2, SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as RichText

from reports.brief import MARK, brief_names
from reports.options import Options
from reports.terminal import drawn
from reports.view.compare import CompareView, Row
from reports.view.verdicts import pick
from schemas.catalogue import Catalogue
from schemas.comparison import Comparison, ComparisonVerdict, Side
from schemas.finding import Severity, Text

COLORS = {
    ComparisonVerdict.SAME: "green",
    ComparisonVerdict.DIFFERENT: "red",
    ComparisonVerdict.NOT_JUDGED: "magenta",
}
MARKS = {
    ComparisonVerdict.SAME: ("✓", "OK"),
    ComparisonVerdict.DIFFERENT: ("✗", "XX"),
    ComparisonVerdict.NOT_JUDGED: ("?", "??"),
}
SEVERITY_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
COLUMNS = ("what", "left", "where-left", "right", "where-right")


def write(comparison: Comparison, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the report in options.encoding; what it cannot hold is replaced, never an error."""
    out.write(rendered(comparison, catalogue, options).encode(options.encoding, errors="replace"))


def rendered(comparison: Comparison, catalogue: Catalogue, options: Options) -> str:
    """Return the report as text, with colour codes where options.color says so."""
    view = CompareView(comparison, catalogue)
    return drawn(options, lambda console: _Screen(view, options, console).show())


class _Screen:
    def __init__(self, view: CompareView, options: Options, console: Console) -> None:
        self.view, self.options, self.console = view, options, console
        self.words = view.words
        self.plain = not options.unicode

    def say(self, text: Text) -> str:
        return pick(text, self.options.lang)

    def line(self, text: str, indent: int = 0, style: str = "") -> None:
        self.console.print(Padding(RichText(text, style=style, overflow="fold"), (0, 0, 0, indent)))

    def show(self) -> None:
        one = self.view.comparison
        mark = MARKS[one.verdict][self.plain]
        answer = self.say(self.words(f"compare.verdict.{one.verdict.value}"))
        self.line(f"{mark} {answer}", style=f"bold {COLORS[one.verdict]}")
        for side, compared in ((Side.LEFT, one.left), (Side.RIGHT, one.right)):
            count = len(compared.books)
            files = self.words("compare.workbooks", count=count)
            file = compared.books[0].file if count == 1 else self.say(files)
            self.line(f"{self.say(self.words(f'compare.{side.value}'))}: {file}", 2, "dim")
        self.line(self.say(self.view.counts()), 2)
        for text in self.view.unshared():
            self.line(self.say(text), 2, "dim")
        for left_out in one.not_judged:
            why = self.view.why_not(left_out)
            self.line(self.say(self.words("compare.not-judged", file=left_out.file, why=why)), 2, "magenta")
        for name, differences in self.view.groups():
            self.console.print()
            severity = self.view.severity(name)
            title = self.say(self.view.catalogue.findings[name].title)
            self.line(f"{title}: {len(differences)}", 2, f"bold {SEVERITY_COLORS[severity]}")
            rows = [self.view.row(difference) for difference in differences]
            if name in ("duplicate-key", "renamed-unit"):
                for row in rows:
                    self.line(self.say(row.message), 4)
                continue
            table = Table(box=ASCII2 if self.plain else SIMPLE_HEAD, padding=(0, 1), expand=False)
            lines = [self.texts(row) for row in rows]
            short = brief_names(line[0] for line in lines)
            lines = [(short.get(line[0], line[0]), *line[1:]) for line in lines]
            if self.plain:
                lines = [(line[0].replace(MARK, "..."), *line[1:]) for line in lines]
            shown = [at for at in range(len(COLUMNS)) if any(line[at] for line in lines)]
            for at in shown:
                table.add_column(self.say(self.words(f"compare.{COLUMNS[at]}")), overflow="fold")
            for line in lines:
                table.add_row(*(RichText(line[at], overflow="fold") for at in shown))
            self.console.print(table)

    def texts(self, row: Row) -> tuple[str, ...]:
        """Return a row's cells in the order of COLUMNS."""
        left, right = (self.say(side) if side else "" for side in (row.left, row.right))
        return self.say(row.what), left, row.left_at, right, row.right_at
