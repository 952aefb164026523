"""The header texts over each column: merged spans, and the spans that a delimited file lost, filled to the right."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from pipeline.locate.bands import Band
from pipeline.locate.header_terms import LABELS, header_term
from pipeline.locate.labels import Words
from pipeline.locate.level_runs import counted, level_run
from pipeline.locate.view import View
from pipeline.values import Marks
from schemas.grid import RawValue


class Head(NamedTuple):
    """One header cell over a column: where its value stands, the value, its term, and whether it was inferred
    to reach over this column (no merged range says so)."""

    i: int
    j: int
    value: RawValue
    term: str | None
    inferred: bool

    @property
    def text(self) -> str:
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        return str(self.value)


Path = tuple[Head, ...]

BESIDE = 2
"""A cell merged over more rows than these below the header is a title beside the table."""


def header_paths(view: View, band: Band, words: Words, marks: Marks) -> list[Path]:
    """Return for each column of the view its header cells from top to bottom."""
    lines: list[list[tuple[int, int, bool] | None]] = []
    rows = range(band.top, band.bottom + 1)
    spans = [(a, b) for a, b in view.spans.items() if a[0] <= band.bottom and b[0] >= band.top]
    for i in rows:
        row = view.rows[i]
        line: list[tuple[int, int, bool] | None] = [
            (i, j, False) if v != "" else None for j, v in enumerate(row)
        ]
        for (i1, j1), (i2, j2) in spans:
            if i2 - band.bottom > BESIDE and j1 == j2:
                line[j1] = None
            elif i1 <= i <= i2 and view.rows[i1][j1] != "":
                line[j1 : j2 + 1] = [(i1, j1, False)] * (j2 + 1 - j1)
        lines.append(line)
    spanned = {a for a, b in spans if b[1] > a[1]}
    for n, i in enumerate(rows[:-1]):
        _fill(view, lines, n, i, spanned)
    dropped = _index_rows(view, rows, marks) | _letter_rows(view, rows, words)
    paths: list[Path] = []
    for j in range(view.width):
        path: list[Head] = []
        for i, line in zip(rows, lines, strict=True):
            place = line[j]
            if place is None or i in dropped or any((h.i, h.j) == place[:2] for h in path):
                continue
            value = view.rows[place[0]][place[1]]
            path.append(Head(place[0], place[1], value, header_term(words.label(value)), place[2]))
        paths.append(tuple(path))
    return paths


def _fill(
    view: View,
    lines: list[list[tuple[int, int, bool] | None]],
    n: int,
    i: int,
    spanned: set[tuple[int, int]],
) -> None:
    """Let a parent reach to the right over children of the rows below, where no merged range says how far."""
    line = lines[n]
    below = lines[n + 1 :]
    current: tuple[int, int] | None = None
    for j in range(view.width):
        place = line[j]
        has_child = any(low[j] is not None and low[j] != place for low in below)
        if place is not None:
            text = view.rows[i][j]
            own = place[:2] == (i, j) and (i, j) not in spanned
            own = own and isinstance(text, str) and not text.strip().isdigit()
            current = (i, j) if own and has_child else None
        elif current is not None:
            if has_child:
                line[j] = (*current, True)
            elif any(low[k] is not None for low in below for k in range(j + 1, min(j + 2, view.width))):
                continue  # one empty column inside a parent's reach
            else:
                current = None


def _index_rows(view: View, rows: range, marks: Marks) -> set[int]:
    """Return the header rows that only count the columns: 1 2 3 4 …, (1) (2) (3) …, (ก) (ข) (ค)."""
    dropped: set[int] = set()
    if len(rows) < 2:
        return dropped
    first = min(j for i in rows for j, v in enumerate(view.rows[i]) if v != "")
    for i in rows:
        cells = [(j, v) for j, v in enumerate(view.rows[i]) if v != ""]
        numbers = [counted(v, marks) for _, v in cells]
        if len(cells) >= 3 and cells[0][0] == first and None not in numbers:
            known = [n for n in numbers if n is not None]
            if all(b - a == 1 for a, b in pairwise(known)):
                dropped.add(i)
    return dropped if len(dropped) < len(rows) else set()


def _letter_rows(view: View, rows: range, words: Words) -> set[int]:
    """Return the header rows that only give each column its letter, (ก) (ข) (ค) = (ก) x (ข), under named ones."""
    dropped: set[int] = set()
    for i in rows[1:]:
        cells = [(j, v) for j, v in enumerate(view.rows[i]) if v != ""]
        labels = [words.label(v) for _, v in cells]
        named = all(any(view.rows[k][j] != "" for k in range(rows[0], i)) for j, _ in cells)
        if len(cells) >= 2 and named and all(x.tags and len(x.tags) == x.letters for x in labels):
            dropped.add(i)
    return dropped


def level_columns(view: View, band: Band, paths: list[Path], words: Words, marks: Marks) -> dict[int, int]:
    """Return column → level 1-5 of the level block; a run of 1-5 under the units is no level block."""
    for i in range(band.top, band.bottom + 1):
        cells = [(j, v) for j, v in enumerate(view.rows[i]) if v != ""]
        while True:
            run = level_run(cells, marks, words)
            if not run:
                break
            over = {h.term for j, _ in run for h in paths[j][:-1]} | {
                h.term for j, _ in run for h in paths[j] if h.i < i
            }
            if view.transposed and "levels" not in over:
                return {}
            if "units" not in over or "levels" in over:
                if "levels" in over or _others(view, band, paths, {j for j, _ in run}):
                    return dict(run)
                return {}
            cells = [c for c in cells if c[0] > run[-1][0]]
    named = [
        j for j, path in enumerate(paths) if len(path) > 1 and any(h.term == "levels" for h in path[:-1])
    ]
    return dict(zip(named, range(1, 6), strict=True)) if len(named) == 5 else {}


def _others(view: View, band: Band, paths: list[Path], run: set[int]) -> bool:
    """Return whether columns with a header besides the label and the run could hold scores."""

    quiet = LABELS | {"weight", "measure", "target", "note", "owner", "baseline", "round", "points", "mean"}
    last = max(run)
    return any(
        path and j > last and path[-1].term not in quiet for j, path in enumerate(paths) if j not in run
    )
