"""The small books that are committed: one of each habit met in the wild, its expected tables beside it.

`python -m tests.books.gallery` writes them again; a test holds the files to what would be written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from tests.books.cases import FAMILIES
from tests.books.complete import complete, faulty
from tests.books.expected import Written, as_json
from tests.books.habits import HABITS
from tests.books.source_sheet import FORMS, source_book
from tests.books.writers import write

FOLDER = Path(__file__).parents[2] / "fixtures" / "books"


@dataclass(frozen=True)
class Piece:
    """One book of the gallery: family, what differs from the family's first choices, habit, format."""

    name: str
    family: str
    choice: dict[str, Any]
    form: str = "xlsx"
    habits: tuple[str, ...] = ()


SMALL = {"units": 4, "indicators": 6, "groups": "row", "criteria": False, "subtotals": False}
FOUR = ("full_marks", "points", "mean", "converted")
FORMULAS = {"weights": "percent-format", "figures": "formula"}
PIECES = (
    Piece("matrix-one-column", "matrix", {"summary": FOUR}),
    Piece("matrix-pairs", "matrix", {"span": "pair-merged", "states": True, "figures": "formatted"}),
    Piece("matrix-full-and-score", "matrix", {"span": "full-and-score", "summary": ("points", "converted")}),
    Piece("matrix-weighted-formulas", "matrix", {**FORMULAS, "summary": ("mean", "converted")}),
    Piece("matrix-weighted-lines", "matrix", {"weights": "plain", "span": "score-and-weighted"}),
    Piece("matrix-thai-digits", "matrix", {"number_style": "thai"}, "xls", ("thai-digits",)),
    Piece("matrix-one-unit", "matrix", {"units": 1, "titles": 0, "levels": False}, "ods"),
    Piece("matrix-subtotals", "matrix", {"subtotals": True, "groups": "merged", "criteria": True}, "xlsb"),
    Piece("matrix-repeated-headers", "matrix", {"indicators": 12}, "xlsx", ("repeated-headers",)),
    Piece("matrix-hidden-column", "matrix", {"header_rows": 1}, "xlsx", ("hidden-column",)),
    Piece("matrix-split-sara-am", "matrix", {"weights": "plain"}, "csv-utf16", ("split-sara-am",)),
    Piece("matrix-unit-words", "matrix", {}, "csv-cp874", ("unit-words",)),
    Piece("form-plain", "form", {}),
    Piece("form-results", "form", {"results": True, "weights": "percent-text"}, "csv-bom"),
    Piece("form-self-and-committee", "form", {"blocks": "assessors"}, "xlsm"),
    Piece("form-two-rounds", "form", {"blocks": "rounds", "results": True, "weights": "fraction"}),
    Piece("transposed", "transposed", {"header": "group-over-label"}),
    Piece("totals-on-another-sheet", "split", {"arrangement": "totals-down", "order": "shuffled"}),
    Piece("indicators-over-sheets", "split", {"arrangement": "indicator-sheets"}, "ods"),
    Piece("two-tables-stacked", "split", {"arrangement": "stacked"}),
    Piece("packed-dump", "packed", {"units": 7}, "tsv"),
)  # fmt: skip


def books() -> Iterator[tuple[Written, str]]:
    """Yield every committed book with its format."""
    for piece in PIECES:
        factors, make = FAMILIES[piece.family]
        first: dict[str, Any] = {k: v[0] for k, v in factors.items()}
        small = {k: v for k, v in SMALL.items() if k in first}
        rng = Random(piece.name)
        book = make(piece.name, {**first, **small, **piece.choice}, rng)
        for habit in piece.habits:
            HABITS[habit](book, rng)
        yield book, piece.form
    yield complete(), "xlsx"
    yield faulty(), "xlsx"
    for form in FORMS:
        yield source_book(), form


def expectation(book: Written) -> str:
    """Return the expected tables as the text that is committed."""
    return _lines(as_json(book)) + "\n"


def _lines(value: object, indent: str = "") -> str:
    """Write an object a key a line, a list an entry a line, and every entry of a list on one line."""
    inner = indent + " "
    if isinstance(value, dict):
        parts = [f"{inner}{json.dumps(k)}: {_lines(v, inner)}" for k, v in value.items()]
        return "{\n" + ",\n".join(parts) + f"\n{indent}}}"
    if isinstance(value, list) and value:
        nested = any(isinstance(v, dict) and any(isinstance(x, list) for x in v.values()) for v in value)
        parts = [inner + (_lines(v, inner) if nested else json.dumps(v, ensure_ascii=False)) for v in value]
        return "[\n" + ",\n".join(parts) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False)


def write_gallery(folder: Path) -> list[Path]:
    """Write every book and its expectation into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for book, form in books():
        paths.append(write(book, folder, form))
        expected = folder / f"{book.name}.expected.json"
        expected.write_text(expectation(book), encoding="utf-8", newline="\n")
        paths.append(expected)
    return paths


if __name__ == "__main__":
    print(*write_gallery(FOLDER), sep="\n")
