"""From an outcome to the batch's tables: one Arrow table a name, rows in input order, numbers exact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from reports.numbers import difference, number_text, rounded, shown_digits
from reports.view.findings import FindingView
from reports.view.run import BookView, RunView
from schemas.catalogue import Catalogue
from schemas.cell import a1
from schemas.exact import fraction_text
from schemas.outcome import Line, Outcome
from schemas.result_tables import DIGITS, PRECISION, arrow_schemas
from schemas.tables import SCALE_DIGITS
from schemas.terms import Assessment, Quantity, Rounding, State, Status

if TYPE_CHECKING:
    from numpy.typing import NDArray


def result_tables(outcome: Outcome, catalogue: Catalogue) -> dict[str, pa.Table]:
    """Return the four tables of schemas.result_tables for these workbooks, in the outcome's order."""
    run = RunView(outcome, catalogue)
    try:
        return {
            "workbooks": _table("workbooks", _across(_workbooks(run))),
            "figures": _table("figures", _figures(run)),
            "findings": _table("findings", _across(row for b in run.books for row in _findings(b))),
            "scores": _scores(run),
        }
    finally:
        run.books.clear()  # a run and its books hold each other: a search for dead cycles would have to free them


def _table(name: str, columns: Sequence[Sequence[object]]) -> pa.Table:
    schema = arrow_schemas()[name]
    columns = columns or [()] * len(schema)
    return pa.Table.from_arrays(
        [pa.array(c, type=f.type) for c, f in zip(columns, schema, strict=True)], schema=schema
    )


def _across(rows: Iterable[Sequence[object]]) -> list[Sequence[object]]:
    """Return rows as columns; none without a row."""
    return list(zip(*rows, strict=True))


def _workbooks(run: RunView) -> Iterator[Sequence[object]]:
    tables = run.outcome.tables
    most = 1 + max((b.outcome.index for b in run.books), default=0)
    units, indicators = (
        np.bincount(frame["workbook"].to_numpy(), minlength=most).tolist()
        for frame in (tables.units, tables.indicators)
    )
    for book in run.books:
        yield _workbook(book, units[book.outcome.index], indicators[book.outcome.index])


def _workbook(book: BookView, units: int, indicators: int) -> Sequence[object]:
    one, pack = book.outcome, book.run.outcome.rules
    figures, weights = book.figures, book.weights
    return (
        one.file, one.sha256, one.format, one.verdict.value, len(one.tables),
        units, indicators,
        figures.reported, figures.match, figures.mismatch, figures.not_computable, figures.not_reported,
        weights.error, weights.warning, weights.info, book.waived, pack.name, pack.sha256,
        book.run.outcome.version,
    )  # fmt: skip


def _figures(run: RunView) -> list[Sequence[object]]:
    """Return the columns of the figures: a chunk has too many of them to go through row by row."""
    names = run.names
    codes, numbers, sheets = names.codes, names.numbers, names.sheets
    lines = [line for book in run.books for line in sorted(book.outcome.lines, key=_figure_order)]
    if not lines:
        return []
    mode_of = {quantity: run.outcome.rules.rounding_of(quantity) for quantity in Quantity}
    modes = [mode_of[line.quantity] for line in lines]
    known: Known = {}
    cells = [line.cell for line in lines]
    causes = [line.causes[0] if line.causes else None for line in lines]
    feasible = [line.feasible or (None, None) for line in lines]
    low, high = (
        [_kept(limits[end], mode) for limits, mode in zip(feasible, modes, strict=True)] for end in (0, 1)
    )
    return [
        [book.outcome.file for book in run.books for _ in book.outcome.lines],
        [line.table for line in lines],
        [line.unit for line in lines],
        [codes.get((line.workbook, line.table, line.unit or 0)) for line in lines],
        [line.indicator for line in lines],
        [numbers.get((line.workbook, line.table, line.indicator or 0)) for line in lines],
        [_WORD[line.quantity] for line in lines],
        *_across(_numbers(line, mode, known) for line, mode in zip(lines, modes, strict=True)),
        [sheets.get((line.workbook, cell.sheet)) if cell else None
         for line, cell in zip(lines, cells, strict=True)],
        [a1(cell.row, cell.col) if cell else None for cell in cells],
        [_WORD[line.status] for line in lines],
        [_WORD[line.assessment] if line.assessment else None for line in lines],
        low,
        high,
        [cause.name if cause else None for cause in causes],
        [cause.reproduces if cause else None for cause in causes],
    ]  # fmt: skip


Known = dict[tuple[int, int, int, Rounding], tuple[Decimal, str]]
"""(numerator, denominator, decimals, mode) → what that true value becomes, and its exact text."""

_WORD: dict[object, str] = {term: term.value for kind in (Quantity, Status, Assessment) for term in kind}


def _figure_order(line: Line) -> tuple[int, int, int, str, tuple[int, ...]]:
    return (line.table, line.unit or 0, line.indicator or 0, _WORD[line.quantity], line.cell or ())


