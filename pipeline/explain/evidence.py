"""What other stages found, as evidence for a cause: formulas that omit cells, cached values, typed numbers, texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from schemas.cell import Cell
from schemas.finding import AnyFinding, Finding


@dataclass(slots=True)
class Evidence:
    """Evidence of one table. omitted: score cells that a summary formula leaves out. stale, typed: figure cells.

    text: whether numbers of the workbook are stored as text.
    """

    omitted: set[Cell] = field(default_factory=set)
    stale: dict[Cell, Finding] = field(default_factory=dict)
    typed: set[Cell] = field(default_factory=set)
    text: bool = False


def gather(findings: Sequence[AnyFinding]) -> dict[tuple[int, int | None], Evidence]:
    """Return the evidence by (workbook, table); table None speaks of the whole workbook."""
    found: dict[tuple[int, int | None], Evidence] = defaultdict(Evidence)
    for finding in findings:
        if not isinstance(finding, Finding):
            if finding.name == "number-as-text":
                found[finding.workbook, finding.table].text = True
            continue
        evidence = found[finding.workbook, finding.table]
        if finding.name == "formula-omits-row":
            evidence.omitted.update(c for c in _cells(finding.values.get("left_out_cells")))
        elif finding.name == "stale-formula":
            evidence.stale.update((cell, finding) for cell in _places(finding))
        elif finding.name == "hard-coded-figure":
            evidence.typed.update(_places(finding))
        elif finding.name == "number-as-text":
            evidence.text = True
    return found


def of_table(gathered: dict[tuple[int, int | None], Evidence], workbook: int, table: int) -> Evidence:
    """Return what speaks of one table, what is said of its whole workbook included."""
    own, whole = gathered.get((workbook, table), Evidence()), gathered.get((workbook, None), Evidence())
    return Evidence(
        own.omitted | whole.omitted,
        {**whole.stale, **own.stale},
        own.typed | whole.typed,
        own.text or whole.text,
    )


def _places(finding: Finding) -> list[Cell]:
    if finding.cells:
        return list(finding.cells)
    return [finding.area.first] if finding.area else []


def _cells(value: object) -> list[Cell]:
    return [c for c in value if isinstance(c, Cell)] if isinstance(value, tuple | list) else []
