"""The guide's pictures, taken along the same walk that the tests go: python -m tests.pipeline.serve.pictures."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from selenium.webdriver import Chrome

from tests.pipeline.serve.browser import chromium
from tests.pipeline.serve.site import site
from tests.pipeline.serve.tour import Tour

FOLDER = Path(__file__).parents[3] / "docs" / "images" / "guide"


def main(folder: Path = FOLDER) -> None:
    """Write one picture a step and language as PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    for lang in ("th", "en"):
        work = Path(tempfile.mkdtemp(prefix="pictures-"))
        try:
            with site(work, fake=False, enter=False) as running, chromium(work) as driver:
                Tour(running, driver, lang, _shot(driver, folder, lang)).go(work)
        finally:
            shutil.rmtree(work)


def _shot(driver: Chrome, folder: Path, lang: str) -> Callable[[str], None]:
    return lambda name: driver.save_screenshot(str(folder / f"{name}.{lang}.png"))  # type: ignore[return-value]


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
