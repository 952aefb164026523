"""Which tables of the two sides belong together, where a workbook has several rounds or assessors."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.compare.sides import Label, Source
from schemas.comparison import Side
from schemas.tables import TableInfo


@dataclass(frozen=True, slots=True)
class Choice:
    """Which tables of a side to take; None: all."""

    round: str | None = None
    assessor: str | None = None

    def takes(self, info: TableInfo) -> bool:
        return self.round in (None, info.round) and self.assessor in (None, info.assessor)


class ChoiceError(Exception):
    """The sides have tables for several rounds or assessors, and nothing says which to compare.

    side: where nothing was left, or None where both sides are open. left, right: the labels that there are.
    """

    def __init__(self, side: Side | None, left: list[Label], right: list[Label]) -> None:
        super().__init__("which tables to compare is not settled")
        self.side = side
        self.left = left
        self.right = right


Labels = dict[tuple[int, int], Label]
"""(workbook, table) → label, of the tables that take part."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Under which label each table takes part, and the tables that have no counterpart by their label."""

    left: Labels
    right: Labels
    alone: tuple[tuple[Side, TableInfo], ...] = ()


def paired(left: Source, right: Source, chosen: tuple[Choice, Choice]) -> Pairing:
    """Settle which tables are compared with which.

    One kind of table on each side is compared whatever its round and assessor. Where a side has several kinds,
    tables of one label are compared; without a label that both sides have nothing is assumed: ChoiceError.
    A choice made for one side holds for the other too, where the other has that label.
    """
    sides = []
    for side, source, choice in ((Side.LEFT, left, chosen[0]), (Side.RIGHT, right, chosen[1])):
        taken = [info for info in source.infos if choice.takes(info)]
        if source.infos and not taken:
            raise ChoiceError(side, _labels(left.infos), _labels(right.infos))
        sides.append(taken)
    kinds = [_labels(infos) for infos in sides]
    if len(kinds[0]) <= 1 and len(kinds[1]) <= 1:
        whole: Label = (None, None)
        return Pairing(_all(sides[0], whole), _all(sides[1], whole))
    common = set(kinds[0]) & set(kinds[1])
    if not common:
        raise ChoiceError(None, kinds[0], kinds[1])
    alone = []
    if chosen == (Choice(), Choice()):
        for side, infos in zip(Side, sides, strict=True):
            alone += [(side, info) for info in infos if (info.round, info.assessor) not in common]
    return Pairing(_own(sides[0], common), _own(sides[1], common), tuple(alone))


def _labels(infos: list[TableInfo]) -> list[Label]:
    return list(dict.fromkeys((info.round, info.assessor) for info in infos))


def _all(infos: list[TableInfo], label: Label) -> Labels:
    return {(info.workbook, info.table): label for info in infos}


def _own(infos: list[TableInfo], common: set[Label]) -> Labels:
    found = {(info.workbook, info.table): (info.round, info.assessor) for info in infos}
    return {table: label for table, label in found.items() if label in common}
