"""The tidy table of extract: one row a score or reported figure, each with its unit, indicator and cell."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, BinaryIO

from reports.csv_findings import row as csv_row
from reports.options import Options
from reports.streams import write_pieces
from reports.view.run import RunView, TableView
from reports.view.scores import STATES, Details
from schemas.catalogue import Catalogue
from schemas.cell import a1
from schemas.exact import decimals_of
from schemas.outcome import Outcome

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS = (
    *("file", "table", "round", "assessor", "unit", "unit_code", "indicator", "number", "title"),
    *("quantity", "state", "value", "raw", "decimals", "sheet", "cell"),
)
ROWS_A_BATCH = 50_000
EXACT_DIGITS, EXACT_DECIMALS = 38, 12

Row = tuple[str | int | Decimal | None, ...]


def write_csv(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the table as CSV: UTF-8 with a byte order mark, numbers as exact decimals."""
    write_pieces(_csv(RunView(outcome, catalogue)), out)


def _csv(run: RunView) -> Iterator[str]:
    yield "\ufeff"
    yield csv_row(list(COLUMNS))
    for row in rows(run):
        yield csv_row(list(row))


def write_parquet(outcome: Outcome, catalogue: Catalogue, options: Options, out: BinaryIO) -> None:
    """Write the table as Parquet, numbers as decimals; a number no decimal ends for stands in `raw` alone.

    ImportError where pyarrow is not installed.
    """
    import pyarrow.parquet as pq

    schema = _schema()
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        batch: list[Row] = []
        for row in rows(RunView(outcome, catalogue)):
            batch.append(row)
            if len(batch) == ROWS_A_BATCH:
                writer.write_batch(_batch(schema, batch))
                batch = []
        writer.write_batch(_batch(schema, batch))


def rows(run: RunView) -> Iterator[Row]:
    """Yield the rows: of each table its scores, then its reported figures."""
    details = Details(run)
    for book in run.books:
        for table in book.tables:
            yield from _scores(book.outcome.file, table, details)
            yield from _reported(book.outcome.file, table, details)


def _scores(file: str, table: TableView, details: Details) -> Iterator[Row]:
    units, indicators = table.units, table.indicators
    for one in details.score_rows(table.key):
        indicator = indicators[one.indicator - 1]
        yield (
            *_head(file, table),
            one.unit,
            units[one.unit - 1].code,
            one.indicator,
            indicator.number,
            indicator.title,
            "score",
            one.state,
            Decimal(one.value) if one.value is not None and "/" not in one.value else None,
            one.raw,
            None,
            one.sheet,
            one.cell,
        )


def _reported(file: str, table: TableView, details: Details) -> Iterator[Row]:
    sheets = details.sheets(table.info.workbook)
    for unit, indicator, quantity, value, decimals, state, raw, sheet, row, col in details.reported.rows(
        table.key, "unit", "indicator", "quantity", "value", "decimals", "state", "raw", "sheet", "row", "col"
    ):
        named = table.indicators[indicator - 1] if indicator else None
        yield (
            *_head(file, table),
            unit or None,
            table.units[unit - 1].code if unit else None,
            indicator or None,
            named.number if named else None,
            named.title if named else None,
            quantity,
            STATES[state],
            Decimal(value) if isinstance(value, str) and value and "/" not in value else None,
            raw if isinstance(raw, str) else "",
            int(decimals),
            sheets[sheet].name,
            a1(row, col),
        )


def _head(file: str, table: TableView) -> tuple[str | None, ...]:
    return file, table.id, table.info.round, table.info.assessor


def _schema() -> pa.Schema:
    import pyarrow as pa

    text, number = pa.string(), pa.int32()
    kinds = {
        "unit": number,
        "indicator": number,
        "decimals": number,
        "value": pa.decimal128(EXACT_DIGITS, EXACT_DECIMALS),
    }
    return pa.schema([(name, kinds.get(name, text)) for name in COLUMNS])


def _batch(schema: pa.Schema, batch: list[Row]) -> pa.RecordBatch:
    import pyarrow as pa

    columns: list[Row] = list(zip(*batch, strict=True)) if batch else [() for _ in COLUMNS]
    place = COLUMNS.index("value")
    columns[place] = tuple(v if isinstance(v, Decimal) and _fits(v) else None for v in columns[place])
    return pa.record_batch(
        [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)],
        schema=schema,
    )


def _fits(value: Decimal) -> bool:
    return decimals_of(value) <= EXACT_DECIMALS and value.adjusted() < EXACT_DIGITS - EXACT_DECIMALS
