"""`sobthan reconcile … --output DIR`: many workbooks into one folder of tables, restartable."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands.options import Common, say

if TYPE_CHECKING:
    from pipeline.read import Source
    from schemas.rules import RulePack

TABLE_FORMATS = ("parquet", "jsonl", "csv")
ENGINES = ("processes", "dask")
REPORTS = ("discrepant", "all", "none")
RESULTS_FOLDER = "sobthan-results"


@dataclass(frozen=True, slots=True)
class BatchArguments:
    """The options of reconcile that only a batch heeds."""

    tables: str | None = None
    engine: str | None = None
    scheduler: str | None = None
    reports: str | None = None

    @property
    def given(self) -> bool:
        return any((self.tables, self.engine, self.scheduler, self.reports))


def is_batch(arguments: BatchArguments, form: str | None, output: str | None) -> bool:
    """Tell whether a call of reconcile is a batch: its options say so, or its output is a folder.

    UsageError where the options of a batch meet a format, or a scheduler the engine that has none.
    """
    if arguments.scheduler and arguments.engine != "dask":
        raise click.UsageError("--scheduler goes with --engine dask")
    if form is not None or output == "-":
        if arguments.given:
            raise click.UsageError("--tables, --engine, --scheduler and --reports are for a batch: "
                                   "name a folder with --output, and no --format")  # fmt: skip
        return False
    folder = output is not None and (Path(output).is_dir() or not Path(output).suffix)
    return arguments.given or folder


def run_as_batch(
    sources: Sequence[Source],
    pack: RulePack,
    folder: Path,
    arguments: BatchArguments,
    fail_on: str,
    common: Common,
) -> int:
    """Judge a batch into a folder and return the exit code; UsageError where folder or engine is not to be had."""
    gc.enable()  # a batch runs for long
    if not all(map(find_spec, ("duckdb", "pyarrow"))):
        raise click.UsageError("a batch needs its extra: pip install 'sobthan[batch]'")

    from pipeline.batch.engine import EngineError, opener
    from pipeline.batch.export import exit_code_of, export, write_index
    from pipeline.batch.folder import BatchFolder, FolderError
    from pipeline.batch.progress import shown_progress
    from pipeline.batch.run import BatchOptions, run_batch

    target = BatchFolder(folder)
    options = BatchOptions(common.limits(), common.jobs, reports=arguments.reports or "discrepant", lang=common.lang,
                           passwords=common.passwords)  # fmt: skip
    engine = opener(arguments.engine or "processes", common.jobs, arguments.scheduler)
    try:
        with target.locked(), shown_progress(not common.quiet) as show:
            try:
                tally = run_batch(sources, pack, target, engine, options, show)
            except KeyboardInterrupt:
                say(f"stopped; what is done is kept in {folder}, the same command goes on from there", common)
                return 130
            export(folder, arguments.tables or "parquet")
            code = exit_code_of(write_index(folder, common.lang), fail_on)
    except (FolderError, EngineError) as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.UsageError(
            f"cannot write to {folder}: {error.strerror or error}; the last whole result is untouched"
        ) from None
    if tally.kept:
        say(f"{tally.kept} of {tally.total} workbooks have not changed since they were judged: kept", common)
    say(f"{tally.judged} workbooks judged; result in {folder}", common)
    return code
