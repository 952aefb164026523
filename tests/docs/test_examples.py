"""What the README and the docs tell a reader to type works as written, in their order, in one folder."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from rules.loading import load_pack
from rules.suite_loading import load_suite
from rules.waivers import load_waivers
from tests.command import sobthan

ROOT = Path(__file__).parents[2]
BOOKS = ROOT / "fixtures" / "books"
PAGES = ("README.md", "docs/rules.md", "docs/gate.md", "docs/batch.md")

_COMMAND = re.compile(r"^(?: {4}|\$ )?(sobthan .*)$")
_NOTE = re.compile(r"\s{2,}\S.*$|\s+# .*$")
ELSEWHERE = {
    "--engine dask": "a cluster is tried in tests of batches",
    "sobthan serve": "a page is tried in a browser",
}
"""Parts of commands that another test tries."""

WAIVED = "converted-mismatch-4b1d0c92aa"
"""The id that the docs show; a real one takes its place."""


def examples(page: str) -> Iterator[str]:
    for line in (ROOT / page).read_text(encoding="utf-8").splitlines():
        match = _COMMAND.match(line)
        if match is not None and not any(part in line for part in ELSEWHERE):
            yield _NOTE.sub("", match[1])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with everything that the examples name."""
    good, bad = BOOKS / "complete.xlsx", BOOKS / "complete-two-faults.xlsx"
    for name in ("good.xlsx", "good-workbook.xlsx", "central.xlsx"):
        shutil.copy(good, tmp_path / name)
    for name in ("workbook.xlsx", "kpi.xlsx"):
        shutil.copy(bad, tmp_path / name)
    for name in ("submissions", "forms"):
        (tmp_path / name).mkdir()
        shutil.copy(bad, tmp_path / name / "bureau-1.xlsx")
    shutil.copy(good, tmp_path / "submissions" / "bureau-2.xlsx")
    (tmp_path / "my-pack.yaml").write_text("policies: {zero: scored}\n")
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_examples_run_as_written(page: str, folder: Path) -> None:
    commands = list(examples(page))
    assert commands, page
    for command in commands:
        if WAIVED in command:
            command = command.replace(WAIVED, _an_id(folder))
        done = sobthan(*shlex.split(command)[1:], cwd=folder)
        assert done.code in (0, 1), done
        assert "Traceback" not in done.err, done


def _an_id(folder: Path) -> str:
    done = sobthan("validate", "kpi.xlsx", "--suite", "none", "--format", "json", cwd=folder)
    (workbook,) = json.loads(done.out)["workbooks"]
    return str(next(f["id"] for f in workbook["findings"] if f["severity"] == "error"))


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_rule_files_in_the_docs_load(tmp_path: Path) -> None:
    pack, waivers = blocks("docs/rules.md", "yaml")
    (tmp_path / "pack.yaml").write_text(pack, encoding="utf-8")
    assert load_pack(str(tmp_path / "pack.yaml")).fiscal_year == 2569
    (tmp_path / "kpi.xlsx").touch()
    (tmp_path / "w.yaml").write_text(waivers, encoding="utf-8")
    assert load_waivers(tmp_path / "w.yaml").waivers[0].value == "96.84"
    (suite,) = blocks("docs/rules.md", "json")
    (tmp_path / "s.json").write_text(suite, encoding="utf-8")
    assert load_suite(str(tmp_path / "s.json"))[0].name == "few-zeros"
