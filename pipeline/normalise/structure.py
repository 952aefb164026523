"""Faults of structure that the tables show: units and indicators twice, gaps, units without scores or figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import numpy as np

from pipeline.normalise.figures import Figure
from pipeline.normalise.scores import Block, Scored
from pipeline.numbering import Numbered, numbered
from rules.catalogue import CATALOGUE
from schemas.cell import Area, Cell
from schemas.finding import Finding, Severity
from schemas.layout import IndicatorRow, Layout, UnitColumns
from schemas.rules import RulePack
from schemas.terms import DECLARED_OUT, Quantity, State
from schemas.thai import key


def structure_findings(
    members: list[list[Layout]],
    blocks: list[Block],
    scored: Scored,
    figures: dict[tuple[int, int], list[Figure]],
    pack: RulePack,
) -> Iterator[Finding]:
    """Yield the faults of every table's structure, table by table."""
    start = 0
    for parts, block in zip(members, blocks, strict=True):
        end = start + len(block.values)
        states = scored.states[start:end].reshape(-1, block.units)
        start = end
        table = _Table(
            block.workbook, block.table, parts, states, figures.get((block.workbook, block.table), [])
        )
        yield from _duplicate_units(table)
        yield from _duplicate_indicators(table)
        empty = set((np.flatnonzero((states == State.BLANK).all(axis=0)) + 1).tolist())
        yield from _without_scores(table, empty)
        yield from _missing_figures(table, empty)
        yield from _gaps(table, pack)


class _Table:
    __slots__ = ("figures", "indicators", "number", "parts", "states", "units", "workbook")

    def __init__(
        self, workbook: int, number: int, parts: list[Layout], states: np.ndarray, figures: list[Figure]
    ) -> None:
        self.workbook = workbook
        self.number = number
        self.parts = parts
        self.states = states
        self.figures = figures
        self.units: tuple[UnitColumns, ...] = parts[0].units
        self.indicators: list[tuple[Layout, IndicatorRow]] = [(p, i) for p in parts for i in p.indicators]

    def unit_area(self, unit: UnitColumns) -> Area | None:
        if not unit.row:
            return None
        return Area(self.parts[0].sheet, unit.row, unit.col, unit.row, unit.col)

    def indicator_area(self, position: int) -> Area:
        part, indicator = self.indicators[position - 1]
        row, col = indicator.row, indicator.col
        if part.transposed:
            row, col = col, row
        return Area(part.sheet, row, col, row, col)


def _duplicate_units(table: _Table) -> Iterator[Finding]:
    keys = [key(u.code) for u in table.units]
    if len(set(keys)) == len(keys):
        return
    first: dict[str, int] = {}
    told = set()
    for position, (name, unit) in enumerate(zip(keys, table.units, strict=True), 1):
        if name not in first:
            first[name] = position
        elif name not in told:
            told.add(name)
            places = [u for k, u in zip(keys, table.units, strict=True) if k == name]
            sheet = table.parts[0].sheet
            yield Finding(
                "duplicate-unit",
                table.workbook,
                table.number,
                table.unit_area(unit),
                unit=position,
                values={
                    "code": unit.code,
                    "count": len(places),
                    "first": Cell(sheet, places[0].row, places[0].col),
                },
                cells=tuple(Cell(sheet, u.row, u.col) for u in places[1:]),
            )


def _duplicate_indicators(table: _Table) -> Iterator[Finding]:
    """The same number, or without numbers the same title, twice; a count that starts anew in each group is none."""
    first: dict[tuple[object, ...], int] = {}
    for position, (part, indicator) in enumerate(table.indicators, 1):
        plain = indicator.number is None or "." not in indicator.number
        where = (part.sheet, indicator.group) if plain else ()
        name = key(indicator.number) if indicator.number else key(indicator.title)
        if not name:
            continue
        known = first.setdefault((name, *where), position)
        if known != position:
            area = table.indicator_area(known)
            yield Finding(
                "duplicate-indicator",
                table.workbook,
                table.number,
                table.indicator_area(position),
                indicator=position,
                values={"name": indicator.number or indicator.title, "first": area.first},
            )


def _without_scores(table: _Table, empty: set[int]) -> Iterator[Finding]:
    for position in sorted(empty):
        unit = table.units[position - 1]
        yield Finding(
            "unit-without-scores",
            table.workbook,
            table.number,
            table.unit_area(unit),
            unit=position,
            values={"code": unit.code, "count": len(table.indicators)},
        )


