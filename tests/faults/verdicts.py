"""What was said of a seeded book against what had to be said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from schemas.cell import parse_a1
from tests.faults.seeded import Seeded, mismatches


@dataclass(frozen=True)
class Judged:
    """One seeded book judged. flagged: exactly the wrong cells; the rest of causes, None where not asked."""

    seeded: Seeded
    missed: tuple[str, ...]
    false_alarms: tuple[str, ...]
    first: bool | None
    shown: bool | None
    confident: bool | None
    """For a figure that no cause explains: whether one was offered as explained all the same."""
    causes: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        return not self.missed and not self.false_alarms


def judged(seeded: Seeded, found: Mapping[str, Any]) -> Judged:
    """Compare one workbook's result with its fault."""
    lines = [line for table in found["tables"] for line in table["reconciliation"]]
    unclear = {c.here for c in seeded.unclear}
    wrong = {f.cell.here: f for f in (*mismatches(seeded.book.tables), *_grades(seeded))}
    said = {
        line["cell"]: line for line in lines if line["status"] == "mismatch" and line["cell"] not in unclear
    }
    missed = [f"{f.quantity} {cell}" for cell, f in wrong.items() if cell not in said and cell not in unclear]
    alarms = [f"{line['quantity']} {cell}" for cell, line in said.items() if cell not in wrong]
    names, extra = _findings(seeded, found, set(wrong) | unclear)
    missed += [f.name for f in seeded.findings if not names.get(f.name) or not _covered(f, names[f.name])]
    firsts, shows = [], []
    causes: list[str] = []
    for figure in seeded.primary if seeded.cause else ():
        offered = said.get(figure.cell.here, {}).get("causes", [])
        causes.append("+".join(c["name"] for c in offered[:4]) or "none")
        right = [_right(c, seeded) for c in offered]
        firsts.append(right[:1] == [True])
        shows.append(any(right))
    confident = None
    if seeded.unexplainable:
        assessments = [said.get(f.cell.here, {}).get("assessment") for f in seeded.primary]
        causes = [f"{a}" for a in assessments]
        confident = "explained" in assessments
    return Judged(
        seeded,
        tuple(missed),
        (*alarms, *extra),
        all(firsts) if seeded.cause else None,
        all(shows) if seeded.cause else None,
        confident,
        tuple(causes),
    )


def _grades(seeded: Seeded) -> list[Any]:
    return [f for t in seeded.book.tables for f in t.reported if f.quantity == "grade" and f.value != f.exact]


def _right(cause: Mapping[str, Any], seeded: Seeded) -> bool:
    """A cause is right by its name, or by an equivalent it names that is the same in exact arithmetic."""
    if not cause.get("reproduces", True) and cause["name"] != "partial-sheet":
        return False  # what is missing from a partial sheet can be anything
    if cause["name"] == seeded.cause:
        return True
    return seeded.cause in cause.get("equivalents", ()) and cause["name"] in seeded.same


def _findings(
    seeded: Seeded, found: Mapping[str, Any], cells: set[str]
) -> tuple[dict[str, list[Mapping[str, Any]]], list[str]]:
    """Return the findings by name, and those above info that nothing in the book calls for."""
    wanted = {f.name for f in seeded.findings} | {f.name for f in seeded.book.findings}
    names: dict[str, list[Mapping[str, Any]]] = {}
    extra = []
    for finding in found["findings"]:
        name = finding["name"]
        names.setdefault(name, []).append(finding)
        about = name.endswith("-mismatch") or name == "impossible-figure"
        if finding["severity"] == "info" or name in wanted | seeded.allowed | seeded.book.allowed:
            continue
        if about and (finding["cell"] in cells or _inside(cells, finding)):
            continue
        extra.append(f"{name} {finding['cell']}")
    return names, extra


def _inside(cells: set[str], finding: Mapping[str, Any]) -> bool:
    """Tell whether a finding over a range starts at one of the cells or covers one."""
    return any(_covers(finding, cell) for cell in cells)


def _covered(expected: Any, findings: list[Mapping[str, Any]]) -> bool:
    """Tell whether every cell of an expected finding lies in one of those found."""
    covered = [any(_covers(f, c.here) for f in findings) for c in expected.cells]
    return any(covered) if expected.either else all(covered)


def _covers(finding: Mapping[str, Any], cell: str) -> bool:
    if finding["cell"] == cell or cell in (finding.get("cells") or ()):
        return True
    area = finding.get("range") or finding["cell"]
    if not area:
        return False
    first, _, last = area.partition(":")
    (top, left), (bottom, right) = parse_a1(first), parse_a1(last or first)
    row, col = parse_a1(cell)
    return top <= row <= bottom and left <= col <= right
