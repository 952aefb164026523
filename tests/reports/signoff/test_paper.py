"""The working paper: every item has its line, both signatures their box, text stays text."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from pipeline.signoff.actions import CURRENT, disposing, noting, opening, signing
from reports.signoff.paper import working_paper
from reports.when import moment
from rules.catalogue import CATALOGUE
from schemas.case import Case
from schemas.record import Disposition, Role, Sealed
from tests.pipeline.signoff.build import ERRORS, A, B, Chain, judgement


def two_rounds() -> tuple[Case, list[Sealed]]:
    chain = Chain()
    chain.add(judgement().opened(1))
    for error in ERRORS:
        chain.add(disposing(error, Disposition.RETURNED)(chain.case))
    second = judgement(b"workbook 2", errors=(ERRORS[0],), warnings=(), name="<script>alert(1)</script>.xlsx")
    chain.add(opening(second)(chain.case))
    waived = disposing(ERRORS[0], Disposition.WAIVED, reason="a < b & c", evidence="ที่ กค 0401/7")
    chain.add(waived(chain.case))
    chain.add(disposing(ERRORS[1], Disposition.CORRECTED)(chain.case), B)
    chain.add(noting("โทรศัพท์สอบถามหน่วยงานแล้ว")(chain.case))
    chain.add(signing(Role.PREPARER, position="นักวิเคราะห์")(chain.case), A)
    chain.add(disposing(ERRORS[0], Disposition.FALSE_ALARM, reason="seen", replaces=CURRENT)(chain.case), B)
    chain.add(signing(Role.PREPARER)(chain.case), A)
    chain.add(signing(Role.REVIEWER)(chain.case), B)
    assert chain.case is not None
    return chain.case, chain.entries


@pytest.mark.parametrize("lang", ["th", "en"])
def test_everything_is_said_and_nothing_runs(lang: str) -> None:
    case, entries = two_rounds()
    page = working_paper(case, entries, CATALOGUE, lang, "f" * 64)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "http" not in re.sub(r"http-equiv", "", page), "nothing is fetched from elsewhere"
    for identity in ERRORS:
        assert identity in page
    assert page.count("<tr>") >= len(entries)
    head = " ".join(case.head[i : i + 4] for i in range(0, 64, 4))
    assert head in page
    assert case.current.opened.workbook_sha256[:4] in page
    assert ("2569" in page) == (lang == "th")
    assert not re.search(r"<td></td>", page), "no tested item is left blank"


def test_a_case_still_open_says_so() -> None:
    chain = Chain()
    chain.add(judgement().opened(1))
    assert chain.case is not None
    page = working_paper(chain.case, chain.entries, CATALOGUE, "en")
    assert "Not concluded: 2 findings are open" in page
    assert page.count("not signed") == 2


@pytest.mark.parametrize(
    ("at", "th", "en"),
    [
        ("2026-11-22T03:04:05Z", "22 พฤศจิกายน 2569 เวลา 10.04 น.", "22 November 2026, 10:04 (UTC+7)"),
        ("2026-12-31T17:00:00Z", "1 มกราคม 2570 เวลา 00.00 น.", "1 January 2027, 00:00 (UTC+7)"),
        ("nonsense", "nonsense", "nonsense"),
    ],
)
def test_moments_are_thai_clock_time_and_the_buddhist_year(at: str, th: str, en: str) -> None:
    assert moment(at, CATALOGUE, "th") == th
    assert moment(at, CATALOGUE, "en") == en


@pytest.mark.browser
def test_it_prints_on_paper_with_numbered_pages(tmp_path: Path) -> None:
    case, entries = two_rounds()
    page = tmp_path / "paper.html"
    page.write_text(working_paper(case, entries, CATALOGUE, "th"), encoding="utf-8")
    pdf = tmp_path / "paper.pdf"
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={pdf}", page.as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True
    ).stdout.decode()
    assert "1 / " in text
    assert case.head[:16] in text
    fonts = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True).stdout.decode()
    assert "Sarabun" in fonts
