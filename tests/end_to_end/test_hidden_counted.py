"""Hidden scores that the figures count: the cause by name with its cells, on a sheet that looks partial as well."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import sobthan

SCORES = ((5, 4, 3), (4, 5, 3), (2, 1, 3), (5, 5, 2), (4, 3, 2))
UNITS = ("สพด.", "กตม.", "กนท.")


def _book(folder: Path, *, across: bool, full_marks: tuple[int, ...], converted: tuple[float, ...]) -> Path:
    """Write five indicators, the third hidden; across: indicators as columns."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    rows: list[tuple[object, ...]] = [("ตัวชี้วัด", *UNITS)]
    rows += [(f"1.{n} ด้านงาน", *scores) for n, scores in enumerate(SCORES, 1)]
    rows += [("คะแนนเต็ม", *full_marks)] if full_marks else []
    rows += [("คะแนนที่แปลงเป็นฐาน 100", *converted)]
    if across:
        rows = [
            ("หน่วยงาน", *(row[0] for row in rows[1:])),
            *zip(UNITS, *(r[1:] for r in rows[1:]), strict=True),
        ]
        sheet.column_dimensions["D"].hidden = True
    else:
        sheet.row_dimensions[4].hidden = True
    for row in rows:
        sheet.append(list(row))
    file = folder / "kpi.xlsx"
    book.save(file)
    return file


@pytest.mark.parametrize("across", [False, True])
@pytest.mark.parametrize("full_marks", [(), (25, 25, 25)])
def test_hidden_scores_are_named_with_their_cells(
    across: bool, full_marks: tuple[int, ...], tmp_path: Path
) -> None:
    file = _book(tmp_path, across=across, full_marks=full_marks, converted=(80, 72, 52))
    result = sobthan("reconcile", "--format", "json", str(file))
    [table] = json.loads(result.out)["workbooks"][0]["tables"]
    wrong = [line for line in table["reconciliation"] if line["quantity"] == "converted"]
    assert [line["status"] for line in wrong] == ["mismatch"] * 3
    for unit, line in enumerate(wrong):
        cause = line["causes"][0]
        assert (cause["name"], cause["reproduces"]) == ("hidden-counted", True)
        assert cause["cells"] == [f"D{unit + 2}" if across else f"{'BCD'[unit]}4"]
        assert line["assessment"] == "explained"


def test_figures_that_hidden_scores_do_not_give_stay_those_of_a_partial_sheet(tmp_path: Path) -> None:
    file = _book(tmp_path, across=False, full_marks=(25, 25, 25), converted=(80, 72, 60))
    result = sobthan("reconcile", "--format", "json", str(file))
    [table] = json.loads(result.out)["workbooks"][0]["tables"]
    leads = {line["causes"][0]["name"] for line in table["reconciliation"] if line["status"] == "mismatch"}
    assert leads == {"partial-sheet"}
