"""Sums per unit in exact integers: what is counted, the points, the weights, the products of both."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.recompute.blocks import Block, find_runs
from pipeline.recompute.roles import Role
from pipeline.recompute.scores import digits_of_runs, score_matrix, wide_rows
from schemas.intervals import LIMIT, Bools, Ints, largest
from schemas.rules import RulePack
from schemas.tables import SCALE, SCALE_DIGITS, Tables
from schemas.terms import State


@dataclass(slots=True)
class Totals:
    """One entry a row of `units`. Where a table has no weights, every indicator weighs 1.

    counted, missing, unreadable: numbers of score cells by role.
    points / score_unit = Σ score; base / weight_unit = Σ weight over the counted indicators;
    products / (score_unit × weight_unit) = Σ weight × score; missing_base: Σ weight over the missing ones.
    """

    counted: Ints
    missing: Ints
    unreadable: Ints
    points: Ints
    products: Ints
    base: Ints
    missing_base: Ints
    score_unit: Ints
    weight_unit: Ints


def table_weights(tables: Tables, block: Block, pack: RulePack) -> tuple[NDArray[np.int64], int]:
    """Return the integer weights of one table's indicators and their denominator; all 1 where it has none."""
    if not block.info.weighted or pack.weights == "ignored":
        return np.ones(block.indicators, np.int64), 1
    weights = tables.indicators["weight"].to_numpy()[block.indicator_rows].astype(np.int64)
    weights = np.where(weights < 0, 0, weights)  # an indicator without a weight adds nothing
    shared = int(np.gcd.reduce(np.append(weights, SCALE)))
    return weights // shared, SCALE // shared


def sum_units(tables: Tables, blocks: list[Block], roles: NDArray[np.int8], pack: RulePack) -> Totals:
    """Return the sums of every unit of the chunk; the int64 path for all tables at once, the rest one by one."""
    runs = list(find_runs(blocks))
    units = len(tables.units)
    in_base = roles == Role.BASE
    values = tables.scores["value"].to_numpy()
    if (tables.scores["state"].to_numpy()[in_base] != State.SCORED).any():
        in_base_scored = in_base & (tables.scores["state"].to_numpy() == State.SCORED)
        values = np.where(in_base_scored, values, 0)  # a dash that counts as 0
    else:
        values = np.where(in_base, values, 0)
    digits = digits_of_runs(values, runs)
    sizes = [b.units * b.indicators for b in blocks]
    if digits.any():
        values = values // np.repeat(10 ** (SCALE_DIGITS - digits), sizes)
    else:
        values //= SCALE

    def summed(column: NDArray[np.int64] | Bools) -> Ints:
        sums = np.zeros(units, np.int64)
        for run in runs:
            sums[run.unit : run.unit + run.tables * run.units] = run.sums(column)
        return sums

    points, counted = summed(values), summed(in_base)
    missing = summed(roles == Role.MISSING)
    totals = Totals(
        counted=counted,
        missing=missing,
        unreadable=summed(roles == Role.UNREADABLE),
        points=points,
        products=points.copy(),
        base=counted.copy(),
        missing_base=missing.copy(),
        score_unit=_per_unit(10**digits, blocks, units),
        weight_unit=np.ones(units, np.int64),
    )
    for block in blocks:
        wide = bool(wide_rows(tables, block))
        if wide or (block.info.weighted and pack.weights != "ignored"):
            _sum_table(totals, tables, block, roles, pack, None if wide else values)
    return totals


def _per_unit(of_tables: NDArray[np.int64], blocks: list[Block], units: int) -> Ints:
    """Return a value of each table for each of its units."""
    values = np.ones(units, np.int64)
    for block, value in zip(blocks, of_tables.tolist(), strict=True):
        values[block.unit_rows] = value
    return values


def _sum_table(
    totals: Totals,
    tables: Tables,
    block: Block,
    roles: NDArray[np.int8],
    pack: RulePack,
    values: NDArray[np.int64] | None,
) -> None:
    """Set one table's sums: with its weights, and from exact scores where `values` cannot hold them."""
    role, at = block.matrix(roles), block.unit_rows
    in_base = role == Role.BASE
    weights, weight_unit = table_weights(tables, block, pack)
    if values is None:
        exact = score_matrix(tables, block)
        state = block.matrix(tables.scores["state"].to_numpy())
        scores = np.where(in_base & (state == State.SCORED), exact.values, 0)
        _widen(totals, "score_unit")[at] = exact.unit
    else:
        scores = block.matrix(values)
    if largest(scores) * largest(weights) * len(weights) >= LIMIT:
        scores = scores.astype(object)
    column = weights[:, None]
    sums = {
        "points": scores.sum(axis=0),
        "products": (scores * column).sum(axis=0),
        "base": (in_base * column).sum(axis=0),
        "missing_base": ((role == Role.MISSING) * column).sum(axis=0),
    }
    for name, values_of_units in sums.items():
        _widen(totals, name, object_needed=values_of_units.dtype == object)[at] = values_of_units
    totals.weight_unit[at] = weight_unit


def _widen(totals: Totals, name: str, *, object_needed: bool = True) -> Ints:
    """Return one array of the totals, turned to Python's integers first where int64 will not do."""
    array: Ints = getattr(totals, name)
    if object_needed and array.dtype != object:
        array = array.astype(object)
        setattr(totals, name, array)
    return array
