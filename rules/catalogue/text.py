"""Findings about what was changed to read a text or a number."""

from __future__ import annotations

from schemas.catalogue import FindingEntry

ENTRIES: tuple[FindingEntry, ...] = ()
