"""What each row is: indicator, criterion, group, subtotal, summary, note; nothing is left without a role."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.locate.facts import Facts
from pipeline.locate.rounds import round_of
from pipeline.locate.row_numbers import close_numbers, drop_false_numbers, numbered_figures, score_left_blank
from pipeline.locate.terms import OTHER_FIGURES, figure_of, is_subtotal
from pipeline.numbering import Numbered, numbered
from schemas.layout import RowRole

SURE = 1.5
"""A row with values is a summary where the evidence for it adds up to this."""

_TITLE_STARTS = ("ร้อยละ", "ระดับความสำเร็จ", "จำนวน", "อัตรา", "ความสำเร็จ", "ผลสำเร็จ", "ระดับ")


@dataclass(slots=True)
class RowReading:
    """Roles by row of the view; indicators and summary rows in order; rows of values that are neither."""

    roles: dict[int, RowRole] = field(default_factory=dict)
    indicators: list[Facts] = field(default_factory=list)
    summaries: list[Facts] = field(default_factory=list)
    stray: list[Facts] = field(default_factory=list)
    groups: dict[int, int] = field(default_factory=dict)
    """Row of an indicator → how many groups began before it."""
    titles: dict[int, Facts] = field(default_factory=dict)
    """Row of the scores → the row of the title, where they are not the same."""
    products: dict[int, int] = field(default_factory=dict)
    """Row of the scores → the row of the weighted scores, where these have one of their own."""
    round: str | None = None
    levels: list[tuple[int, int, str | None]] = field(default_factory=list)
    """(row, position of its indicator, round) of every row with texts in the level block."""


def read_rows(rows: list[Facts], header_rows: frozenset[int], weighted: bool) -> RowReading:
    """Return the role of every row of a table's region. weighted: the table has a weight column."""
    reading = RowReading()
    for f in rows:
        if f.i in header_rows:
            reading.roles[f.i] = RowRole.HEADER
        elif f.empty:
            reading.roles[f.i] = RowRole.BLANK
    live = [f for f in rows if f.i not in reading.roles]
    close_numbers(live)
    drop_false_numbers(live)
    valued = [f for f in live if f.filled and not _is_note(f)]
    styles = _styles(valued)
    scored = styles if all(f.present for f in valued) else _styles([f for f in valued if f.present])
    sequenced = sum(f.sequence is not None for f in valued if f.present) > 1
    grouped = _group_words(valued)
    for f in valued:
        role = _valued_role(f, styles, grouped)
        alike = scored[_style(f) or ""] > 1 or (sequenced and f.sequence is not None)
        blank = role is RowRole.UNKNOWN and score_left_blank(f, alike)
        reading.roles[f.i] = RowRole.INDICATOR if blank else role
    numbered_figures(valued, reading.roles)
    _parents(valued, reading.roles)
    _after_the_end(valued, reading.roles)
    order = [f for f in valued if reading.roles[f.i] is RowRole.INDICATOR]
    _unvalued(live, reading, order, styles, weighted)
    indicators = [f for f in live if reading.roles[f.i] is RowRole.INDICATOR]
    first, last = (indicators[0].i, indicators[-1].i) if indicators else (-1, -1)
    for f in live:
        role = reading.roles[f.i]
        if role is RowRole.SUMMARY and indicators and first < f.i < last:
            reading.roles[f.i] = role = RowRole.SUBTOTAL
        if role is RowRole.SUMMARY:
            reading.summaries.append(f)
        elif role is RowRole.UNKNOWN and f.filled:
            reading.stray.append(f)
    _last_subtotals(reading, live)
    reading.indicators = indicators
    _level_rows(live, reading)
    return reading


def _is_note(f: Facts) -> bool:
    if f.declared:
        return f.label.whole == "note" and f.present <= 1 and not f.number
    if f.label.first == "note" or f.label.whole == "note":
        return True
    return not f.label_text and not f.declared


def _style(f: Facts) -> str | None:
    if f.number is None:
        return None
    if f.from_title and f.numbered is not None:
        return f.numbered.style
    return f"c{f.number.count('.')}"


def _styles(valued: list[Facts]) -> Counter[str]:
    return Counter(s for f in valued if (s := _style(f)) is not None)


