"""The generator held to itself: reopened by a foreign reader, every expected value stands at its cell."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from tests.books.cases import FAMILIES, cases
from tests.books.compare import mended
from tests.books.expected import as_json, plain
from tests.books.habits import THAI
from tests.books.reopen import at, same, values
from tests.books.writer_text import TEXT_FORMATS
from tests.books.writers import write


@pytest.mark.parametrize("family", FAMILIES)
def test_expected_values_stand_at_their_cells(family: str, tmp_path: Path) -> None:
    wrong = []
    for book, form in cases(family):
        book.check()
        written = values(write(book, tmp_path, form), form)
        for table in as_json(book)["tables"]:
            for kind, text in (("units", "code"), ("scores", "raw"), ("reported", "raw"), ("levels", "text")):
                for entry in table[kind]:
                    value = at(written, entry.get("sheet", table["sheet"]), entry["cell"])
                    if not _holds(value, entry[text], kind, form):
                        wrong.append((book.name, form, kind, entry, value))
    assert not wrong[:3], len(wrong)


def _holds(value: object, text: str, kind: str, form: str) -> bool:
    if kind == "units":
        return mended(text) in mended(str(value))
    if kind == "levels":
        shown = plain(Decimal(repr(value))) if isinstance(value, float) else str(value)
        return mended(shown).translate(THAI) == mended(text).translate(THAI)
    if form not in TEXT_FORMATS or value == text:
        return same(value, text)
    try:  # a text file shows a number by its format
        return abs(Decimal(str(value).rstrip("%")) - Decimal(text)) < Decimal("0.0051")
    except InvalidOperation:
        return False
