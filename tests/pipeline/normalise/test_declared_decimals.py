"""A converted score typed as a fraction does not lend its digits to the others of its row."""

from __future__ import annotations

from decimal import Decimal

from schemas.grid import Book
from tests.pipeline.sheets import grid, ingested

SHEET = """\
ตัวชี้วัด | กองคลัง | กองแผน | กองช่าง
1. งานแรก | 4 | 5 | 3
2. งานสอง | 3 | 4 | 2
3. งานสาม | 3 | 4 | 2
คะแนนฐาน 100 | {}
"""


def _decimals(figures: str) -> dict[Decimal, int]:
    tables, _, _ = ingested(Book("b.xlsx", "", "xlsx", (grid(SHEET.format(figures), "Sheet"),)))
    reported = tables.reported
    return dict(zip(map(Decimal, reported["value"]), map(int, reported["decimals"]), strict=True))


def test_a_fraction_leaves_the_others_their_decimals() -> None:
    found = _decimals("66.67 | 0.8667 | 46.67")
    assert found[Decimal("66.67")] == found[Decimal("46.67")] == 2


def test_a_row_of_fractions_declares_its_own() -> None:
    assert set(_decimals("0.6667 | 0.8667 | 0.4667").values()) == {4}
