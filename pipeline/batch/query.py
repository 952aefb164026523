"""Questions to the results of a batch, in SQL, over the Parquet files where they lie."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.batch.folder import BatchFolder, FolderError
from schemas.result_tables import TABLE_NAMES

_AT_ONCE = 10_000


class QueryError(Exception):
    """A question that cannot be answered: no such folder, or SQL that DuckDB refuses."""


def ask(folder: Path, sql: str) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Return the answer to one SQL query over the tables of a batch: column names, and rows as they come.

    The query sees workbooks, figures, findings and scores, and no other file. QueryError where it cannot
    be answered.
    """
    import duckdb

    try:
        record = BatchFolder(folder).record()
    except FolderError as error:
        raise QueryError(str(error)) from None
    if record is None:
        raise QueryError(
            f"no batch result in {folder}: run sobthan reconcile PATH... --output {folder} first"
        )
    base = duckdb.connect()
    place = folder.resolve()  # what is allowed below is compared with the paths as they are written here
    try:
        for table in TABLE_NAMES:
            file = str(place / f"{table}.parquet").replace("'", "''")
            base.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{file}')")
        root = str(place).replace("'", "''")
        base.execute(f"SET allowed_directories = ['{root}/']")
        base.execute("SET enable_external_access = false")
        base.execute("SET lock_configuration = true")
        answer = base.execute(sql)
        names = [column[0] for column in answer.description or ()]
        return names, _rows(answer)
    except duckdb.Error as error:
        raise QueryError(str(error).strip()) from None


def _rows(answer: Any) -> Iterator[tuple[Any, ...]]:
    while rows := answer.fetchmany(_AT_ONCE):
        yield from rows