def _missing_figures(table: _Table, empty: set[int]) -> Iterator[Finding]:
    """Units that lack a figure which other units have; quantities that the same units lack are one finding."""
    have: dict[Quantity, dict[int, Figure]] = defaultdict(dict)
    for figure in table.figures:
        if not figure.indicator and figure.unit:
            have[figure.quantity].setdefault(figure.unit, figure)
    lacking: dict[tuple[int, ...], list[Quantity]] = defaultdict(list)
    for quantity, figures in have.items():
        units = tuple(n for n in range(1, len(table.units) + 1) if n not in figures and n not in empty)
        if units:
            lacking[units].append(quantity)
    for units, quantities in lacking.items():
        cells = [_place(table, n, have[quantities[0]]) for n in units]
        yield Finding(
            "reported-missing",
            table.workbook,
            table.number,
            Area(*cells[0], cells[0].row, cells[0].col),
            unit=units[0] if len(units) == 1 else None,
            subject=" ".join(q.value for q in quantities),
            values={
                "units": tuple(table.units[n - 1].code for n in units),
                "count": len(units),
                "quantities": tuple(CATALOGUE.words[f"quantity.{q.value}"] for q in quantities),
            },
            cells=tuple(cells),
        )


def _place(table: _Table, unit: int, known: dict[int, Figure]) -> Cell:
    """Return where a missing figure would stand; in a packed row, the header cell of its unit."""
    one = table.units[unit - 1]
    part = table.parts[0]
    if not any(p.packed or p.listed for p in table.parts):
        across = Counter(
            (f.sheet, f.row, f.col - table.units[n - 1].col)
            if not part.transposed
            else (f.sheet, f.row - table.units[n - 1].row, f.col)
            for n, f in known.items()
        )
        sheet, row, col = across.most_common(1)[0][0]
        if sheet == part.sheet:
            return Cell(sheet, row + one.row, col) if part.transposed else Cell(sheet, row, one.col + col)
    return Cell(part.sheet, max(one.row, 1), max(one.col, 1))


def _parents(table: _Table) -> frozenset[tuple[object, ...]]:
    """Return every number that indicators stand under: 3 and 3.1 where there is a 3.1.2."""
    read = [found for _, i in table.indicators if i.number and (found := numbered(i.number))]
    return frozenset((f.prefix, *f.parts[:n]) for f in read for n in range(1, len(f.parts)))


def _divided(number: int, beside: Numbered, parents: frozenset[tuple[object, ...]]) -> bool:
    """Return whether a number beside another is there as its own sub-indicators: 2, 3.1, 3.2, 4."""
    return (beside.prefix, *beside.parts[:-1], number) in parents


def _gaps(table: _Table, pack: RulePack) -> Iterator[Finding]:
    """Numbers left out within a run of numbers: 1.1, 1.2, 1.4. Where they begin says nothing."""
    missing: list[str] = []
    at = 0
    last: dict[tuple[object, ...], int] = {}
    parents = _parents(table)
    for position, (_, indicator) in enumerate(table.indicators, 1):
        found = numbered(indicator.number) if indicator.number else None
        if found is None:
            continue
        prefix = (found.prefix, *found.parts[:-1], indicator.group if len(found.parts) == 1 else 0)
        now = found.parts[-1]
        before = last.get(prefix)
        last[prefix] = now
        if before is not None and 1 < now - before <= len(table.indicators):
            stem = "".join(f"{p}." for p in found.parts[:-1])
            left_out = [
                f"{found.prefix}{stem}{n}" for n in range(before + 1, now) if not _divided(n, found, parents)
            ]
            missing += left_out
            at = at or (position if left_out else 0)
    if not missing:
        return
    yield Finding(
        "indicator-gap",
        table.workbook,
        table.number,
        table.indicator_area(at),
        subject=" ".join(missing),
        values={"missing": tuple(missing), "count": len(missing)},
        severity=Severity.INFO if _full_marks_agree(table, pack) else None,
    )


def _full_marks_agree(table: _Table, pack: RulePack) -> bool:
    """Return whether every reported full mark is that of the indicators on the sheet."""
    out = np.isin(table.states, [int(s) for s in DECLARED_OUT]).sum(axis=0)
    found = [
        f for f in table.figures if f.quantity is Quantity.FULL_MARKS and f.unit and f.value.exact is not None
    ]
    n = len(table.indicators)
    return bool(found) and all(f.value.number == pack.scale.high * (n - int(out[f.unit - 1])) for f in found)
