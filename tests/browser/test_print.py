"""The report on paper: A4, numbered pages, the summary short, nothing of the whole lost."""

from __future__ import annotations

import base64
import re
import subprocess
from pathlib import Path

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By

from tests.browser.conftest import Opener
from tests.reports import cases
from tests.reports.source_case import source

pytestmark = pytest.mark.browser


def printed(driver: WebDriver, path: Path) -> tuple[int, str]:
    """Return the number of pages and the text of the page as printed."""
    wanted = {"printBackground": True, "preferCSSPageSize": True}
    path.write_bytes(base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", wanted)["data"]))
    info = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Page size:.*A4|Page size:\s+59[45].* x 84[12]", info), info
    text = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True
    )
    pages = re.search(r"Pages:\s+(\d+)", info)
    assert pages is not None
    return int(pages[1]), text.stdout


def test_all_of_it_is_printed_with_numbered_pages(show: Opener, tmp_path: Path) -> None:
    driver = show(source(), "#?lang=en&view=dark")
    pages, text = printed(driver, tmp_path / "all.pdf")
    for number in range(1, pages + 1):
        assert re.search(rf"\b{number} / {pages}\b", text)
    for heading in ("Condition", "Corrective action", "Not judged, and why", "Preparer", "Reviewer"):
        assert heading in text
    assert len(re.findall(r"Corrective action", text)) == 7


def test_the_summary_leaves_the_cards_out(show: Opener, tmp_path: Path) -> None:
    driver = show(source(), "#?lang=en")
    every, _ = printed(driver, tmp_path / "all.pdf")
    driver.execute_script("window.print = () => {}")
    driver.find_element(By.CSS_SELECTOR, "[data-print=summary]").click()
    driver.execute_script("document.documentElement.dataset.print = 'summary'")
    pages, text = printed(driver, tmp_path / "summary.pdf")
    assert pages < every
    assert "Corrective action" not in text
    assert "Not ready for sign-off" in text
    assert "Reviewer" in text


@pytest.mark.parametrize(
    ("lang", "said", "before"),
    [
        ("en", "Printed here: 2,000 of 2,400 findings. Left out: 400", "400 would be left out"),
        ("th", "2,000 จาก 2,400 รายการ ไม่ได้พิมพ์ 400 รายการ", "อีก 400 รายการจะไม่อยู่ในฉบับพิมพ์"),
    ],
)
def test_what_is_not_printed_is_counted_on_the_page_and_on_paper(
    show: Opener, lang: str, said: str, before: str
) -> None:
    driver = show(cases.every_cell(120, 20), f"#?lang={lang}")
    assert before in driver.find_element(By.ID, "findings").text
    note = driver.find_element(By.ID, "printed")
    assert note.text == ""
    driver.execute_script("dispatchEvent(new Event('beforeprint'))")
    assert said in note.text
    laid_out = "return document.querySelectorAll('#cards .card:not([hidden])').length"
    assert driver.execute_script(laid_out) == 2000
    driver.execute_script("dispatchEvent(new Event('afterprint'))")
    assert note.text == ""


def test_a_filtered_table_prints_its_part_and_says_what_is_left_out(show: Opener) -> None:
    driver = show(cases.every_cell(120, 20), "#?lang=en")
    driver.find_element(By.NAME, "q").send_keys("u119 ")
    driver.execute_script("dispatchEvent(new Event('beforeprint'))")
    assert "Printed here: 20 of 2,400 findings. Left out: 2,380" in driver.find_element(By.ID, "printed").text
    cards = driver.find_elements(By.CSS_SELECTOR, "#cards .card:not([hidden])")
    assert len(cards) == 20
    assert all("u119" in card.text for card in cards)
    driver.execute_script("dispatchEvent(new Event('afterprint'))")
    assert len(driver.find_elements(By.CSS_SELECTOR, "#cards .card:not([hidden])")) > 20


def test_a_report_printed_whole_says_nothing_is_left_out(show: Opener, tmp_path: Path) -> None:
    driver = show(source(), "#?lang=en")
    _, text = printed(driver, tmp_path / "all.pdf")
    assert "Left out" not in text


def test_the_findings_have_their_heads_on_every_page(show: Opener, tmp_path: Path) -> None:
    driver = show(cases.every_cell(40, 4), "#?lang=en")
    _, text = printed(driver, tmp_path / "all.pdf")
    rows = [page for page in text.split("\f") if len(re.findall(r"(?m)^\s*error\b.*\bu\d+\b", page)) > 5]
    assert len(rows) > 2
    assert all("Severity" in page and "What was found" in page for page in rows)


def test_a_page_of_examples_does_not_send_the_reader_to_the_screen(show: Opener) -> None:
    driver = show(cases.every_cell(1001, 20), "#?lang=en")
    driver.execute_script("dispatchEvent(new Event('beforeprint'))")
    said = driver.find_element(By.ID, "printed").text
    assert said.startswith("Printed here: 1,000 of 20,020 findings, as examples. Left out: 19,020.")
    assert "screen" not in said
