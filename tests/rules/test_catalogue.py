"""The catalogue is walked: every name is well formed and speaks both languages; Thai is Thai."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

import pytest

from rules.catalogue import CATALOGUE, FINDINGS
from rules.catalogue.words import AREAS
from schemas.catalogue import CauseEntry, FindingEntry
from schemas.finding import Text

ENTRIES: list[FindingEntry | CauseEntry] = [*CATALOGUE.findings.values(), *CATALOGUE.causes.values()]
THAI = re.compile("[\u0e00-\u0e7f\x20-\x7e\n]*")
PLACEHOLDER = re.compile(r"\{(\w+)")
CATEGORIES = {
    "file",
    "structure",
    "text",
    "formula",
    "schema",
    "reconciliation",
    "suite",
    "policy",
    "comparison",
}


def texts(entry: FindingEntry | CauseEntry) -> Iterator[tuple[str, Text]]:
    for field in fields(entry):
        value = getattr(entry, field.name)
        if isinstance(value, Text):
            yield f"{entry.name}.{field.name}", value


ALL = [text for entry in ENTRIES for text in texts(entry)] + sorted(CATALOGUE.words.items())


def test_names_are_kebab_case_and_stand_once() -> None:
    names = [e.name for e in FINDINGS]
    assert len(names) == len(set(names))
    for entry in ENTRIES:
        assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", entry.name)


def test_a_key_of_the_interface_stands_in_one_area_only() -> None:
    keys = [key for area in AREAS for key in area]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("entry", CATALOGUE.findings.values(), ids=lambda e: e.name)
def test_finding_has_a_known_category(entry: FindingEntry) -> None:
    assert entry.category in CATEGORIES
    assert f"category.{entry.category}" in CATALOGUE.words


@pytest.mark.parametrize(("key", "text"), ALL, ids=[key for key, _ in ALL])
def test_text_speaks_both_languages(key: str, text: Text) -> None:
    assert bool(text.en.strip()) == bool(text.th.strip())
    assert THAI.fullmatch(text.th), sorted({c for c in text.th if not THAI.fullmatch(c)})
    assert not text.en or re.search("[A-Za-z{]", text.en)  # it may quote Thai, it may not be Thai
    assert set(PLACEHOLDER.findall(text.en)) == set(PLACEHOLDER.findall(text.th))
    assert "\u0e4d\u0e32" not in text.th  # sara am in one piece
    assert "\u0e40\u0e40" not in text.th  # no two sara e for sara ae


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.name)
def test_what_explains_is_a_sentence(entry: FindingEntry | CauseEntry) -> None:
    for key, text in texts(entry):
        if key.endswith((".why", ".mend", ".proof", ".example")):
            assert text.en.rstrip().endswith((".", "?")), key
            assert re.search("[\u0e00-\u0e7f]", text.th), key


OTHER_WORDS = {
    "ชุดกติกา": "ชุดหลักเกณฑ์",
    "ชุดเกณฑ์": "ชุดหลักเกณฑ์",
    "ชีต": "แผ่นงาน",
    "คะแนนฐาน 100": "คะแนนที่แปลงเป็นฐาน 100",
    "คะแนนแปลง": "คะแนนที่แปลงเป็นฐาน 100",
    "ผลสรุป": "ตัวเลขสรุป",
    "ปัดเศษครึ่ง": "ปัดเศษกึ่งกลาง",
    "แฟ้มข้อมูล": "ไฟล์",
}
"""What a reader would take for another thing, and the one word that the reports use for it."""


@pytest.mark.parametrize(("other", "ours"), OTHER_WORDS.items())
def test_one_thing_has_one_thai_word(other: str, ours: str) -> None:
    found = [key for key, text in ALL if other in text.th.replace(ours, "")]
    assert not found, f"{other}: say {ours}"
