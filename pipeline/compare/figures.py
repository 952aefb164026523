"""Reported figures side by side: changed, or reported on one side alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.compare.scores import KEYS, keys_of
from pipeline.compare.sides import Keyed
from pipeline.compare.written import Written
from schemas.comparison import Difference, Side, Spot, Subject, Tally
from schemas.terms import Quantity
from schemas.thai import key

if TYPE_CHECKING:
    import pandas as pd

Unshared = tuple[tuple[Side, Quantity], ...]
_BY = [*KEYS, "quantity"]


def compare_figures(left: Keyed, right: Keyed, written: Written) -> tuple[list[Difference], Tally, Unshared]:
    """Return the figures that changed or that one side lacks, how many were compared, and what was not.

    A quantity that one side reports for no unit at all is no difference; it is named beside the result.
    """
    frames = []
    found: list[Difference] = []
    for side, own in ((Side.LEFT, left), (Side.RIGHT, right)):
        frame, twice = _settled(side, own, written)
        frames.append(frame)
        found += twice
    pairs = frames[0].merge(frames[1], on=_BY, suffixes=("_left", "_right"))
    spots = left.figure_spots(pairs["at_left"].tolist()), right.figure_spots(pairs["at_right"].tolist())
    quantities = pairs["quantity"].tolist()
    changed = [
        written.difference("changed-figure", Subject.FIGURE, where, a, b, Quantity(quantity))
        for where, quantity, a, b in zip(keys_of(pairs), quantities, *spots, strict=True)
        if not same_figure(a, b)
    ]
    alone = list(_alone((left, right), frames, written))
    tally = Tally(len(pairs), len(pairs) - len(changed))
    return found + changed + alone, tally, _unshared(frames)


def same_figure(left: Spot, right: Spot) -> bool:
    """Say whether two figures are the same number (5 and 5.00 are), or the same text where they are none."""
    if left.value is None or right.value is None:
        return left.value is right.value and key(left.text) == key(right.text)
    return left.value == right.value


def _settled(side: Side, own: Keyed, written: Written) -> tuple[pd.DataFrame, list[Difference]]:
    """Return the figures with one place each; a figure that stands twice with two values is a difference."""
    frame = own.reported
    again = frame.duplicated(_BY, keep=False)
    if not again.any():
        return frame, []
    found: list[Difference] = []
    unclear: list[int] = []
    for _, rows in frame[again].groupby(_BY, sort=False):
        spots = own.figure_spots(rows["at"].tolist())
        if all(same_figure(spots[0], spot) for spot in spots[1:]):
            continue
        unclear += rows.index.tolist()
        a, b = (spots[0], None) if side is Side.LEFT else (None, spots[0])
        quantity, rest = Quantity(rows["quantity"].iloc[0]), tuple(spots[1:])
        where = keys_of(rows)[0]
        found.append(written.difference("duplicate-key", Subject.FIGURE, where, a, b, quantity, rest))
    return frame.drop(index=unclear).drop_duplicates(_BY), found


def _alone(sides: tuple[Keyed, Keyed], frames: list[pd.DataFrame], written: Written) -> Iterator[Difference]:
    """Yield the figures that the other side lacks for this unit though it reports them for another."""
    for at, side in enumerate(Side):
        own, other = frames[at], frames[1 - at]
        rows = own[own["quantity"].isin(other["quantity"].unique())]
        rows = rows.merge(other[_BY], on=_BY, how="left", indicator="found")
        rows = rows[(rows["found"] == "left_only").to_numpy()]
        rows = rows.loc[[written.shared(*where) for where in keys_of(rows)]]
        spots = sides[at].figure_spots(rows["at"].tolist())
        for where, quantity, spot in zip(keys_of(rows), rows["quantity"].tolist(), spots, strict=True):
            if spot.value is None and not spot.text.strip():
                continue
            a, b = (spot, None) if side is Side.LEFT else (None, spot)
            yield written.difference(f"only-in-{side}", Subject.FIGURE, where, a, b, Quantity(quantity))


def _unshared(frames: list[pd.DataFrame]) -> Unshared:
    own = [set(frame["quantity"]) for frame in frames]
    return tuple(
        (side, quantity)
        for at, side in enumerate(Side)
        for quantity in Quantity
        if quantity.value in own[at] - own[1 - at]
    )
