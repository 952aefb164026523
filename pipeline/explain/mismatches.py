"""Every mismatch as a finding: one for all units that one cause explains, else one a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from pipeline.explain.inverse import ratios_said
from pipeline.explain.tell import Names, listed
from rules.catalogue import CATALOGUE
from schemas.cell import Area
from schemas.finding import Finding, Text
from schemas.outcome import Line
from schemas.terms import Assessment, Status
from schemas.words import fill


def mismatch_findings(
    lines: Sequence[tuple[int, Line]], shared: dict[int, object], names: Names
) -> Iterator[Finding]:
    """Yield the <quantity>-mismatch findings of one table.

    lines: with their indexes among all lines. shared: index → key of the edit that explains several of them.
    """
    groups: dict[object, list[tuple[int, Line]]] = {}
    for index, line in lines:
        if line.status is Status.MISMATCH and line.cell is not None:
            key = shared.get(index)
            groups.setdefault((line.quantity, index) if key is None else (line.quantity, "", key), []).append(
                (index, line)
            )
    for members in groups.values():
        yield _one(*members[0], names) if len(members) == 1 else _several(members, names)


def _one(index: int, line: Line, names: Names) -> Finding:
    assert line.cell is not None
    exact = line.recomputed
    expected = names.shown(exact, line) if isinstance(exact, Fraction) else exact
    code = names.codes[line.unit - 1] if line.unit else ""
    who = f"{code} {names.numbers[line.indicator - 1]}" if line.indicator else code
    values: dict[str, object] = {
        "who": who,
        "reported": line.reported or "",
        "expected": expected if expected is not None else "",
        "quantity": CATALOGUE.words[f"quantity.{line.quantity.value}"],
    }
    cause = line.causes[0] if line.causes else None
    consequence = [
        fill(CATALOGUE.words[key], {"from": change[0], "to": change[1]})
        for key, change in (
            ("cause.changes-grade", line.grade_change),
            ("cause.changes-rank", line.rank_change),
        )
        if change is not None
    ]
    consequence += ratios_said(line)
    what = fill(CATALOGUE.words["cause.one-figure"], values)
    return Finding(
        name=f"{line.quantity.value.replace('_', '-')}-mismatch",
        workbook=line.workbook,
        table=line.table,
        area=Area(*line.cell, line.cell.row, line.cell.col),
        unit=line.unit,
        indicator=line.indicator,
        reported=line.reported,
        expected=expected,
        values={
            "what": what,
            "cause": _joined([cause.message, *consequence] if cause else consequence),
            "name": cause.name if cause else "",
            "count": 1,
        },
        cells=(line.cell,),
        line=index,
        lines=(index,),
    )


def _joined(texts: Sequence[Text]) -> Text:
    return Text(" ".join(t.en for t in texts), " ".join(t.th for t in texts))


def _several(members: Sequence[tuple[int, Line]], names: Names) -> Finding:
    """Return one finding for the units that one cause explains."""
    first = members[0][1]
    cause, cells = first.causes[0], [line.cell for _, line in members if line.cell is not None]
    on_sheet = [cell for cell in cells if cell.sheet == cells[0].sheet]
    codes = tuple(names.codes[line.unit - 1] for _, line in members if line.unit)
    values: dict[str, object] = {
        "count": len(members),
        "units": listed(range(len(codes)), codes, either=False),
        "quantity": CATALOGUE.words[f"quantity.{first.quantity.value}"],
        "title": CATALOGUE.causes[cause.name].title,
        "unit": codes[0] if codes else "",
        "example": cause.message,
    }
    subject = cause.name
    rows = cause.values.get("indicators")
    if isinstance(rows, tuple) and not cause.equivalents and len(rows) == 1:
        subject = f"{cause.name} {rows[0]}"
    return Finding(
        name=f"{first.quantity.value.replace('_', '-')}-mismatch",
        workbook=first.workbook,
        table=first.table,
        area=Area.of(on_sheet),
        subject=subject,
        values={
            "what": fill(CATALOGUE.words["cause.several-figures"], values),
            "cause": _several_words(members, values),
            "name": cause.name,
            "count": len(members),
            "units": codes,
        },
        cells=tuple(cells),
        line=members[0][0],
        lines=tuple(index for index, _ in members),
    )


def _several_words(members: Sequence[tuple[int, Line]], values: dict[str, object]) -> Text:
    """Return the words of a cause that several figures share; on a partial sheet the bound says more than one case."""
    first = members[0][1]
    cause = first.causes[0]
    if first.assessment is Assessment.CONTRADICTED and "best" in cause.values:
        best = sorted({b for _, n in members if isinstance(b := n.causes[0].values["best"], Decimal)})
        lowest = min(n.reported for _, n in members if isinstance(n.reported, Decimal))
        more = {**values, "which": cause.values["which"], "lowest": lowest}
        more["best"] = listed(range(len(best)), [format(b, "f") for b in best], either=True)
        return fill(CATALOGUE.words["cause.zeros-on-partial-sheet"], more)
    return fill(CATALOGUE.words["cause.shared"], values)
