"""Every generated book through the installed command: all that was written is read, and judged right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books.cases import FAMILIES, cases
from tests.books.compare import differences
from tests.books.judged import misjudged
from tests.books.ready import end_to_end
from tests.books.running import run_all
from tests.books.writers import write

SHOWN = 12
"""Failing books named in a failure; the count is always complete."""


@end_to_end
@pytest.mark.parametrize("stage", ["extract", "reconcile"])
@pytest.mark.parametrize("family", FAMILIES)
def test_books(family: str, stage: str, tmp_path: Path) -> None:
    """Extract: everything at its cell. Reconcile: consistent, nothing found above info."""
    books = list(cases(family))
    paths = [write(book, tmp_path, form) for book, form in books]
    wrong = {}
    for (book, form), path, found in zip(books, paths, run_all(stage, paths), strict=True):
        texts = list(differences(found, book, form) if stage == "extract" else misjudged(found, book))
        if found["verdict" if stage == "reconcile" else "file"] == "crashed" or "said" in found:
            texts = [found["said"][-400:]]
        if texts:
            wrong[path.name] = texts[:4]
    lines = [f"{name}: {text}" for name, texts in list(wrong.items())[:SHOWN] for text in texts]
    assert not wrong, f"{len(wrong)} of {len(books)} books\n" + "\n".join(lines)
