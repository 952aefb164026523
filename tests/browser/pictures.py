"""The README's picture of the report, made from the packaged source sheet: python -m tests.browser.pictures."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.browser.conftest import FLAGS
from tests.command import sobthan

FOLDER = Path(__file__).parents[2] / "docs" / "images"
SIZE = "1200,1500"


def main(folder: Path = FOLDER) -> None:
    """Write report.png: the top of the report that `sobthan demo` writes, in English."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="picture-") as work:
        done = sobthan("demo", "--lang", "en", cwd=Path(work))
        if done.code != 0:
            raise SystemExit(repr(done))
        report = Path(work) / "sobthan-demo" / "report.html"
        options = [*FLAGS, f"--user-data-dir={work}/profile", "--hide-scrollbars", f"--window-size={SIZE}"]
        subprocess.run(
            ["chromium", *options, f"--screenshot={folder / 'report.png'}", report.as_uri()],
            check=True,
            capture_output=True,
            timeout=120,
        )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
