"""Two sources of the same scores, cell by cell: what is on one side alone, what changed, what may be renamed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.compare.figures import compare_figures
from pipeline.compare.keys import Ids, IndicatorKeys
from pipeline.compare.labels import Choice, ChoiceError, paired
from pipeline.compare.renames import renamed_units
from pipeline.compare.scores import compare_scores
from pipeline.compare.sides import Keyed, Named, Source, indicator_names, keyed
from pipeline.compare.written import Written
from schemas.comparison import Compared, Comparison, Difference, NotJudged, Side, Spot, Subject
from schemas.finding import AnyFinding, Finding
from schemas.rules import RulePack
from schemas.tables import TableInfo

__all__ = ["Choice", "ChoiceError", "Source", "compare"]


def compare(
    left: Source,
    right: Source,
    pack: RulePack,
    version: str = "",
    *,
    chosen: tuple[Choice, Choice] = (Choice(), Choice()),
    findings: Sequence[AnyFinding] = (),
) -> Comparison:
    """Compare two sources, keyed by unit and indicator; numbers exactly, so 97.78 is not 97.77 and 5 is 5.00.

    chosen: which round and assessor to take on each side. findings: what ingestion said, to tell why an input
    could not be judged. ChoiceError where several kinds of tables stand on a side and none is chosen.
    """
    pairing = paired(left, right, chosen)
    keys = IndicatorKeys({*indicator_names(left), *indicator_names(right)})
    ids = Ids()
    sides = keyed(left, keys, ids, pairing.left), keyed(right, keys, ids, pairing.right)
    written = Written.of(*sides, ids)
    scores, score_tally = compare_scores(*sides, written)
    figures, figure_tally, unshared = compare_figures(*sides, written)
    differences = [
        *_tables_alone(pairing.alone, left, right),
        *_names_alone(sides),
        *renamed_units(*sides, written),
        *_twice(sides),
        *scores,
        *figures,
    ]
    return Comparison(
        pack,
        version,
        _compared(left),
        _compared(right),
        differences,
        score_tally,
        figure_tally,
        len(written.shared_units),
        len(written.shared_indicators),
        unshared,
        [*_not_judged(Side.LEFT, left, findings), *_not_judged(Side.RIGHT, right, findings)],
    )


def _compared(source: Source) -> Compared:
    first = source.workbooks.start
    return Compared([source.tables.books[i] for i in source.workbooks], source.infos, first)


def _not_judged(side: Side, source: Source, findings: Sequence[AnyFinding]) -> Iterator[NotJudged]:
    """Yield the inputs that gave no table, with the errors found about them."""
    judged = {info.workbook for info in source.infos}
    for index in source.workbooks:
        if index not in judged:
            said = tuple(f for f in findings if isinstance(f, Finding) and f.workbook == index)
            yield NotJudged(side, source.tables.books[index].file, said)


def _tables_alone(
    alone: Sequence[tuple[Side, TableInfo]], left: Source, right: Source
) -> Iterator[Difference]:
    for side, info in alone:
        source = left if side is Side.LEFT else right
        grid = source.tables.books[info.workbook].sheets[info.sheet]
        spot = Spot(info.workbook - source.workbooks.start, info.table, info.area.first, grid.name)
        yield Difference(
            f"only-in-{side}",
            Subject.TABLE,
            round=info.round,
            assessor=info.assessor,
            left=spot if side is Side.LEFT else None,
            right=spot if side is Side.RIGHT else None,
            key=(info.round or "", info.assessor or "", str(info.table)),
        )


def _names_alone(sides: tuple[Keyed, Keyed]) -> Iterator[Difference]:
    """Yield the units, then the indicators, that stand on one side alone: once each, at their first place."""
    for subject in (Subject.UNIT, Subject.INDICATOR):
        for at, side in enumerate(Side):
            own, other = (
                s.units if subject is Subject.UNIT else s.indicators for s in (sides[at], sides[1 - at])
            )
            known = {(one.label, one.key) for one in other}
            seen = set()
            for one in own:
                name = one.label, one.key
                if name in known or name in seen:
                    continue
                seen.add(name)
                yield _named(f"only-in-{side}", subject, one, side)


def _named(name: str, subject: Subject, one: Named, side: Side, others: tuple[Spot, ...] = ()) -> Difference:
    is_indicator = subject is Subject.INDICATOR
    return Difference(
        name,
        subject,
        "" if is_indicator else one.spot.text,
        one.spot.text if is_indicator else "",
        None,
        *one.label,
        left=one.spot if side is Side.LEFT else None,
        right=one.spot if side is Side.RIGHT else None,
        others=others,
        key=(*(part or "" for part in one.label), one.key),
    )


def _twice(sides: tuple[Keyed, Keyed]) -> Iterator[Difference]:
    """Yield the keys that stand more than once on a side: nothing says which place is meant."""
    for side, own in zip(Side, sides, strict=True):
        for subject, places in own.twice:
            rest = tuple(place.spot for place in places[1:])
            found = _named("duplicate-key", subject, places[0], side, rest)
            yield replace(found, key=(side.value, *found.key))
