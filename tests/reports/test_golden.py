"""What the writers say, word for word. A wanted change is accepted with `SOBTHAN_ACCEPT=1`, then read as a diff.

SOBTHAN_ACCEPT=1 python -m pytest tests/reports/test_golden.py && git diff tests/reports/golden
"""

from __future__ import annotations

import datetime as dt
import io
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reports import csv_findings, json_extract, json_reconcile, text
from reports.html import page
from reports.options import Options
from schemas.outcome import Outcome
from tests.reports import cases
from tests.reports.catalogue import SAMPLE
from tests.reports.source_case import source

FOLDER = Path(__file__).parent / "golden"
TH = Options(made=dt.date(2026, 11, 22))
EN = replace(TH, lang="en")
CP874 = replace(TH, encoding="cp874")
Write = Callable[..., None]

GOLDEN: dict[str, tuple[Write, Callable[[], Outcome], Options]] = {
    "source.th.txt": (text.write, source, TH),
    "source.en.txt": (text.write, source, EN),
    "faulty.cp874.txt": (text.write, cases.faulty, CP874),
    "clean.en.txt": (text.write, cases.clean, EN),
    "source.reconcile.json": (json_reconcile.write, source, TH),
    "source.extract.json": (json_extract.write, source, TH),
    "faulty.csv": (csv_findings.write, cases.faulty, TH),
    "source.html": (page.write, source, TH),
    "clean.html": (page.write, cases.clean, TH),
}


def written(name: str) -> str:
    write, made, options = GOLDEN[name]
    out = io.BytesIO()
    write(made(), SAMPLE, options, out)
    said = out.getvalue().decode(options.encoding)
    return _main(said) if name.endswith(".html") else said.replace("\r\n", "\n")


def _main(said: str) -> str:
    """Return the report itself, an element a line: style, script and font have their own files."""
    main = said[said.index("<main") : said.index("</main>")]
    return re.sub(r"(?<=>)(?=<(?:section|h\d|tr|li|div|dl|p|article|option)\b)", "\n", main) + "\n"


@pytest.mark.parametrize("name", GOLDEN)
def test_as_accepted(name: str) -> None:
    path, found = FOLDER / name, written(name)
    if os.environ.get("SOBTHAN_ACCEPT"):
        path.write_text(found, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == found, f"read the change, then accept it: see {__name__}"


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(GOLDEN)
