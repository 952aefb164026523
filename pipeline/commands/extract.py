"""`sobthan extract`: the tidy tables that ingestion found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pipeline.commands.options import common_of, common_options, sources_of
from pipeline.commands.passwords import asking

if TYPE_CHECKING:
    from schemas.finding import AnyFinding
    from schemas.tables import Tables

FORMATS = ("json", "csv", "parquet")


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Default: by the ending of --output, else json."
)
@click.option(
    "-o", "--output", metavar="PATH", help="File to write; a folder for csv and parquet; - for stdout."
)
@common_options
def extract(paths: tuple[str, ...], form: str | None, output: str | None, **options: Any) -> int:
    """Write the tidy tables found in each PATH: units, indicators, scores, reported figures, levels.

    PATH is a file, a folder, a glob, or - for standard input. Nothing is judged here.
    """
    common = common_of(options)
    pack = common.pack()
    sources = sources_of(paths)

    from pipeline.commands.telling import telling
    from pipeline.commands.writing import chosen_format, exit_code, write_extract
    from pipeline.run import ingest

    form = chosen_format(form, output, FORMATS, "json")

    def ingested(passwords: tuple[str, ...]) -> tuple[Tables, list[AnyFinding]]:
        with telling(common) as tell:
            return ingest(
                sources, pack, limits=common.limits(), jobs=common.jobs, passwords=passwords, tell=tell
            )

    tables, findings = asking(ingested, lambda result: result[1], common)

    from pipeline.conclude import conclude

    outcome = conclude(tables, [], findings, pack)
    write_extract(outcome, form, output, common)
    return exit_code(outcome, "never")
