"""Which way a table lies: indicators down and units across, or units down and indicators across."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum
from itertools import groupby

from pipeline.locate.bands import Band
from pipeline.locate.columns import Columns
from pipeline.locate.context import Context
from pipeline.locate.labels import Words
from pipeline.locate.longlist import is_long
from pipeline.locate.terms import figure_of
from pipeline.locate.view import View
from pipeline.numbering import numbered
from schemas.grid import RawValue
from schemas.layout import ColumnRole
from schemas.thai import visible

LONG_LABEL = 24
_INDICATOR_WORDS = (
    "ร้อยละ",
    "ระดับความสำเร็จ",
    "ความสำเร็จ",
    "จำนวน",
    "อัตรา",
    "การ",
    "ผลสำเร็จ",
    "ค่าเฉลี่ย",
    "percent",
    "number of",
)

_GROUPS_OF_UNITS = (
    "กลุ่ม",
    "ภาค",
    "เขต",
    "โซน",
    "ประเภท",
    "ระดับ",
    "สังกัด",
    "ด้าน",
    "group",
    "region",
    "zone",
    "type",
    "category",
)


class Lie(Enum):
    UPRIGHT = "upright"
    TRANSPOSED = "transposed"
    EITHER = "either"
    LONG = "long"


def lie_of(view: View, band: Band, columns: Columns, ctx: Context) -> tuple[Lie, int | None]:
    """Return how a table lies, and where units go down the column that names them."""
    named = [c.j for c in columns.cols if c.term == "units" and c.role is ColumnRole.UNKNOWN]
    unit_columns = _most_told_apart(
        view, [j for j in named if _words_below(view, j, columns.sample, ctx)], columns.sample
    )
    titles = [c.j for c in columns.of(ColumnRole.INDICATOR) if _words_below(view, c.j, columns.sample, ctx)]
    coded = bool(columns.codes)
    if unit_columns and titles:
        if not is_long(view, unit_columns[0], titles[0], columns, ctx, coded):
            return Lie.UPRIGHT, None
        return Lie.LONG, unit_columns[0]
    if unit_columns:
        return Lie.TRANSPOSED, unit_columns[0]
    if titles:
        both = _both(view, band, titles[0], columns, ctx)
        if both is None:
            return Lie.UPRIGHT, None
        return both, titles[0]
    return _by_shape(view, band, columns, ctx)


def _most_told_apart(view: View, named: list[int], sample: list[int]) -> list[int]:
    """Return the columns that name units, the one that tells most rows apart first: จังหวัด, โรงพยาบาล."""
    return (
        sorted(named, key=lambda j: -len({view.rows[i][j] for i in sample} - {""}))
        if len(named) > 1
        else named
    )


def _words_below(view: View, j: int, sample: list[int], ctx: Context) -> bool:
    cells = [v for i in sample if (v := view.rows[i][j]) != ""]
    texts = sum(isinstance(v, str) and ctx.marks.of(v).number is None for v in cells)
    return texts > 0 and texts * 2 >= len(cells)


def _both(view: View, band: Band, j: int, columns: Columns, ctx: Context) -> Lie | None:
    """A corner that names both (หน่วยงาน / ตัวชี้วัด) says nothing: then the shape of the labels decides."""
    for head in columns.paths[j]:
        label = ctx.words.label(head.value)
        if label.has("units") and label.has("indicator"):
            lie, _ = _by_shape(view, band, columns, ctx)
            return lie
    return None


def _by_shape(view: View, band: Band, columns: Columns, ctx: Context) -> tuple[Lie, int | None]:
    """Compare the labels at the left with the headers above: which of them read like indicators."""
    label_j = _label_column(view, columns, ctx)
    values = columns.values
    heads = [columns.paths[c.j][-1].value for c in values if columns.paths[c.j]]
    if label_j is None or not heads:
        return Lie.UPRIGHT, None
    if all(c.sure and c.unit is None for c in values):
        return Lie.UPRIGHT, None  # a form: its columns are named
    lefts = [v for i in columns.sample if (v := view.rows[i][label_j]) != ""]
    parents = {h.term for c in columns.cols for h in columns.paths[c.j][:-1]}
    if "indicator" in parents and "units" not in parents:
        return Lie.TRANSPOSED, label_j
    if "units" in parents:
        return Lie.UPRIGHT, None
    down = _share(lefts, ctx.words)
    across = _share(heads, ctx.words)
    figures_down = sum(figure_of(ctx.words.label(v)).strength >= 2 for v in lefts)
    figures_across = sum(c.role is ColumnRole.AGGREGATE for c in columns.cols)
    down += 0.3 * min(figures_down, 2)
    across += 0.3 * min(figures_across, 2)
    if across > down + 0.25:
        return Lie.TRANSPOSED, label_j
    if down > across + 0.25 or down == across == 0.0:
        return Lie.UPRIGHT, None
    return Lie.EITHER, label_j


def _label_column(view: View, columns: Columns, ctx: Context) -> int | None:
    first = min((c.j for c in columns.values), default=view.width)
    found = [j for j in range(first) if _words_below(view, j, columns.sample, ctx)]
    return max(found, key=lambda j: sum(view.rows[i][j] != "" for i in columns.sample), default=None)


def _share(values: list[RawValue], words: Words) -> float:
    """Return the share of labels that read like indicators: numbered, long, or in their usual words."""
    plain = [v for v in values if isinstance(v, str) and figure_of(words.label(v)).strength < 2]
    return sum(_like_indicator(v) for v in plain) / len(plain) if plain else 0.0


def _like_indicator(text: str) -> bool:
    shown = visible(text)
    found = numbered(shown)
    if found is not None and (
        len(found.parts) > 1
        or "w" in found.style
        or len(found.rest) > LONG_LABEL
        or (found.prefix and found.rest)
    ):
        return True
    return len(shown) > LONG_LABEL or shown.casefold().startswith(_INDICATOR_WORDS)


def turned(
    view: View, band: Band, region: list[int], unit_j: int, ctx: Context, others: Collection[int] = ()
) -> tuple[View, Band, list[int]]:
    """Return the table lying upright: a view of its own, its header band, its rows. others: further columns
    that name units."""
    keys = {tuple(_key(v, ctx) for v in view.rows[i] if v != "") for i in range(band.top, band.bottom + 1)}
    body = [i for i in region if tuple(_key(v, ctx) for v in view.rows[i] if v != "") not in keys]
    body = _without_groups(view, body, unit_j, ctx)
    last = len(body)
    while last and not _is_unit_row(view, body[last - 1], unit_j, ctx):
        last -= 1
    rows = [*range(band.top, band.bottom + 1), *body[:last]]
    whole = view.part(rows).turned()
    # what else names units, a province before its hospitals, is no header over them
    first = 1 + max((j for j in others if j < unit_j), default=-1)
    return (
        whole,
        Band(first, unit_j, band.strength),
        [j for j in range(unit_j + 1, whole.height) if j not in others],
    )


def round_blocks(columns: Columns, rows: list[int]) -> dict[tuple[str | None, str | None], list[int]]:
    """Return (round, assessor) → the columns that stand under it, where all of a table's columns of indicators
    and figures lie in such blocks side by side; {} where they do not."""
    keys = {
        c.j: (c.round, c.assessor) for c in columns.cols if c.j in rows and c.role is not ColumnRole.BLANK
    }
    runs = [key for key, _ in groupby(keys.values())]
    if len(runs) < 2 or len(set(runs)) < len(runs) or (None, None) in runs:
        return {}
    blocks = {key: [j for j, own in keys.items() if own == key] for key in runs}
    return blocks if all(len(own) > 1 for own in blocks.values()) else {}


def _without_groups(view: View, body: list[int], unit_j: int, ctx: Context) -> list[int]:
    """Return the rows but those that only name a group of the units below: no value, and a name of another
    kind than the units have (merged, without their running number, กลุ่มที่ 1). A unit left blank stays."""
    bare = [i for i in body if view.rows[i][unit_j] != "" and not _is_unit_row(view, i, unit_j, ctx)]
    if not bare:
        return body
    units = [i for i in body if _is_unit_row(view, i, unit_j, ctx)]
    counted = [j for j in range(unit_j) if sum(view.rows[i][j] != "" for i in units) * 5 > len(units) * 4]
    kinds = sum(_names_group(view, i, unit_j) for i in units) * 2 > len(units)

    def group(i: int) -> bool:
        if any(v != "" for v in view.rows[i][unit_j + 1 :]):
            return False
        merged = view.spans.get((i, unit_j), (i, unit_j))[1] > unit_j
        uncounted = bool(counted) and all(view.rows[i][j] == "" for j in counted)
        return merged or uncounted or (not kinds and _names_group(view, i, unit_j))

    groups = {i for i in bare if group(i)}
    return [i for i in body if i not in groups]


def _names_group(view: View, i: int, unit_j: int) -> bool:
    """Return whether a row's name begins with a word for a group of units: กลุ่มที่ 1, ภาคเหนือ, Region 2."""
    return visible(str(view.rows[i][unit_j])).casefold().startswith(_GROUPS_OF_UNITS)


def _key(value: RawValue, ctx: Context) -> str:
    return ctx.words.label(value).key if isinstance(value, str) else str(value)


def _is_unit_row(view: View, i: int, unit_j: int, ctx: Context) -> bool:
    """Return whether a row can be a unit's (or one over units): a name and at least one value."""
    row = view.rows[i]
    return any(v != "" and ctx.marks.of(v).declared for v in row[unit_j + 1 :])
