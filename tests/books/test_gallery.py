"""The committed books: as the generator writes them, and read and judged as their expectations say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books.compare import differences
from tests.books.expected import Written
from tests.books.gallery import FOLDER, books, write_gallery
from tests.books.judged import misjudged
from tests.books.ready import end_to_end
from tests.books.running import run
from tests.books.writers import WRITERS

BOOKS = [(book, form) for book, form in books()]


def test_committed_files_are_what_would_be_written(tmp_path: Path) -> None:
    written = {p.name: p.read_bytes() for p in write_gallery(tmp_path)}
    committed = {p.name: p.read_bytes() for p in FOLDER.iterdir() if p.name != "README.md"}
    assert sorted(written) == sorted(committed)
    assert [name for name in written if written[name] != committed[name]] == []


def _name(case: object) -> str:
    return case.name if isinstance(case, Written) else str(case)


@end_to_end
@pytest.mark.parametrize(("book", "form"), BOOKS, ids=_name)
def test_extract(book: Written, form: str) -> None:
    result = run("extract", [FOLDER / (book.name + WRITERS[form][0])])
    assert result.workbooks, result.said
    assert not list(differences(result.workbooks[0], book, form))


@end_to_end
@pytest.mark.parametrize(("book", "form"), BOOKS, ids=_name)
def test_reconcile(book: Written, form: str) -> None:
    result = run("reconcile", [FOLDER / (book.name + WRITERS[form][0])])
    assert result.workbooks, result.said
    assert result.code == (0 if book.clean else 1)
    assert not list(misjudged(result.workbooks[0], book))
