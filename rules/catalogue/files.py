"""Findings about a file as a whole: it could not be read, or holds nothing to judge."""

from __future__ import annotations

from schemas.catalogue import FindingEntry

ENTRIES: tuple[FindingEntry, ...] = ()