def _numbers(line: Line, mode: Rounding, known: Known) -> tuple[object, ...]:
    """Return reported, recomputed, difference, the exact fraction's text, and the text of what is no number.

    The figures of a batch are few values many times over: full marks, and points out of them.
    """
    stated, value = line.reported, line.recomputed
    text = stated if type(stated) is str else None
    reported = None if stated is None or text is not None else stated
    if value is None or type(value) is str:
        return reported, None, None, value, text
    assert isinstance(value, Fraction)
    key = (value.numerator, value.denominator, line.decimals, mode)
    found = known.get(key)
    if found is None:
        found = known[key] = (rounded(value, shown_digits(line.decimals), mode), fraction_text(value))
    recomputed, exact = found
    gap = None if reported is None else difference(reported, recomputed)  # type: ignore[arg-type]
    return reported, recomputed, gap, exact, text


def _kept(value: Fraction | None, mode: Rounding) -> Decimal | None:
    return None if value is None else rounded(value, DIGITS, mode)


def _findings(book: BookView) -> Iterator[Sequence[object]]:
    position = 0
    for waived, views in ((False, book.reader.views()), (True, book.reader.waived())):
        for view in views:
            position += 1
            yield _finding(book.outcome.file, position, view, waived)


def _finding(file: str, position: int, view: FindingView, waived: bool) -> Sequence[object]:
    source, place = view.source, view.place
    return (
        file, position, view.id, source.name, view.severity.value, waived, view.message.en, view.message.th,
        place.sheet, place.cell, place.range, source.table, source.unit, view.unit or None, source.indicator,
        view.indicator or None, _text(source.reported), _text(source.expected),
    )  # fmt: skip


def _text(value: Decimal | str | None) -> str | None:
    return number_text(value) if isinstance(value, Decimal) else value


def _scores(run: RunView) -> pa.Table:
    """Build the scores column by column: a chunk has hundreds of thousands of them."""
    tables, names = run.outcome.tables, run.names
    frame = tables.scores
    schema = arrow_schemas()["scores"]
    book, table, indicator, unit, sheet = (
        frame[c].to_numpy() for c in ("workbook", "table", "indicator", "unit", "sheet")
    )
    files = [b.file for b in tables.books]
    state = frame["state"].to_numpy()
    arrays: list[Any] = [
        _coded(book, files),
        pa.array(table, pa.int32()),
        pa.array(indicator, pa.int32()),
        _named(names.numbers, book, table, indicator),
        pa.array(unit, pa.int32()),
        _named(names.codes, book, table, unit),
        _coded(state, [s.label for s in State]),
        _values(frame["value"].to_numpy(), frame["exact"].to_numpy(), state, tables.wide),
        _sheet_names(book, sheet, names.sheets),
        pa.array(frame["row"].to_numpy(), pa.int32()),
        pa.array(frame["col"].to_numpy(), pa.int32()),
    ]
    return pa.Table.from_arrays([a.cast(f.type) for a, f in zip(arrays, schema, strict=True)], schema=schema)


def _coded(codes: NDArray[Any], texts: Sequence[str]) -> Any:
    return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), pa.array(texts, pa.string()))


def _named(
    names: dict[tuple[int, int, int], str], book: NDArray[Any], table: NDArray[Any], at: NDArray[Any]
) -> Any:
    """Look names up by (workbook, table, position): the positions are made one number, then searched."""
    keys = np.array(list(names), dtype=np.int64).reshape(-1, 3)
    return _searched(
        _one_number(keys[:, 0], keys[:, 1], keys[:, 2]), _one_number(book, table, at), list(names.values())
    )


def _sheet_names(book: NDArray[Any], sheet: NDArray[Any], names: dict[tuple[int, int], str]) -> Any:
    keys = np.array(list(names), dtype=np.int64).reshape(-1, 2)
    zero = np.zeros(len(keys), np.int64)
    wanted = _one_number(book, np.zeros(len(book), np.int64), sheet)
    return _searched(_one_number(keys[:, 0], zero, keys[:, 1]), wanted, list(names.values()))


def _one_number(a: NDArray[Any], b: NDArray[Any], c: NDArray[Any]) -> NDArray[np.int64]:
    return (a.astype(np.int64) << 40) | (b.astype(np.int64) << 24) | c.astype(np.int64)


def _searched(known: NDArray[np.int64], wanted: NDArray[np.int64], texts: Sequence[str]) -> Any:
    order = np.argsort(known, kind="stable")
    at = order[np.searchsorted(known[order], wanted)] if len(known) else np.zeros(0, np.int64)
    return _coded(at, texts)


def _values(
    value: NDArray[np.int64], exact: NDArray[np.bool_], state: NDArray[np.int8], wide: dict[int, Fraction]
) -> Any:
    """Return the scores as decimal128: 16 little-endian bytes each, low half and sign half."""
    holds = (state == State.SCORED) | (state == State.INVALID)
    factor = 10 ** (DIGITS - SCALE_DIGITS)
    small = exact & (np.abs(value) < np.iinfo(np.int64).max // factor)
    halves = np.zeros((len(value), 2), dtype="<i8")
    halves[:, 0] = np.where(small, value, 0) * factor
    halves[:, 1] = halves[:, 0] >> 63
    for row in np.flatnonzero(~small & holds).tolist():
        number = wide[row] * 10**DIGITS if row in wide else Fraction(int(value[row]) * factor)
        whole = int(number)
        halves[row] = np.frombuffer(whole.to_bytes(16, "little", signed=True), "<i8")
    shown = holds & (exact | np.isin(np.arange(len(value)), list(wide)))
    mask = pa.array(shown).buffers()[1]
    kind = pa.decimal128(PRECISION, DIGITS)
    return pa.Array.from_buffers(kind, len(value), [mask, pa.py_buffer(halves.tobytes())])
