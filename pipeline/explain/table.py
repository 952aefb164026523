"""Explain one table: operators on its wrong figures, quantity by quantity, then grades and what follows from what."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from pipeline.explain.cases import case_of, figures_of
from pipeline.explain.chain import follow_chain
from pipeline.explain.evidence import Evidence
from pipeline.explain.grades import explain_grades
from pipeline.explain.rank import EMPTY, EMPTY_OF_TWO, Answer, answers, assess, possible_figures
from pipeline.explain.search import Candidate, candidates
from pipeline.explain.sheet import Sheet
from pipeline.explain.tell import Names, cause_of, unexplained
from pipeline.explain.two_edits import two_edits
from pipeline.recompute import Block
from rules.catalogue import CATALOGUE
from rules.causes import CAUSES, Family
from rules.causes.attempt import SUMS
from schemas.outcome import Cause, Line
from schemas.terms import Assessment, Quantity, Status
from schemas.words import fill

TYPED_AMONG_FORMULAS = 10
"""Decibans for a typing error where the figure is a typed number among formulas."""

MOST_CAUSES = 6
"""Answers shown for one figure; what is left out is far less likely than the first."""


def explain_table(
    sheet: Sheet, lines: Sequence[tuple[int, Line]], blocks: Sequence[Block], names: Names
) -> dict[int, object]:
    """Set assessment and causes of one complete table's mismatches; lines come with their indexes among all.

    Return, by index, the key of the edit that explains several figures of the table.
    """
    shared: dict[int, object] = {}
    all_lines = [line for _, line in lines]
    for (_, of_indicator), members in _groups(lines).items():
        wrong = [line for _, line in members]
        figures = figures_of(wrong, all_lines, sheet.recomputed)
        case = None if of_indicator else case_of(sheet, wrong, all_lines, blocks)
        found = candidates(CAUSES, case, figures)
        weaker: dict[int, list[Candidate]] = {}
        if case is not None:
            weaker = two_edits(case, figures, [n for n in range(len(wrong)) if n not in found])
        for column, (index, line) in enumerate(members):
            ranked = _answers(found.get(column, []), line, sheet, EMPTY)
            second = [] if ranked else _answers(weaker.get(column, []), line, sheet, EMPTY_OF_TWO)
            key = _settle(line, ranked or second, sheet.evidence, names, weaker=not ranked)
            if key is not None:
                shared[index] = key
    explain_grades(all_lines, names, sheet.recomputed.pack)
    follow_chain(all_lines, sheet.recomputed.pack)
    return shared


def _groups(lines: Sequence[tuple[int, Line]]) -> dict[tuple[Quantity, bool], list[tuple[int, Line]]]:
    """Return the wrong numbers by quantity, those of single indicators apart."""
    groups: dict[tuple[Quantity, bool], list[tuple[int, Line]]] = {}
    for index, line in lines:
        numeric = isinstance(line.reported, Decimal) and isinstance(line.recomputed, Fraction)
        if line.status is Status.MISMATCH and numeric:
            groups.setdefault((line.quantity, bool(line.indicator)), []).append((index, line))
    return groups


def all_from_hidden(sheet: Sheet, lines: Sequence[Line], blocks: Sequence[Block]) -> bool:
    """Return whether every wrong figure of a table comes out with its hidden scores counted."""
    return _all_edits("hidden-counted", sheet, lines, blocks) is not None


LEAST_UNITS = 3


def all_from_repeated(sheet: Sheet, lines: Sequence[Line], blocks: Sequence[Block]) -> bool:
    """Return whether every wrong figure of a table comes out with one and the same indicator counted twice.

    Full marks that count an indicator more look like one that is not on the sheet. That such a one has the scores
    of one that is, in three units and more, is no accident, unless all units have the same score there.
    """
    units = {line.unit for line in lines if line.status is Status.MISMATCH and line.quantity in SUMS}
    if len(units) < LEAST_UNITS:
        return False
    columns = [u - 1 for u in units if u]
    varied = {row for row, own in enumerate(sheet.exact.values[:, columns].tolist()) if len(set(own)) > 1}
    edits = _all_edits("row-repeated", sheet, lines, blocks) or set()
    return any(("both", row) in edits for row in varied)


def _all_edits(name: str, sheet: Sheet, lines: Sequence[Line], blocks: Sequence[Block]) -> set[object] | None:
    """Return the edits of one operator that each give every wrong figure of a table; None where some has none."""
    operators = [o for o in CAUSES if o.name == name]
    common: set[object] | None = None
    for (_, of_indicator), members in _groups(list(enumerate(lines))).items():
        wrong = [line for _, line in members]
        if of_indicator:
            return None
        case = case_of(sheet, wrong, lines, blocks)
        found = candidates(operators, case, figures_of(wrong, lines, sheet.recomputed))
        if len(found) < len(wrong):
            return None
        for own in found.values():
            edits = {c.attempt.variants[e] for c in own if c.attempt.variants for e in c.edits}
            common = edits if common is None else common & edits
    return common


def _answers(found: Sequence[Candidate], line: Line, sheet: Sheet, empty: Fraction) -> list[Answer]:
    if not found:
        return []
    scale = sheet.recomputed.pack.scale
    high = Fraction(scale.high)
    highest = {
        Quantity.CONVERTED: high * Fraction(scale.factor),
        Quantity.POINTS: high * sheet.block.indicators,
        Quantity.FULL_MARKS: high * sheet.block.indicators,
    }.get(line.quantity, high)
    if line.cell in sheet.evidence.typed:
        found = [_likelier(c) if c.operator.family is Family.TYPING else c for c in found]
    return answers(found, possible_figures(line.quantity, line.decimals, highest), empty)


def _likelier(candidate: Candidate) -> Candidate:
    from dataclasses import replace

    return replace(candidate, weight=candidate.weight + TYPED_AMONG_FORMULAS)


def _settle(
    line: Line, ranked: list[Answer], evidence: Evidence, names: Names, *, weaker: bool
) -> object | None:
    """Set a line's assessment and causes; return the key of an edit that explains other figures too."""
    line.assessment = assess(ranked, weaker=weaker)
    ambiguous = line.assessment is Assessment.AMBIGUOUS
    told = [cause_of(a, line, names, ambiguous=ambiguous, weaker=weaker) for a in ranked[:MOST_CAUSES]]
    line.causes = tuple(told) or (unexplained(line, names),)
    stale = _stale(line, evidence)
    if stale is not None:
        line.causes = (stale, *told)
        line.assessment = Assessment.EXPLAINED
        return ("stale-formula", stale.values["finding"])
    lead = ranked[0].lead if ranked else None
    return lead.variant if lead is not None and lead.support > 1 else None


def _stale(line: Line, evidence: Evidence) -> Cause | None:
    """Return the cause that the figure's own formula gives something else, where a finding says so."""
    finding = evidence.stale.get(line.cell) if line.cell else None
    if finding is None or line.cell is None:
        return None
    values: dict[str, object] = {
        "reported": line.reported,
        "formula": finding.values.get("formula", ""),
        "finding": finding.subject,
    }
    return Cause(
        name="stale-formula",
        reproduces=True,
        chance=None,
        message=fill(CATALOGUE.causes["stale-formula"].message, values),
        cells=(line.cell,),
        values=values,
    )
