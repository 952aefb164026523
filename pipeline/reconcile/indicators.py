"""Figures of one indicator: the weighted score (score × weight), and the score that follows from the actual result."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

from pipeline.recompute import Block, Recomputed, Role, table_weights
from pipeline.recompute.scores import exact_score, score_cell
from pipeline.reconcile.lines import Draft
from pipeline.reconcile.reported import Reported
from schemas.exact import decimals_of
from schemas.outcome import Line
from schemas.rounding import interval
from schemas.tables import Tables
from schemas.terms import Quantity, State, Status

PLAUSIBLE_FROM = 4
"""From this many scores with results on, a table where most scores do not follow is judged under no formula of ours."""

MOST_DIGITS = 30

SELF = "self"
COMMITTEE = "committee"


def judge_weighted(draft: Draft, figures: Reported, tables: Tables) -> None:
    """Add a line for every reported weighted score: score × weight over what the weights sum to.

    A table that writes score × weight without dividing is judged so: the reading most of its figures agree with.
    """
    recomputed = draft.recomputed
    by_block: dict[int, list[int]] = defaultdict(list)
    for place in figures.where(Quantity.WEIGHTED, of_indicator=True).tolist():
        by_block[int(figures.block[place])].append(place)
    for number, places in by_block.items():
        block = recomputed.blocks[number]
        weights, unit = table_weights(tables, block, recomputed.pack)
        whole = int(recomputed.whole[block.unit])
        drafts: list[tuple[int, Fraction | None, bool, bool]] = []
        for place in places:
            indicator, column = int(figures.indicator[place]), int(figures.unit[place])
            row = block.row + (indicator - 1) * block.units + column - 1
            role = recomputed.roles[row]
            if role == Role.BASE:
                weight = Fraction(int(weights[indicator - 1]), unit)
                product: Fraction | None = exact_score(tables, row) * weight
            else:
                product = Fraction(0) if role == Role.OUT else None
            drafts.append(
                (
                    place,
                    product,
                    _fits(recomputed, figures, place, product, whole),
                    _fits(recomputed, figures, place, product, 1),
                )
            )
        divided = sum(d[2] for d in drafts) >= sum(d[3] for d in drafts)
        for place, product, fits_divided, fits_whole in drafts:
            fits = fits_divided if divided else fits_whole
            exact = None if product is None else product / (whole if divided else 1)
            draft.lines.append(_line(draft, figures, block, place, exact, fits))


def _fits(
    recomputed: Recomputed, figures: Reported, place: int, product: Fraction | None, whole: int
) -> bool:
    value = figures.values[place]
    if product is None or value is None:
        return False
    pack = recomputed.pack
    mode = pack.rounding_of(Quantity.WEIGHTED)
    return product / whole in interval(value, figures.decimals[place], mode, pack.tolerance)


def _line(
    draft: Draft, figures: Reported, block: Block, place: int, exact: Fraction | None, fits: bool
) -> Line:
    value = figures.values[place]
    status = Status.MATCH if fits else Status.MISMATCH
    if exact is None or value is None:
        status = Status.NOT_COMPUTABLE
    return Line(
        block.info.workbook, block.info.table, int(figures.unit[place]), int(figures.indicator[place]),
        Quantity.WEIGHTED, value if value is not None else figures.raw[place], exact, figures.decimals[place], status,
        figures.cells[place], figures.shown_text(place), basis=draft.basis_of(int(figures.unit_row[place])),
    )  # fmt: skip


def judge_scores(draft: Draft, tables: Tables) -> None:
    """Add a line for every score that has an actual result and thresholds beside it.

    The decimals are the most digits among such scores of the table. A self-assessment beside a committee's
    table is not judged: the result shown is the committee's. Where most scores of a table do not follow from
    its results, the scores come from something else, and the lines are not computable rather than wrong.
    """
    by_table: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for workbook, table, indicator, unit in draft.recomputed.scores:
        by_table[workbook, table].append((indicator, unit))
    committees = {i.workbook for i in tables.infos if i.assessor == COMMITTEE}
    state = tables.scores["state"].to_numpy()
    for block in draft.recomputed.blocks:
        info = block.info
        places = by_table.get((info.workbook, info.table), [])
        if not places or (info.assessor == SELF and info.workbook in committees):
            continue
        lines = []
        for indicator, unit in places:
            row = block.row + (indicator - 1) * block.units + unit - 1
            if state[row] != State.SCORED:
                continue
            reported = _decimal(exact_score(tables, row))
            cell = score_cell(tables, row)
            exact = draft.recomputed.scores[info.workbook, info.table, indicator, unit]
            lines.append(
                Line(
                    info.workbook, info.table, unit, indicator, Quantity.SCORE, reported, exact, 0, Status.MATCH, cell,
                    basis=draft.basis_of(block.unit + unit - 1),
                )
            )  # fmt: skip
        _judge_scores_of_table(draft, lines)


def _judge_scores_of_table(draft: Draft, lines: list[Line]) -> None:
    pack = draft.recomputed.pack
    decimals = max((decimals_of(n.reported) for n in lines if isinstance(n.reported, Decimal)), default=0)
    for line in lines:
        line.decimals = min(decimals, 6)
        assert isinstance(line.reported, Decimal)
        figure = interval(line.reported, line.decimals, pack.rounding_of(line.quantity), pack.tolerance)
        line.status = Status.MATCH if line.recomputed in figure else Status.MISMATCH
    wrong = [line for line in lines if line.status is Status.MISMATCH]
    if len(lines) >= PLAUSIBLE_FROM and 2 * len(wrong) > len(lines):
        for line in wrong:
            line.status = Status.NOT_COMPUTABLE
    draft.lines += lines


def _decimal(value: Fraction) -> Decimal:
    """Return an exact score as the decimal it was written as; scores come from decimals, so that it ends."""
    digits = 0
    while value.denominator > 1 and (value * 10**digits).denominator > 1 and digits < MOST_DIGITS:
        digits += 1
    return Decimal(int(value * 10**digits)).scaleb(-digits)
