"""The HTML report: one self-contained file, everything escaped, counts complete, the same bytes every time."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace

import pytest

from reports.html import figures, page
from reports.options import Options
from schemas.outcome import Outcome
from schemas.terms import Quantity, Rounding
from tests.reports import cases
from tests.reports.build import Matrix, judge, outcome
from tests.reports.catalogue import SAMPLE
from tests.reports.source_case import source

OPTIONS = Options(made=dt.date(2026, 11, 22))
EVIL = '<script>alert("x")</script>\'&'


def html(of: Outcome, options: Options = OPTIONS) -> str:
    out = io.BytesIO()
    page.write(of, SAMPLE, options, out)
    return out.getvalue().decode()


def test_the_source_sheet_stays_small_and_needs_nothing_from_outside() -> None:
    text = html(source())
    assert len(text.encode()) < 190_000
    assert not re.findall(r"""(?:src|href)=["'](?!#|data:)[^"']+""", text)
    assert "url(http" not in text
    assert "@import" not in text


def test_the_verdict_comes_first_in_both_languages() -> None:
    text = html(source())
    start = text[text.index("<main") : text.index("<main") + 1500]
    assert "ยังลงนามรับรองไม่ได้" in start
    assert "Not ready for sign-off" in start
    assert "ลงนามรับรองได้" in html(cases.clean())


def test_dates_are_of_the_buddhist_era_in_thai() -> None:
    text = html(source())
    assert "22 พฤศจิกายน พ.ศ. 2569" in text
    assert "22 November 2026" in text


def test_text_of_the_workbook_is_never_markup() -> None:
    matrix = cases.typical(units=4, indicators=4, converted={2: "11.11"}, sheet=EVIL, note=EVIL)
    matrix.codes = [EVIL, *matrix.codes[1:]]
    matrix.titles = [EVIL, *matrix.titles[1:]]
    judged = judge(matrix, file=f"{EVIL}.xlsx")
    text = html(outcome([judged], {0: cases.findings_of(judged)}))
    assert EVIL not in text
    assert text.count("<script") == 2, "the data and the page's own script"


def test_every_section_of_the_working_paper_is_there() -> None:
    text = html(cases.faulty())
    for name in page.SECTIONS:
        assert f"<section id={name} " in text
    for part in ("ข้อเท็จจริง", "หลักเกณฑ์", "สาเหตุ", "ผลกระทบ", "ข้อเสนอแนะ"):
        assert f"<dt><span lang=th>{part}</span>" in text


def test_the_calculation_is_laid_open_to_the_last_step() -> None:
    text = html(source())
    for step in (
        "5 + 5 + 0 + 0 + 5 = 15",
        "5 × 5 = 25",
        "15 ÷ 5 = 3",
        "3 × 20 = 60",
        "96.84 − 60.00 = +36.84",
    ):
        assert step in text


def test_every_flagged_cell_of_the_map_leads_to_a_card() -> None:
    text = html(source())
    links = set(re.findall(r'<td class="[^"]*\bf (?:bad|warn)"><a href=#([\w-]+)', text))
    assert links
    assert links <= set(re.findall(r"<article id=([\w-]+)", text))


@pytest.mark.parametrize(("units", "indicators"), [(1000, 20), (2000, 500)])
def test_counts_are_complete_however_many_findings(units: int, indicators: int) -> None:
    text = html(cases.every_cell(units, indicators))
    assert f"<dd>{units * indicators:,}</dd>" in text
    assert len(text.encode()) < 1_000_000
    assert text.count("<tr") < 1_000


def test_a_cut_of_the_findings_is_said() -> None:
    assert "this page holds 1,000 of them" in html(cases.every_cell(2000, 500))
    assert "of them as examples" not in html(cases.every_cell(1000, 20))


def test_the_bytes_are_the_same_every_time() -> None:
    assert html(cases.faulty()) == html(cases.faulty())


def test_the_language_met_first_is_chosen() -> None:
    assert '<html lang="en"' in html(cases.clean(), replace(OPTIONS, lang="en"))
    assert '<html lang="th"' in html(cases.clean())


def test_an_empty_and_an_unreadable_workbook_have_a_page() -> None:
    judged = judge(Matrix(["ก"], ["ข"], [[""]]))
    assert "<h1" in html(outcome([judged]))


def test_many_workbooks_have_an_index_that_leads_to_each() -> None:
    three = outcome([judge(cases.typical(units=3, indicators=3), n, f"{n}/หน่วย #{n}.xlsx") for n in range(3)])
    out = io.BytesIO()
    page.write_index(three, SAMPLE, OPTIONS, ["a b.html", "b.html", "c.html"], out)
    text = out.getvalue().decode()
    assert re.findall(r'<th scope=row><a href="?([\w%.]+)', text) == ["a%20b.html", "b.html", "c.html"]
    assert len(list(page.each(three, SAMPLE, OPTIONS))) == 3


def test_a_cut_of_the_figures_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "those that do not come out first"
    assert said not in html(cases.faulty())
    monkeypatch.setattr(figures, "MOST_HELD", 3)
    assert said in html(cases.faulty())


def test_a_quantity_with_a_rounding_of_its_own_is_said_where_it_counts() -> None:
    plain = source()
    rules = replace(
        plain.rules, roundings={Quantity.CONVERTED: Rounding.TRUNCATE}, decimals={Quantity.CONVERTED: 2}
    )
    text = html(replace(plain, rules=rules))
    assert "การปัดเศษของคะแนนที่แปลงเป็นฐาน 100" in text
    assert "2, as the rules fix them" in text
    card = re.search(r'<article id="?converted-mismatch.*?</article>', text, re.S)
    assert card is not None
    assert "cut off, once, at the end" in card[0]
    assert "half up" not in card[0]
    assert "Rounding of: Converted score" not in html(plain)
