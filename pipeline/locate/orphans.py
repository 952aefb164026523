"""Values that belong to no unit or to no indicator: named with their place, never dropped."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.locate.columns import Columns
from pipeline.locate.facts import Facts
from pipeline.locate.packed import Packed
from pipeline.locate.rows import RowReading
from pipeline.locate.view import View
from schemas.cell import Area
from schemas.finding import Finding
from schemas.layout import ColumnRole, Layout, RowRole


def orphans(
    view: View,
    columns: Columns,
    rows: RowReading,
    stray: list[Facts],
    packed: Sequence[Packed],
    layout: Layout,
) -> list[Finding]:
    """Return one finding for each run of columns without a unit, and one for each row without an indicator."""
    consumed = {(p.i, p.j) for row in packed for p in row.places}
    lines = [f.i for f in rows.indicators] + [f.i for f in rows.summaries]
    lines += [i for i, r in rows.roles.items() if r is RowRole.SUBTOTAL]
    by_column: dict[int, list[int]] = {}
    for c in columns.of(ColumnRole.ORPHAN):
        held = sorted(i for i in lines if view.rows[i][c.j] != "" and (i, c.j) not in consumed)
        if held:
            by_column[c.j] = held
    findings = []
    run: list[int] = []
    for j in sorted(by_column):
        if run and j != run[-1] + 1:
            findings.append(_columns(view, run, by_column))
            run = []
        run.append(j)
    if run:
        findings.append(_columns(view, run, by_column))
    findings += [_row(view, f, columns) for f in stray]
    return findings


def _columns(view: View, run: list[int], by_column: dict[int, list[int]]) -> Finding:
    lines = sorted({i for j in run for i in by_column[j]})
    a, b = view.where(lines[0], run[0]), view.where(lines[-1], run[-1])
    count = sum(len(by_column[j]) for j in run)
    return Finding(
        "orphan-values",
        area=Area(view.sheet, *a, *b),
        subject="columns",
        values={"columns": len(run), "rows": len(lines), "count": count},
    )


def _row(view: View, f: Facts, columns: Columns) -> Finding:
    held = [c.j for c in columns.values if view.rows[f.i][c.j] != ""]
    a, b = view.where(f.i, held[0]), view.where(f.i, held[-1])
    return Finding(
        "orphan-values",
        area=Area(view.sheet, *a, *b),
        subject=f"row {f.label.key}".strip(),
        values={"columns": len(held), "rows": 1, "count": len(held)},
    )
