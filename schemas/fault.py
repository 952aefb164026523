"""What is wrong with a sign-off record: a name and values; the words are in the catalogue, signoff.fault.…"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason why a record does not hold. case and entry: where, None where it concerns the whole."""

    name: str
    case: int | None = None
    entry: int | None = None
    values: Mapping[str, object] = field(default_factory=dict)
