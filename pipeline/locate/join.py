"""Parts become tables: indicators split over sheets are one table, totals elsewhere are attached by unit.

A part carries on an earlier one where the units are the same, the indicators are others, round and assessor
agree, and the earlier one has no figures of its own yet. Totals go to the table that has their units.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from pipeline.locate import said
from pipeline.locate.context import Context, Part
from schemas.cell import Area, Cell
from schemas.finding import Finding
from schemas.layout import SummaryFigure
from schemas.terms import LayoutKind

MOST = 0.6
"""Share of the totals' units that a table must have to be theirs."""


def joined(parts: list[Part], ctx: Context) -> tuple[list[list[Part]], list[Finding]]:
    """Return the parts of each table, its main part first, and findings about what could not be placed."""
    tables: list[list[Part]] = []
    for part in (p for p in parts if p.layout.indicators):
        table = next((t for t in reversed(tables) if _carries_on(t, part)), None)
        if table is None:
            tables.append([part])
        else:
            table.append(_placed(part, table[0]))
    findings: list[Finding] = []
    for part in (p for p in parts if not p.layout.indicators):
        findings += _attach(part, tables, ctx)
    return tables, findings


def _carries_on(table: list[Part], part: Part) -> bool:
    main = table[0]
    a, b = main.layout, part.layout
    if LayoutKind.FORM in (a.kind, b.kind) or any(p.closed for p in table):
        return False
    if not _same_side(part, main) or a.transposed != b.transposed:
        return False
    known = {n for p in table for n in p.numbers}
    return sorted(main.keys) == sorted(part.keys) and known.isdisjoint(part.numbers)


def _placed(part: Part, main: Part) -> Part:
    """Give a part the unit positions of its table's main part; units of one name go by their order."""
    positions = _positions(part.keys, main.keys)
    summary = tuple(
        replace(f, unit=positions[f.unit - 1] or 0)
        for f in part.layout.summary
        if f.unit and positions[f.unit - 1]
    )
    layout = replace(part.layout, unit_positions=tuple(p or 0 for p in positions), summary=summary)
    return replace(part, layout=layout)


def _positions(keys: tuple[str, ...], main: tuple[str, ...]) -> list[int | None]:
    places: dict[str, list[int]] = defaultdict(list)
    for n, key in enumerate(main, 1):
        places[key].append(n)
    seen: dict[str, int] = defaultdict(int)
    positions: list[int | None] = []
    for key in keys:
        there = places.get(key, [])
        positions.append(there[seen[key]] if seen[key] < len(there) else None)
        seen[key] += 1
    return positions


def _attach(part: Part, tables: list[list[Part]], ctx: Context) -> list[Finding]:
    """Give totals to the table of their units, or to the forms that each have one of them."""
    fitting = [t for t in tables if _share(part, t[0]) >= MOST]
    exact = [t for t in fitting if _same_side(part, t[0])]
    fitting = exact or fitting
    open_ = [t for t in fitting if not _has(t, part)]
    chosen = (open_ or fitting)[:1]
    forms = [t for t in tables if t[0].layout.kind is LayoutKind.FORM and t[0].keys[0] in part.keys]
    if not chosen and len(forms) > 1:
        chosen = forms
    if not chosen:
        return [_lost(part, part.layout.summary)] if tables and part.layout.summary else []
    placed: set[int] = set()
    for table in chosen:
        positions = _positions(part.keys, table[0].keys)
        placed |= {n for n, p in enumerate(positions, 1) if p}
        summary = tuple(
            replace(f, unit=positions[f.unit - 1] or 0) for f in part.layout.summary if positions[f.unit - 1]
        )
        kept = [n for n, p in enumerate(positions) if p]
        layout = replace(
            part.layout,
            summary=summary,
            units=tuple(part.layout.units[n] for n in kept),
            unit_positions=tuple(positions[n] or 0 for n in kept),
        )
        table.append(replace(part, layout=layout))
    findings = []
    lost = tuple(f for f in part.layout.summary if f.unit not in placed)
    if lost:
        findings.append(_lost(part, lost))
    if len(open_) > 1 and len(chosen) == 1:
        findings.append(_choice(part, open_, tables, ctx))
    return findings


def _share(part: Part, main: Part) -> float:
    known = set(main.keys)
    inside = sum(k in known for k in part.keys)
    return min(inside / len(part.keys), inside / len(main.keys)) if part.keys and main.keys else 0.0


def _same_side(part: Part, main: Part) -> bool:
    """Return whether round and assessor agree; what is not said agrees with anything."""
    a, b = part.layout, main.layout
    return (a.round is None or b.round in (None, a.round)) and (
        a.assessor is None or b.assessor in (None, a.assessor)
    )


def _has(table: list[Part], part: Part) -> bool:
    wanted = {f.quantity for f in part.layout.summary}
    return any(f.quantity in wanted for p in table for f in p.layout.summary)


def _lost(part: Part, figures: tuple[SummaryFigure, ...]) -> Finding:
    cells = [Cell(f.sheet, f.row, f.col) for f in figures]
    rows, columns = {c.row for c in cells}, {c.col for c in cells}
    return Finding(
        "orphan-values",
        area=Area.of(cells),
        subject=f"totals {part.layout.sheet}",
        values={"columns": len(columns), "rows": len(rows), "count": len(cells)},
        cells=tuple(cells[:12]),
    )


def _choice(part: Part, fitting: list[list[Part]], tables: list[list[Part]], ctx: Context) -> Finding:
    number = next(n for n, t in enumerate(tables, 1) if t is fitting[0])
    return Finding(
        "ambiguous-alignment",
        area=part.layout.area,
        subject="totals",
        values=said.reading(
            "totals", sheet=ctx.book.sheets[part.layout.sheet].name, count=len(fitting), chosen=f"t{number}"
        ),
    )
