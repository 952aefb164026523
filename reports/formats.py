"""Every report format on one page: its name, its writer, imported when first used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

from reports.options import Options
from schemas.catalogue import Catalogue
from schemas.outcome import Outcome

Writer = Callable[[Outcome, Catalogue, Options, BinaryIO], None]
EachWriter = Callable[[Outcome, Catalogue, Options], Iterator[bytes]]
IndexWriter = Callable[[Outcome, Catalogue, Options, Sequence[str], BinaryIO], None]


class Format(NamedTuple):
    """One format. text: fit for a terminal.

    one_each: a file for every workbook rather than one for all; write_each then yields each workbook's bytes
    in turn (the look-ups of all are made once), and write_index says which file is whose, in that order.
    """

    name: str
    suffix: str
    write: Writer
    one_each: bool = False
    text: bool = False
    write_each: EachWriter | None = None
    write_index: IndexWriter | None = None


def _text(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports import text

    text.write(outcome, catalogue, options, out)


def _json(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports import json_reconcile

    json_reconcile.write(outcome, catalogue, options, out)


def _html(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports.html import page

    page.write(outcome, catalogue, options, out)


def _html_each(outcome: Outcome, catalogue: Catalogue, options: Options) -> Iterator[bytes]:
    from reports.html import page

    return page.each(outcome, catalogue, options)


def _html_index(
    outcome: Outcome, catalogue: Catalogue, options: Options, names: Sequence[str], out: BinaryIO
) -> None:
    from reports.html import page

    page.write_index(outcome, catalogue, options, names, out)


def _xlsx(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports.xlsx import writer

    writer.write(outcome, catalogue, options, out)


def _xlsx_each(outcome: Outcome, catalogue: Catalogue, options: Options) -> Iterator[bytes]:
    from reports.xlsx import writer

    return writer.each(outcome, catalogue, options)


def _csv(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports import csv_findings

    csv_findings.write(outcome, catalogue, options, out)


def _extract_csv(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports import tidy

    tidy.write_csv(outcome, catalogue, options, out)


def _extract_parquet(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports import tidy

    tidy.write_parquet(outcome, catalogue, options, out)


def _extract_json(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    from reports import json_extract

    json_extract.write(outcome, catalogue, options, out)


FORMATS: tuple[Format, ...] = (
    Format("text", ".txt", _text, text=True),
    Format("json", ".json", _json, text=True),
    Format("html", ".html", _html, one_each=True, write_each=_html_each, write_index=_html_index),
    Format("xlsx", ".xlsx", _xlsx, one_each=True, write_each=_xlsx_each),
    Format("csv", ".csv", _csv, text=True),
)

EXTRACT_FORMATS: tuple[Format, ...] = (
    Format("json", ".json", _extract_json, text=True),
    Format("csv", ".csv", _extract_csv, text=True),
    Format("parquet", ".parquet", _extract_parquet),
)


def format_named(name: str, formats: tuple[Format, ...] = FORMATS) -> Format:
    """Return the format of that name; KeyError where there is none."""
    for one in formats:
        if one.name == name:
            return one
    raise KeyError(name)
