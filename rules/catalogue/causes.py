"""The causes: one edit to the sheet or the procedure that would make a reported figure come out."""

from __future__ import annotations

from rules.catalogue import causes_of_base, causes_of_figure, causes_of_sum
from schemas.catalogue import CauseEntry

ENTRIES: tuple[CauseEntry, ...] = (*causes_of_base.ENTRIES, *causes_of_sum.ENTRIES, *causes_of_figure.ENTRIES)
