"""A real chromium for the tests of the report: Debian's, without a screen, each test on an empty page."""

from __future__ import annotations

import datetime as dt
import io
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.support.wait import WebDriverWait

from reports.html import page
from reports.options import Options
from schemas.outcome import Outcome
from tests.reports.catalogue import SAMPLE

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-prefers-reduced-motion",
)
OPTIONS = Options(made=dt.date(2026, 11, 22))
Opener = Callable[..., WebDriver]


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    binary, service = shutil.which("chromium"), shutil.which("chromedriver")
    if binary is None or service is None:
        if os.environ.get("CI"):
            pytest.fail("chromium and chromedriver are needed: apt-get install chromium chromium-driver")
        pytest.skip("no chromium here")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}", "--window-size=1200,1000"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(service))
    driver.set_page_load_timeout(120)
    driver.set_script_timeout(120)
    yield driver
    driver.quit()


@pytest.fixture
def show(chromium: WebDriver, tmp_path: Path) -> Opener:
    """Write an outcome's page to a file and open it; the returned driver stands on the finished page."""

    def opened(outcome: Outcome, fragment: str = "") -> WebDriver:
        path = tmp_path / "report.html"
        out = io.BytesIO()
        page.write(outcome, SAMPLE, OPTIONS, out)
        path.write_bytes(out.getvalue())
        return visit(chromium, path, fragment)

    return opened


def log(driver: WebDriver, kind: str) -> list[dict[str, Any]]:
    """Return what the browser noted since it was last asked."""
    return list(driver.get_log(kind))  # type: ignore[no-untyped-call]


def visit(driver: WebDriver, path: Path, fragment: str = "") -> WebDriver:
    """Open a page of ours from disk and wait until its script is done."""
    driver.get("about:blank")
    for kind in ("performance", "browser"):
        log(driver, kind)  # what came before is not this page's
    driver.get(f"{path.as_uri()}{fragment}")
    WebDriverWait(driver, 60, 0.02).until(
        lambda d: d.execute_script("return document.documentElement.dataset.ready === 'yes'")
    )
    return driver
