"""Twenty thousand findings: small, quick against a plain table of them, and every one within reach."""

from __future__ import annotations

import html
import statistics
from pathlib import Path

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.conftest import Opener, visit
from tests.reports import cases

pytestmark = pytest.mark.browser

UNITS, INDICATORS = 1000, 20
ALLOWED = 0.5
"""Ours may take at most this share of the time of a plain table with the same findings."""


def plain_page(path: Path) -> Path:
    """Write what one would write without thinking: a table, a row a finding."""
    rows = "".join(
        f"<tr><td>error</td><td>u{u}</td><td>{i}</td><td>"
        f"{html.escape(f'u{u}, indicator {i}: 7 is outside the scale')}</td>"
        f"<td>u{u} ตัวชี้วัด {i}: 7 อยู่นอกช่วงคะแนน</td></tr>"
        for i in range(INDICATORS)
        for u in range(UNITS)
    )
    ready = "<script>document.documentElement.dataset.ready='yes'</script>"
    path.write_text(f"<!doctype html><meta charset=utf-8><table>{rows}</table>{ready}", encoding="utf-8")
    return path


def loading_time(driver: WebDriver, path: Path) -> float:
    """Return the milliseconds from the start of navigation until the page is laid out and its data is at hand."""
    visit(driver, path)
    driver.execute_script("return document.body.offsetHeight")
    return float(driver.execute_script("return performance.now()"))


def test_load_against_a_plain_table(show: Opener, tmp_path: Path) -> None:
    driver = show(cases.every_cell(UNITS, INDICATORS))
    ours, plain = tmp_path / "report.html", plain_page(tmp_path / "plain.html")
    assert ours.stat().st_size < 1_000_000 < plain.stat().st_size
    pairs = [(loading_time(driver, ours), loading_time(driver, plain)) for _ in range(3)]
    ratio = statistics.median(mine / theirs for mine, theirs in pairs)
    assert ratio < ALLOWED, pairs


def test_all_are_counted_listed_and_opened(show: Opener) -> None:
    driver = show(cases.every_cell(UNITS, INDICATORS))
    shown = "return document.querySelectorAll('#finding-table tbody tr').length"
    assert driver.execute_script(shown) == 200
    driver.execute_script("document.getElementById('more-findings').click()")
    assert driver.execute_script(shown) == 400
    driver.find_element(By.NAME, "q").send_keys("u999 ")
    assert "20 จาก 20000" in driver.find_element(By.ID, "shown").text
    last = driver.find_elements(By.CSS_SELECTOR, "#finding-table tbody .name a")[-1]
    identity = last.get_attribute("href")
    assert identity is not None
    driver.execute_script("arguments[0].click()", last)
    card = driver.find_element(By.ID, identity.split("#")[1])
    assert "u999" in card.text
    assert card.find_element(By.CSS_SELECTOR, ".sheet .hit").text == "7"


def test_a_deep_link_finds_one_among_all(show: Opener) -> None:
    driver = show(cases.every_cell(UNITS, INDICATORS))
    identity = driver.execute_script(
        "document.getElementById('filters').elements.q.value = 'u777 ';"
        "document.getElementById('filters').elements.q.dispatchEvent(new Event('input', {bubbles: true}));"
        "return document.querySelectorAll('#finding-table .name a')[5].hash.slice(1)"
    )
    address = driver.current_url.split("#")[0]
    driver.get("about:blank")
    driver.get(f"{address}#{identity}")
    WebDriverWait(driver, 20, 0.05).until(
        lambda d: d.execute_script("return document.activeElement.id") == identity
    )
