"""The floor F of a run: its bare calamine read plus `import pandera.pandas`, each a whole process."""

from __future__ import annotations

from collections.abc import Sequence

from tests.bench.measure import Cost, python

READ = """
import sys
from python_calamine import load_workbook
for path in sys.argv[1:]:
    book = load_workbook(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)
"""

IMPORT = "import pandera.pandas"


def floor_commands(*paths: str) -> dict[str, list[str]]:
    """Return the two commands whose walls add up to F."""
    return {"bare read": python(READ, *paths), "import pandera": python(IMPORT)}


def floor_walls(costs: dict[str, list[Cost]]) -> Sequence[float]:
    """Return F of every round, in seconds."""
    return [r.wall + i.wall for r, i in zip(costs["bare read"], costs["import pandera"], strict=True)]
