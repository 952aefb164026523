"""The report held against axe-core: no serious and no critical fault, in any language and view."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from schemas.outcome import Outcome
from tests.browser.conftest import Opener
from tests.reports import cases
from tests.reports.source_case import source

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
CHECK = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(r => done(r.violations.map(
  v => [v.impact, v.id, v.nodes.length, v.nodes[0].html.slice(0, 200), v.nodes[0].failureSummary])));
"""


def faults(driver: WebDriver) -> list[Any]:
    driver.execute_script(AXE.read_text(encoding="utf-8"))
    return [v for v in driver.execute_async_script(CHECK) if v[0] in ("serious", "critical")]


@pytest.mark.parametrize("view", ["light", "dark", "contrast"])
@pytest.mark.parametrize("made", [source, cases.faulty, cases.clean])
def test_no_serious_fault(show: Opener, made: Callable[[], Outcome], view: str) -> None:
    lang = "en" if view == "dark" else "th"
    assert faults(show(made(), f"#?lang={lang}&view={view}")) == []


def test_blocks_of_a_large_table_have_no_serious_fault(show: Opener) -> None:
    assert faults(show(cases.every_cell(1000, 20))) == []


def test_the_keyboard_reaches_the_report_and_its_findings(show: Opener) -> None:
    driver = show(source())
    body = driver.find_element(By.TAG_NAME, "body")
    body.send_keys(Keys.TAB)
    assert driver.execute_script("return document.activeElement.className") == "skip"
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    reached = set()
    for _ in range(60):
        driver.switch_to.active_element.send_keys(Keys.TAB)
        reached.add(
            driver.execute_script("return (document.activeElement.getAttribute('href') || '').split('-')[0]")
        )
    assert "#converted" in reached


def test_headings_go_down_one_level_at_a_time(show: Opener) -> None:
    driver = show(source())
    levels = driver.execute_script(
        "return [...document.querySelectorAll('h1,h2,h3,h4,h5')].map(heading => +heading.tagName[1])"
    )
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(("lang", "letters"), [("th", "[ก-๙]"), ("en", "[A-Za-z]{3}")])
def test_a_screen_reader_hears_every_part_by_name_in_the_readers_language(
    show: Opener, lang: str, letters: str
) -> None:
    driver = show(source(), f"#?lang={lang}")
    nodes = driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles = ("region", "search", "navigation", "table", "combobox", "searchbox", "checkbox")
    named = [
        (node["role"]["value"], node["name"]["value"])
        for node in nodes
        if not node.get("ignored") and node["role"]["value"] in roles
    ]
    assert len(named) > 20
    place = r"[A-Z]+\d+:[A-Z]+\d+"
    assert [part for part in named if not re.search(f"{letters}|{place}", part[1])] == []
