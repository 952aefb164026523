"""The words of a finding, in both languages, from the catalogue's templates and the finding's values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reports.numbers import raw_text
from reports.view.places import Place, indicator_number, unit_code
from schemas.catalogue import Catalogue, FindingEntry
from schemas.cell import Cell
from schemas.finding import Finding, Text
from schemas.grid import Book
from schemas.names import Names
from schemas.words import fill, parts

UNKNOWN = "–"
BUILT_IN = frozenset({"sheet", "cell", "range", "unit", "indicator", "reported", "expected", "observed"})


class _Values(Mapping[str, object]):
    """A finding's own values over the built-ins; what neither knows shows as a dash."""

    def __init__(self, own: Mapping[str, object], built_in: Mapping[str, object]) -> None:
        self._own, self._built_in = own, built_in

    def __getitem__(self, key: str) -> object:
        value = self._own.get(key)
        if value is None:
            value = self._built_in.get(key)
        return UNKNOWN if value is None or value == "" else value

    def __iter__(self) -> Iterator[str]:
        return iter({**self._built_in, **self._own})

    def __len__(self) -> int:
        return len({**self._built_in, **self._own})


def message(
    finding: Finding, place: Place, names: Names, catalogue: Catalogue, book: Book | None = None
) -> Text:
    """Return the filled message; the name itself where the catalogue does not have it.

    Built-in values: sheet cell range unit indicator reported expected observed (the raw text of the cell).
    """
    entry = catalogue.findings.get(finding.name)
    if entry is None:
        return Text(finding.name, finding.name)
    built_in: dict[str, object] = {
        "sheet": place.sheet,
        "cell": place.cell,
        "range": place.range or place.cell,
        "unit": unit_code(finding, names) or finding.unit,
        "indicator": indicator_number(finding, names) or finding.indicator,
        "reported": finding.reported,
        "expected": finding.expected,
    }
    if "{observed}" in entry.message.en:
        built_in["observed"] = observed(finding, book)
    return fill(entry.message, _Values(finding.values, built_in))


def plain_template(entry: FindingEntry | None) -> Text | None:
    """Return the template whose words need nothing but built-in values, None for any other."""
    if entry is None:
        return None
    names = {name for text in entry.message for _, name, _ in parts(text) if name is not None}
    return entry.message if names <= BUILT_IN else None


def title(finding: Finding, catalogue: Catalogue) -> Text:
    """Return the catalogue's title of a finding, else its name."""
    entry: FindingEntry | None = catalogue.findings.get(finding.name)
    return entry.title if entry else Text(finding.name, finding.name)


def observed(finding: Finding, book: Book | None) -> str | None:
    """Return the raw text at the finding's first cell, '' where it is empty, None where it has no cell."""
    first = finding.cells[0] if finding.cells else finding.area.first if finding.area else None
    return None if first is None else cell_raw(book, first)


def cell_raw(book: Book | None, cell: Cell) -> str | None:
    """Return the raw text of one cell as the file holds it; an error cell is its error text."""
    if book is None or not 0 <= cell.sheet < len(book.sheets):
        return None
    grid = book.sheets[cell.sheet]
    return grid.errors.get((cell.row, cell.col)) or raw_text(grid.value(cell.row, cell.col))
