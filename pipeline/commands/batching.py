"""`sobthan reconcile … --output DIR`: many workbooks into one folder of tables, restartable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class BatchArguments:
    """The options of reconcile that only a batch heeds."""

    tables: str = "parquet"
    engine: str = "processes"
    scheduler: str | None = None
    reports: str = "discrepant"


def run_as_batch(
    sources: Sequence[Source],
    pack: RulePack,
    folder: Path,
    arguments: BatchArguments,
    fail_on: str,
    common: Common,
) -> int:
    """Judge a batch into a folder and return the exit code; UsageError where folder or engine is not to be had."""
    try:
        import duckdb  # noqa: F401 - only to say which extra is missing
        import pyarrow  # noqa: F401
    except ImportError:
        raise click.UsageError("a batch needs its extra: pip install 'sobthan[batch]'") from None

    from pipeline.batch.engine import EngineError, opener
    from pipeline.batch.export import export, exit_code_of, write_index
    from pipeline.batch.folder import BatchFolder, FolderError
    from pipeline.batch.progress import shown_progress
    from pipeline.batch.run import BatchOptions, run_batch

    target = BatchFolder(folder)
    options = BatchOptions(common.limits(), common.jobs, reports=arguments.reports, lang=common.lang,
                           passwords=common.passwords)  # fmt: skip
    engine = opener(arguments.engine, common.jobs, arguments.scheduler)
    try:
        with target.locked(), shown_progress(not common.quiet) as show:
            try:
                tally = run_batch(sources, pack, target, engine, options, show)
            except KeyboardInterrupt:
                say(f"stopped; what is done is kept in {folder}, the same command goes on from there", common)
                return 130
            export(folder, arguments.tables)
            write_index(folder, pack, common.lang)
            code = exit_code_of(folder, fail_on)
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
