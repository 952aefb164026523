"""Holding the judgement of a clean book to what its scores exactly give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.books.expected import Written

DIGITS = range(2, 7)
"""A recomputed value is rounded to 2 decimals, or to as many as the figure is judged at."""


def misjudged(found: Mapping[str, Any], book: Written) -> Iterator[str]:
    """Yield in words what is wrong in the judgement of a book whose every figure is right."""
    above = [f for f in found["findings"] if f["severity"] != "info" and f["name"] not in book.allowed]
    wanted = {f.name for f in book.findings}
    for finding in above:
        if finding["name"] not in wanted:
            words = finding["message"]["en"][:160]
            yield f"finding {finding['name']} at {finding['sheet']}!{finding['cell']}: {words}"
    for name in sorted(wanted - {f["name"] for f in above}):
        yield f"no finding {name}"
    if found["verdict"] != ("consistent" if book.clean else "discrepant"):
        yield f"verdict {found['verdict']}"
    wrong = {id(f.cell) for f in book.mismatches}
    for got, want in zip(found["tables"], book.tables, strict=False):
        lines = {(line["sheet"], line["cell"], line["quantity"]): line for line in got["reconciliation"]}
        by_cell = {key[1:]: line for key, line in lines.items()}
        for figure in want.reported:
            name = f"{figure.quantity} of unit {figure.unit} at {figure.cell.here}"
            key = (figure.cell.sheet.name, figure.cell.here, figure.quantity)
            line = lines.get(key) or by_cell.get(key[1:])
            if line is None:
                yield f"{name} is not reconciled"
            elif id(figure.cell) in wrong:
                if line["status"] != "mismatch":
                    yield f"{name}: {line['status']}, expected mismatch"
            elif line["status"] != "match":
                yield f"{name}: {line['status']}, {line['recomputed']}, reported {line['reported']}"
            elif isinstance(figure.exact, Fraction) and not near(line["recomputed"], figure.exact):
                yield f"{name}: recomputed {line['recomputed']}, exactly {figure.exact}"


def near(shown: object, exact: Fraction) -> bool:
    """Tell whether a printed value is the exact one rounded at some number of decimals from 2 to 6."""
    if shown is None:
        return False
    value = Fraction(Decimal(str(shown)))
    return any(
        abs(value - exact) <= Fraction(1, 2 * 10**d) and (value * 10**d).denominator == 1 for d in DIGITS
    )
