"""A run against an earlier one: which findings are new, which unchanged, which are fixed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import PurePath

from schemas.exact import plain
from schemas.finding import Text

Key = tuple[str, str, str]
"""Id, reported and expected value: a fault whose figure changed is a new fault."""


@dataclass(frozen=True, slots=True)
class Known:
    """One finding of the earlier run, enough to say that it is fixed."""

    name: str
    id: str
    message: Text
    sheet: str | None
    cell: str | None


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings of an earlier run, by workbook as it was named then."""

    file: str
    workbooks: Mapping[str, Mapping[Key, Known]] = field(default_factory=dict)

    def of(self, file: str) -> Mapping[Key, Known]:
        """Return the findings of a workbook: by its path, else by its file name where only one has that."""
        if file in self.workbooks:
            return self.workbooks[file]
        name = PurePath(file).name
        same = [known for other, known in self.workbooks.items() if PurePath(other).name == name]
        return same[0] if len(same) == 1 else {}


def key_of(identity: str, reported: object, expected: object) -> Key:
    """Return what a finding is known by from run to run."""
    return identity, _text(reported), _text(expected)


def _text(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        value = Decimal(value)
    return format(plain(value), "f") if isinstance(value, Decimal) else "" if value is None else str(value)
