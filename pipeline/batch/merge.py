"""From parts to the result: rows in the order of the files, whatever the chunks were, in bounded memory."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.memory import trim
from schemas.result_tables import TABLE_NAMES, arrow_schemas

ROWS = 65_536
"""Rows of a row group. Groups are cut by count alone, so that the bytes do not depend on the chunks."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where rows of some files lie, in the order of the files: a part's folder or an earlier result's."""

    folder: Path

    def batches(self, table: str) -> Iterator[pa.RecordBatch]:
        """Yield the rows of one table, a bounded number at a time."""
        parquet = self.folder / f"{table}.parquet"
        if parquet.exists():
            with pq.ParquetFile(parquet) as file:
                yield from file.iter_batches(batch_size=ROWS)
            return
        with pa.memory_map(str(self.folder / f"{table}.arrow")) as source, pa.ipc.open_file(source) as reader:
            for number in range(reader.num_record_batches):
                yield reader.get_batch(number)

    def files(self) -> list[tuple[str, str, str, str]]:
        """Return (file, sha256, rules_sha256, version) of every workbook that lies here."""
        found: list[tuple[str, str, str, str]] = []
        for batch in self.batches("workbooks"):
            columns = (batch.column(c).to_pylist() for c in ("file", "sha256", "rules_sha256", "version"))
            found += zip(*columns, strict=True)
        return found


class _Cursor:
    """Goes once through an origin's rows of one table and gives those of the files it is asked for, in order."""

    def __init__(self, batches: Iterator[pa.RecordBatch]) -> None:
        self._batches = batches
        self._runs: Iterator[tuple[str, pa.RecordBatch, int, int]] = self._all_runs()
        self._ahead: tuple[str, pa.RecordBatch, int, int] | None = next(self._runs, None)

    def _all_runs(self) -> Iterator[tuple[str, pa.RecordBatch, int, int]]:
        """Yield (file, batch, start, stop) for every run of rows of one file."""
        for batch in self._batches:
            if not batch.num_rows:
                continue
            coded = batch.column("file").dictionary_encode()
            codes = coded.indices.to_numpy(zero_copy_only=False)
            names = coded.dictionary.to_pylist()
            starts = [0, *((codes[1:] != codes[:-1]).nonzero()[0] + 1).tolist()]
            for start, stop in zip(starts, [*starts[1:], len(codes)], strict=True):
                yield names[codes[start]], batch, start, stop

    def rows_of(self, file: str) -> Iterator[tuple[pa.RecordBatch, int, int]]:
        """Yield the runs of one file; rows of files before it, no longer wanted from here, are passed over."""
        while self._ahead is not None and self._ahead[0] <= file:
            name, batch, start, stop = self._ahead
            if name == file:
                yield batch, start, stop
            self._ahead = next(self._runs, None)


def merge(files: Sequence[str], home: Mapping[str, Origin], target: Path) -> None:
    """Write the four tables as Parquet into a folder. files: in result order; home: where each one's rows lie."""
    target.mkdir(parents=True, exist_ok=True)
    with _frugal():
        for table in TABLE_NAMES:
            schema = arrow_schemas()[table]
            with pq.ParquetWriter(target / f"{table}.parquet", schema, compression="zstd") as writer:
                for group in _groups(_slices(files, home, table), schema):
                    writer.write_table(group, row_group_size=ROWS)
                    del group  # or it would lie beside the next one


@contextlib.contextmanager
def _frugal() -> Iterator[None]:
    """Take memory from the system for each group and hand it back: Arrow's own allocator keeps what it once had."""
    before = pa.default_memory_pool()
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        yield
    finally:
        pa.set_memory_pool(before)
        trim()


def _slices(files: Sequence[str], home: Mapping[str, Origin], table: str) -> Iterator[pa.RecordBatch]:
    """Yield rows in file order, neighbours of one batch as one slice."""
    cursors: dict[Origin, _Cursor] = {}
    last: tuple[Any, int, int] | None = None
    for file in files:
        origin = home[file]
        if origin not in cursors:
            cursors[origin] = _Cursor(origin.batches(table))
        for batch, start, stop in cursors[origin].rows_of(file):
            if last is not None and last[0] is batch and last[2] == start:
                last = (batch, last[1], stop)
                continue
            if last is not None:
                yield last[0].slice(last[1], last[2] - last[1])
            last = (batch, start, stop)
    if last is not None:
        yield last[0].slice(last[1], last[2] - last[1])


def _groups(slices: Iterator[pa.RecordBatch], schema: pa.Schema) -> Iterator[pa.Table]:
    """Cut the stream into groups of exactly ROWS rows; the last may be shorter."""
    held: list[pa.RecordBatch] = []
    count = 0
    for piece in slices:
        start = 0
        while start < piece.num_rows:
            take = min(ROWS - count, piece.num_rows - start)
            held.append(piece.slice(start, take))
            start += take
            count += take
            if count == ROWS:
                yield pa.Table.from_batches(held, schema).combine_chunks()
                held, count = [], 0
    if held:
        yield pa.Table.from_batches(held, schema).combine_chunks()
