"""The command itself: help, version, completion, demo; what it imports and where it writes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import SOBTHAN, sobthan
from tests.end_to_end.source_sheet import SOURCE


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("explain", "converted-mismatch")])
def test_what_needs_no_tables_imports_none(arguments: tuple[str, ...]) -> None:
    code = (
        "import sys; sys.argv = ['sobthan', *sys.argv[1:]]\n"
        "from pipeline.cli import main\n"
        "code = main()\n"
        "heavy = {'pandas', 'pandera', 'numpy', 'openpyxl', 'great_expectations', 'jinja2'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_every_command_has_help() -> None:
    from pipeline.cli import COMMANDS

    for name in COMMANDS:
        result = sobthan(name, "--help")
        assert result.code == 0, result
        assert "Usage: sobthan" in result.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script(shell: str) -> None:
    result = sobthan("completion", shell)
    assert result.code == 0
    assert "_SOBTHAN_COMPLETE" in result.out


def test_demo_writes_the_report_and_tells_the_verdict(tmp_path: Path) -> None:
    result = sobthan("demo", "--lang", "en", cwd=tmp_path)
    assert result.code == 0, result
    assert "zero-not-evaluated" in result.out
    report = tmp_path / "sobthan-demo" / "report.html"
    assert report.stat().st_size < 200_000
    assert "<!doctype html>" in report.read_text(encoding="utf-8")[:100].lower()
    json.loads((tmp_path / "sobthan-demo" / "result.json").read_text(encoding="utf-8"))


def test_data_goes_to_stdout_and_messages_to_stderr(tmp_path: Path) -> None:
    result = sobthan("reconcile", "--format", "json", "-o", "-", str(SOURCE), cwd=tmp_path)
    json.loads(result.out)
    result = sobthan("reconcile", "-o", "report.html", str(SOURCE), cwd=tmp_path)
    assert (result.code, result.out) == (1, "")
    assert "report.html" in result.err
    assert sobthan("reconcile", "-q", "-o", "report.html", str(SOURCE), cwd=tmp_path).err == ""


def test_standard_input_is_read() -> None:
    by_name = json.loads(sobthan("extract", "--format", "json", str(SOURCE)).out)
    piped = json.loads(sobthan("extract", "--format", "json", "-", stdin=SOURCE.read_bytes()).out)
    assert piped["workbooks"][0]["file"] == "-"
    assert piped["workbooks"][0]["sha256"] == by_name["workbooks"][0]["sha256"]
    scores = [d["workbooks"][0]["tables"][0]["scores"] for d in (piped, by_name)]
    assert [{**s, "sheet": ""} for s in scores[0]] == [{**s, "sheet": ""} for s in scores[1]]


def test_an_internal_error_ends_in_3_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import pipeline.commands.explain
    from pipeline.cli import main

    def broken(*_: object, **__: object) -> int:
        raise RuntimeError("boom")

    monkeypatch.setattr(pipeline.commands.explain.explain, "callback", broken)
    assert main(["explain", "converted-mismatch"]) == 3
    said = capfd.readouterr().err
    assert "boom" in said
    assert "Traceback" not in said


def test_several_reports_go_to_a_folder_with_an_index(tmp_path: Path) -> None:
    copy = tmp_path / "in" / "other.txt"
    copy.parent.mkdir()
    copy.write_bytes(SOURCE.read_bytes())
    result = sobthan("reconcile", "--format", "html", "-o", "out", str(SOURCE), str(copy), cwd=tmp_path)
    assert result.code == 1, result
    written = {f.name for f in (tmp_path / "out").iterdir()}
    assert written == {"index.html", f"{SOURCE.stem}.html", "other.html"}


def test_an_unwritable_place_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    result = sobthan("reconcile", "--format", "json", "-o", str(blocked / "x.json"), str(SOURCE))
    assert result.code == 2
    assert "cannot write" in result.err


def test_the_command_is_the_installed_one() -> None:
    assert Path(SOBTHAN[0]).is_file()
