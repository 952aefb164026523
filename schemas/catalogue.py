"""The form of the catalogue: one entry a name, with its words in Thai and English. The entries are in rules/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from schemas.finding import Severity, Text


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """One finding's name: its title, the message with {placeholders}, why it matters, how to mend it."""

    name: str
    category: str
    severity: Severity
    title: Text
    message: Text
    why: Text
    mend: Text
    example: Text | None = None


@dataclass(frozen=True, slots=True)
class CauseEntry:
    """One cause's name: its title, the message with {placeholders}, what would prove it, how to mend it."""

    name: str
    title: Text
    message: Text
    why: Text
    proof: Text
    mend: Text


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every name and every word a user reads. words: the interface's own texts, by dotted key."""

    findings: Mapping[str, FindingEntry] = field(default_factory=lambda: MappingProxyType({}))
    causes: Mapping[str, CauseEntry] = field(default_factory=lambda: MappingProxyType({}))
    words: Mapping[str, Text] = field(default_factory=lambda: MappingProxyType({}))
