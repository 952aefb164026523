"""The books that are measured: every two choices of shape meet in some book, formats take turns."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import Any

from tests.books.expected import Written
from tests.books.form_books import FORM_FACTORS, form_book
from tests.books.habits import HABITS, SPREADSHEET_ONLY
from tests.books.matrices import FACTORS, matrix_book
from tests.books.packed import PACKED_FACTORS, packed_book
from tests.books.pairwise import pairwise
from tests.books.split import SPLIT_FACTORS, split_book
from tests.books.transposed import TRANSPOSED_FACTORS, transposed_book
from tests.books.writers import WRITERS, spreadsheet

FULL = "SOBTHAN_FULL_MATRIX"
"""Environment variable: a number of further rounds over the factors, each with another seed."""

Maker = Callable[[str, Mapping[str, Any], Random], Written]
Case = tuple[Written, str]
FAMILIES: dict[str, tuple[Mapping[str, Sequence[object]], Maker]] = {
    "matrix": (FACTORS, matrix_book),
    "form": (FORM_FACTORS, form_book),
    "transposed": (TRANSPOSED_FACTORS, transposed_book),
    "split": (SPLIT_FACTORS, split_book),
    "packed": (PACKED_FACTORS, packed_book),
}


def cases(family: str, formats: Sequence[str] = tuple(WRITERS)) -> Iterator[Case]:
    """Yield (book, format): all pairs of choices once, or as many times more as the environment asks."""
    factors, make = FAMILIES[family]
    turn = 0
    for round_ in range(1 + int(os.environ.get(FULL, "0"))):
        crossed = {**factors, "habit": (None, *HABITS)}
        for n, choice in enumerate(pairwise(crossed, Random(round_))):
            rng = Random(f"{family} {round_} {n}")
            book = make(f"{family}-{round_}-{n:03}", choice, rng)
            habits = _habits(choice["habit"], rng)
            for habit in habits:
                HABITS[habit](book, rng)
            for _ in formats:
                form, turn = formats[turn % len(formats)], turn + 1
                if _carries(form, book, habits):
                    break
            yield book, form


def _habits(first: object, rng: Random) -> list[str]:
    """Return a habit and, in one book of three, another."""
    names = [str(first)] if first else []
    if names and rng.random() < 0.33:
        names.append(rng.choice([h for h in HABITS if h not in names and not h.startswith("hidden")]))
    return sorted(names, key=list(HABITS).index)


def _carries(form: str, book: Written, habits: Sequence[str]) -> bool:
    """Tell whether a format can hold a book: text holds one sheet and hides nothing, cp874 no such spaces."""
    if spreadsheet(form):
        return True
    if len(book.sheets) > 1 or SPREADSHEET_ONLY & set(habits):
        return False
    return "cp874" not in form or all(
        "\u200b" not in c.value for s in book.sheets for c in s.cells if isinstance(c.value, str)
    )
