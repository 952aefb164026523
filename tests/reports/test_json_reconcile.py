"""The document of `reconcile`: exact numbers, complete counts, the same bytes every time."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from typing import Any

from reports import json_reconcile
from reports.options import Options
from rules.catalogue import CATALOGUE
from schemas.outcome import Outcome
from tests.reports import cases


def document(outcome: Outcome) -> Any:
    out = io.BytesIO()
    json_reconcile.write(outcome, CATALOGUE, Options(), out)
    return json.loads(out.getvalue(), parse_float=Decimal)


def test_a_clean_workbook_is_consistent_and_every_figure_matches() -> None:
    found = document(cases.clean())
    assert found["verdict"] == "consistent"
    assert found["summary"]["reported"] == found["summary"]["match"] == 50
    lines = found["workbooks"][0]["tables"][0]["reconciliation"]
    assert {line["status"] for line in lines} == {"match"}
    assert all(line["difference"] == 0 for line in lines if line["quantity"] == "full_marks")


def test_a_wrong_figure_stands_with_its_cell_difference_and_cause() -> None:
    found = document(cases.faulty())
    (wrong,) = [
        line
        for line in found["workbooks"][0]["tables"][0]["reconciliation"]
        if line["status"] == "mismatch" and line["quantity"] == "converted"
    ]
    assert (wrong["reported"], wrong["recomputed"]) == (Decimal("96.67"), Decimal("97.78"))
    assert wrong["difference"] == Decimal("-1.11")
    assert wrong["recomputed_exact"] == "880/9"
    assert wrong["causes"][0]["name"] == "wrong-base"
    assert found["summary"]["findings"]["error"] + found["summary"]["findings"]["info"] == 4


def test_a_batch_is_written_and_counted_in_full_with_ids_of_its_own() -> None:
    found = document(cases.every_cell(40, 30))
    findings = found["workbooks"][0]["findings"]
    assert len(findings) == len({one["id"] for one in findings}) == 40 * 30
    assert sum(found["summary"]["findings"].values()) == 40 * 30
    assert findings[0]["cell"] == "C3"


def test_the_bytes_are_the_same_every_time() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    json_reconcile.write(cases.faulty(), CATALOGUE, Options(), first)
    json_reconcile.write(cases.faulty(), CATALOGUE, Options(), second)
    assert first.getvalue() == second.getvalue()
