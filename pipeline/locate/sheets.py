"""One sheet: its header bands, the rows that belong to each, and the layouts they make."""

from __future__ import annotations

from pipeline.locate.bands import Band, find_bands, shape_band
from pipeline.locate.build import build
from pipeline.locate.context import Context, Miss, Part
from pipeline.locate.view import View, view_of
from schemas.grid import Grid


def read_sheet(grid: Grid, sheet: int, ctx: Context) -> tuple[list[Part], list[Miss]]:
    """Return the layouts of one sheet in reading order, and the places that looked like a table and were none."""
    view = view_of(grid, sheet)
    if not view.height or not view.width:
        return [], []
    return read_view(view, ctx)


def read_view(view: View, ctx: Context) -> tuple[list[Part], list[Miss]]:
    """Return the layouts of a view."""
    bands = find_bands(view, ctx.words, ctx.marks)
    parts: list[Part] = []
    misses: list[Miss] = []
    for n, band in enumerate(bands):
        end = bands[n + 1].top if n + 1 < len(bands) else view.height
        region = list(range(band.bottom + 1, end))
        found, miss = build(view, band, region, frozenset(), ctx)
        parts += found
        if miss is not None:
            misses.append(miss)
    if not parts:
        shaped = shape_band(view, ctx.words, ctx.marks)
        if shaped is not None:
            found, miss = build(view, shaped, list(range(shaped.bottom + 1, view.height)), frozenset(), ctx)
            parts += found
            if miss is not None:
                misses.append(miss)
    return parts, misses


__all__ = ["Band", "read_sheet", "read_view"]
