"""The guides are held to the page: every word in bold is a word of the catalogue, every picture is there and used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rules.catalogue import CATALOGUE
from tests.docs.commands import commands

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = {"th": DOCS / "guide.th.md", "en": DOCS / "guide.en.md"}
PICTURES = DOCS / "images" / "guide"


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_word_in_bold_is_on_the_page(lang: str) -> None:
    words = {text.th if lang == "th" else text.en for text in CATALOGUE.words.values()}
    bold = re.findall(r"\*\*(.+?)\*\*", GUIDES[lang].read_text(encoding="utf-8"))
    assert len(bold) > 20
    assert [b for b in bold if b not in words] == []


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_picture_is_there_and_used(lang: str) -> None:
    """Taken again by: python -m tests.pipeline.serve.pictures"""
    named = re.findall(r"\(images/guide/(\S+)\)", GUIDES[lang].read_text(encoding="utf-8"))
    there = {p.name for p in PICTURES.glob(f"*.{lang}.png")}
    assert set(named) == there


@pytest.mark.parametrize("name", ["guide.th.md", "guide.en.md", "signoff.md", "serve.md"])
def test_every_link_and_option_is_there(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (DOCS / target).is_file(), target
    known = {o for _, command in commands() for p in command.params for o in p.opts}
    assert [o for o in re.findall(r"(?<![\w-])--[a-z][a-z-]+", text) if o not in known] == []
