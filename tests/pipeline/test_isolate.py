"""A failure of our own on one workbook costs that workbook alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.isolate import isolated
from schemas.grid import Book


def _names(books: Sequence[Book]) -> list[tuple[str, list[str]]]:
    if any(b.format == "bad" and not b.findings for b in books):
        raise RuntimeError("boom")
    return [(b.file, [f.name for f in b.findings]) for b in books]


def test_the_others_are_judged_and_the_one_is_named() -> None:
    books = [Book("a", "", ""), Book("b", "", "bad"), Book("c", "", "")]
    assert isolated(books, _names) == [("a", []), ("b", ["internal-error"]), ("c", [])]


def test_a_single_workbooks_failure_is_raised() -> None:
    with pytest.raises(RuntimeError, match="boom"):
        isolated([Book("b", "", "bad")], _names)


def test_a_failure_of_company_alone_is_raised() -> None:
    def judge(books: Sequence[Book]) -> int:
        if len(books) > 1:
            raise RuntimeError("together")
        return 0

    with pytest.raises(RuntimeError, match="together"):
        isolated([Book("a", "", ""), Book("b", "", "")], judge)
