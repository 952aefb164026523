"""Hostile files: each becomes the finding it must be, or is read; none hangs, none takes another with it."""

from __future__ import annotations

import pytest

from pipeline.read import Source
from tests.pipeline.read.hostile import GOOD_SHEET, HOSTILE, Hostile
from tests.pipeline.read.raw_xlsx import xlsx
from tests.pipeline.read.reading_of import read_all, told


@pytest.mark.parametrize("hostile", HOSTILE, ids=[h.name for h in HOSTILE])
def test_a_hostile_file_is_refused_by_name_or_read(hostile: Hostile) -> None:
    good = Source("good", data=xlsx(GOOD_SHEET))
    before, book, after = read_all([good, Source(hostile.name_as, data=hostile.make()), good])
    assert told(book) == ([] if hostile.expected is None else [hostile.expected])
    assert book.readable == (hostile.expected is None)
    assert before.sheets == after.sheets
    assert before.sheets[0].rows == [[5.0, 5.0], [5.0, "กกก"]]