def _group_words(valued: list[Facts]) -> bool:
    """Return whether the indicators themselves are named by group words (ด้านที่ 1 … scored)."""
    groups = sum(f.label.first == "group" for f in valued)
    return groups * 2 > len(valued)


def _valued_role(f: Facts, styles: Counter[str], grouped: bool) -> RowRole:
    figure = figure_of(f.label)
    if is_subtotal(f.label) and f.number is None:
        return RowRole.SUBTOTAL
    style = _style(f)
    like_others = style is not None and styles[style] >= 2
    evidence = {0: 0.0, 1: 0.5, 2: 2.0, 3: 3.0}[figure.strength]
    if f.number is not None and (like_others or f.numbered is None or f.numbered.style[-1:] not in ".)"):
        evidence -= 3.0
    elif styles and f.number is None and sum(styles.values()) >= 2:
        evidence += 0.5
    if f.sequence is not None:
        evidence -= 2.0
    if f.levels and figure.strength < 3:
        evidence -= 1.5
    if f.big and (figure.quantities or figure.other):
        said = figure.strength >= 2 or f.label.first in OTHER_FIGURES
        evidence += 1.0 if said else 0.5  # a long title with one score out of range is no figure
    if (
        figure.quantities
        and not f.big
        and f.present > 0
        and figure.strength < 3
        and "converted" in figure.quantities
    ):
        evidence -= 1.0
    if evidence >= SURE:
        return RowRole.SUMMARY
    if not f.label_text and f.number is None:
        return RowRole.UNKNOWN
    if f.label.first == "group" and not grouped and f.number is None and styles:
        return RowRole.SUBTOTAL
    if not f.present:
        if f.said and f.weight and f.title and not f.merged:
            return (
                RowRole.INDICATOR
            )  # weighed, with a result or a product of its own: its score was left blank
        return RowRole.UNKNOWN if f.said else RowRole.CRITERION
    return RowRole.INDICATOR


def _parents(valued: list[Facts], roles: dict[int, RowRole]) -> None:
    """A group's own row (1 ด้าน …, then 1.1, 1.2) with values is a subtotal of its members, and so is one
    that has a weight and a product but no score."""
    indicators = [f for f in valued if roles[f.i] is RowRole.INDICATOR and (f.number or f.sequence)]
    for f, below in pairwise(indicators):
        if (f.label.first == "group" or not f.present) and _above(f, below):
            roles[f.i] = RowRole.SUBTOTAL


def _after_the_end(valued: list[Facts], roles: dict[int, RowRole]) -> None:
    """Where indicators are numbered, a row of values without a number below a summary is none of them."""
    indicators = [f for f in valued if roles[f.i] is RowRole.INDICATOR]
    named = [f for f in indicators if f.number is not None or f.sequence is not None]
    if not named or len(named) * 5 < sum(f.i <= named[-1].i for f in indicators) * 4:
        return
    sums = [f.i for f in valued if roles[f.i] is RowRole.SUMMARY and f.i > named[-1].i]
    for f in indicators:
        if sums and f.i > sums[0] and f not in named:
            roles[f.i] = RowRole.UNKNOWN


def _parts(f: Facts) -> tuple[int, ...]:
    if f.numbered is not None and f.from_title:
        return f.numbered.parts
    found: Numbered | None = numbered(f.number) if f.number else None
    return found.parts if found else ()


def _unvalued(
    live: list[Facts], reading: RowReading, order: list[Facts], styles: Counter[str], weighted: bool
) -> None:
    """Give rows without values their role: an indicator left blank, a criterion, a group, a note."""
    roles = reading.roles
    rows_after = {f.i for f in order}
    sequenced = sum(f.sequence is not None for f in order) * 2 > len(order)
    levelled = sum(bool(f.levels) for f in order) * 2 > len(order)
    ahead: list[Facts | None] = []
    coming: Facts | None = None
    for f in reversed(live):
        ahead.append(coming)
        if f.i in rows_after:
            coming = f
    ahead.reverse()
    before: Facts | None = None
    for f, after in zip(live, ahead, strict=True):
        if f.i in roles:
            if roles[f.i] is RowRole.INDICATOR:
                before = f
            continue
        start = before.i if before is not None else -1
        ended = after is None and any(roles.get(g.i) is RowRole.SUMMARY for g in live if start < g.i < f.i)
        if ended and not figure_of(f.label).quantities:
            roles[f.i] = RowRole.NOTE
            continue
        role = _unvalued_role(f, before, after, styles, weighted, sequenced, levelled)
        roles[f.i] = role
        if role is RowRole.INDICATOR:
            before = f


