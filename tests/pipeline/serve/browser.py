"""A real chromium on an office laptop's screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

WIDTH, HEIGHT = 1366, 768


@contextmanager
def chromium(folder: Path) -> Iterator[webdriver.Chrome]:
    """Start the browser with a profile and downloads of its own in a folder."""
    options = webdriver.ChromeOptions()
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        f"--window-size={WIDTH},{HEIGHT}",
        f"--user-data-dir={folder / 'profile'}",
        "--lang=th",
    ):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(folder / "downloads")})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = Service(os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    try:
        driver.set_window_size(WIDTH, HEIGHT)
        size = driver.execute_script("return [innerWidth, innerHeight]")
        driver.set_window_size(2 * WIDTH - size[0], 2 * HEIGHT - size[1])
        yield driver
    finally:
        driver.quit()
