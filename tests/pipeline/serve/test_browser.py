"""As a person would: chromium on an office laptop's screen, the real stages behind the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver.common.by import By

from tests.pipeline.serve.browser import HEIGHT, WIDTH, chromium
from tests.pipeline.serve.site import site
from tests.pipeline.serve.tour import CLEAN, PREPARER, REVIEWER, Tour

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lang", ["th", "en"])
def test_from_two_workbooks_to_the_signed_paper_and_one_changed_byte(tmp_path: Path, lang: str) -> None:
    with site(tmp_path, fake=False, enter=False) as running, chromium(tmp_path) as driver:
        tour = Tour(running, driver, lang)
        tour.go(tmp_path)
        assert tour.errors() == []
        overflow = driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, "nothing to scroll sideways"
        assert driver.execute_script("return [innerWidth, innerHeight]") == [WIDTH, HEIGHT]


def test_a_clean_workbook_is_signed_by_two_without_a_decision(tmp_path: Path) -> None:
    with site(tmp_path, fake=False, enter=False) as running, chromium(tmp_path) as driver:
        tour = Tour(running, driver)
        tour.enter()
        tour.drop(CLEAN)
        tour.open_case(PREPARER)
        tour.sign("preparer", PREPARER)
        tour.sign("reviewer", REVIEWER)
        tour.sees("signoff.state.accepted")


def test_the_mouse_drops_and_a_script_in_a_name_stays_text(tmp_path: Path) -> None:
    name = "<img src=x onerror=document.title='owned'>.xlsx"
    with site(tmp_path, enter=False) as running, chromium(tmp_path) as driver:
        tour = Tour(running, driver)
        tour.enter()
        tour.drop_by_mouse(name, "points-mismatch-1\n")
        assert name in tour.one("#chosen").text
        tour.press("page.drop.go")
        tour.until(lambda: tour.say("answer.discrepant") in tour.text())
        assert tour.one("h1").text == name
        assert driver.title != "owned"
        tour.open_case(PREPARER)
        assert name in tour.one("h1").text
        assert driver.title != "owned"
        assert tour.errors() == []


def test_the_keyboard_reaches_everything_in_order(tmp_path: Path) -> None:
    from selenium.webdriver import ActionChains, Keys

    with site(tmp_path, enter=False) as running, chromium(tmp_path) as driver:
        tour = Tour(running, driver)
        tour.enter()
        reached = []
        for _ in range(30):
            ActionChains(driver).send_keys(Keys.TAB).perform()
            active = driver.switch_to.active_element
            if active.tag_name == "body":  # round the page once
                break
            reached.append(active.get_attribute("id") or active.get_attribute("name") or active.text)
            outline = driver.execute_script("return getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none" or active.get_attribute("id") == "workbook"
        wanted = ["workbook", "rules", tour.say("page.drop.go")]
        assert [r for r in reached if r in wanted] == wanted
        labelled = driver.find_elements(By.CSS_SELECTOR, "input:not([type=hidden]), select, textarea")
        for control in labelled:
            assert driver.execute_script("return arguments[0].labels.length", control) == 1


def test_a_phone_needs_no_sideways_scrolling_to_drop_a_workbook(tmp_path: Path) -> None:
    with site(tmp_path, enter=False) as running, chromium(tmp_path) as driver:
        tour = Tour(running, driver)
        tour.enter()
        phone = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
        tour.one("summary").click()
        assert tour.one("select[name=zero]").is_displayed()
        assert driver.execute_script("return document.documentElement.scrollWidth") <= 390
