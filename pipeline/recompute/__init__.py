"""Recompute every figure from the scores, in exact integers: set-based over all tables of a chunk."""

from __future__ import annotations

import numpy as np

from pipeline.recompute.blocks import Block, find_blocks
from pipeline.recompute.figures import READINGS, Ratios, Recomputed
from pipeline.recompute.results import score_of, scores_from_results
from pipeline.recompute.roles import Role, role_of_cells
from pipeline.recompute.totals import sum_units, table_weights
from schemas.intervals import Ints
from schemas.rules import RulePack
from schemas.tables import Tables

SHARES = 2
"""Weights that sum to at most this are shares of 1, not of 100."""


def recompute(tables: Tables, pack: RulePack) -> Recomputed:
    """Return the sums and the exact figures of every unit under the rule pack's scale and policies."""
    blocks = find_blocks(tables)
    roles = role_of_cells(tables, pack)
    totals = sum_units(tables, blocks, roles, pack)
    units = len(tables.units)
    return Recomputed(
        blocks=blocks,
        roles=roles,
        totals=totals,
        whole=_whole(tables, blocks, pack, units),
        pack=pack,
        reading={quantity: np.zeros(units, np.int8) for quantity in READINGS},
        scores=scores_from_results(tables, pack),
    )


def _whole(tables: Tables, blocks: list[Block], pack: RulePack, units: int) -> Ints:
    """Return, per unit, what the table's weights should sum to: the rule pack's 100, or 1 for shares."""
    whole = np.ones(units, np.int64)
    for block in blocks:
        if block.info.weighted:
            weights, unit = table_weights(tables, block, pack)
            shares = int(weights.sum()) <= SHARES * unit
            whole[block.unit_rows] = 1 if shares else int(pack.weight_sum)
    return whole


__all__ = [
    "READINGS", "Block", "Ratios", "Recomputed", "Role", "recompute", "score_of", "table_weights",
]  # fmt: skip
