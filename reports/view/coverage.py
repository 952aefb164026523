"""What was checked and found clean, and what was not judged and why: no tested item is left blank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reports.view.run import BookView
from schemas.catalogue import FindingEntry
from schemas.outcome import Line
from schemas.terms import Status

WITH_FORMULAS = frozenset({"xlsx", "xlsm"})
TEXT_FORMATS = frozenset({"csv", "tsv", "txt"})
NOT_IN_A_RUN = frozenset({"suite", "policy"})
"""Categories that only other commands, or given rules, look for."""


class Coverage(NamedTuple):
    """clean: entries that were looked for and not found. unjudged: (key of the reason, what it concerns)."""

    clean: Sequence[FindingEntry]
    unjudged: Sequence[tuple[str, str]]
    lines: Sequence[Line]
    """Figures that were not reported, or could not be recomputed."""


def coverage(book: BookView) -> Coverage:
    """Say what of one workbook was looked at."""
    one = book.outcome
    seen = {finding.name for finding in (*one.findings, *one.waived)}
    why = formulas_unseen(book)
    clean = []
    for entry in book.run.catalogue.findings.values():
        skipped = entry.category in NOT_IN_A_RUN or (why is not None and entry.category == "formula")
        if entry.name not in seen and not skipped and one.tables:
            clean.append(entry)
    unjudged = [] if why is None else [(why, one.format)]
    lines = [x for x in one.lines if x.status in (Status.NOT_COMPUTABLE, Status.NOT_REPORTED)]
    return Coverage(clean, unjudged, lines)


def formulas_unseen(book: BookView) -> str | None:
    """Return why formulas were not checked, None where they were."""
    if book.book is not None and any(grid.formulas for grid in book.book.sheets):
        return None
    if book.outcome.format in WITH_FORMULAS:
        return None
    return "html.unjudged.text" if book.outcome.format in TEXT_FORMATS else "html.unjudged.formulas"


def lines_by_kind(lines: Sequence[Line]) -> list[tuple[Status, str, int]]:
    """Return (status, quantity, how many) of figures, in order of first appearance."""
    counted = Counter((line.status, line.quantity.value) for line in lines)
    return [(status, quantity, count) for (status, quantity), count in counted.items()]
