"""One sheet: its header bands, the rows that belong to each, and the layouts they make."""

from __future__ import annotations

from itertools import pairwise

from pipeline.locate.bands import Band, find_bands
from pipeline.locate.build import build
from pipeline.locate.context import Context, Miss, Part
from pipeline.locate.header_terms import header_term
from pipeline.locate.shape import shape_band
from pipeline.locate.terms import figure_of, is_subtotal
from pipeline.locate.view import View, view_of
from pipeline.numbering import numbered
from schemas.grid import Grid
from schemas.terms import State


def read_sheet(grid: Grid, sheet: int, ctx: Context) -> tuple[list[Part], list[Miss]]:
    """Return the layouts of one sheet in reading order, and the places that looked like a table and were none."""
    view = view_of(grid, sheet)
    if not view.height or not view.width:
        return [], []
    return read_view(view, ctx)


def read_view(view: View, ctx: Context) -> tuple[list[Part], list[Miss]]:
    """Return the layouts of a view."""
    bands = find_bands(view, ctx.words, ctx.marks)
    beside = _beside(view, bands, ctx)
    if beside is not None:
        everything = range(view.height)
        left = read_view(view.part(everything, 0, beside), ctx)
        right = read_view(view.part(everything, beside), ctx)
        return left[0] + right[0], left[1] + right[1]
    parts: list[Part] = []
    misses: list[Miss] = []
    n = 0
    while n < len(bands):
        band = bands[n]
        repeats: list[int] = []
        end = _end(bands, n, view)
        while (
            n + 1 < len(bands)
            and _repeated(band.keys, bands[n + 1].keys)
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


def _beside(view: View, bands: list[Band], ctx: Context) -> int | None:
    """Return the column where a second table begins beside the first: its own header over names of indicators."""
    for band in bands:
        found: list[int] = []
        for i in range(band.top, band.bottom + 1):
            row = view.rows[i]
            terms = {j: header_term(ctx.words.label(v)) for j, v in enumerate(row) if v != ""}
            found += [j for j, term in terms.items() if term == "indicator"]
        firsts = sorted(set(found))
        for before, j in pairwise(firsts):
            between = any(view.rows[band.bottom][k] != "" for k in range(before + 1, j))
            words = [
                v
                for i in range(band.bottom + 1, min(band.bottom + 40, view.height))
                if isinstance(v := view.rows[i][j], str) and v and ctx.marks.of(v).state is State.INVALID
            ]
            if j - before > 1 and between and len(words) >= 2:
                return _first_label(view, band, j, ctx)
    return None


def _first_label(view: View, band: Band, j: int, ctx: Context) -> int:
    """Return the leftmost column of a table's labels: its running number stands before the title."""
    while j > 0:
        heads = [view.rows[i][j - 1] for i in range(band.top, band.bottom + 1) if view.rows[i][j - 1] != ""]
        if not heads or header_term(ctx.words.label(heads[0])) not in ("sequence", "number", "group"):
            return j
        j -= 1
    return j


def _repeated(first: tuple[str, ...], later: tuple[str, ...]) -> bool:
    """Return whether a header is the first one again, if need be but for one name that stands twice in either.

    A name typed over another in one of them makes a duplicate there, not a table of its own.
    """
    if first == later or len(first) != len(later):
        return first == later
    differing = [(a, b) for a, b in zip(first, later, strict=True) if a != b]
    return len(differing) == 1 and any(
        keys.count(key) > 1 for keys, key in zip((first, later), differing[0], strict=True)
    )


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
