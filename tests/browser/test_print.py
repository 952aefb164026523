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
