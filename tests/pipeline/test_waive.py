"""Waivers in force: one finding, one value, its time; the rest counts as before."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.waive import Applied, waive
from pipeline.waived_value import expected_of, same_value, value_of
from pipeline.waiver_files import applied_to
from reports.view.run import RunView
from rules.catalogue import CATALOGUE
from rules.errors import RuleError
from rules.waivers import FILE_NAMES, Waiver, WaiverFile, with_waiver
from schemas.cell import Area, Cell
from schemas.finding import Finding, FindingBatch, Severity
from schemas.outcome import Outcome
from schemas.terms import Verdict
from tests.reports import cases

TODAY = dt.date(2026, 11, 22)


def weighed(outcome: Outcome) -> Outcome:
    """Set severities as the last stage does."""
    books = [
        replace(w, findings=[f if f.severity else replace(f, severity=Severity.ERROR) for f in w.findings])
        for w in outcome.workbooks
    ]
    return replace(outcome, workbooks=books)


def ids(outcome: Outcome, waived: bool = False) -> list[str]:
    reader = RunView(outcome, CATALOGUE).books[0].reader
    return [view.id for view in (reader.waived() if waived else reader.views())]


def waiver(outcome: Outcome, number: int, **changes: object) -> Waiver:
    """Return a waiver of one finding of the first workbook, as `waivers add` would write it."""
    book = RunView(outcome, CATALOGUE).books[0]
    view = list(book.reader.views())[number]
    assert book.book is not None
    value, expected = value_of(view.source, book.book), expected_of(view.source)
    made = Waiver(view.id, value, "ตามหนังสือที่ ๑๒", "สมชาย", expected=expected)
    return replace(made, **changes)  # type: ignore[arg-type]


def applied(*waivers: Waiver, folder: Path = Path(), whole: bool = True) -> dict[int, Applied]:
    return {0: Applied(WaiverFile(folder / FILE_NAMES[0], waivers), whole)}


def test_a_waived_finding_is_apart_and_no_longer_counts() -> None:
    before = weighed(cases.faulty())
    after = waive(before, applied(*(waiver(before, n) for n in range(len(ids(before))))), TODAY)
    assert ids(after) == []
    assert ids(after, waived=True) == ids(before)
    assert after.workbooks[0].verdict is Verdict.CONSISTENT
    assert before.workbooks[0].verdict is Verdict.DISCREPANT
    assert after.workbooks[0].waived[0].values["waiver_who"] == "สมชาย"  # type: ignore[union-attr]


def test_one_waived_leaves_the_others_and_the_verdict() -> None:
    before = weighed(cases.faulty())
    after = waive(before, applied(waiver(before, 0)), TODAY)
    assert ids(after) == ids(before)[1:]
    assert after.workbooks[0].verdict is Verdict.DISCREPANT


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"expires": dt.date(2026, 11, 21)}, "waiver-expired"),
        ({"value": "96.68"}, "waiver-changed"),
        ({"expected": "97.79"}, "waiver-changed"),
        ({"id": "converted-mismatch-0123456789"}, "waiver-unused"),
    ],
)
def test_a_waiver_that_does_not_hold_is_a_finding_and_the_fault_counts_again(
    changes: dict[str, object], name: str
) -> None:
    before = weighed(cases.faulty())
    number = [i.startswith("converted") for i in ids(before)].index(True)
    after = waive(before, applied(waiver(before, number, **changes)), TODAY)
    assert [f.name for f in after.workbooks[0].findings if f.name.startswith("waiver-")] == [name]
    assert set(ids(before)) < set(ids(after))
    assert ids(after, waived=True) == []
    text = next(v for v in RunView(after, CATALOGUE).books[0].reader.views() if v.source.name == name)
    assert "–" not in text.message.en + text.message.th  # every placeholder of the message is filled


@pytest.mark.parametrize("expires", [None, TODAY, dt.date(2027, 1, 1)])
def test_a_waiver_holds_to_its_last_day(expires: dt.date | None) -> None:
    before = weighed(cases.faulty())
    after = waive(before, applied(waiver(before, 0, expires=expires)), TODAY)
    assert ids(after) == ids(before)[1:]


def test_findings_about_the_same_thing_keep_their_ids_when_one_is_waived() -> None:
    one = cases.faulty()
    twin = Finding("orphan-values", 0, 1, Area(0, 5, 30, 5, 30), subject="AD", severity=Severity.ERROR)
    other = replace(twin, area=Area(0, 7, 31, 7, 31))
    before = replace(one, workbooks=[replace(one.workbooks[0], findings=[twin, other])])
    first, second = ids(before)
    assert second == f"{first}-2"
    after = waive(before, applied(waiver(before, 0)), TODAY)
    assert (ids(after), ids(after, waived=True)) == ([second], [first])


def test_members_of_a_batch_are_waived_one_by_one() -> None:
    before = weighed(cases.every_cell(5, 4))
    chosen = [waiver(before, 3), waiver(before, 7)]
    after = waive(before, applied(*chosen), TODAY)
    (batch,) = after.workbooks[0].findings
    assert isinstance(batch, FindingBatch)
    assert len(batch) == 18
    assert set(ids(after)) == set(ids(before)) - {w.id for w in chosen}
    assert sorted(ids(after, waived=True)) == sorted(w.id for w in chosen)


def test_a_changed_value_in_a_batch_counts_again_once() -> None:
    before = weighed(cases.every_cell(5, 4))
    after = waive(before, applied(waiver(before, 3, value="6")), TODAY)
    assert len(ids(after)) == len(set(ids(after))) == 21
    assert after.workbooks[0].findings[0].name == "waiver-changed"


def test_unused_is_only_said_where_the_whole_folder_was_judged() -> None:
    before = weighed(cases.clean())
    idle = Waiver("score-missing-0123456789", "x", "r", "w")
    assert ids(waive(before, applied(idle, whole=False), TODAY)) == []
    assert len(ids(waive(before, applied(idle), TODAY))) == 1
    elsewhere = replace(idle, file="other.xlsx")
    assert ids(waive(before, applied(elsewhere), TODAY)) == []
    mine = replace(idle, file="kpi.xlsx")
    assert len(ids(waive(before, applied(mine, whole=False), TODAY))) == 1


def test_two_workbooks_with_the_same_fault_are_told_apart_by_file() -> None:
    one = weighed(cases.faulty())
    second = replace(one.workbooks[0], file="b.xlsx")
    only_b = waiver(one, 0, file="b.xlsx")
    both = replace(one, workbooks=[one.workbooks[0], replace(second, index=0)])
    after = waive(both, applied(only_b), TODAY)
    assert [len(w.waived) for w in after.workbooks] == [0, 1]


def test_values_are_those_of_the_cells() -> None:
    book = cases.faulty().tables.books[0]
    reported = Finding("x", reported=Decimal("96.670"))
    cell = Finding("x", area=Area(0, 3, 3, 3, 3))
    several = Finding("x", cells=(Cell(0, 3, 3), Cell(0, 3, 99)))
    wide = Finding("x", area=Area(0, 3, 3, 9, 20))
    said = Finding("x", values={"count": 2})
    assert value_of(reported, book) == "96.67"
    assert value_of(cell, book) == "4"
    assert value_of(several, book).endswith(" | (blank)")
    assert value_of(wide, book).startswith("126 cells, ")
    assert value_of(said, book) == "count=2"
    moved = Finding("x", area=Area(0, 4, 3, 10, 20))
    assert value_of(moved, book) != value_of(wide, book)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("96.670", "96.67", True),
        ("5", "5.0", True),
        ("5", "5.1", False),
        (" x ", "x", True),
        ("x", "y", False),
    ],
)
def test_numbers_are_compared_as_numbers(first: str, second: str, same: bool) -> None:
    assert same_value(first, second) is same


def test_the_file_beside_each_workbook_is_taken(tmp_path: Path) -> None:
    for name in ("a/k.xlsx", "a/l.xlsx", "b/k.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    text = with_waiver("", Waiver("expectation-failed-0123456789", "x", "r", "w"))
    (tmp_path / "a" / FILE_NAMES[0]).write_text(text)
    files = [str(tmp_path / n) for n in ("a/k.xlsx", "b/k.xlsx")]
    found = applied_to(files)
    assert list(found) == [0]
    assert found[0].whole is False  # a/l.xlsx is not judged
    assert applied_to([files[0], str(tmp_path / "a/l.xlsx")])[1].whole is True
    assert applied_to(files, "none") == {}
    assert set(applied_to([*files, "-"], str(tmp_path / "a" / FILE_NAMES[0]))) == {0, 1, 2}
    with pytest.raises(RuleError):
        applied_to(files, str(tmp_path / "nothing.yaml"))
