"""The result of `compare` as JSON: one document, numbers as exact decimals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from reports.json_parts import both, rules
from reports.jsontext import member, quoted, written
from reports.options import Options
from reports.streams import write_pieces
from reports.view.compare import CompareView, Row
from schemas.catalogue import Catalogue
from schemas.cell import a1
from schemas.comparison import COMPARISON_VERSION, Compared, Comparison, Side, Spot
from schemas.finding import Severity


def write(comparison: Comparison, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the whole document as UTF-8."""
    write_pieces(document(CompareView(comparison, catalogue)), out)


def document(view: CompareView) -> Iterator[str]:
    """Yield the document in pieces of text; its form is fixed in schemas/comparison.schema.json."""
    one = view.comparison
    yield f'{{"schema_version": {quoted(COMPARISON_VERSION)},\n '
    yield member("tool", {"name": "sobthan", "version": one.version})
    yield f",\n {rules(one.rules)},\n {member('verdict', one.verdict.value)},\n "
    yield member("left", _source(one.left)) + ",\n "
    yield member("right", _source(one.right)) + ",\n "
    yield member("summary", _summary(view)) + ',\n "differences": ['
    number = 0
    for _, differences in view.groups():
        for difference in differences:
            yield ",\n  " if number else "\n  "
            yield written(_difference(view, view.row(difference)))
            number += 1
    yield '],\n "not_judged": ['
    for number, left_out in enumerate(one.not_judged):
        yield ", " if number else ""
        record = {"side": left_out.side.value, "file": left_out.file, "reason": both(view.why_not(left_out))}
        yield written(record)
    yield "]}\n"


def _source(compared: Compared) -> dict[str, object]:
    tables = [
        {
            "workbook": info.workbook - compared.first,
            "id": f"t{info.table}",
            "sheet": compared.books[info.workbook - compared.first].sheets[info.sheet].name,
            "round": info.round,
            "assessor": info.assessor,
        }
        for info in compared.tables
    ]
    books = [{"file": b.file, "sha256": b.sha256, "format": b.format} for b in compared.books]
    return {"workbooks": books, "tables": tables}


def _summary(view: CompareView) -> dict[str, object]:
    one = view.comparison
    counts = {name: len(found) for name, found in view.groups()}
    by_weight = {severity.value: 0 for severity in Severity}
    for name, count in counts.items():
        by_weight[view.severity(name).value] += count
    return {
        "units": one.units,
        "indicators": one.indicators,
        "scores": {"compared": one.scores.compared, "same": one.scores.same},
        "figures": {"compared": one.figures.compared, "same": one.figures.same},
        "differences": counts,
        "findings": by_weight,
        "not_compared": [{"side": s.value, "quantity": q.value} for s, q in one.unshared_quantities],
    }


def _difference(view: CompareView, row: Row) -> dict[str, object]:
    one = row.difference
    values = (one.left.value if one.left else None), (one.right.value if one.right else None)
    gap = values[1] - values[0] if values[0] is not None and values[1] is not None else None
    side = Side.LEFT if one.left else Side.RIGHT
    return {
        "name": one.name,
        "severity": row.severity.value,
        "id": one.id,
        "message": both(row.message),
        "of": one.subject.value,
        "unit": one.unit or None,
        "indicator": one.indicator or None,
        "quantity": one.quantity.value if one.quantity else None,
        "round": one.round,
        "assessor": one.assessor,
        "left": _spot(view, Side.LEFT, one.left),
        "right": _spot(view, Side.RIGHT, one.right),
        "difference": gap,
        "others": [_spot(view, side, spot) for spot in one.others],
    }


def _spot(view: CompareView, side: Side, spot: Spot | None) -> dict[str, object] | None:
    if spot is None:
        return None
    compared = view.comparison.left if side is Side.LEFT else view.comparison.right
    cell = spot.cell
    return {
        "workbook": spot.workbook,
        "table": f"t{spot.table}",
        "sheet": compared.books[spot.workbook].sheets[cell.sheet].name if cell else None,
        "cell": a1(cell.row, cell.col) if cell else None,
        "state": spot.state.label if spot.state is not None else None,
        "value": spot.value,
        "raw": spot.text,
    }
