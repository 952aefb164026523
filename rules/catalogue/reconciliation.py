"""Findings of the reconciliation: a reported figure that does not come out."""

from __future__ import annotations

from schemas.catalogue import FindingEntry

ENTRIES: tuple[FindingEntry, ...] = ()
