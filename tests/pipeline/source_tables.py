"""The canonical tables of the source sheet, read from the fixture by position: what its layout is known to be."""

from __future__ import annotations

from pathlib import Path

from schemas.tables import Tables
from tests.pipeline.tables_builder import Sheet, build

SOURCE = Path(__file__).parents[2] / "fixtures" / "source" / "kpi-6.6-to-6.10.txt"
UNITS, FIRST_UNIT = 25, 6


def source_tables() -> Tables:
    """Return one table: 25 units, indicators 6.6 to 6.10, 19 pairs of full marks and converted score in order."""
    lines = [line.split("\t") for line in SOURCE.read_text("utf-8").splitlines()]
    codes = next(line for line in lines if "สพด." in line)[FIRST_UNIT : FIRST_UNIT + UNITS]
    rows = [line for line in lines if line[0].startswith("6.")]
    last = next(line for line in lines if line[0].startswith("แปลงคะแนน"))
    figures = [cell for cell in last[FIRST_UNIT:] if cell]
    spare = [""] * (UNITS - len(figures) // 2)
    return build(
        Sheet(
            scores=[row[FIRST_UNIT : FIRST_UNIT + UNITS] for row in rows],
            reported={"full_marks": figures[0::2] + spare, "converted": figures[1::2] + spare},
            numbers=[row[0].split()[0] for row in rows],
            codes=codes,
        )
    )
