"""`sobthan reconcile`: the auditor's run."""

from __future__ import annotations

from typing import Any

import click

from pipeline.commands.options import FAIL_ON, common_of, common_options, sources_of

FORMATS = ("text", "json", "html", "xlsx", "csv")


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Default: by the ending of --output, else text."
)
@click.option(
    "-o", "--output", metavar="PATH", help="File to write, a folder for several workbooks, - for stdout."
)
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="Lowest severity that makes the exit code 1.")
@common_options
def reconcile(
    paths: tuple[str, ...], form: str | None, output: str | None, fail_on: str | None, **options: Any
) -> int:
    """Review workbooks: check every score, recompute every figure, reconcile, and say why one is off.

    PATH is a file, a folder (every workbook below it), a glob, or - for standard input.
    """
    common = common_of(options)
    pack = common.pack()
    sources = sources_of(paths)

    from pipeline.commands.writing import chosen_format, exit_code, write_outcome
    from pipeline.run import run

    output = common.setting("output", output, "") or None
    form = chosen_format(form or common.setting("format", None, "") or None, output, FORMATS, "text")
    outcome = run(sources, pack, limits=common.limits(), jobs=common.jobs, passwords=common.passwords)
    write_outcome(outcome, form, output, common)
    return exit_code(outcome, common.setting("fail-on", fail_on, "error", FAIL_ON))
