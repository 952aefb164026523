"""Books across the process border: plain lists and texts in marshal's form, dates apart.

marshal is the quickest way for a million floats and reads nothing but data; both ends are one program.
Dates and times, which it does not know, stand as '' in the rows and travel beside them with their cells.
"""

from __future__ import annotations

import datetime as dt
import marshal
import pickle
from typing import Any, cast

from pipeline.read.answer import Answer
from pipeline.read.format_runs import FormatRuns
from pipeline.read.refusal import Fault
from schemas.grid import Book, Grid, RawValue, Span

_PLAIN = frozenset((str, float, int, bool))
_BOOK = (
    *("file", "sha256", "format", "encoding", "delimiter"),
    *("manual_calculation", "macros", "external_links"),
)

Moment = tuple[int, int, str, object]


def pack(answer: Answer, made: bytes = b"") -> bytes:
    """Return an answer as bytes; the rows of its grids are emptied of dates on the way.

    made: what else the worker made of the book, pickled.
    """
    book = answer.book
    plain = (
        tuple(getattr(book, name) for name in _BOOK),
        [_packed_grid(grid) for grid in book.sheets],
        [tuple(fault) for fault in answer.faults],
        made,
    )
    return marshal.dumps(plain)


def unpack(data: bytes | bytearray) -> Book:
    """Return the book of an answer, its faults told as findings."""
    return unpack_both(data)[0]


def unpack_both(data: bytes | bytearray) -> tuple[Book, object]:
    """Return the book of an answer and what else was made of it; None where nothing was."""
    head, grids, faults, made = cast(
        tuple[tuple[Any, ...], list[tuple[Any, ...]], list[Any], bytes], marshal.loads(data)
    )
    book = Book(
        **dict(zip(_BOOK, head, strict=True)),
        sheets=tuple(_unpacked_grid(grid) for grid in grids),
        findings=tuple(Fault(*fault).finding() for fault in faults),
    )
    return book, pickle.loads(made) if made else None


def _packed_grid(grid: Grid) -> tuple[object, ...]:
    rows, moments = _without_moments(grid.rows)
    return (
        grid.name,
        rows,
        moments,
        grid.visible,
        [tuple(span) for span in grid.merges],
        grid.hidden_rows,
        grid.hidden_cols,
        dict(grid.formulas),
        grid.formats.rows if isinstance(grid.formats, FormatRuns) else None,
        {} if isinstance(grid.formats, FormatRuns) else dict(grid.formats),
        dict(grid.errors),
        grid.uncached,
        dict(grid.comments),
        grid.ignored_warnings,
    )


def _unpacked_grid(plain: tuple[Any, ...]) -> Grid:
    name, rows, moments, visible, merges, hidden_rows, hidden_cols, formulas, runs, formats, *rest = plain
    for row, col, kind, value in moments:
        rows[row][col] = _moment(kind, value)
    return Grid(
        name,
        rows,
        visible,
        tuple(Span(*span) for span in merges),
        hidden_rows,
        hidden_cols,
        formulas,
        formats if runs is None else FormatRuns(runs),
        *rest,
    )


def _without_moments(rows: list[list[RawValue]]) -> tuple[list[list[RawValue]], list[Moment]]:
    moments: list[Moment] = []
    for r, row in enumerate(rows):
        if set(map(type, row)) <= _PLAIN:
            continue
        for c, value in enumerate(row):
            if isinstance(value, dt.timedelta):
                moments.append((r, c, "timedelta", (value.days, value.seconds, value.microseconds)))
            elif isinstance(value, dt.date | dt.time):
                moments.append((r, c, type(value).__name__, value.isoformat()))
            else:
                continue
            row[c] = ""
    return rows, moments


def _moment(kind: str, value: Any) -> RawValue:
    match kind:
        case "datetime":
            return dt.datetime.fromisoformat(value)
        case "date":
            return dt.date.fromisoformat(value)
        case "time":
            return dt.time.fromisoformat(value)
        case _:
            return dt.timedelta(*value)