def _unvalued_role(
    f: Facts,
    before: Facts | None,
    after: Facts | None,
    styles: Counter[str],
    weighted: bool,
    sequenced: bool,
    levelled: bool,
) -> RowRole:
    if f.label.first == "note" or (f.label.whole == "note"):
        return RowRole.NOTE
    if after is not None and _above(f, after):
        return RowRole.GROUP
    figure = figure_of(f.label)
    if figure.strength >= 2 and f.number is None and after is None and (figure.quantities or figure.other):
        return RowRole.SUMMARY
    style = _style(f)
    if f.number is not None and style in styles and _fits(f, before, after):
        return RowRole.INDICATOR
    if f.label.first == "group":
        return RowRole.GROUP
    when = round_of(f.label_text) if f.label_text else None
    if when is None and f.number is None and f.title:
        if sequenced and f.sequence is not None:
            return RowRole.INDICATOR
        if weighted and f.weight and not f.merged:
            return RowRole.INDICATOR
    if f.levels or when is not None:
        own = levelled and when is None and f.number is None and f.title and before is not None and f.sequence
        return RowRole.INDICATOR if own else (RowRole.CRITERION if before is not None else RowRole.GROUP)
    if after is None:
        return RowRole.CRITERION if before is not None and f.number is not None and f.title else RowRole.NOTE
    if f.number is not None or f.label_text.lstrip()[:1] in "-•*–":
        return RowRole.CRITERION if before is not None else RowRole.GROUP
    if f.title.startswith(_TITLE_STARTS) and not f.merged and not styles:
        return RowRole.INDICATOR
    return RowRole.GROUP


def _above(f: Facts, after: Facts) -> bool:
    """Return whether a row's number is the beginning of the next scored one's: 1 over 1.1."""
    own, below = f.number or f.sequence, after.number or after.sequence or ""
    return own is not None and below.startswith(f"{own}.")


def _fits(f: Facts, before: Facts | None, after: Facts | None) -> bool:
    """Return whether a row's number stands between those of the scored rows around it."""
    own = _parts(f)
    if not own:
        return False
    low = _parts(before) if before is not None else ()
    high = _parts(after) if after is not None else ()
    if low and len(low) == len(own) and not low < own:
        return False
    if high and len(high) == len(own) and not own < high:
        return False
    if len(own) == 1 and low and len(low) == 1:
        return own[0] == low[0] + 1
    return True


def _last_subtotals(reading: RowReading, live: list[Facts]) -> None:
    """The last group's total reads like those of the groups before it: it is a subtotal as well."""
    known = {_wording(f) for f in live if reading.roles[f.i] is RowRole.SUBTOTAL and f.label.key}
    rest = [f for f in reading.summaries if _wording(f) not in known]
    if not known or not rest:
        return
    for f in reading.summaries:
        if _wording(f) in known:
            reading.roles[f.i] = RowRole.SUBTOTAL
    reading.summaries = rest


def _wording(f: Facts) -> str:
    """Return a row's label without its digits: รวมกลุ่มที่ 1 and รวมกลุ่มที่ 2 are one wording."""
    return "".join(c for c in f.label.key if not c.isdigit())


def _level_rows(live: list[Facts], reading: RowReading) -> None:
    position = group = 0
    for f in live:
        role = reading.roles[f.i]
        if role is RowRole.GROUP or f.group.strip():
            group += 1
        if role is RowRole.INDICATOR:
            position += 1
            reading.groups[f.i] = group
        if f.levels and position and role in (RowRole.INDICATOR, RowRole.CRITERION):
            when = round_of(f.label_text) if role is RowRole.CRITERION else None
            reading.levels.append((f.i, position, when))
