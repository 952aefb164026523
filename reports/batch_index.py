"""The figures of a batch's index page, asked of its tables: worst first, causes counted across workbooks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

MOST_WORKBOOKS = 5000
"""The page lists at most so many workbooks and says how many there are; the tables hold all."""

MOST_NAMES = 20


@dataclass(frozen=True, slots=True)
class BatchView:
    """What the index page shows. Each list holds plain rows, in the order they are shown."""

    totals: dict[str, int]
    verdicts: list[tuple[str, int]]
    causes: list[tuple[str, int, int]]
    """(cause, figures, workbooks)."""
    findings: list[tuple[str, str, int, int]]
    """(name, severity, findings, workbooks)."""
    units: list[tuple[str, int, int]]
    """(unit, mismatches, workbooks)."""
    indicators: list[tuple[str, int, int]]
    """(indicator, findings, workbooks)."""
    workbooks: list[tuple[str, str, int, int, int, int, int]]
    """(file, verdict, mismatch, reported, errors, warnings, waived), worst first."""


def batch_view(folder: Path) -> BatchView:
    """Ask the tables in a batch's folder; they are read from disk as they are needed."""
    with duckdb.connect() as base:
        for table in ("workbooks", "figures", "findings"):
            base.execute(
                f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{_quoted(folder / table)}.parquet')"
            )

        def rows(sql: str) -> list[Any]:
            return base.execute(sql).fetchall()

        names = (
            "workbooks", "reported", "match", "mismatch", "not_computable", "not_reported", "errors", "warnings",
            "infos", "waived",
        )  # fmt: skip
        sums = ", ".join(f"coalesce(sum({n}), 0)::BIGINT" for n in names[1:])
        (totals,) = rows(f"SELECT count(*), {sums} FROM workbooks")
        return BatchView(
            totals=dict(zip(names, totals, strict=True)),
            verdicts=rows("SELECT verdict, count(*) FROM workbooks GROUP BY 1 ORDER BY 2 DESC, 1"),
            causes=rows(
                "SELECT cause, count(*), count(DISTINCT file) FROM figures WHERE cause IS NOT NULL "
                f"GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST_NAMES}"
            ),
            findings=rows(
                "SELECT name, min(severity), count(*), count(DISTINCT file) FROM findings WHERE NOT waived "
                "GROUP BY 1 ORDER BY 3 DESC, 1"
            ),
            units=rows(
                "SELECT unit_code, count(*), count(DISTINCT file) FROM figures "
                "WHERE status = 'mismatch' AND unit_code IS NOT NULL "
                f"GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST_NAMES}"
            ),
            indicators=rows(
                "SELECT indicator_number, count(*), count(DISTINCT file) FROM findings "
                "WHERE indicator_number IS NOT NULL AND severity <> 'info' AND NOT waived "
                f"GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST_NAMES}"
            ),
            workbooks=rows(
                "SELECT file, verdict, mismatch, reported, errors, warnings, waived FROM workbooks "
                "ORDER BY CASE verdict WHEN 'unreadable' THEN 0 WHEN 'discrepant' THEN 1 ELSE 2 END, "
                f"errors DESC, mismatch DESC, warnings DESC, file LIMIT {MOST_WORKBOOKS}"
            ),
        )


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
