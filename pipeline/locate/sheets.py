"""One sheet: its header bands, the rows that belong to each, and the layouts they make."""

from __future__ import annotations

from pipeline.locate.bands import Band, find_bands, shape_band
from pipeline.locate.build import build
from pipeline.locate.context import Context, Miss, Part
from pipeline.locate.numbering import numbered
from pipeline.locate.terms import figure_of, is_subtotal
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
    n = 0
    while n < len(bands):
        band = bands[n]
        repeats: list[int] = []
        end = _end(bands, n, view)
        while (
            n + 1 < len(bands)
            and bands[n + 1].keys == band.keys
            and not _closed(view, bands[n].bottom + 1, bands[n + 1].top, ctx)
        ):
            n += 1
            repeats += range(bands[n].top, bands[n].bottom + 1)
            end = _end(bands, n, view)
        n += 1
        region = list(range(band.bottom + 1, end))
        found, miss = build(view, band, region, frozenset(repeats), ctx)
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


def _end(bands: list[Band], n: int, view: View) -> int:
    return bands[n + 1].top if n + 1 < len(bands) else view.height


def _closed(view: View, top: int, end: int, ctx: Context) -> bool:
    """Return whether rows before a repeated header end with figures of their own: a table of its own then."""
    for i in range(end - 1, max(top, end - 12) - 1, -1):
        row = view.rows[i]
        text = next((v for v in row if isinstance(v, str) and v.strip()), None)
        if text is None:
            continue
        first = next(v for v in row if v != "")
        if first != text and ctx.marks.of(first).number is not None:
            return False  # a running number: an indicator
        label = ctx.words.label(text)
        numbers = sum(ctx.marks.of(v).number is not None for v in row)
        if numbers and numbered(text) is None and not is_subtotal(label) and figure_of(label).strength >= 2:
            return True
        if numbers and numbered(text) is not None:
            return False
    return False


__all__ = ["Band", "read_sheet", "read_view"]
