"""Every document holds to the published schema, and the schema refuses what the contract does not allow."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reports
from pipeline.read import Source
from pipeline.run import run
from reports import json_extract, json_reconcile
from reports.options import Options
from rules.catalogue import CATALOGUE
from rules.packs import load_pack
from schemas.outcome import Outcome
from tests.reports import cases
from tests.reports.documents import validated, validator
from tests.reports.source_case import SOURCE, source

FONT = Path(reports.__file__).parent / "assets" / "sarabun-thai-400-normal.woff2"
WRITERS = {"reconcile": json_reconcile.write, "extract": json_extract.write}
MADE: dict[str, Callable[[], Outcome]] = {
    "clean": cases.clean,
    "faulty": cases.faulty,
    "every cell": lambda: cases.every_cell(20, 10),
    "source": source,
    "source, by the stages": lambda: judged(SOURCE),
    "not a workbook": lambda: judged(FONT),
}


def judged(path: Path) -> Outcome:
    return run([Source(str(path), path, None)], load_pack())


def document(name: str, of: Outcome) -> Any:
    out = io.BytesIO()
    WRITERS[name](of, CATALOGUE, Options(), out)
    return validated(name, out.getvalue())


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("case", MADE)
def test_documents_hold_to_their_schema(name: str, case: str) -> None:
    assert document(name, MADE[case]())["workbooks"]


BREAKS: dict[str, Callable[[Any], None]] = {
    "a status of its own": lambda d: _line(d).update(status="odd"),
    "a quantity of its own": lambda d: _line(d).update(quantity="sum"),
    "text for a number": lambda d: _line(d).update(difference="1.5"),
    "a figure that does not match and is not there": lambda d: _line(d).update(
        reported=None, status="mismatch"
    ),
    "no message": lambda d: d["workbooks"][0]["findings"][0].pop("message"),
    "a message in one language": lambda d: d["workbooks"][0]["findings"][0]["message"].pop("th"),
    "a cell that is none": lambda d: d["workbooks"][0]["findings"][0].update(cell="5A"),
    "another version": lambda d: d.update(schema_version="2.0"),
    "an unknown key": lambda d: d["summary"].update(total=1),
}


@pytest.mark.parametrize("name", BREAKS)
def test_the_schema_of_reconcile_refuses(name: str) -> None:
    good = document("reconcile", cases.faulty())
    bad = copy.deepcopy(good)
    BREAKS[name](bad)
    assert list(validator("reconcile").iter_errors(bad))


def _line(of: Any) -> Any:
    return of["workbooks"][0]["tables"][0]["reconciliation"][0]
