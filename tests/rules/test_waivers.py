"""Waiver files: YAML or JSON, reasons required, nothing that waives nothing."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from rules.errors import RuleError
from rules.waivers import FILE_NAMES, Waiver, beside, load_waivers, parse_date, with_waiver

GOOD_ID = "expectation-failed-0123456789"


def entry(**changes: object) -> dict[str, object]:
    whole: dict[str, object] = {"id": GOOD_ID, "value": "0", "reason": "ปิดปรับปรุง", "who": "สมชาย"}
    return {k: v for k, v in {**whole, **changes}.items() if v != "DROP"}


def write(folder: Path, *entries: dict[str, object], name: str = FILE_NAMES[0]) -> Path:
    path = folder / name
    path.write_text(json.dumps({"waivers": entries}, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", FILE_NAMES)
def test_file_beside_the_workbooks(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.xlsx").touch()
    path = write(
        tmp_path, entry(file="a.xlsx", value=96.84, expires="2569-12-31", evidence="บันทึก 12"), name=name
    )
    assert beside(tmp_path) == path
    (waiver,) = load_waivers(path).waivers
    assert waiver.name == "expectation-failed"
    assert waiver.value == "96.84"
    assert waiver.expires == dt.date(2026, 12, 31)
    assert waiver.line == 3
    assert not waiver.expired(dt.date(2026, 12, 31))
    assert waiver.expired(dt.date(2027, 1, 1))


def test_two_files_are_refused(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, name=FILE_NAMES[2])
    with pytest.raises(RuleError, match="two waiver files"):
        beside(tmp_path)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reason": "DROP"}, "the key reason is missing"),
        ({"reason": " "}, "reason must be a text"),
        ({"who": "DROP"}, "the key who is missing"),
        ({"value": "DROP"}, "the key value is missing"),
        ({"id": "expectation-faild-0123456789"}, "did you mean expectation-failed?"),
        ({"id": "expectation-failed"}, "not the id"),
        ({"id": "waiver-unused-0123456789"}, "cannot be waived"),
        ({"file": "b.xlsx"}, "b.xlsx, which is not there"),
        ({"expires": "tomorrow"}, "not a day"),
        ({"expires": "2026-02-30"}, "not a day"),
        ({"resaon": "x"}, "did you mean reason?"),
    ],
)
def test_a_waiver_that_cannot_hold_is_refused(tmp_path: Path, changes: dict[str, object], words: str) -> None:
    for name in (FILE_NAMES[0], FILE_NAMES[2]):
        with pytest.raises(RuleError) as caught:
            load_waivers(write(tmp_path, entry(), entry(**changes), name=name))
        assert words in str(caught.value)
        assert (caught.value.line or 0) > 8  # the second entry, not the first


def test_given_twice(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="waived twice"):
        load_waivers(write(tmp_path, entry(), entry()))


@pytest.mark.parametrize(
    ("name", "text"), [("x.json", "{"), ("x.yaml", "waivers: {"), ("x.yaml", "- a"), ("x.json", "[]")]
)
def test_not_a_waiver_file(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(RuleError) as caught:
        load_waivers(tmp_path / name)
    assert caught.value.line is not None


def test_json_with_tabs_is_json(tmp_path: Path) -> None:
    path = tmp_path / "w.json"
    path.write_text(json.dumps({"waivers": [entry()]}, indent="\t"), encoding="utf-8")
    assert load_waivers(path).waivers[0].id == GOOD_ID


def test_adding_keeps_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAMES[0]
    first = Waiver(GOOD_ID, "0", "เหตุผล: ข้อ 1", "สมหญิง", expires=dt.date(2027, 9, 30))
    second = Waiver("expectation-failed-9876543210", "96.84", "ตามหนังสือ", "สมชาย", expected="60")
    text = with_waiver("", first) + "# a note of mine\n"
    path.write_text(with_waiver(text, second), encoding="utf-8")
    read = load_waivers(path).waivers
    assert [(w.id, w.value, w.reason, w.who, w.expected, w.expires) for w in read] == [
        (w.id, w.value, w.reason, w.who, w.expected, w.expires) for w in (first, second)
    ]
    assert "# a note of mine" in path.read_text(encoding="utf-8")
    path.write_text(with_waiver("waivers: []\n", first), encoding="utf-8")
    assert len(load_waivers(path).waivers) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [("2027-09-30", dt.date(2027, 9, 30)), ("2570-09-30", dt.date(2027, 9, 30)), ("30/9/2570", None)],
)
def test_days_in_either_era(text: str, day: dt.date | None) -> None:
    assert parse_date(text) == day
