"""Findings of a department's own policy: suites, rosters and waivers."""

from __future__ import annotations

from schemas.catalogue import FindingEntry

ENTRIES: tuple[FindingEntry, ...] = ()
