"""`python -m tests.browser.screenshots FOLDER`: the source sheet's report in every view, to be looked at.

Thai, English, dark, high contrast, a phone, and the first printed page. The README's picture is made by `pictures`.
"""

from __future__ import annotations

import base64
import datetime as dt
import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.webdriver import WebDriver

from pipeline.read import Source
from pipeline.run import run
from reports.html import page
from reports.options import Options
from rules.catalogue import CATALOGUE
from rules.packs import load_pack
from tests.browser.conftest import FLAGS, visit
from tests.reports.source_case import SOURCE

VIEWS = {
    "thai": ("", 1200, 1000),
    "english": ("#?lang=en", 1200, 1000),
    "dark": ("#?view=dark", 1200, 1000),
    "contrast": ("#?view=contrast", 1200, 1000),
    "phone": ("", 390, 844),
}


def main(folder: Path) -> None:
    """Make every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "report.html"
        outcome = run([Source(SOURCE.name, SOURCE, None)], load_pack())
        out = io.BytesIO()
        page.write(outcome, CATALOGUE, Options(made=dt.date(2026, 11, 22)), out)
        file.write_bytes(out.getvalue())
        driver = _driver(place)
        try:
            for name, (fragment, width, height) in VIEWS.items():
                _shoot(driver, file, fragment, width, height, folder / f"{name}.png")
            _print(driver, file, Path(place), folder / "print")
        finally:
            driver.quit()


def _driver(place: str) -> WebDriver:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (*FLAGS, f"--user-data-dir={place}/profile", "--hide-scrollbars"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))


def _shoot(driver: WebDriver, file: Path, fragment: str, width: int, height: int, picture: Path) -> None:
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    visit(driver, file, fragment)
    driver.save_screenshot(str(picture))


def _print(driver: WebDriver, file: Path, place: Path, picture: Path) -> None:
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    visit(driver, file)
    wanted = {"printBackground": True, "preferCSSPageSize": True}
    paper = place / "report.pdf"
    paper.write_bytes(base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", wanted)["data"]))
    command = ["pdftoppm", "-png", "-singlefile", "-r", "80", str(paper), str(picture)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
