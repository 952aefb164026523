"""The tables that a batch leaves behind: `workbooks`, `figures`, `findings`, `scores`, keyed and typed.

The key of every table begins with `file`; rows are in the order of their key. Numbers are exact decimals.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

FORMAT_VERSION = "1.0"
"""Version of these tables; a folder of another version is not added to."""

DIGITS = 15
"""Decimals that a number column keeps: all that a spreadsheet stores of a score or a converted score."""

PRECISION = 38

TABLE_NAMES = ("workbooks", "figures", "findings", "scores")

KEYS = {
    "workbooks": ("file",),
    "figures": ("file", "table", "unit", "indicator", "quantity", "sheet", "cell"),
    "findings": ("file", "position"),
    "scores": ("file", "table", "indicator", "unit"),
}


@lru_cache(maxsize=1)
def arrow_schemas() -> dict[str, pa.Schema]:
    """Return the Arrow schema of every table, in writing order."""
    import pyarrow as pa

    text, short, number = pa.string(), pa.int32(), pa.decimal128(PRECISION, DIGITS)
    flag = pa.bool_()
    return {
        "workbooks": pa.schema(
            [
                ("file", text), ("sha256", text), ("format", text), ("verdict", text), ("tables", short),
                ("units", short), ("indicators", short), ("reported", short), ("match", short),
                ("mismatch", short), ("not_computable", short), ("not_reported", short), ("errors", pa.int64()),
                ("warnings", pa.int64()), ("infos", pa.int64()), ("waived", pa.int64()), ("rules", text),
                ("rules_sha256", text), ("version", text),
            ]
        ),
        "figures": pa.schema(
            [
                ("file", text), ("table", short), ("unit", short), ("unit_code", text), ("indicator", short),
                ("indicator_number", text), ("quantity", text), ("reported", number), ("recomputed", number),
                ("difference", number), ("recomputed_exact", text), ("reported_text", text), ("sheet", text),
                ("cell", text), ("status", text), ("assessment", text), ("feasible_low", number),
                ("feasible_high", number), ("cause", text), ("reproduces", flag),
            ]
        ),
        "findings": pa.schema(
            [
                ("file", text), ("position", pa.int64()), ("id", text), ("name", text), ("severity", text),
                ("waived", flag), ("message_en", text), ("message_th", text), ("sheet", text), ("cell", text),
                ("range", text), ("table", short), ("unit", short), ("unit_code", text), ("indicator", short),
                ("indicator_number", text), ("reported", text), ("expected", text),
            ]
        ),
        "scores": pa.schema(
            [
                ("file", text), ("table", short), ("indicator", short), ("indicator_number", text),
                ("unit", short), ("unit_code", text), ("state", text), ("value", number), ("sheet", text),
                ("row", short), ("column", short),
            ]
        ),
    }  # fmt: skip
