"""The causes: one edit to the sheet or the procedure that would make a reported figure come out."""

from __future__ import annotations

from schemas.catalogue import CauseEntry

ENTRIES: tuple[CauseEntry, ...] = ()
