"""The parts that the documents of reconcile and of extract share: tool, rules, sheets, tables, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reports.jsontext import member, number_or_null, quoted, written
from reports.view.findings import FindingView
from reports.view.run import BookView, TableView
from schemas.finding import Text
from schemas.modes import TableModes
from schemas.outcome import Outcome
from schemas.rules import RulePack


def tool(outcome: Outcome) -> str:
    """Return the members that say what made the document."""
    return member("tool", {"name": "sobthan", "version": outcome.version})


def rules(pack: RulePack) -> str:
    """Return the member that says by which rules, with the policies in force."""
    p = pack.policies
    policies = {"zero": p.zero, "blank": p.blank, "dash": p.dash, "rounding": p.rounding}
    scale = {"low": pack.scale.low, "high": pack.scale.high, "factor": pack.scale.factor}
    record: dict[str, object] = {
        "name": pack.name,
        "sha256": pack.sha256,
        "policies": {k: v.value for k, v in policies.items()},
        "scale": scale,
        "weights": pack.weights,
    }
    if pack.roundings:
        record["rounding"] = {q.value: mode.value for q, mode in pack.roundings.items()}
    if pack.decimals:
        record["decimals"] = {q.value: digits for q, digits in pack.decimals.items()}
    if pack.tolerance:
        record["tolerance"] = pack.tolerance
    return member("rules", record)


def both(text: Text | None) -> dict[str, str] | None:
    """Return a text as the documents carry it."""
    return None if text is None else {"en": text.en, "th": text.th}


def sheets(book: BookView) -> Iterator[str]:
    """Yield one object a sheet: every sheet is accounted for."""
    for sheet in book.outcome.sheets:
        record: dict[str, object] = {
            "name": sheet.name,
            "visible": sheet.visible,
            "cells": sheet.cells,
            "used_as": sheet.used_as,
        }
        if sheet.reason is not None:
            record["reason"] = both(sheet.reason)
        yield written(record)


def table_head(table: TableView, book: BookView) -> str:
    """Return the members that say what a table is and where it stands."""
    info = table.info
    head: dict[str, object] = {
        "id": table.id,
        "layout": info.layout.value,
        "sheet": table.sheet,
        "range": table.range,
    }
    if info.round is not None:
        head["round"] = info.round
    if info.assessor is not None:
        head["assessor"] = info.assessor
    if info.packed:
        head["aligned_by_order"] = True
    names = book.run.names.sheets
    others = [names[info.workbook, s] for s in (*info.sheets, *info.summary_sheets) if s != info.sheet]
    if others:
        head["other_sheets"] = list(dict.fromkeys(others))
    return written(head)[1:-1]


def rounding(table: TableView) -> str:
    """Return the member that says what a table's figures tell of their rounding; empty where none may be rounded."""
    modes = TableModes.of(table.lines)
    if not modes.figures:
        return ""
    fits = [mode.value for mode in modes.fits]
    said = {"figures": modes.figures, "fits": fits, "told_apart": modes.telling > 0}
    return f" {member('rounding', said)},"


def units(table: TableView) -> Iterator[str]:
    """Yield one object a unit, in reading order."""
    for unit in table.units:
        yield f'{{"position": {unit.position}, "code": {quoted(unit.code)}, "cell": "{unit.cell}"}}'


def indicators(table: TableView) -> Iterator[str]:
    """Yield one object an indicator, in reading order."""
    for one in table.indicators:
        yield (
            f'{{"position": {one.position}, "number": {written(one.number)}, "title": {quoted(one.title)}, '
            f'"weight": {number_or_null(one.weight)}, "cell": "{one.cell}"}}'
        )


def findings(views: Iterable[FindingView]) -> Iterator[str]:
    """Return one object a finding, all of them, in reading order."""
    return map(finding, views)


def finding(view: FindingView) -> str:
    """Return one finding as an object on one line."""
    source = view.source
    sheet, cell, area = view.place.sheet, view.place.cell, view.place.range
    extra = f', "table": "t{source.table}"' if source.table else ""
    return (
        f'{{"name": "{source.name}", "severity": "{view.severity.value}", "id": {quoted(view.id)}, '
        f'"message": {{"en": {quoted(view.message.en)}, "th": {quoted(view.message.th)}}}, '
        f'"sheet": {written(sheet)}, "cell": {written(cell)}, "range": {written(area)}, '
        f'"unit": {written(source.unit)}, "indicator": {written(source.indicator)}, '
        f'"reported": {written(source.reported)}, "expected": {written(source.expected)}{extra}}}'
    )


def array(name: str, members: Iterable[str], indent: int) -> Iterator[str]:
    """Yield `"name": [ … ]` with one member a line, as it comes."""
    yield f'{" " * indent}"{name}": ['
    separator = "\n"
    for text in members:
        yield f"{separator}{' ' * (indent + 1)}{text}"
        separator = ",\n"
    yield "]"
