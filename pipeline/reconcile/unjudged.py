"""Figures that cannot be judged, said once for all that the same cells hold up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.recompute import Block, Recomputed, Role
from pipeline.recompute.scores import score_cell
from schemas.cell import Area, Cell
from schemas.finding import Finding, Text
from schemas.outcome import Line
from schemas.tables import Tables
from schemas.terms import Quantity, State, Status

MOST_CELLS = 2_000
"""Score cells looked at for one finding; the indicators and units that it names are complete beyond that."""

REASONS = {
    "missing": Text("a score is missing", "ไม่มีคะแนน"),
    "unreadable": Text("a score cannot be read", "อ่านคะแนนไม่ได้"),
    "figure": Text("no number stands in its cell", "ไม่มีตัวเลขในเซลล์"),
    "grade": Text("the rule pack does not know this grade", "ชุดเกณฑ์ไม่มีระดับผลการประเมินนี้"),
    "nothing": Text("no indicator counts for this unit", "หน่วยงานนี้ไม่มีตัวชี้วัดที่นำมาคิดคะแนน"),
    "meaning": Text(
        "it is neither the average nor the total of the units' figures",
        "ไม่ตรงทั้งกับค่าเฉลี่ยและผลรวมของหน่วยงาน",
    ),
    "method": Text(
        "most scores of the table do not follow from the results and levels shown",
        "คะแนนส่วนใหญ่ในตารางไม่เป็นไปตามผลการดำเนินงานและค่าเป้าหมายที่แสดง",
    ),
}


def unjudged_findings(
    recomputed: Recomputed, tables: Tables, block: Block, lines: Sequence[Line]
) -> list[Finding]:
    """Return one not-computable finding per table and cause: the same score cells, or the same reason."""
    groups: dict[tuple[str, tuple[int, ...]], list[Line]] = defaultdict(list)
    for line in lines:
        if line.status is Status.NOT_COMPUTABLE and line.cell is not None:
            groups[_reason(recomputed, block, line)].append(line)
    findings = []
    for (reason, indicators), members in groups.items():
        cells = tuple(line.cell for line in members if line.cell is not None)
        unit_rows = sorted({line.unit for line in members if line.unit})
        area = Area.of([c for c in cells if c.sheet == cells[0].sheet])
        findings.append(
            Finding(
                "not-computable",
                block.info.workbook,
                block.info.table,
                area,
                unit_rows[0] if len(unit_rows) == 1 else None,
                members[0].indicator if len({m.indicator for m in members}) == 1 else None,
                subject="" if reason in ("missing", "unreadable") else reason,
                values={
                    "count": len(members),
                    "reason": REASONS[reason],
                    "units": tuple(_codes(tables, block, unit_rows)),
                    "indicators": tuple(_numbers(tables, block, indicators)),
                },
                cells=(*cells, *_score_cells(tables, block, unit_rows, indicators)),
            )
        )
    return findings


def _reason(recomputed: Recomputed, block: Block, line: Line) -> tuple[str, tuple[int, ...]]:
    if line.unit is None:
        return ("meaning" if line.recomputed is not None else "figure"), ()
    roles = block.matrix(recomputed.roles)[:, line.unit - 1]
    for role, reason in ((Role.UNREADABLE, "unreadable"), (Role.MISSING, "missing")):
        at = (roles == role).nonzero()[0].tolist()
        if at and (line.indicator is None or line.indicator - 1 in at):
            return reason, tuple(n + 1 for n in at)
    if line.quantity is Quantity.SCORE:
        return "method", ()
    if line.recomputed is None:
        return "nothing", ()
    return ("grade" if line.quantity is Quantity.GRADE else "figure"), ()


def _codes(tables: Tables, block: Block, units: Sequence[int]) -> list[str]:
    codes = tables.units["code"].to_numpy(object)
    return [str(codes[block.unit + unit - 1]) for unit in units]


def _numbers(tables: Tables, block: Block, indicators: Sequence[int]) -> list[str]:
    numbers = tables.indicators["number"].to_numpy(object)
    titles = tables.indicators["title"].to_numpy(object)
    rows = [block.indicator + n - 1 for n in indicators]
    return [str(numbers[row] or titles[row]) for row in rows]


def _score_cells(tables: Tables, block: Block, units: Sequence[int], indicators: Sequence[int]) -> list[Cell]:
    """Return the score cells that hold figures up; none where they are too many, for each has its own finding."""
    if len(units) * len(indicators) > MOST_CELLS:
        return []
    state = tables.scores["state"].to_numpy()
    rows = [block.row + (n - 1) * block.units + unit - 1 for n in indicators for unit in units]
    return [score_cell(tables, row) for row in rows if state[row] != State.SCORED]
