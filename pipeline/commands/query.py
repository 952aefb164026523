"""`sobthan query`: questions to the results of a batch, in SQL."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

FORMATS = ("text", "json", "csv")


@click.command()
@click.argument("sql")
@click.option(
    "--from",
    "folder",
    metavar="DIR",
    default="sobthan-results",
    show_default=True,
    help="The batch's folder.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="json: one object a line.",
)
def query(sql: str, folder: str, form: str) -> int:
    """Ask the results of a batch: SQL over the tables workbooks, figures, findings and scores.

    The query reads those four tables and nothing else on this machine.
    """
    try:
        import duckdb  # noqa: F401 - only to say which extra is missing
    except ImportError:
        raise click.UsageError("sobthan query needs its extra: pip install 'sobthan[batch]'") from None

    from pipeline.batch.query import QueryError, ask

    try:
        names, rows = ask(Path(folder), sql)
    except QueryError as error:
        raise click.UsageError(str(error)) from None
    {"text": _text, "json": _json, "csv": _csv}[form](names, rows)
    return 0


def _text(names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.ASCII2 if not sys.stdout.isatty() else box.SIMPLE_HEAVY)
    for name in names:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_shown(value)) for value in row))
    Console(width=None if sys.stdout.isatty() else 160).print(table)


def _json(names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """One object a line: a result of millions needs no memory."""
    for row in rows:
        click.echo(json.dumps(dict(zip(names, map(_plain, row), strict=True)), ensure_ascii=False))


def _csv(names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_shown(value) for value in row] for row in rows)


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | int | bool):
        return value
    return _shown(value)
