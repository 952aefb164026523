"""What other tools take for a folder of workbooks, in scripts that do less than judging them."""

from __future__ import annotations

BARE = """
import sys
from pathlib import Path
from python_calamine import load_workbook
for path in sorted(Path(sys.argv[1]).iterdir()):
    book = load_workbook(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)
"""
"""Every cell of every workbook by the fastest parser, and nothing done with it."""

FRICTIONLESS = """
import sys
from pathlib import Path
from frictionless import Dialect, Resource, system
system.trusted = True
for path in sorted(Path(sys.argv[1]).iterdir()):
    Resource(path=str(path), dialect=Dialect(header_rows=[2])).validate()
"""
"""The table's form alone: no score is checked against the scale, no figure recomputed."""

PANDERA = """
import sys
from pathlib import Path
import pandas as pd
import pandera.pandas as pa
schema = pa.DataFrameSchema({r"^unit.*": pa.Column(float, pa.Check.in_range(0, 5), regex=True)})
for path in sorted(Path(sys.argv[1]).iterdir()):
    frame = pd.read_excel(path, header=None, engine="openpyxl")
    scores = frame.iloc[2:21, 6:].astype(float)
    scores.columns = [f"unit{n}" for n in range(scores.shape[1])]
    schema.validate(scores, lazy=True)
"""
"""The scores' range, at places known beforehand: no layout found, no figure recomputed, no report."""
