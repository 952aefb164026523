"""The formats of a comparison on one page: name, ending, writer."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO, NamedTuple

from reports.options import Options
from schemas.catalogue import Catalogue
from schemas.comparison import Comparison

Writer = Callable[[Comparison, Catalogue, Options, BinaryIO], None]


class CompareFormat(NamedTuple):
    name: str
    suffix: str
    write: Writer


def _text(comparison: Comparison, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports import compare_text

    compare_text.write(comparison, catalogue, options, out)


def _json(comparison: Comparison, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports import compare_json

    compare_json.write(comparison, catalogue, options, out)


def _html(comparison: Comparison, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports import compare_html

    compare_html.write(comparison, catalogue, options, out)


COMPARE_FORMATS: tuple[CompareFormat, ...] = (
    CompareFormat("text", ".txt", _text),
    CompareFormat("json", ".json", _json),
    CompareFormat("html", ".html", _html),
)
