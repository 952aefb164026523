"""Findings of the hard contract: every unit has a score of the scale or a declared state."""

from __future__ import annotations

from schemas.catalogue import FindingEntry

ENTRIES: tuple[FindingEntry, ...] = ()
