"""Where the header rows are: anchors by keyword, rows that carry on below them, and, without keywords, by shape."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.locate.header_terms import LABELS, WEIGHTS, header_term
from pipeline.locate.labels import Words
from pipeline.locate.level_runs import is_count, level_run
from pipeline.locate.view import View
from pipeline.values import Marks
from schemas.grid import RawValue

ANCHOR = 3.0
COMPANION = 1.5
LEVEL_RUN = 1.5
CORE = frozenset({
    "indicator", "levels", "units", "score", "weighted", "weight", "number", "self", "committee", "points",
    "mean", "converted", "full_marks",
})  # fmt: skip
"""A header names at least one of these; the rest only goes with them."""

HEAD = 24
LONGEST = 90
MOST_ROWS = 8
DEEPEST = 6
"""Rows that a header cell is merged over at most: a higher one is a title beside the table."""


@dataclass(frozen=True, slots=True)
class Band:
    """Header rows of one table in a view, both inside; keys tell whether another band repeats it."""

    top: int
    bottom: int
    strength: float
    keys: tuple[str, ...] = ()


def find_bands(view: View, words: Words, marks: Marks) -> list[Band]:
    """Return the header bands of a view from top to bottom, by keyword."""
    strengths: dict[int, tuple[float, frozenset[int]]] = {}
    found = False
    for i, row in enumerate(view.rows):
        strength = _strength(row, words, marks, found)
        if strength is not None:
            strengths[i] = strength
            found = found or strength[0] >= ANCHOR
    bands: list[Band] = []
    done = -1
    for i in sorted(strengths):
        if i <= done or _is_title(view, i, strengths):
            continue
        bottom = _extended(view, i, i, words, marks)
        total = sum(strengths[k][0] for k in range(i, bottom + 1) if k in strengths)
        if total < ANCHOR:
            continue
        top = max(raised(view, i, words), done + 1)
        columns = {j for k in range(top, bottom + 1) for j, v in enumerate(view.rows[k]) if v != ""}
        if len(columns) >= 2 and bottom + 1 < view.height:
            bands.append(Band(top, bottom, total, band_keys(view, top, bottom, words)))
            done = bottom
    return bands


def _is_title(view: View, i: int, strengths: dict[int, tuple[float, frozenset[int]]]) -> bool:
    """Return whether the one cell of a row is a title that speaks of indicators, over a header of its own."""
    cells = [j for j, v in enumerate(view.rows[i]) if v != ""]
    if len(cells) != 1:
        return False
    j = cells[0]
    span = view.spans.get((i, j))
    if span is not None and span[0] > i:
        return False  # merged downwards: a header over rows of sub-headers
    for k in range(i + 1, min(i + 4, view.height)):
        below = [n for n, v in enumerate(view.rows[k]) if v != ""]
        if below:
            return below[0] <= j
    return True


def _strength(
    row: list[RawValue], words: Words, marks: Marks, found: bool
) -> tuple[float, frozenset[int]] | None:
    if found and _begins_bare(row, words, marks):
        return None
    cells = [(j, v) for j, v in enumerate(row[:HEAD]) if v != ""]
    kinds = {type(v) for _, v in cells}
    if str not in kinds:
        if len(row) <= HEAD or cells:
            return None
        cells = [(j, v) for j, v in enumerate(row) if v != ""][:HEAD]
        kinds = {type(v) for _, v in cells}
    if (
        float in kinds
        and not all(map(float.is_integer, [v for _, v in cells if type(v) is float]))
        and not any(words.label(v).whole in ("units", "indicator", "sequence") for _, v in cells[:3])
    ):
        return None  # a row of values; over units that go down, numbers of indicators may stand
    terms: set[str] = set()
    strength = 0.0
    seen = 0
    for _, value in cells:
        if type(value) is not str or len(value) > LONGEST or marks.of(value).declared:
            if found:
                seen += 1
                if seen >= 2 and not terms:
                    return None
            continue
        term = header_term(words.label(value))
        seen += 1
        if term is None:
            if found and seen >= 2 and not terms:
                return None
            continue
        if term not in terms:
            terms.add(term)
            strength += WEIGHTS.get(term, 0.0)
            if term == "units" and seen == 1 and len(cells) > 2:
                strength += 1.0  # the corner over names of units, with more beside it
    run = bool(strength) and bool(level_run(cells, marks, words))
    if found and not run and len(terms) == 1 and _counted_values(cells, marks):
        return None
    if run:
        strength += LEVEL_RUN
    if strength < COMPANION or not terms & CORE:
        return None
    return strength, frozenset(j for j, _ in cells)


def _counted_values(cells: list[tuple[int, RawValue]], marks: Marks) -> bool:
    """Return whether a row is a running number, one label, and numbers: an indicator's, whatever its title says."""
    numbers = [marks.of(v).number is not None for _, v in cells]
    return len(cells) > 2 and numbers[0] and numbers.count(False) == 1


def _begins_bare(row: list[RawValue], words: Words, marks: Marks) -> bool:
    """Return whether neither of a row's first two cells is a header's: below a header, no header then."""
    seen = 0
    for value in row[:HEAD] if len(row) > HEAD else row:
        if value == "":
            continue
        if type(value) is str:
            heads = words.heads.get(value)
            if heads is None:
                heads = words.heads[value] = _heads(value, words, marks)
            if heads:
                return False
        seen += 1
        if seen == 2:
            return True
    return False


