"""Scores as integers: one table's scores over one denominator, exact whatever the number of digits."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.recompute.blocks import Block, Run
from schemas.cell import Cell
from schemas.intervals import Ints, integers
from schemas.tables import SCALE, SCALE_DIGITS, Tables


class Scores(NamedTuple):
    """values / unit are the exact scores; cells that hold none are 0."""

    values: Ints
    unit: int


def score_matrix(tables: Tables, block: Block) -> Scores:
    """Return one table's scores as indicators × units of integers over the smallest decimal denominator.

    Scores that do not fit int64 at that denominator come as Python's integers in an object array.
    """
    values = block.matrix(tables.scores["value"].to_numpy())
    wide = wide_rows(tables, block)
    if not wide:
        digits = digits_needed(values.reshape(1, -1))[0]
        return Scores(values // 10 ** (SCALE_DIGITS - int(digits)), 10 ** int(digits))
    unit = lcm(SCALE, *(value.denominator for value in wide.values()))
    exact = [v * (unit // SCALE) for v in values.ravel().tolist()]
    for row, value in wide.items():
        exact[row - block.row] = value.numerator * (unit // value.denominator)
    return Scores(integers(exact).reshape(values.shape), unit)


def wide_rows(tables: Tables, block: Block) -> dict[int, Fraction]:
    """Return the scores of one table that the int64 column cannot hold, by row of the frame."""
    if not tables.wide:
        return {}
    stop = block.row + block.units * block.indicators
    return {row: value for row, value in tables.wide.items() if block.row <= row < stop}


def exact_score(tables: Tables, row: int) -> Fraction:
    """Return the exact score at a row of `scores`."""
    wide = tables.wide.get(row)
    return wide if wide is not None else Fraction(int(tables.scores["value"].to_numpy()[row]), SCALE)


def score_cell(tables: Tables, row: int) -> Cell:
    """Return the cell of a row of `scores`."""
    frame = tables.scores
    return Cell(*(int(frame[column].to_numpy()[row]) for column in ("sheet", "row", "col")))


def digits_needed(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how many decimals each row of a 2-D array of scaled integers needs at most."""
    needed = np.full(len(values), SCALE_DIGITS, np.int64)
    for digits in range(SCALE_DIGITS - 1, -1, -1):
        whole = (values % 10 ** (SCALE_DIGITS - digits) == 0).all(axis=1)
        if not whole.any():
            break
        needed[whole] = digits
    return needed


def digits_of_runs(values: NDArray[np.int64], runs: list[Run]) -> NDArray[np.int64]:
    """Return how many decimals the scores of each table need, in the order of the tables."""
    if len(values) == 0 or not (values % SCALE).any():
        return np.zeros(sum(run.tables for run in runs), np.int64)
    parts = []
    for run in runs:
        size = run.units * run.indicators
        parts.append(digits_needed(values[run.row : run.row + run.tables * size].reshape(run.tables, size)))
    return np.concatenate(parts)
