"""Every report format on one page: its name, its writer, imported when first used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from reports.options import Options
from schemas.catalogue import Catalogue
from schemas.outcome import Outcome

Writer = Callable[[Outcome, Catalogue, Options, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One format. one_each: a file for every workbook rather than one for all. text: fit for a terminal."""

    name: str
    suffix: str
    write: Writer
    one_each: bool = False
    text: bool = False


def _text(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports import text

    text.write(outcome, catalogue, options, out)


def _json(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports import json_reconcile

    json_reconcile.write(outcome, catalogue, options, out)


def _html(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports.html import page

    page.write(outcome, catalogue, options, out)


def _extract_json(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports import json_extract

    json_extract.write(outcome, catalogue, options, out)


FORMATS: tuple[Format, ...] = (
    Format("text", ".txt", _text, text=True),
    Format("json", ".json", _json, text=True),
    Format("html", ".html", _html, one_each=True),
)

EXTRACT_FORMATS: tuple[Format, ...] = (Format("json", ".json", _extract_json, text=True),)


def format_named(name: str, formats: tuple[Format, ...] = FORMATS) -> Format:
    """Return the format of that name; KeyError where there is none."""
    for one in formats:
        if one.name == name:
            return one
    raise KeyError(name)
