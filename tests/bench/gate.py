"""The gate's price: a whole `validate` with its suite, against importing Great Expectations plus the reconcile."""

from __future__ import annotations

from pathlib import Path

from tests.bench.measure import python, ratio, side_by_side
from tests.bench.workbooks import write_matrix
from tests.command import SOBTHAN

BAR = 1.3


def gate(folder: Path) -> None:
    """One typical workbook through `validate`: its suites included, and left out."""
    book = str(write_matrix(folder / "gate.xlsx", 19, 25))
    costs = side_by_side(
        {
            "import": python("import great_expectations"),
            "reconcile": [*SOBTHAN, "reconcile", "--format", "json", "-o", f"{folder}/out.json", "-q", book],
            "validate": [*SOBTHAN, "validate", "-q", book],
            "without": [*SOBTHAN, "validate", "--suite", "none", "-q", book],
        },
        5,
    )
    walls = {name: [c.wall for c in found] for name, found in costs.items()}
    rest = [v - r for v, r in zip(walls["validate"], walls["reconcile"], strict=True)]
    print(
        f"{'validate with its suite':44} {ratio(rest, walls['import']):6.2f} x import great_expectations, "
        f"beyond the reconcile (bar {BAR:.2f})   without a suite "
        f"{ratio(walls['without'], walls['reconcile']):.2f} x the reconcile"
    )
