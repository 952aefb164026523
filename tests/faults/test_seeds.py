"""The seeding held to itself: every fault can be drawn, is wrong where it says, and is judged fairly."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Any

import pytest

from tests.faults.seeded import Seeded, mismatches, stays_wrong
from tests.faults.seeds import PLANS, draw
from tests.faults.verdicts import judged
from tests.faults.views import decimals, digits


def _perfect(seeded: Seeded) -> dict[str, Any]:
    """Return the result a perfect judge would give, as far as the benchmark looks at it."""
    grades = [
        f for t in seeded.book.tables for f in t.reported if f.quantity == "grade" and f.value != f.exact
    ]
    causes = [{"name": seeded.cause or "unexplained", "reproduces": True}]
    wrong = [*mismatches(seeded.book.tables), *grades]
    lines = [
        {
            "cell": f.cell.here,
            "quantity": f.quantity,
            "status": "mismatch",
            "causes": causes,
            "assessment": None,
        }
        for f in wrong
    ]
    findings = [
        {"name": e.name, "severity": "error", "cell": c, "range": None, "cells": [x.here for x in e.cells]}
        for e in (*seeded.findings, *seeded.book.findings)
        for c in (e.cells[0].here if e.cells else None,)
    ]
    return {"tables": [{"reconciliation": lines}], "findings": findings}


@pytest.mark.parametrize("fault", PLANS)
def test_every_fault_can_be_drawn_and_judged(fault: str) -> None:
    for n in range(3):
        seeded, _ = draw("book", fault, Random(f"{fault} {n}"))
        if seeded.cause:
            assert seeded.primary, "a cause needs a figure that it makes wrong"
        one = judged(seeded, _perfect(seeded))
        assert one.exact, (one.missed, one.false_alarms)
        assert one.first is not False
        assert one.shown is not False
        assert not one.confident


@pytest.mark.parametrize("fault", ["wrong-base", "transposed-digits", "score-missing", "unexplained"])
def test_a_wrong_judge_is_caught(fault: str) -> None:
    """Silence misses the fault, another cause is not the cause, and a match called wrong is an alarm."""
    seeded, _ = draw("book", fault, Random(fault))
    silent = judged(seeded, {"tables": [{"reconciliation": []}], "findings": []})
    assert silent.missed
    loud = _perfect(seeded)
    right = next(f for f in seeded.book.tables[0].reported if f not in mismatches(seeded.book.tables))
    if right.cell not in seeded.unclear:
        loud["tables"][0]["reconciliation"].append(
            {"cell": right.cell.here, "quantity": right.quantity, "status": "mismatch", "causes": []}
        )
        assert judged(seeded, loud).false_alarms
    astray = _perfect(seeded)
    for line in astray["tables"][0]["reconciliation"]:
        line["causes"] = [{"name": "half-even", "reproduces": True}]
        line["assessment"] = "explained"
    verdict = judged(seeded, astray)
    assert verdict.first is None if seeded.cause is None else verdict.first is False
    assert verdict.confident is (True if seeded.unexplainable else None)


def test_an_equivalent_counts_only_where_the_arithmetic_is_the_same() -> None:
    seeded, _ = draw("book", "single-digit", Random(5))
    result = _perfect(seeded)
    for line in result["tables"][0]["reconciliation"]:
        line["causes"] = [{"name": "wrong-base", "reproduces": True, "equivalents": ["single-digit"]}]
    assert judged(seeded, result).first is False


@pytest.mark.parametrize(
    ("fault", "number", "seed"), [("partial-sheet", 280, 21), ("rounded-intermediate", 486, 21)]
)
def test_a_seeded_figure_is_wrong_in_what_the_file_holds(fault: str, number: int, seed: int) -> None:
    """3.4355 shown as 3.44 is right in a text file; 78.8 alone and without a format stands for 78.757."""
    seeded, form = draw("book", fault, Random(f"{seed} {number} {fault}"))
    for figure in mismatches(seeded.book.tables):
        assert isinstance(figure.value, Decimal)
        places = digits(figure) if figure.cell.style or len(seeded.primary) > 1 else decimals(figure.value)
        assert form == "xlsx" or stays_wrong(figure, places)
        assert figure.cell.style or len(seeded.primary) > 1 or stays_wrong(figure, places)
