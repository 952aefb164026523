"""Findings about what stands where: units, indicators, alignment, hidden data."""

from __future__ import annotations

from schemas.catalogue import FindingEntry

ENTRIES: tuple[FindingEntry, ...] = ()
