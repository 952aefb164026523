"""Typed numbers among formulas: figures that no longer follow the cells they should be made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from math import isfinite
from typing import NamedTuple

from pipeline.formulas.engine import Engine, shown
from pipeline.formulas.parse import Formula
from pipeline.formulas.places import TablePlaces
from pipeline.formulas.values import NotVerifiedError
from pipeline.formulas.words import NOTHING, evidence, label, repeated, word
from schemas.cell import Area, Cell
from schemas.exact import decimal_of_float
from schemas.finding import Finding, Severity
from schemas.terms import DECLARED_OUT, LayoutKind

LEAST_FORMULAS = 2
SCORES_APART = 3
"""Scores may well be typed here and calculated there; one typed is odd only among three times as many."""


@dataclass(frozen=True, slots=True)
class _Series:
    """Cells that should be made alike: one figure across units, or a form's column down its indicators."""

    subject: str
    least: int
    """How many formulas a typed number needs beside it to be odd."""
    members: tuple[tuple[Cell, int, int], ...]
    """(cell, unit or 0, indicator or 0)"""


class _Member(NamedTuple):
    """One typed number. computed: what the formula of its neighbours would give there."""

    cell: Cell
    unit: int
    indicator: int
    typed: Decimal
    computed: Decimal | str | None


@dataclass(slots=True)
class _Found:
    subject: str
    formulas: int
    total: int
    members: list[_Member] = field(default_factory=list)
    own_base: list[_Member] = field(default_factory=list)
    """Of units that the others' formula does not fit."""


def hard_coded_figures(engine: Engine, tables: list[TablePlaces], workbook: int) -> list[Finding]:
    """Return `hard-coded-figure` for each series in which formulas are as many as typed numbers or more.

    Where every unit with indicators declared out has a typed figure, the formula of the others is not meant for
    such units: those are put on record only (info), apart and uncounted.
    """
    findings = []
    for place in tables:
        told: set[Cell] = set()
        for series in (*_figures(place), *_scores(engine, place)):
            found = _typed(engine, place, series, told)
            told.update(member.cell for member in (*found.members, *found.own_base))
            for members, severity in ((found.members, None), (found.own_base, Severity.INFO)):
                if members:
                    findings.append(_finding(engine, workbook, place.info.table, found, members, severity))
    return findings


def _declared_out(place: TablePlaces, unit: int) -> bool:
    return bool(unit) and any(state in DECLARED_OUT for state in place.states[:, unit - 1].tolist())


def _figures(place: TablePlaces) -> Iterator[_Series]:
    """Yield the reported figures: of one quantity across units, then down the indicators of one unit."""
    across: dict[tuple[str, int, int, int], list[tuple[Cell, int, int]]] = {}
    down: dict[tuple[str, int, int, int], list[tuple[Cell, int, int]]] = {}
    for figure in place.figures:
        cell, name = figure.cell, figure.quantity.value
        line = cell.col if place.info.transposed else cell.row
        member = cell, figure.unit, figure.indicator
        if figure.unit:
            across.setdefault((name, figure.indicator, cell.sheet, line), []).append(member)
        if figure.indicator:
            other = cell.row if place.info.transposed else cell.col
            down.setdefault((name, figure.unit, cell.sheet, other), []).append(member)
    for (name, *_), members in (*across.items(), *down.items()):
        yield _Series(name, 1, tuple(members))


def _scores(engine: Engine, place: TablePlaces) -> Iterator[_Series]:
    """Yield the scores of one indicator across units; of a form also those down its indicators."""
    lines = Counter(
        (sheet, col if place.info.transposed else row)
        for sheet in {place.info.sheet, *place.info.sheets}
        for row, col in engine.cells.grid(sheet).formulas
    )
    if not lines:
        return
    height, width = place.rows.shape
    across = place.cols if place.info.transposed else place.rows
    for indicator in range(height if width > 1 else 0):
        at = zip(place.sheets[indicator].tolist(), across[indicator].tolist(), strict=True)
        if max((lines[line] for line in set(at)), default=0) >= LEAST_FORMULAS:
            cells = zip(
                place.sheets[indicator].tolist(),
                place.rows[indicator].tolist(),
                place.cols[indicator].tolist(),
                strict=True,
            )
            members = tuple((Cell(*cell), unit, indicator + 1) for unit, cell in enumerate(cells, 1))
            yield _Series("score", SCORES_APART, members)
    if place.info.layout is LayoutKind.FORM:
        for unit in range(1, width + 1):
            yield _Series(
                "score", SCORES_APART, tuple((m.cell, unit, m.indicator) for m in place.scores(unit))
            )


def _typed(engine: Engine, place: TablePlaces, series: _Series, told: set[Cell]) -> _Found:
    """Return the typed numbers of a series that formulas outnumber, with what those would give there."""
    formulas: list[Formula] = []
    typed: list[tuple[Cell, int, int, float]] = []
    fits_all = False
    for cell, unit, indicator in series.members:
        raw = engine.cells.grid(cell.sheet).value(cell.row, cell.col)
        formula = engine.formula(cell)
        if formula is not None:
            formulas.append(formula)
            fits_all = fits_all or _declared_out(place, unit)
        elif isinstance(raw, int | float) and not isinstance(raw, bool) and isfinite(raw):
            typed.append((cell, unit, indicator, raw))
    found = _Found(series.subject, len(formulas), len(formulas) + len(typed))
    if not typed or len(formulas) < LEAST_FORMULAS:
        return found
    usual = Counter(f.form for f in formulas).most_common(1)[0][0]
    theirs = next(f for f in formulas if f.form == usual)
    for cell, unit, indicator, raw in typed:
        member = _Member(cell, unit, indicator, decimal_of_float(raw), _would(engine, theirs, cell))
        own_base = not fits_all and _declared_out(place, unit)
        (found.own_base if own_base else found.members).append(member)
    if len(formulas) < series.least * len(found.members):
        return _Found(series.subject, found.formulas, found.total)
    found.members = [member for member in found.members if member.cell not in told]
    found.own_base = [member for member in found.own_base if member.cell not in told]
    return found


def _would(engine: Engine, formula: Formula, cell: Cell) -> Decimal | str | None:
    """Return what the neighbours' formula would give in a cell; None where that cannot be said."""
    try:
        return shown(engine.value(formula, cell))
    except NotVerifiedError:
        return None


def _finding(
    engine: Engine,
    workbook: int,
    table: int,
    found: _Found,
    members: list[_Member],
    severity: Severity | None,
) -> Finding:
    cells = tuple(member.cell for member in members)
    first = members[0]
    units, indicators = {m.unit for m in members}, {m.indicator for m in members}
    book = engine.cells.book
    return Finding(
        "hard-coded-figure",
        workbook,
        table,
        Area.of([cell for cell in cells if cell.sheet == cells[0].sheet]),
        unit=units.pop() or None if len(units) == 1 else None,
        indicator=indicators.pop() or None if len(indicators) == 1 else None,
        reported=first.typed,
        expected=first.computed,
        subject=found.subject if severity is None else f"{found.subject} of another base",
        values={
            "label": label(book.sheets[first.cell.sheet], first.cell),
            "formulas": found.formulas,
            "total": found.total,
            "would": NOTHING if first.computed is None else word("would", value=first.computed),
            "repeated": repeated(len(cells)),
            "evidence": evidence(book, cells),
            "typed": tuple(m.typed for m in members),
            "computed": tuple("" if m.computed is None else m.computed for m in members),
        },
        cells=cells,
        severity=severity,
    )
