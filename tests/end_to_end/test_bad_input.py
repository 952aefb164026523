"""Bad input: a named finding, exit code 2, no traceback, and the other files still judged."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.command import sobthan
from tests.end_to_end.source_sheet import SOURCE, as_xlsx


def _bad(folder: Path) -> dict[str, Path]:
    files = {
        name: folder / name
        for name in ("missing.xlsx", "empty.xlsx", "picture.xlsx", "truncated.xlsx", "words.xlsx", "zip.xlsx")
    }
    files["empty.xlsx"].write_bytes(b"")
    files["picture.xlsx"].write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    whole = as_xlsx(folder).read_bytes()
    files["truncated.xlsx"].write_bytes(whole[: len(whole) // 2])
    with zipfile.ZipFile(files["zip.xlsx"], "w") as archive:
        archive.writestr("readme.txt", "no workbook")
    import openpyxl

    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = "รายงานการประชุม"
    book.save(files["words.xlsx"])
    return files


NAMES = {
    "missing.xlsx": {"unreadable-file"},
    "empty.xlsx": {"unreadable-file"},
    "picture.xlsx": {"unsupported-format", "unreadable-file"},
    "truncated.xlsx": {"unreadable-file"},
    "zip.xlsx": {"unsupported-format", "unreadable-file"},
    "words.xlsx": {"no-score-table"},
}


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_file_is_named_and_ends_in_2(name: str, tmp_path: Path) -> None:
    file = _bad(tmp_path)[name]
    result = sobthan("reconcile", "--format", "json", str(file))
    assert result.code == 2, result
    assert "Traceback" not in result.err
    (workbook,) = json.loads(result.out)["workbooks"]
    assert workbook["verdict"] == "unreadable"
    assert {f["name"] for f in workbook["findings"]} & NAMES[name]


def test_the_others_are_still_judged(tmp_path: Path) -> None:
    bad = _bad(tmp_path)
    paths = [*map(str, bad.values()), str(SOURCE)]
    result = sobthan("reconcile", "--format", "json", *paths)
    assert result.code == 2
    workbooks = json.loads(result.out)["workbooks"]
    assert [w["file"] for w in workbooks] == paths
    assert workbooks[-1]["verdict"] == "discrepant"
    assert len(workbooks[-1]["tables"][0]["reconciliation"]) >= 38


@pytest.mark.parametrize(
    "arguments",
    [
        ("reconcile",),
        ("reconcile", "--zero", "maybe", "x.xlsx"),
        ("reconcile", "--no-such-option", "x.xlsx"),
        ("reconcile", "--rules", "no-such-pack", "x.xlsx"),
        ("reconcil", "x.xlsx"),
        ("explain", "no-such-name"),
        ("reconcile", "--config", "none.toml", "x.xlsx"),
    ],
)
def test_wrong_usage_ends_in_2_with_a_word(arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = sobthan(*arguments, cwd=tmp_path)
    assert result.code == 2, result
    assert result.err.strip()
    assert "Traceback" not in result.err
    assert result.out == ""
