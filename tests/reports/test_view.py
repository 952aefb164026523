"""Views: ids stable and unique, counts complete, findings linked to their figures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from reports.view.coverage import coverage
from reports.view.findings import first
from reports.view.ids import Ids
from reports.view.run import RunView
from reports.view.selection import select
from schemas.cell import Area
from schemas.finding import Finding, FindingBatch, Severity
from schemas.outcome import Outcome
from tests.reports import cases
from tests.reports.catalogue import SAMPLE
from tests.reports.source_case import source


def book(of: Outcome) -> RunView:
    return RunView(of, SAMPLE)


def ids(of: Outcome) -> list[str]:
    return [view.id for view in book(of).books[0].reader.views()]


def test_equal_faults_get_ordinals_in_reading_order() -> None:
    of = cases.faulty()
    same = Finding("orphan-values", 0, 1, Area(0, 40, 1, 40, 1), subject="AD")
    of.workbooks[0].findings = [*of.workbooks[0].findings, same, same]
    found = [name for name in ids(of) if name.startswith("orphan")]
    assert len(set(found)) == 3
    assert found[1:] == [f"{found[0]}-2", f"{found[0]}-3"]


def test_an_id_does_not_depend_on_where_the_fault_stands() -> None:
    of, moved = cases.faulty(), cases.faulty()
    moved.workbooks[0].findings = [
        replace(f, area=Area(0, 99, 1, 99, 1), cells=())
        for f in moved.workbooks[0].findings
        if isinstance(f, Finding)
    ]
    assert ids(of) == ids(moved)


def test_ids_do_not_depend_on_how_many_of_a_batch_are_shown() -> None:
    of = cases.every_cell(6, 4)
    batch = of.workbooks[0].findings[0]
    assert isinstance(batch, FindingBatch)
    twice = replace(batch, units=np.ones(24, np.int32), indicators=np.ones(24, np.int32))
    other = Finding("score-out-of-range", 0, 1, unit=1, indicator=1)
    of.workbooks[0].findings = [twice, other]
    every = ids(of)
    assert len(set(every)) == 25
    some = [v.id for v in book(of).books[0].reader.views(first(2))]
    assert some == [*every[:2], every[-1]]


def test_a_batch_that_cannot_clash_is_known_as_such() -> None:
    of = cases.every_cell(6, 4)
    batch = of.workbooks[0].findings[0]
    assert isinstance(batch, FindingBatch)
    names = book(of).names
    assert not Ids(names, [batch]).clashes(batch)
    assert Ids(names, [batch, Finding(batch.name, 0, 1)]).clashes(batch)
    shuffled = replace(batch, units=batch.units[::-1].copy())
    assert not Ids(names, [shuffled]).clashes(shuffled)


def test_the_rule_pack_weighs_before_the_catalogue() -> None:
    of = cases.faulty()
    of.rules = replace(of.rules, severities={"orphan-values": Severity.INFO})
    weights = book(of).weights
    assert (weights.error, weights.info) == (2, 2)


def test_counts_are_of_all_even_where_few_are_shown() -> None:
    run = book(cases.every_cell(300, 100))
    assert run.weights.error == 30_000
    chosen = select(run.books[0].reader)
    assert (len(chosen.views), chosen.total) == (1_000, 30_000)
    assert len({view.source.indicator for view in chosen.views}) > 90, "examples are from everywhere"


def test_a_finding_about_many_units_knows_all_its_figures() -> None:
    run = book(source())
    from reports.view.links import LineLinks

    links = LineLinks(run.books[0].outcome)
    found = {v.source.name: len(links.lines(v.source)) for v in run.books[0].reader.views()}
    assert found["converted-mismatch"] == found["full-marks-mismatch"] == 19
    assert found["duplicate-unit"] == 0


def test_nothing_is_called_clean_that_was_not_looked_at() -> None:
    seen = coverage(book(source()).books[0])
    names = {entry.name for entry in seen.clean}
    assert "formula-omits-row" not in names, "a text file has no formulas"
    assert "score-out-of-range" in names
    assert not names & {f.name for f in source().workbooks[0].findings}
