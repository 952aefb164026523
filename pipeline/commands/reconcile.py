"""`sobthan reconcile`: the auditor's run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.commands.batching import (
    ENGINES,
    REPORTS,
    RESULTS_FOLDER,
    TABLE_FORMATS,
    BatchArguments,
    is_batch,
    run_as_batch,
)
from pipeline.commands.options import FAIL_ON, common_of, common_options, sources_of
from pipeline.commands.passwords import asking
from pipeline.commands.waiving import waived

if TYPE_CHECKING:
    from schemas.outcome import Outcome

FORMATS = ("text", "json", "html", "xlsx", "csv")


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Default: by the ending of --output, else text."
)
@click.option(
    "-o", "--output", metavar="PATH", help="File to write, a folder for several workbooks, - for stdout."
)
@click.option("--tables", type=click.Choice(TABLE_FORMATS), help="Batch: format of the result tables.")
@click.option(
    "--reports", type=click.Choice(REPORTS), help="Batch: which workbooks get a report of their own."
)
@click.option("--manifest", metavar="FILE", help="A file that names the inputs, one a line.")
@click.option("--engine", type=click.Choice(ENGINES), help="Batch: where chunks of workbooks are judged.")
@click.option("--scheduler", metavar="ADDRESS", help="Batch: a running Dask scheduler; else a local cluster.")
@click.option(
    "--waivers", metavar="FILE", help="Waiver file, or none. Default: sobthan-waivers.yaml beside a workbook."
)
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="Lowest severity that makes the exit code 1.")
@common_options
def reconcile(
    paths: tuple[str, ...],
    form: str | None,
    output: str | None,
    manifest: str | None,
    waivers: str | None,
    fail_on: str | None,
    tables: str | None,
    reports: str | None,
    engine: str | None,
    scheduler: str | None,
    **options: Any,
) -> int:
    """Review workbooks: check every score, recompute every figure, reconcile, and say why one is off.

    PATH is a file, a folder (every workbook below it), a glob, a URL, or - for standard input.

    Without --format, an --output that is a folder makes a batch: tables of all results, an index page, and a
    report for each workbook that does not come out. The same command again judges only what has changed.
    """
    common = common_of(options)
    pack = common.pack()
    threshold = common.setting("fail-on", fail_on, "error", FAIL_ON)
    output = common.setting("output", output, "") or None
    form = form or common.setting("format", None, "") or None
    sources = sources_of(paths, manifest)
    batch = BatchArguments(tables, engine, scheduler, reports)
    if is_batch(batch, form, output):
        return run_as_batch(sources, pack, Path(output or RESULTS_FOLDER), batch, threshold, common)

    from pipeline.commands.telling import telling
    from pipeline.commands.writing import chosen_format, exit_code, write_outcome
    from pipeline.run import run

    form = chosen_format(form, output, FORMATS, "text")

    def judged(passwords: tuple[str, ...]) -> Outcome:
        with telling(common) as tell:
            return run(
                sources, pack, limits=common.limits(), jobs=common.jobs, passwords=passwords, tell=tell
            )

    outcome = asking(judged, lambda result: [f for w in result.workbooks for f in w.findings], common)
    outcome = waived(outcome, waivers, common)
    write_outcome(outcome, form, output, common)
    return exit_code(outcome, threshold)
