"""Clean books for seeding: shapes drawn at random, with what a fault needs laid down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from tests.books.cases import FAMILIES
from tests.books.expected import Written
from tests.books.habits import HABITS, SPREADSHEET_ONLY

HARMLESS = (
    "spaced-labels",
    "spacer-rows",
    "spacer-columns",
    "repeated-headers",
    "cover-sheet",
    "numbers-as-text",
    "thai-digits",
)
FIGURES = ("formatted", "formatted", "stored", "typed")
TOTALS = (
    ("converted",),
    ("points", "converted"),
    ("full_marks", "points", "mean", "converted"),
    ("converted", "mean"),
    ("full_marks", "converted", "grade"),
)


def clean_book(
    name: str,
    rng: Random,
    *,
    families: Sequence[str] = ("matrix", "matrix", "matrix", "transposed", "split", "form"),
    **needs: Any,
) -> tuple[Written, str | None]:
    """Return a clean book and the habit done to it; `needs` overrules what is drawn."""
    family = rng.choice(families)
    factors, make = FAMILIES[family]
    choice: dict[str, Any] = {k: rng.choice(v) for k, v in factors.items()}
    choice["figures"] = rng.choice(FIGURES)
    if "summary" in choice:
        choice["summary"] = rng.choice(TOTALS)
    if "units" in choice:
        choice["units"] = rng.choice((5, 9, 14, 25))
    if choice["figures"] == "typed" and (family == "form" or choice["units"] < 9):
        choice["figures"] = "formatted"
    choice.update({k: v(rng) if callable(v) else v for k, v in needs.items() if k in choice})
    if family == "form":
        choice["conversion"] = True
    book = make(name, _settled(choice), rng)
    habit = rng.choice(HARMLESS) if rng.random() < 0.3 and "formula" not in choice["figures"] else None
    if habit and not (habit in ("numbers-as-text", "thai-digits") and needs.get("plain_numbers")):
        HABITS[habit](book, rng)
    else:
        habit = None
    return book, habit


def _settled(choice: Mapping[str, Any]) -> dict[str, Any]:
    """Leave aside what would make an expectation depend on more than the fault."""
    settled = dict(choice)
    if settled.get("aggregate"):
        settled["aggregate"] = False
    return settled


def carried_by(book: Written, habit: str | None, rng: Random) -> str:
    """Return a format that can hold the book."""
    formulas = any(c.formula or c.error for s in book.sheets for c in s.cells)
    if formulas:
        return rng.choice(("xlsx", "xlsx", "xlsm"))
    if len(book.sheets) > 1 or habit in SPREADSHEET_ONLY or any(not s.visible for s in book.sheets):
        return rng.choice(("xlsx", "xls", "ods"))
    return rng.choice(("xlsx", "xlsx", "xlsx", "xls", "ods", "csv", "csv-bom", "tsv"))
