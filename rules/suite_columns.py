"""What a suite can speak of: the columns of its one long table, and the expectations that look at one row.

An expectation over the whole table (a mean, uniqueness, an order) would judge all workbooks of a batch
together, so that one submission could change the verdict on another; those are refused, and so is `mostly`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """What one row of the suite's table is about."""

    TABLE = "table"
    UNIT = "unit"
    INDICATOR = "indicator"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the rows that have a value in it, and what it says.

    share: 0 to 1, read as a percentage. shown: the value tells a reader something.
    """

    level: Level
    about: str
    share: bool = False
    shown: bool = True


COLUMNS: Mapping[str, Column] = {
    "units": Column(Level.TABLE, "How many units the table has."),
    "indicators": Column(Level.TABLE, "How many indicators the table has."),
    "missing_units": Column(
        Level.TABLE, "Units of the roster that are not in the table; none without a roster.", shown=False
    ),
    "missing_indicators": Column(
        Level.TABLE, "Indicators of the roster that are not in the table.", shown=False
    ),
    "unit_completeness": Column(
        Level.UNIT, "Share of its indicators with a score or a declared state, 0 to 1.", share=True
    ),
    "unit_zero_share": Column(
        Level.UNIT, "Share of zeros among its scores, 0 to 1; none without a score.", share=True
    ),
    "unit_distinct_scores": Column(Level.UNIT, "How many different scores it has; none below two scores."),
    "unit_on_roster": Column(
        Level.UNIT, "1 if the roster has it, else 0; none without a roster.", shown=False
    ),
    "indicator_completeness": Column(
        Level.INDICATOR, "Share of units with a score or a declared state, 0 to 1.", share=True
    ),
    "indicator_zero_share": Column(Level.INDICATOR, "Share of zeros among its scores, 0 to 1.", share=True),
    "indicator_distinct_scores": Column(Level.INDICATOR, "How many different scores the units have on it."),
    "indicator_on_roster": Column(
        Level.INDICATOR, "1 if the roster has it, else 0; none without a roster.", shown=False
    ),
    "score": Column(Level.SCORE, "The score; none where the cell is not scored."),
    "state": Column(
        Level.SCORE, "scored, blank, dash, not_applicable, not_started, cancelled, error, invalid."
    ),
    "score_change": Column(Level.SCORE, "The score less that of the previous round; none without one."),
}

ROW_EXPECTATIONS = (
    "expect_column_values_to_be_between",
    "expect_column_values_to_be_in_set",
    "expect_column_values_to_not_be_in_set",
    "expect_column_values_to_match_regex",
    "expect_column_values_to_not_match_regex",
    "expect_column_pair_values_a_to_be_greater_than_b",
    "expect_column_pair_values_to_be_equal",
)
"""Great Expectations' types that look at one row. Those about null are not among them: a row has no value where
its column does not apply; a blank cell is seen in `state` and in the shares of completeness."""

COLUMN_ARGUMENTS = ("column", "column_A", "column_B")
REFUSED_ARGUMENTS = (
    "mostly",
    "row_condition",
    "condition_parser",
    "result_format",
    "catch_exceptions",
    "batch_id",
)
