"""Number formats of a large sheet: runs of cells along a row, shared between rows that are alike.

A million cells under one format are a few thousand runs instead of a million entries.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import ItemsView, Iterator, Mapping
from itertools import groupby, pairwise

from pipeline.read.sheet_scan import column_number

Place = tuple[int, int]
Runs = tuple[tuple[int, ...], tuple[int, ...], tuple[str, ...]]
"""First columns, last columns and codes of the runs of one row, left to right."""

_ROW = re.compile(rb'<row r="([0-9]{1,7})"[^>]*>')
_COLUMN = re.compile(rb'<c r="([A-Z]{1,3})')
_STYLE = re.compile(rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: t="[a-zA-Z]+")? s="([0-9]+)"')
_FILLED = re.compile(rb'<c r="([A-Z]{1,3})[0-9]{1,7}"(?: t="[a-zA-Z]+")? s="([0-9]+)"[^>]*(?<!/)>(?!</c>)')


class FormatRuns(Mapping[Place, str]):
    """Format codes by 1-based (row, column), as a mapping like any other."""

    def __init__(self, rows: dict[int, Runs]) -> None:
        """rows: row → its runs; rows without any are left out."""
        self.rows = rows

    def __getitem__(self, place: Place) -> str:
        row, col = place
        firsts, lasts, codes = self.rows[row]
        at = bisect_right(firsts, col) - 1
        if at < 0 or col > lasts[at]:
            raise KeyError(place)
        return codes[at]

    def __iter__(self) -> Iterator[Place]:
        for row, (firsts, lasts, _) in self.rows.items():
            for first, last in zip(firsts, lasts, strict=True):
                for col in range(first, last + 1):
                    yield row, col

    def items(self) -> ItemsView[Place, str]:
        """Return the places with their codes, without looking each one up."""
        return _Items(self)

    def __len__(self) -> int:
        return sum(sum(lasts) - sum(firsts) + len(firsts) for firsts, lasts, _ in self.rows.values())


class _Items(ItemsView[Place, str]):
    def __init__(self, runs: FormatRuns) -> None:
        super().__init__(runs)
        self._runs = runs

    def __iter__(self) -> Iterator[tuple[Place, str]]:
        for row, (firsts, lasts, codes) in self._runs.rows.items():
            for first, last, code in zip(firsts, lasts, codes, strict=True):
                for col in range(first, last + 1):
                    yield (row, col), code


def format_runs(xml: bytes, start: int, end: int, formats: Mapping[str, str]) -> FormatRuns:
    """Return the formats of the filled cells of a regular sheet; formats: style index → code."""
    codes = {index.encode(): code for index, code in formats.items()}
    found: dict[int, Runs] = {}
    known: dict[tuple[bytes, ...], Runs] = {}
    tags = [*((m.end(), int(m[1]), m.start()) for m in _ROW.finditer(xml, start, end)), (end, 0, end)]
    for (first, row, _), (_, _, last) in pairwise(tags):
        part = xml[first:last]
        key = _key(part)
        runs = known.get(key)
        if runs is None:
            runs = known[key] = _runs(key, codes)
        if runs[0]:
            found[row] = runs
    return FormatRuns(found)


def _key(part: bytes) -> tuple[bytes, ...]:
    """Return a row's first column and then the style of each cell; columns between where it has gaps."""
    styles = _STYLE.findall(part)
    if styles and b"/>" not in part and len(styles) == part.count(b"<c "):
        first, last = _COLUMN.search(part), part.rfind(b'<c r="')
        until = _COLUMN.match(part, last)
        if (
            first is not None
            and until is not None
            and column_number(until[1]) - column_number(first[1]) == len(styles) - 1
        ):
            return (first[1], *styles)
    return tuple(piece for cell in _FILLED.findall(part) for piece in (*cell, b""))


def _runs(key: tuple[bytes, ...], codes: Mapping[bytes, str]) -> Runs:
    if key[-1:] == (b"",):  # column, style, b"" for each filled cell
        cells = [
            (column_number(col), codes.get(style)) for col, style in zip(key[::3], key[1::3], strict=True)
        ]
    else:
        at = column_number(key[0]) if key else 0
        cells = [(at + i, codes.get(style)) for i, style in enumerate(key[1:])]
    firsts, lasts, names = [], [], []
    for (code, _), group in groupby(enumerate(cells), key=lambda item: (item[1][1], item[1][0] - item[0])):
        columns = [col for _, (col, _) in group]
        if code is not None:
            firsts.append(columns[0])
            lasts.append(columns[-1])
            names.append(code)
    return tuple(firsts), tuple(lasts), tuple(names)
