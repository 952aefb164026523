"""Check the canonical tables against their schemas; what a submitter must mend becomes findings at its cells.

One fault is one finding: an indicator without any score is one finding over its row, a unit without any score is
another stage's finding alone, and a million failing cells are columns of one batch.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import pandas as pd
import pandera.pandas as pa
from numpy.typing import NDArray
from pandera.config import ValidationDepth, config_context

from pipeline.recompute import SHARES
from pipeline.recompute.blocks import Block, find_blocks
from pipeline.recompute.totals import table_weights
from schemas.cell import Area, Cell
from schemas.finding import AnyFinding, Finding, FindingBatch
from schemas.lean import lean
from schemas.models import FORMS, Bools, cell_rules, score_schema
from schemas.rules import RulePack
from schemas.tables import Tables
from schemas.terms import State

ALIKE = frozenset({"score-missing", "undeclared-dash", "error-cell"})
"""Findings whose cells all look the same, so that a whole row of them is one fault."""


class BrokenTablesError(Exception):
    """The canonical tables break their own contract: a bug of ingestion, never of the submitted file."""


def check(tables: Tables, pack: RulePack) -> list[AnyFinding]:
    """Hold every frame against its schema and return what breaks the hard contract, cell by cell.

    BrokenTablesError where the form of a frame itself is wrong.
    """
    broken = broken_rules(tables, pack)
    blocks = find_blocks(tables)
    findings: list[AnyFinding] = []
    if broken:
        rules = cell_rules(pack)
        unscored = _units_without_scores(tables, blocks)
        for name in broken:
            failing = ~rules[name](tables.scores)
            if name == "error-cell":
                failing &= ~_never_calculated(tables, failing)
            findings += _cell_findings(name, failing, unscored, tables, blocks)
    findings += _reported_errors(tables)
    for block in blocks:
        findings += _weight_sum(tables, block, pack)
    return findings


def broken_rules(tables: Tables, pack: RulePack) -> list[str]:
    """Return the names of the cell rules that some score breaks, in the order of the rules.

    Runs under a validation config of its own: no environment variable can switch it off.
    """
    rules = cell_rules(pack)
    failed: set[str] = set()
    depth = ValidationDepth.SCHEMA_AND_DATA
    with lean(), config_context(validation_enabled=True, validation_depth=depth):
        for name, schema in {**FORMS, "scores": score_schema(pack.scale, pack.policies)}.items():
            if name == "levels" and not len(tables.results):
                continue  # nothing is judged by them, and then they are not made
            failed |= _failed_checks(schema, getattr(tables, name), name, set(rules))
    return [name for name in rules if name in failed]


def _failed_checks(schema: pa.DataFrameSchema, frame: pd.DataFrame, name: str, rules: set[str]) -> set[str]:
    try:
        schema.validate(frame, lazy=True, inplace=True)
    except pa.errors.SchemaErrors as errors:
        failed = {str(check) for check in errors.failure_cases["check"]}
        crashed = errors.failure_cases["failure_case"].astype(str).str.contains("Error(", regex=False).any()
        if crashed or not failed <= rules:
            raise BrokenTablesError(f"{name}: {sorted(failed)}") from None
        return failed
    return set()


def _never_calculated(tables: Tables, failing: Bools) -> Bools:
    """Return which failing cells are formulas without a cached value: a finding of the formulas says so."""
    uncalculated = np.zeros(len(failing), np.bool_)
    if any(grid.uncached for book in tables.books for grid in book.sheets):
        rows = np.flatnonzero(failing)
        columns = [tables.scores[c].to_numpy()[rows].tolist() for c in ("workbook", "sheet", "row", "col")]
        for at, (workbook, sheet, row, col) in zip(rows.tolist(), zip(*columns, strict=True), strict=True):
            uncalculated[at] = (row, col) in tables.books[workbook].sheets[sheet].uncached
    return uncalculated


def _units_without_scores(tables: Tables, blocks: list[Block]) -> Bools:
    """Return the rows of units whose every score cell is blank: one finding of its own says so."""
    blank = tables.scores["state"].to_numpy() == State.BLANK
    rows = np.zeros(len(blank), np.bool_)
    for block in blocks:
        block.matrix(rows)[:] = block.matrix(blank).all(axis=0)
    return rows


def _cell_findings(
    name: str, failing: Bools, unscored: Bools, tables: Tables, blocks: list[Block]
) -> Iterator[AnyFinding]:
    """Yield one finding per indicator that fails for every unit, and one batch per table of all other cells."""
    for block in blocks:
        excused = block.matrix(unscored)
        mask = block.matrix(failing) & ~excused
        if not mask.any():
            continue
        whole = (mask | excused).all(axis=1) & (mask.sum(axis=1) > 1) & (name in ALIKE)
        yield from _whole_rows(name, tables, block, np.flatnonzero(whole))
        rows = np.flatnonzero((mask & ~whole[:, None]).ravel()) + block.row
        if len(rows):
            yield _batch(name, tables, block, rows)


def _whole_rows(name: str, tables: Tables, block: Block, indicators: NDArray[np.int64]) -> Iterator[Finding]:
    if len(indicators) == 0:
        return
    sheet, row, col = (block.matrix(tables.scores[c].to_numpy())[indicators] for c in ("sheet", "row", "col"))
    corners = (sheet[:, 0], row.min(axis=1), col.min(axis=1), row.max(axis=1), col.max(axis=1))
    areas = zip(*(corner.tolist() for corner in corners), strict=True)
    for indicator, area in zip(indicators.tolist(), areas, strict=True):
        yield Finding(name, block.info.workbook, block.info.table, Area(*area), indicator=indicator + 1)


def _batch(name: str, tables: Tables, block: Block, rows: NDArray[np.int64]) -> FindingBatch:
    scores = tables.scores
    sheets, at_rows, cols, units, indicators = (
        scores[c].to_numpy()[rows].astype(np.int32) for c in ("sheet", "row", "col", "unit", "indicator")
    )
    info = block.info
    return FindingBatch(name, info.workbook, info.table, sheets, at_rows, cols, units, indicators)


def _reported_errors(tables: Tables) -> Iterator[Finding]:
    """Yield an error-cell finding for every reported figure that is an error."""
    frame = tables.reported
    wrong = frame[frame["state"].to_numpy() == State.ERROR]
    columns = [
        wrong[c].tolist()
        for c in ("workbook", "table", "unit", "indicator", "sheet", "row", "col", "quantity")
    ]
    for workbook, table, unit, indicator, sheet, row, col, quantity in zip(*columns, strict=True):
        if (row, col) in tables.books[workbook].sheets[sheet].uncached:
            continue
        area = Area(sheet, row, col, row, col)
        yield Finding(
            "error-cell", workbook, table, area, unit or None, indicator or None, subject=str(quantity)
        )


def _weight_sum(tables: Tables, block: Block, pack: RulePack) -> Iterator[Finding]:
    """Yield a weight-sum finding where a table's weights sum neither to 100 nor to 1, or are required and absent."""
    info = block.info
    if pack.weights == "ignored" or (not info.weighted and pack.weights != "required"):
        return
    if not info.weighted:
        yield Finding(
            "weight-sum", info.workbook, info.table, info.area, expected=pack.weight_sum, values={"sum": 0}
        )
        return
    weights, unit = table_weights(tables, block, pack)
    total = Fraction(int(weights.sum()), unit)
    if total in (Fraction(pack.weight_sum), 1):
        return
    frame = tables.indicators.iloc[block.indicator_rows]
    weighed = frame[(frame["weight_row"] > 0) & (frame["weight_col"] > 0)]
    columns = [weighed[c].tolist() for c in ("sheet", "weight_row", "weight_col")]
    cells = [Cell(*at) for at in zip(*columns, strict=True)]
    area = Area.of([c for c in cells if c.sheet == cells[0].sheet]) if cells else info.area
    expected = pack.weight_sum if total > SHARES else 1
    values = {"sum": total, "whole": expected}
    yield Finding("weight-sum", info.workbook, info.table, area, expected=pack.weight_sum, values=values)
