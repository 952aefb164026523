"""The report in a real browser: from disk, with nothing from outside, filtered, linked, switched, inert."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from reports.html import findings as findings_part
from reports.html import page
from tests.browser.conftest import OPTIONS, Opener, log, visit
from tests.reports import cases
from tests.reports.build import judge, outcome
from tests.reports.catalogue import SAMPLE
from tests.reports.source_case import source

pytestmark = pytest.mark.browser

CONVERTED = '#finding-table a[href^="#converted-mismatch"]'


def rows(driver: WebDriver) -> list[str]:
    return list(
        driver.execute_script(
            "return [...document.querySelectorAll('#finding-table tbody tr')].map(r => r.innerText)"
        )
    )


def visible(driver: WebDriver, selector: str) -> str:
    return driver.find_element(By.CSS_SELECTOR, selector).text


def test_nothing_is_asked_of_any_network(show: Opener) -> None:
    driver = show(source())
    asked = []
    for entry in log(driver, "performance"):
        message: dict[str, Any] = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            asked.append(message["params"]["request"]["url"])
    assert [url[:60] for url in asked if not url.startswith(("file:", "data:"))] == []
    assert driver.execute_script("return document.fonts.check('16px Sarabun', 'ก')")
    assert log(driver, "browser") == []


def test_verdict_is_on_the_first_screen(show: Opener) -> None:
    driver = show(source())
    assert visible(driver, "h1") == "ยังลงนามรับรองไม่ได้"
    bottom = driver.execute_script(
        "return document.querySelector('.hinders li').getBoundingClientRect().bottom"
    )
    assert bottom < driver.execute_script("return innerHeight")


def test_language_switches_in_place(show: Opener) -> None:
    driver = show(source())
    driver.find_element(By.CSS_SELECTOR, "[data-lang=en]").click()
    assert visible(driver, "h1") == "Not ready for sign-off"
    assert driver.execute_script("return document.documentElement.lang") == "en"
    assert "Not ready" in driver.title
    assert "All" in Select(driver.find_element(By.NAME, "name")).first_selected_option.text
    driver.find_element(By.CSS_SELECTOR, "[data-lang=th]").click()
    assert visible(driver, "h1") == "ยังลงนามรับรองไม่ได้"


def test_filters_are_kept_in_the_address(show: Opener) -> None:
    driver = show(source())
    every = len(rows(driver))
    Select(driver.find_element(By.NAME, "name")).select_by_value("duplicate-unit")
    assert len(rows(driver)) == 1 < every
    address = driver.current_url
    assert "name=duplicate-unit" in address
    driver.get("about:blank")
    driver.get(address)
    driver.implicitly_wait(0)
    assert wait_rows(driver, 1)
    driver.find_element(By.CSS_SELECTOR, "#filters button[type=reset]").click()
    assert wait_rows(driver, every)


def wait_rows(driver: WebDriver, count: int) -> bool:
    return bool(WebDriverWait(driver, 10, 0.02).until(lambda d: len(rows(d)) == count))


def test_filters_by_severity_unit_and_text(show: Opener) -> None:
    driver = show(source())
    for box in driver.find_elements(By.CSS_SELECTOR, "[name=severity]"):
        if box.get_attribute("value") == "error":
            box.click()
    assert all("ข้อควรระวัง" in row for row in rows(driver))
    driver.find_element(By.CSS_SELECTOR, "#filters button[type=reset]").click()
    wait_rows(driver, 7)
    Select(driver.find_element(By.NAME, "unit")).select_by_value("สพด.")
    assert len(rows(driver)) == 2, "a finding about many units is found by each of them"
    Select(driver.find_element(By.NAME, "unit")).select_by_value("")
    driver.find_element(By.NAME, "q").send_keys("AF5")
    assert len(rows(driver)) == 1
    assert "1 จาก 7" in visible(driver, "#shown")


def test_findings_are_sorted_by_a_column_both_ways(show: Opener) -> None:
    driver = show(source())
    button = driver.find_element(By.CSS_SELECTOR, "#finding-table [data-sort=cell]")
    button.click()
    first = [row.split()[0] for row in rows(driver)], rows(driver)
    head = driver.find_element(By.CSS_SELECTOR, "#finding-table th:nth-child(5)")
    assert head.get_attribute("aria-sort") == "ascending"
    button.click()
    assert head.get_attribute("aria-sort") == "descending"
    assert rows(driver) == first[1][::-1]


def test_a_deep_link_leads_to_its_card(show: Opener) -> None:
    driver = show(source())
    target = driver.find_element(By.CSS_SELECTOR, CONVERTED).get_attribute("href")
    assert target is not None
    identity = target.split("#")[1]
    driver.get("about:blank")
    driver.get(target)
    _at_card(driver, identity)


def _at_card(driver: WebDriver, identity: str) -> None:
    WebDriverWait(driver, 20, 0.02).until(
        lambda d: d.execute_script("return document.activeElement.id") == identity
    )
    top = driver.execute_script("return document.activeElement.getBoundingClientRect().top")
    assert -5 <= top < driver.execute_script("return innerHeight")


def test_a_flagged_cell_of_the_map_leads_to_its_card(show: Opener) -> None:
    driver = show(source())
    link = driver.find_element(By.CSS_SELECTOR, ".map td.f a")
    link.click()
    target = link.get_attribute("href")
    assert target is not None
    _at_card(driver, target.split("#")[1])


def test_a_script_in_a_workbook_stays_inert(show: Opener) -> None:
    evil = "<script>window.bad=1</script><img src=x onerror='window.bad=1'>"
    matrix = cases.typical(units=60, indicators=3, converted=dict.fromkeys(range(1, 61), "11.11"), sheet=evil)
    matrix.codes = [f"{evil}{n}" for n in range(60)]
    matrix.titles = [evil] * 3
    judged = judge(matrix, file=evil)
    driver = show(outcome([judged], {0: cases.findings_of(judged)}))
    last = driver.find_elements(By.CSS_SELECTOR, "#finding-table tbody a")[-1]
    driver.execute_script("arguments[0].click()", last)
    driver.find_element(By.NAME, "q").send_keys("11.11")
    assert driver.execute_script("return window.bad") is None
    assert driver.execute_script("return document.images.length") == 0
    assert "<script>" in driver.find_element(By.CSS_SELECTOR, ".subject .file").text


def test_the_scripts_cards_say_what_the_writers_cards_say(
    show: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = _cards(show(source()))
    monkeypatch.setattr(findings_part, "MOST_CARDS", 0)
    driver = show(source())
    for link in driver.find_elements(By.CSS_SELECTOR, "#finding-table tbody .name a"):
        driver.execute_script("arguments[0].click()", link)
    made = _cards(driver)
    assert list(written) == list(made), "in the same order"
    for identity, text in written.items():
        assert _until_grid(made[identity]) == _until_grid(text)


def _until_grid(text: str) -> str:
    return text.split("แผ่นงาน kpi-6.6-to-6.10 รอบ")[0]


def _cards(driver: WebDriver) -> dict[str, str]:
    return dict(
        driver.execute_script(
            "return [...document.querySelectorAll('article')].map(a => [a.id, a.innerText])"
        )
    )


def test_a_phone_shows_all_without_scrolling_sideways(show: Opener) -> None:
    driver = show(source())
    size = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        assert driver.execute_script("return document.documentElement.scrollWidth") <= 390
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_without_a_script_the_page_still_says_all(chromium: WebDriver, tmp_path: Path, show: Opener) -> None:
    show(source())
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chromium.get((tmp_path / "report.html").as_uri())
        assert visible(chromium, "h1") == "ยังลงนามรับรองไม่ได้"
        assert len(chromium.find_elements(By.CSS_SELECTOR, "article h3")) == 7
    finally:
        chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_an_index_sorts_and_filters(chromium: WebDriver, tmp_path: Path) -> None:
    books = [judge(cases.typical(units=2, indicators=2), n, f"book{n}.xlsx") for n in range(3)]
    path = tmp_path / "index.html"
    with path.open("wb") as out:
        page.write_index(outcome(books), SAMPLE, OPTIONS, [f"{n}.html" for n in range(3)], out)
    driver = visit(chromium, path)
    driver.find_element(By.NAME, "q").send_keys("book1")
    shown = [r for r in driver.find_elements(By.CSS_SELECTOR, "#index-table tbody tr") if r.is_displayed()]
    assert [r.text.split()[0] for r in shown] == ["book1.xlsx"]