def _heads(text: str, words: Words, marks: Marks) -> bool:
    """Return whether a text can stand in a header as one of its terms."""
    if len(words.heads) > 100_000:
        words.heads.clear()
    return len(text) <= LONGEST and not marks.of(text).declared and header_term(words.label(text)) is not None


def _label_columns(view: View, top: int, bottom: int, words: Words) -> list[int]:
    """Return the columns whose header names indicators; without one, the first column of the band."""
    columns = []
    corner = None
    for i in range(top, bottom + 1):
        before: set[str | None] = set()
        for j, v in enumerate(view.rows[i]):
            if v == "":
                continue
            term = header_term(words.label(v))
            if term in LABELS and not _has_below(view, i, j, bottom):
                columns.append(j)
            elif term == "units" and before <= {"sequence", "number", "group"}:
                corner = j
            before.add(term)
    if corner is not None and not any(j > corner for j in columns):
        columns.append(corner)
    if columns:
        return columns
    firsts = [j for i in range(top, bottom + 1) for j, v in enumerate(view.rows[i]) if v != ""]
    return [min(firsts)] if firsts else [0]


def _has_below(view: View, i: int, j: int, bottom: int) -> bool:
    return any(view.rows[k][j] != "" for k in range(i + 1, bottom + 1))


def _extended(view: View, top: int, bottom: int, words: Words, marks: Marks) -> int:
    """Return the last header row: rows below the anchors without a label but with codes, levels or sub-headers."""
    reach = range(bottom + 1, top + DEEPEST)
    merged = max(
        (i2 for (i, j), (i2, _) in view.spans.items() if top <= i <= bottom and i2 in reach), default=bottom
    )
    labels = _label_columns(view, top, bottom, words)
    runs = any(_run_in(view, i, words, marks) for i in range(top, bottom + 1))
    last = bottom
    for k in range(bottom + 1, min(bottom + MOST_ROWS, view.height)):
        row = view.rows[k]
        cells = [(j, v) for j, v in enumerate(row) if v != ""]
        if not cells:
            if k <= merged:
                continue
            break
        if is_count(cells, marks) and k == last + 1:
            last = k
            continue
        if any(row[j] != "" and not _under_wide(view, j, top, k, words) for j in labels):
            break
        numbers = [v for _, v in cells if marks.of(v).number is not None]
        declared = sum(marks.of(v).declared for _, v in cells)
        run = level_run(cells, marks, words)
        fresh = bool(run) and not runs
        rest = len(cells) - (5 if fresh else 0)
        other = declared - (5 if fresh else 0)
        named = rest - other
        if k <= merged or fresh or named > other:
            if not fresh and k > merged and _only_levels(view, cells, top, last, words, marks):
                break
            last = k
            runs = runs or bool(run)
        elif numbers and other == rest and _codes_wanted(view, cells, top, last, words):
            last = k
        else:
            break
    return last


def _under_wide(view: View, j: int, top: int, k: int, words: Words) -> bool:
    """Return whether a cell is a column's own header under one merged over several: ตัวชี้วัด over ที่ | ชื่อ."""
    own = words.label(view.rows[k][j])
    if header_term(own) not in LABELS or header_term(own) == "group":
        return False
    return any(
        a == k - 1 == i2 and b <= j <= j2 and b < j2 for (a, b), (i2, j2) in view.spans.items() if a >= top
    )


def _run_in(view: View, i: int, words: Words, marks: Marks) -> bool:
    return bool(level_run([(j, v) for j, v in enumerate(view.rows[i]) if v != ""], marks, words))


def _only_levels(
    view: View, cells: list[tuple[int, RawValue]], top: int, bottom: int, words: Words, marks: Marks
) -> bool:
    """Return whether all cells stand under the level numbers: texts of a level block, no header."""
    for i in range(top, bottom + 1):
        run = level_run([(j, v) for j, v in enumerate(view.rows[i]) if v != ""], marks, words)
        if run:
            columns = {j for j, _ in run}
            return all(j in columns for j, _ in cells)
    return False


def _codes_wanted(view: View, cells: list[tuple[int, RawValue]], top: int, bottom: int, words: Words) -> bool:
    """Return whether a row of numbers can be the codes of units: they differ and nothing stands over them yet."""
    texts = [str(v) for _, v in cells]
    if len(set(texts)) < len(texts) or len(texts) < 2:
        return False
    over = 0
    for j, _ in cells:
        above = [view.rows[i][j] for i in range(top, bottom + 1) if view.rows[i][j] != ""]
        over += any(header_term(words.label(v)) not in ("units", "levels") for v in above)
    return over == 0


def raised(view: View, top: int, words: Words) -> int:
    """Return the first header row: rows above the anchors whose cells are parents of theirs."""
    first = next((j for j, v in enumerate(view.rows[top]) if v != ""), 0)
    best = top
    for k in range(top - 1, max(-1, top - 3), -1):
        cells = [(j, v) for j, v in enumerate(view.rows[k]) if v != ""]
        if not cells or cells[0][0] <= first or len(cells) > view.width // 2 + 1:
            break
        if not all(isinstance(v, str) and len(v) <= LONGEST for _, v in cells):
            break
        parent = any(header_term(words.label(v)) in WEIGHTS for _, v in cells)
        spanned = any((k, j) in view.spans and view.spans[k, j][1] > j for j, _ in cells)
        if not parent and not spanned:
            break
        best = k
    return best


def band_keys(view: View, top: int, bottom: int, words: Words) -> tuple[str, ...]:
    return tuple(
        words.label(v).key if isinstance(v, str) else str(v)
        for i in range(top, bottom + 1)
        for v in view.rows[i]
        if v != ""
    )
