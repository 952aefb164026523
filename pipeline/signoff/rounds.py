"""Two rounds of a workbook side by side: which reported figures changed between their result documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.signoff.judgement import parsed
from schemas.case import FigureChange
from schemas.thai import key


class _Figure(NamedTuple):
    unit: str
    quantity: str
    reported: str
    recomputed: str
    status: str


def figure_changes(before: bytes, after: bytes) -> list[FigureChange]:
    """Return the reported figures that differ, in the later document's order, then those that are gone.

    Figures are matched by table, unit code, indicator number and quantity; a code that stands more than once
    is matched in order.
    """
    old, new = dict(_figures(parsed(before))), dict(_figures(parsed(after)))
    changes = []
    for where, now in new.items():
        then = old.get(where)
        if then is None or then.reported != now.reported:
            earlier = then.reported if then is not None else ""
            changes.append(
                FigureChange(now.unit, now.quantity, earlier, now.reported, now.recomputed, now.status)
            )
    for where, then in old.items():
        if where not in new:
            changes.append(FigureChange(then.unit, then.quantity, then.reported, "", "", ""))
    return changes


def _figures(document: dict[str, Any]) -> Iterator[tuple[tuple[str, str, str, str, int], _Figure]]:
    for table in document["workbooks"][0]["tables"]:
        codes = {unit["position"]: unit["code"] for unit in table["units"]}
        numbers = {one["position"]: one["number"] for one in table["indicators"]}
        seen: dict[tuple[str, str, str, str], int] = {}
        for line in table["reconciliation"]:
            if line["reported"] is None:
                continue
            unit = str(codes.get(line["unit"]) or "")
            indicator = str(numbers.get(line["indicator"]) or "")
            where = (str(table["id"]), key(unit), indicator, str(line["quantity"]))
            seen[where] = seen.get(where, 0) + 1
            label = f"{unit} {indicator}".strip()
            recomputed = "" if line["recomputed"] is None else str(line["recomputed"])
            figure = _Figure(label, line["quantity"], str(line["reported"]), recomputed, line["status"])
            yield (*where, seen[where]), figure
