"""What readers make of a book besides reading it: it comes with the book, or not at all."""

from __future__ import annotations

import pickle
from dataclasses import replace
from functools import partial
from pathlib import Path

from pipeline.locate import locate
from pipeline.read import Source, start_reading
from pipeline.run import _locate, _read
from rules.loading import load_pack
from schemas.grid import Book
from tests.pipeline.read.hostile import GOOD_SHEET
from tests.pipeline.read.raw_xlsx import xlsx

GOOD = Source("good", data=xlsx(GOOD_SHEET))
BAD = Source("bad", data=b"\x89PNG\r\n\x1a\n")
COMPLETE = Path(__file__).parents[3] / "fixtures" / "books" / "complete.xlsx"


def first_value(book: Book) -> object:
    return book.sheets[0].rows[0][0]


def fails(_book: Book) -> object:
    raise ValueError


def test_it_is_made_of_every_readable_book() -> None:
    read = list(start_reading([GOOD, BAD, GOOD], also=first_value).books_and_more())
    assert [made for _book, made in read] == [first_value(read[0][0]), None, first_value(read[0][0])]
    assert [book.readable for book, _made in read] == [True, False, True]


def test_where_it_fails_the_book_is_there_without_it() -> None:
    ((book, made),) = start_reading([GOOD], also=fails).books_and_more()
    assert book.readable
    assert made is None


def test_what_cannot_travel_is_not_made() -> None:
    ((book, made),) = start_reading([GOOD], also=lambda _book: lambda: None).books_and_more()
    assert book.readable
    assert made is None


def test_located_by_the_reader_is_located_here() -> None:
    pack = load_pack()
    source = Source(str(COMPLETE), COMPLETE)
    ((book, made),) = start_reading([source], also=partial(_locate, pack)).books_and_more()
    assert made == locate(book, pack)
    assert pickle.loads(pickle.dumps(made)) == made
    (plain,) = _read([source], pack, None, 1, ())
    assert plain.located in (None, made)  # only while pandera is not imported
    assert replace(plain, located=None) == book
