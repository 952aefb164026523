"""The complete workbook: 19 indicators in groups, 25 units over two columns, pairs in the last row.

Every figure is right; in its variant one converted score and one full-marks figure are wrong.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.books.body import write_matrix
from tests.books.expected import ExpectedFinding, Written
from tests.books.options import MatrixOptions
from tests.books.page import Sheet
from tests.books.spec import Score, evaluation, with_score

SEED = 2569
FAULTY = ((4, "converted"), (17, "full_marks"))
"""(unit position, quantity) of the two wrong figures."""


def complete(name: str = "complete") -> Written:
    """Return the complete workbook; five units have declared one indicator not applicable."""
    rng = Random(SEED)
    e = evaluation(rng, units=25, indicators=19, groups=4, score_style="hundredths")
    for unit, indicator in ((2, 6), (3, 8), (9, 6), (17, 12), (25, 19)):
        e = with_score(e, indicator, unit, Score("not_applicable", None, "ไม่เกี่ยวข้อง"))
    options = MatrixOptions(
        span="pair-merged",
        groups="merged",
        summary=("pair",),
        figures="formatted",
        notes=True,
        signature=True,
    )
    sheet = Sheet("สรุปคะแนน")
    m = write_matrix(sheet, e, options, rng)
    return Written(name, [sheet], [m.table], traits=("complete",))


def faulty() -> Written:
    """Return the same workbook with the two faults."""
    book = complete("complete-two-faults")
    table = book.tables[0]
    for n, figure in enumerate(table.reported):
        if (figure.unit, figure.quantity) in FAULTY:
            assert isinstance(figure.value, Decimal)
            shift = Decimal("-1.30") if figure.quantity == "converted" else Decimal(5)
            figure.cell.value = figure.value + shift
            table.reported[n] = replace(figure, value=figure.cell.value)
            book.mismatches.append(table.reported[n])
            name = f"{figure.quantity.replace('_', '-')}-mismatch"
            book.findings.append(ExpectedFinding(name, (figure.cell,)))
    return book
