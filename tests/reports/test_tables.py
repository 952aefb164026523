"""CSV and Parquet: exact numbers, complete rows, text that a spreadsheet would run made harmless."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from typing import BinaryIO

import pyarrow.parquet as pq
import pytest

from reports import csv_findings, tidy
from reports.formats import EXTRACT_FORMATS, FORMATS, format_named
from reports.options import Options
from schemas.catalogue import Catalogue
from schemas.outcome import Outcome
from tests.reports import cases
from tests.reports.build import judge, outcome
from tests.reports.catalogue import SAMPLE

Write = Callable[[Outcome, Catalogue, Options, BinaryIO], None]


def table(write: Write, of: Outcome, lang: str = "en") -> list[dict[str, str]]:
    out = io.BytesIO()
    write(of, SAMPLE, Options(lang=lang), out)
    data = out.getvalue()
    assert data.startswith(b"\xef\xbb\xbf"), "a spreadsheet needs the mark to read Thai"
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_every_finding_is_a_row() -> None:
    rows = table(csv_findings.write, cases.faulty())
    assert [r["Name"] for r in rows] == [
        "converted-mismatch",
        "full-marks-mismatch",
        "orphan-values",
        "number-as-text",
    ]
    assert rows[0]["Reported"] == "96.67"
    assert len(table(csv_findings.write, cases.every_cell(60, 50))) == 3000


@pytest.mark.parametrize("evil", ["=1+1", "+x", "-x", "@x", "\tx", "\rx"])
def test_text_that_looks_like_a_formula_is_defused(evil: str) -> None:
    one = judge(cases.typical(units=3, indicators=2, converted={1: "11.11"}), file=evil)
    rows = table(csv_findings.write, outcome([one], {0: cases.findings_of(one)}))
    assert rows[0]["File"] == f"'{evil}"


def test_numbers_and_a_dash_stay_as_they_are() -> None:
    assert csv_findings.row([Decimal("-1.50"), "-", "-2.5", 3]) == "-1.5,-,-2.5,3\r\n"


def test_the_tidy_table_has_every_score_and_figure_with_its_cell() -> None:
    rows = table(tidy.write_csv, cases.clean())
    assert len(rows) == 25 * 19 + 50
    first = rows[0]
    assert (first["unit_code"], first["number"], first["value"], first["cell"]) == ("สพท.1", "1.1", "4", "C3")
    absent = [r for r in rows if r["state"] == "not_applicable"]
    assert {(r["value"], r["raw"]) for r in absent} == {("", "N/A")}
    assert rows[-1]["quantity"] == "converted"


def test_parquet_holds_the_same_rows_as_decimals() -> None:
    out = io.BytesIO()
    tidy.write_parquet(cases.clean(), SAMPLE, Options(), out)
    found = pq.read_table(io.BytesIO(out.getvalue())).to_pylist()
    rows = table(tidy.write_csv, cases.clean())
    assert len(found) == len(rows)
    for got, want in zip(found, rows, strict=True):
        assert (str(got["unit"]), got["cell"], got["raw"]) == (want["unit"], want["cell"], want["raw"])
        assert got["value"] == (Decimal(want["value"]) if want["value"] else None)


def test_every_format_is_named_once_and_writes() -> None:
    for formats in (FORMATS, EXTRACT_FORMATS):
        names = [f.name for f in formats]
        assert len(set(names)) == len(names)
        for form in formats:
            out = io.BytesIO()
            format_named(form.name, formats).write(cases.faulty(), SAMPLE, Options(), out)
            assert out.getvalue()
            assert form.one_each == (form.write_each is not None)
    with pytest.raises(KeyError):
        format_named("pdf")
