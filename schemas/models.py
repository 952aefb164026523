"""The canonical tables as pandera schemas: the form every frame must have, and what every score cell must hold.

The form is our own contract: a frame that breaks it is a bug. What a cell must hold is the submitter's: each rule is a
predicate over the whole frame, used as the pandera check and, where it fails, as the mask that finds the cells.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

import numpy as np
import pandas as pd
import pandera.pandas as pa
from numpy.typing import NDArray

from schemas.lean import lean
from schemas.rules import Policies, RulePack, Scale
from schemas.tables import SCALE
from schemas.terms import BlankPolicy, DashPolicy, Quantity, State

Bools = NDArray[np.bool_]
CellRule = Callable[[pd.DataFrame], Bools]
"""A predicate over `scores`: True where a cell is as it must be."""

MOST_EXAMPLES = 20
"""Failing rows that pandera itself keeps: the mask has them all, at a fraction of the cost."""


def cell_rules(pack: RulePack) -> dict[str, CellRule]:
    """Return the rules of the hard contract by the finding that breaks them, under the pack's scale and policies."""
    rules: dict[str, CellRule] = {
        "score-not-numeric": lambda scores: ~not_numeric(scores),
        "score-out-of-range": lambda scores: ~out_of_range(scores, pack.scale),
        "error-cell": lambda scores: state_is_not(scores, State.ERROR),
    }
    if pack.policies.blank is BlankPolicy.MISSING:
        rules["score-missing"] = lambda scores: state_is_not(scores, State.BLANK)
    if pack.policies.dash is DashPolicy.QUESTION:
        rules["undeclared-dash"] = lambda scores: state_is_not(scores, State.DASH)
    return rules


def state_is_not(scores: pd.DataFrame, state: State) -> Bools:
    """Return where a cell is in another state."""
    return np.asarray(scores["state"].to_numpy() != state, np.bool_)


def out_of_range(scores: pd.DataFrame, scale: Scale) -> Bools:
    """Return where a cell holds a number outside the scale: read as invalid, or scored and yet off it."""
    state, value = scores["state"].to_numpy(), scores["value"].to_numpy()
    low, high = int(scale.low * SCALE), int(scale.high * SCALE)
    off = (state == State.SCORED) & scores["exact"].to_numpy() & ((value < low) | (value > high))
    return np.asarray(off | ((state == State.INVALID) & scores["numeric"].to_numpy()), np.bool_)


def not_numeric(scores: pd.DataFrame) -> Bools:
    """Return where a cell holds something that is no number, no marker and no error."""
    invalid = scores["state"].to_numpy() == State.INVALID
    return np.asarray(invalid & ~scores["numeric"].to_numpy(), np.bool_)


def in_reading_order(scores: pd.DataFrame) -> Bools:
    """Return where a row of scores follows the one before it: by workbook, table, indicator, unit, none twice."""
    follows = np.ones(len(scores), np.bool_)
    if len(scores):
        follows[1:] = False
        level = np.ones(len(scores) - 1, np.bool_)
        for name in ("workbook", "table", "indicator", "unit"):  # nothing wider than the columns themselves
            column = scores[name].to_numpy()
            follows[1:] |= level & (column[1:] > column[:-1])
            level &= column[1:] == column[:-1]
    return follows


def _positions(*names: str) -> dict[str, pa.Column]:
    return {name: pa.Column("int32", pa.Check.ge(0)) for name in names}


_TABLE = ("workbook", "table")
_CELL = ("sheet", "row", "col")


def _frame_check(name: str, rule: CellRule) -> pa.Check:
    """Return a predicate over the frame as a named pandera check."""
    return pa.Check(
        lambda frame: pd.Series(rule(frame), index=frame.index), name=name, n_failure_cases=MOST_EXAMPLES
    )


@lru_cache(maxsize=8)
def score_schema(scale: Scale, policies: Policies) -> pa.DataFrameSchema:
    """Return the schema of `scores`: its form, and a check for every rule of the hard contract."""
    rules = cell_rules(RulePack(scale=scale, policies=policies))
    checks = [_frame_check("in-reading-order", in_reading_order)]
    checks += [_frame_check(name, rule) for name, rule in rules.items()]
    columns = {
        **_positions(*_TABLE, "indicator", "unit", *_CELL),
        "state": pa.Column("int8", pa.Check.isin([int(s) for s in State], n_failure_cases=MOST_EXAMPLES)),
        "value": pa.Column("int64"),
        "exact": pa.Column("bool"),
        "numeric": pa.Column("bool"),
    }
    return pa.DataFrameSchema(columns, checks=checks, strict=True, unique_column_names=True)


def _text() -> pa.Column:
    return pa.Column(object, nullable=True)


def _decimal_text(values: pd.Series[str]) -> pd.Series[bool]:
    """Return where a text is an exact decimal, or there is none."""

    def fine(value: object) -> bool:
        try:
            return not isinstance(value, str) or Decimal(value).is_finite()
        except ArithmeticError:
            return False

    known = {value: fine(value) for value in set(values)}  # a batch has the same few values many times over
    return pd.Series([known[v] for v in values], index=values.index)


def _unique(*names: str) -> list[str]:
    return [*_TABLE, *names]


def _forms() -> dict[str, pa.DataFrameSchema]:
    return {
        "units": pa.DataFrameSchema(
            {**_positions(*_TABLE, "unit", *_CELL, "last_col"), "code": _text(), "key": _text()},
            unique=_unique("unit"),
            strict=True,
        ),
        "indicators": pa.DataFrameSchema(
            {
                **_positions(*_TABLE, "indicator", *_CELL, "weight_row", "weight_col"),
                **{name: _text() for name in ("number", "key", "title", "weight_text")},
                "weight": pa.Column("int64", pa.Check.ge(-1)),
            },
            unique=_unique("indicator"),
            strict=True,
        ),
        "results": pa.DataFrameSchema(
            {
                **_positions(*_TABLE, "indicator", "unit", *_CELL),
                "text": _text(),
                "value": pa.Column(object, pa.Check(_decimal_text), nullable=True),
            },
            strict=True,
        ),
        "reported": pa.DataFrameSchema(
            {
                **_positions(*_TABLE, "unit", "indicator", *_CELL, "decimals", "stored"),
                "quantity": pa.Column(object, pa.Check.isin(list(Quantity))),
                "value": pa.Column(object, pa.Check(_decimal_text), nullable=True),
                "state": pa.Column("int8", pa.Check.isin([int(s) for s in State])),
                "raw": _text(),
            },
            strict=True,
        ),
        "levels": pa.DataFrameSchema(
            {
                **_positions(*_TABLE, "indicator", *_CELL),
                "level": pa.Column("int32", pa.Check.in_range(1, 5)),
                "round": _text(),
                "text": _text(),
                "threshold": pa.Column(object, pa.Check(_decimal_text), nullable=True),
            },
            strict=True,
        ),
    }


with lean():
    FORMS = _forms()
"""The form of every frame but `scores`, whose schema depends on the rule pack."""
