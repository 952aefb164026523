"""The books that are measured: every two choices of shape meet in some book, formats take turns."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import Any

from tests.books.expected import Written
from tests.books.form_books import FORM_FACTORS, form_book
from tests.books.matrices import FACTORS, matrix_book
from tests.books.pairwise import pairwise
from tests.books.writers import WRITERS, spreadsheet

FULL = "SOBTHAN_FULL_MATRIX"
"""Environment variable: a number of further rounds over the factors, each with another seed."""

Maker = Callable[[str, Mapping[str, Any], Random], Written]
Case = tuple[Written, str]
FAMILIES: dict[str, tuple[Mapping[str, Sequence[object]], Maker]] = {
    "matrix": (FACTORS, matrix_book),
    "form": (FORM_FACTORS, form_book),
}


def cases(family: str, formats: Sequence[str] = tuple(WRITERS)) -> Iterator[Case]:
    """Yield (book, format): all pairs of choices once, or as many times more as the environment asks."""
    factors, make = FAMILIES[family]
    turn = 0
    for round_ in range(1 + int(os.environ.get(FULL, "0"))):
        for n, choice in enumerate(pairwise(factors, Random(round_))):
            book = make(f"{family}-{round_}-{n:03}", choice, Random(f"{family} {round_} {n}"))
            for _ in formats:
                form, turn = formats[turn % len(formats)], turn + 1
                if spreadsheet(form) or len(book.sheets) == 1:
                    break
            yield book, form
