"""The terminal report: readable when piped, at 80 columns, under cp874 and without colour."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len

from reports import json_reconcile, text
from reports.options import Options
from schemas.outcome import Outcome
from tests.reports import cases
from tests.reports.build import judge, outcome
from tests.reports.catalogue import SAMPLE
from tests.reports.source_case import source


def said(of: Outcome, options: Options | None = None) -> str:
    out = io.BytesIO()
    text.write(of, SAMPLE, options or Options(), out)
    return out.getvalue().decode((options or Options()).encoding)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("made", [source, cases.faulty, cases.clean])
def test_no_line_is_wider_than_the_terminal(made: object, lang: str) -> None:
    assert callable(made)
    lines = said(made(), Options(lang=lang, width=80)).split("\n")
    assert max(map(cell_len, lines)) <= 80


def test_the_verdict_is_the_first_word() -> None:
    assert said(source()).startswith("✗ ยังลงนามรับรองไม่ได้")
    assert said(cases.clean(), Options(lang="en")).startswith("✓ Ready for sign-off")


def test_colour_only_where_it_is_asked_for() -> None:
    assert "\x1b[" not in said(source())
    assert "\x1b[" in said(source(), Options(color=True))


@pytest.mark.parametrize("encoding", ["cp874", "ascii", "cp1252"])
def test_an_old_code_page_gets_marks_it_has(encoding: str) -> None:
    found = said(source(), Options(encoding=encoding, lang="th" if encoding == "cp874" else "en"))
    assert "✗" not in found
    assert found.startswith("XX")
    if encoding == "cp874":
        assert "?" not in found.replace("??", "")


def test_every_mismatch_and_every_finding_is_accounted_for() -> None:
    found = said(source(), Options(lang="en"))
    assert found.count("units: 19") == 2
    for name in ("duplicate-unit", "orphan-values", "partial-sheet", "converted-mismatch"):
        assert name in found
    assert "and 1197 more of this kind" in said(cases.every_cell(40, 30), Options(lang="en"))


def test_several_workbooks_are_summed_up() -> None:
    both = outcome([judge(cases.typical(), n, f"{n}.xlsx") for n in range(2)])
    assert "Workbooks: 2, of these 2 consistent" in said(both, Options(lang="en"))


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_very_long_name_takes_few_lines_and_other_formats_have_all_of_it(lang: str) -> None:
    long, options = "สำนักงานพัฒนามาตรฐานและคุณภาพการให้บริการประชาชน" * 4, Options(lang=lang)
    found, made = said(source(), options), source()
    made.tables.units["code"] = made.tables.units["code"].replace("สพด.", long)
    shown = said(made, options)
    assert long not in shown.replace("\n", "")
    assert "สำนักงานพัฒนา" in shown
    assert len(shown.split("\n")) <= len(found.split("\n")) + 8
    out = io.BytesIO()
    json_reconcile.write(made, SAMPLE, options, out)
    assert long in out.getvalue().decode()
