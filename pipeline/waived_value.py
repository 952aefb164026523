"""What exactly is waived: the value that a finding speaks of, as text that changes when the value does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from decimal import Decimal

from reports.view.messages import cell_raw
from schemas.cell import Cell
from schemas.exact import decimal_of_text, plain
from schemas.finding import Finding
from schemas.grid import Book
from schemas.words import shown

BLANK = "(blank)"
MOST_SHOWN = 6
"""Up to so many cells are written out; more are told by their count and a digest."""
DIGITS = 12


def value_of(finding: Finding, book: Book | None) -> str:
    """Return the reported figure, else the text of the finding's cells, else what the finding says."""
    if finding.reported is not None:
        return _text(finding.reported)
    cells = list(_cells(finding))
    if not cells:
        said = "; ".join(f"{name}={shown(value, 'en')}" for name, value in sorted(finding.values.items()))
        return said or finding.subject or finding.name
    texts = [cell_raw(book, cell) or BLANK for cell in cells]
    if len(texts) <= MOST_SHOWN:
        return " | ".join(texts)
    digest = hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:DIGITS]
    return f"{len(texts)} cells, {digest}"


def expected_of(finding: Finding) -> str | None:
    """Return what was expected in its place, where the finding says it."""
    return None if finding.expected is None else _text(finding.expected)


def same_value(written: str, found: str) -> bool:
    """Tell whether a waiver's text is the value found; numbers are compared as numbers."""
    if written.strip() == found.strip():
        return True
    first, second = decimal_of_text(written.strip()), decimal_of_text(found.strip())
    return first is not None and second is not None and first == second


def _text(value: Decimal | str) -> str:
    return format(plain(value), "f") if isinstance(value, Decimal) else shown(value, "en")


def _cells(finding: Finding) -> Iterator[Cell]:
    if finding.cells:
        yield from finding.cells
    elif finding.area is not None:
        area = finding.area
        for row in range(area.row, area.last_row + 1):
            for col in range(area.col, area.last_col + 1):
                yield Cell(area.sheet, row, col)
