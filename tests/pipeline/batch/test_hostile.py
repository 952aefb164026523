"""Files that take their process down: each costs itself alone, whichever process it is, and the rest is judged."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.command import SOBTHAN, Result, sobthan
from tests.pipeline.batch.workbooks import write_submissions

TRICKS = """
import os, time

def _act(data):
    if data == b"crash":
        os.abort()
    if data == b"hang":
        while True:
            time.sleep(0.01)
    if data == b"spin":
        while True:
            pass
    if data == b"memory":
        held = []
        while True:
            held.append(bytearray(10_000_000))
    return honest(data)

try:
    import pipeline.read.book as book
    honest = book.identify
    book.identify = _act
    import pipeline.locate.locating as locating, pipeline.locate as locate
    located = locate.locate
    def _locate(book, pack):
        if book.file.endswith("poison.tsv"):
            os.abort()
        return located(book, pack)
    locate.locate = _locate
except ImportError:
    pass
"""
"""Every process that finds this acts as the bytes of a file say: the reader's worker, or the one that judges."""

FOUND = {
    "crash.tsv": ("unreadable-file", "crash"),
    "hang.tsv": ("unsafe-file", "time"),
    "spin.tsv": ("unsafe-file", "time"),
    "memory.tsv": ("unsafe-file", "memory"),
}


def _batch(folder: Path, out: Path, tricks: Path, *options: str) -> Result:
    """Run a batch whose processes know the tricks."""
    environment = {**os.environ, "PYTHONPATH": f"{tricks}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    command = [*SOBTHAN, "reconcile", ".", "-o", str(out), "--lang", "en", "--reports", "none", *options]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, timeout=300)
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode(), command)


def _rows(out: Path, sql: str) -> list[dict[str, str]]:
    result = sobthan("query", "--from", str(out), "--format", "json", sql)
    assert result.code == 0, result
    return [json.loads(line) for line in result.out.splitlines()]


@pytest.fixture
def tricks(tmp_path: Path) -> Path:
    folder = tmp_path / "tricks"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(TRICKS, encoding="utf-8")
    return folder


def _inputs(folder: Path) -> Path:
    inputs = write_submissions(folder / "in", 12)
    (inputs / "broken.xlsx").unlink()
    (inputs / "sobthan.toml").write_text("max-seconds = 1\nmax-memory-mb = 300\n", encoding="utf-8")
    return inputs


def test_files_that_crash_hang_or_swell_cost_themselves_alone(tricks: Path, tmp_path: Path) -> None:
    inputs = _inputs(tmp_path)
    for name in FOUND:
        (inputs / name).write_bytes(name.removesuffix(".tsv").encode())
    out = tmp_path / "out"
    assert _batch(inputs, out, tricks, "--jobs", "2").code == 2
    found = _rows(out, "SELECT file, name, message_en FROM findings WHERE name LIKE 'un%-file' ORDER BY file")
    assert {r["file"]: r["name"] for r in found} == {file: name for file, (name, _) in FOUND.items()}
    verdicts = {r["file"]: r["verdict"] for r in _rows(out, "SELECT file, verdict FROM workbooks")}
    assert len(verdicts) == 12 + len(FOUND)
    assert {file for file, verdict in verdicts.items() if verdict == "unreadable"} == set(FOUND)


@pytest.mark.parametrize("engine", ["processes", "dask"])
def test_a_file_that_kills_the_one_that_judges_is_given_up_alone(
    engine: str, tricks: Path, tmp_path: Path
) -> None:
    if engine == "dask":
        pytest.importorskip("distributed")
    inputs = _inputs(tmp_path)
    (inputs / "poison.tsv").write_bytes((inputs / "unit-00.tsv").read_bytes())
    out = tmp_path / "out"
    result = _batch(inputs, out, tricks, "--jobs", "2", "--engine", engine)
    assert result.code == 2, result
    assert "Traceback" not in result.err or engine == "dask"  # Dask's own log tells of its workers
    verdicts = {r["file"]: r["verdict"] for r in _rows(out, "SELECT file, verdict FROM workbooks")}
    assert len(verdicts) == 13
    assert {file for file, verdict in verdicts.items() if verdict == "unreadable"} == {"poison.tsv"}
    (finding,) = _rows(out, "SELECT name, file FROM findings WHERE file = 'poison.tsv'")
    assert finding["name"] == "unreadable-file"
