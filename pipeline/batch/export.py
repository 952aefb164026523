"""What follows from a whole batch result: other table formats, the index page, the exit code."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.version import VERSION
from reports.batch_index import BatchView, batch_view
from schemas.result_tables import TABLE_NAMES

_COPY = {"jsonl": "(FORMAT JSON)", "csv": "(FORMAT CSV, HEADER)"}


def export(folder: Path, form: str) -> None:
    """Write every table in another format beside its Parquet file; each takes its name when it is whole.

    Those that an earlier run wrote in some format are written anew, so that none tells of what is no more.
    """
    wanted = [
        (table, other)
        for other in _COPY
        for table in TABLE_NAMES
        if other == form or (folder / f"{table}.{other}").exists()
    ]
    if not wanted:
        return
    import duckdb

    with duckdb.connect() as base:
        for table, other in wanted:
            target = folder / f"{table}.{other}"
            temporary = folder / f".{target.name}.{os.getpid()}"
            try:
                base.execute(
                    f"COPY (SELECT * FROM read_parquet({_quoted(folder / f'{table}.parquet')})) "
                    f"TO {_quoted(temporary)} {_COPY[other]}"
                )
                temporary.replace(target)
            except duckdb.IOException as error:
                raise OSError(str(error)) from None
            finally:
                temporary.unlink(missing_ok=True)


def exit_code_of(totals: BatchView, fail_on: str) -> int:
    """Return 2 where a workbook could not be judged, 1 where one has a finding at or above fail_on, else 0."""
    if dict(totals.verdicts).get("unreadable"):
        return 2
    weighed = {
        "error": ("errors",),
        "warning": ("errors", "warnings"),
        "info": ("errors", "warnings", "infos"),
    }
    return int(any(totals.totals[name] for name in weighed.get(fail_on, ())))


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def write_index(folder: Path, lang: str) -> BatchView:
    """Write the index page over all workbooks of a whole result; return what it shows."""
    from pipeline.batch.folder import replace_text
    from pipeline.batch.task import report_name, written_reports
    from reports.html.batch_page import batch_page
    from reports.options import Options
    from rules.catalogue import CATALOGUE

    written = written_reports(folder / "reports")

    def report_of(file: str) -> str | None:
        name = report_name(file) if written else ""
        return f"reports/{name}" if name in written else None

    view = batch_view(folder)
    page = batch_page(view, CATALOGUE, Options(lang=lang), VERSION, report_of)
    replace_text(folder / "index.html", page)
    return view
