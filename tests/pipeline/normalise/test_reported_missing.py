"""A figure that some units lack is named in words, in both languages, not by its name in the program."""

from __future__ import annotations

from rules.catalogue import CATALOGUE
from schemas.finding import Finding
from schemas.grid import Book
from schemas.words import fill
from tests.pipeline.sheets import grid, ingested

SHEET = """\
ตัวชี้วัด | กองคลัง | กองแผน | กองช่าง
1. งานแรก | 4 | 5 | 3
2. งานสอง | 3 | 5 | 2
คะแนนเต็ม | 10 | 10
ร้อยละ | 70 | 100
"""


def test_the_missing_figures_are_named_in_words() -> None:
    _, _, findings = ingested(Book("b.xlsx", "", "xlsx", (grid(SHEET, "Sheet"),)))
    (missing,) = [f for f in findings if isinstance(f, Finding) and f.name == "reported-missing"]
    text = fill(CATALOGUE.findings["reported-missing"].message, missing.values)
    assert "กองช่าง" in text.en
    assert "กองช่าง" in text.th
    assert "Full marks, Converted score" in text.en
    assert "คะแนนเต็ม, คะแนนที่แปลงเป็นฐาน 100" in text.th
    assert "full_marks" not in text.en + text.th
