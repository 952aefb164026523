"""Case files: sheets drawn as text and, below a line `expected`, the tables that must be read in them.

A case begins with `== name`. Lines `key: value` before the first sheet give the file's name, its format, merges
(B1:C1 D1:E1), hidden rows and columns (hidden-rows: 3, hidden-columns: C), formats (A4 0.00), errors
(B2 #REF!), uncached (B2 C2). `sheet NAME` begins a further sheet; `hidden sheet NAME` a hidden one.
`python -m tests.pipeline.locate.cases` writes the expected parts anew: read the difference before you keep it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from schemas.cell import parse_a1
from schemas.grid import Book, Grid
from tests.pipeline.sheets import grid, ingested
from tests.pipeline.told import told

FOLDER = Path(__file__).parent / "cases"
EXPECTED = "expected"


@dataclass
class Case:
    """One case: its sheets as drawn, what is known of the file, and what must be read."""

    name: str
    file: str
    settings: dict[str, str] = field(default_factory=dict)
    sheets: list[tuple[str, bool, list[str]]] = field(default_factory=list)
    expected: str = ""

    def book(self) -> Book:
        grids = tuple(self._grid(*sheet) for sheet in self.sheets)
        return Book(self.settings.get("file", "book.xlsx"), "", self.settings.get("format", "xlsx"), grids)

    def _grid(self, name: str, visible: bool, lines: list[str]) -> Grid:
        s = self.settings
        evidence: dict[str, Any] = {"visible": visible}
        if "merges" in s:
            evidence["merges"] = [_span(text) for text in s["merges"].split()]
        if "hidden-rows" in s:
            evidence["hidden_rows"] = frozenset(map(int, s["hidden-rows"].split()))
        if "hidden-columns" in s:
            evidence["hidden_cols"] = frozenset(parse_a1(f"{c}1")[1] for c in s["hidden-columns"].split())
        for key, text in (("formats", s.get("formats")), ("errors", s.get("errors"))):
            if text:
                parts = text.split()
                evidence[key] = {
                    parse_a1(cell): what for cell, what in zip(parts[::2], parts[1::2], strict=True)
                }
        if "uncached" in s:
            evidence["uncached"] = frozenset(map(parse_a1, s["uncached"].split()))
        return grid("\n".join(lines), name, **evidence)

    def found(self) -> str:
        tables, _, findings = ingested(self.book())
        return told(tables, findings)


def _span(text: str) -> tuple[int, int, int, int]:
    first, _, last = text.partition(":")
    return (*parse_a1(first), *parse_a1(last))


def read_cases(path: Path) -> list[Case]:
    """Return the cases of one file."""
    cases: list[Case] = []
    into: list[str] | None = None
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("== "):
            cases.append(Case(line[3:].strip(), path.name))
            into = None
        elif line.startswith(("sheet ", "hidden sheet ")) and EXPECTED not in cases[-1].settings:
            cases[-1].sheets.append((line.partition("sheet ")[2].strip(), not line.startswith("hidden"), []))
            into = cases[-1].sheets[-1][2]
        elif line.strip() == EXPECTED:
            into = []
            cases[-1].settings[EXPECTED] = "yes"
            cases[-1].expected = ""
        elif cases and EXPECTED in cases[-1].settings:
            cases[-1].expected += line + "\n"
        elif into is not None:
            if line.strip():
                into.append(line)
        elif cases and ": " in line:
            key, _, value = line.partition(": ")
            cases[-1].settings[key] = value
    for case in cases:
        case.expected = case.expected.strip("\n")
    return cases


def all_cases() -> Iterator[Case]:
    """Yield every case of every file."""
    for path in sorted(FOLDER.glob("*.txt")):
        yield from read_cases(path)


def rewrite(path: Path) -> None:
    """Write a file's expected parts anew."""
    text = []
    for block in ("\n" + path.read_text(encoding="utf-8")).split("\n== ")[1:]:
        drawn = block.split(f"\n{EXPECTED}\n")[0].rstrip("\n")
        text.append(f"== {drawn}\n{EXPECTED}\n")
    path.write_text("\n".join(text), encoding="utf-8", newline="\n")
    cases = read_cases(path)
    path.write_text(
        "\n".join(f"{block.rstrip()}\n{c.found()}\n" for block, c in zip(text, cases, strict=True)),
        encoding="utf-8",
        newline="\n",
    )


if __name__ == "__main__":
    for name in sorted(FOLDER.glob("*.txt")):
        rewrite(name)
