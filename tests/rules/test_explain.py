"""`explain` knows every name, by name or by id, and suggests near ones."""

from __future__ import annotations

import pytest

from rules.catalogue import CATALOGUE
from rules.catalogue_page import page
from rules.errors import RuleError
from rules.explain import explain

NAMES = sorted({*CATALOGUE.findings, *CATALOGUE.causes})


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_explained(name: str) -> None:
    text = explain(name)
    entries = [e for e in (CATALOGUE.findings.get(name), CATALOGUE.causes.get(name)) if e]
    for entry in entries:
        for words in (entry.title, entry.why, entry.mend):
            assert words.en in text.en
            assert words.th in text.th
    assert "{" not in text.en + text.th


def test_an_id_is_explained_by_its_name() -> None:
    assert explain("waiver-unused-0123456789-2") == explain("waiver-unused")


@pytest.mark.parametrize(
    ("wrong", "right"), [("waiver-unusd", "waiver-unused"), ("expectation_failed", "expectation-failed")]
)
def test_near_misses_are_suggested(wrong: str, right: str) -> None:
    with pytest.raises(RuleError) as caught:
        explain(wrong)
    assert right in caught.value.text.en
    assert right in caught.value.text.th


def test_page_lists_every_name() -> None:
    text = page()
    for name in NAMES:
        assert f"### {name}\n" in text
