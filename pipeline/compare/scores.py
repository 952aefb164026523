"""Scores side by side: changed in value or in state, or on one side alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.compare.sides import Keyed
from pipeline.compare.written import Written
from schemas.comparison import Difference, Side, Spot, Subject, Tally
from schemas.terms import State
from schemas.thai import key

if TYPE_CHECKING:
    import pandas as pd

KEYS = ["label_id", "unit_id", "indicator_id"]


def compare_scores(left: Keyed, right: Keyed, written: Written) -> tuple[list[Difference], Tally]:
    """Return the scores that changed or that one side lacks, and how many were compared.

    The columns settle what is surely the same; what they leave open is compared cell by cell, exactly.
    """
    pairs = left.scores.merge(right.scores, on=KEYS, suffixes=("_left", "_right"))
    sure = (pairs["state_left"] == pairs["state_right"]) & (pairs["value_left"] == pairs["value_right"])
    sure &= pairs["exact_left"].astype(bool) & pairs["exact_right"].astype(bool)
    sure &= ~pairs["state_left"].isin([State.INVALID.value, State.ERROR.value])
    rows = pairs[~sure]
    spots = left.score_spots(rows["at_left"].tolist()), right.score_spots(rows["at_right"].tolist())
    found = [
        written.difference("changed-score", Subject.SCORE, where, a, b)
        for where, a, b in zip(keys_of(rows), *spots, strict=True)
        if not same_score(a, b)
    ]
    tally = Tally(len(pairs), len(pairs) - len(found))
    return found + list(_alone(left, right, written)), tally


def same_score(left: Spot, right: Spot) -> bool:
    """Say whether two score cells say the same: one state, and the same number or text."""
    if left.state is not right.state:
        return False
    if left.state is State.SCORED:
        return left.value == right.value
    return left.state not in (State.INVALID, State.ERROR) or key(left.text) == key(right.text)


def keys_of(rows: pd.DataFrame) -> list[tuple[int, int, int]]:
    """Return the (label, unit, indicator) ids of some rows."""
    return list(zip(*(rows[column].tolist() for column in KEYS), strict=True))


def _alone(left: Keyed, right: Keyed, written: Written) -> Iterator[Difference]:
    """Yield the scores that the other side lacks though it has the unit and the indicator.

    An empty cell beside no cell at all is no difference.
    """
    for side, own, other in ((Side.LEFT, left, right), (Side.RIGHT, right, left)):
        rows = own.scores[own.scores["state"] != State.BLANK.value]
        rows = rows.merge(other.scores[KEYS], on=KEYS, how="left", indicator="found")
        rows = rows[rows["found"] == "left_only"]
        rows = rows.loc[[written.shared(*where) for where in keys_of(rows)]]
        for where, spot in zip(keys_of(rows), own.score_spots(rows["at"].tolist()), strict=True):
            left_spot, right_spot = (spot, None) if side is Side.LEFT else (None, spot)
            yield written.difference(f"only-in-{side}", Subject.SCORE, where, left_spot, right_spot)
