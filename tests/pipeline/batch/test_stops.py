"""What stops a batch: Ctrl-C, a full disk. What is done is kept, and nothing half written is taken for whole."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import SOBTHAN, sobthan
from tests.pipeline.batch.test_batch import TABLES, _digests
from tests.pipeline.batch.workbooks import write_submissions

PATIENCE = 120

INTERRUPTIBLE = (
    sys.executable,
    "-c",
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])",
)
"""What starts a command that Ctrl-C reaches, also where the tests run in the background of a script."""


def _parts(out: Path) -> list[Path]:
    parts = out / ".parts"
    return [p for p in parts.iterdir() if p.is_dir() and p.name.startswith("part-")] if parts.is_dir() else []


@pytest.mark.skipif(sys.platform == "win32", reason="no process groups to send Ctrl-C to")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_keeps_what_is_done_and_the_next_run_goes_on(jobs: str, tmp_path: Path) -> None:
    inputs = write_submissions(tmp_path / "in", 600)
    alone, out = tmp_path / "alone", tmp_path / "out"
    options = ("--reports", "none", "--jobs", jobs, "--lang", "en")
    assert sobthan("reconcile", ".", "-o", str(alone), *options, cwd=inputs).code == 2
    run = subprocess.Popen(
        [*INTERRUPTIBLE, *SOBTHAN, "reconcile", ".", "-o", str(out), *options],
        cwd=inputs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    deadline = time.monotonic() + PATIENCE
    while not _parts(out) and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    os.killpg(run.pid, signal.SIGINT)  # a terminal sends it to every process of the group
    _, said = run.communicate(timeout=PATIENCE)
    assert run.returncode == 130, said.decode()
    assert "the same command goes on from there" in said.decode()
    assert "Traceback" not in said.decode()
    assert not (out / "run.json").exists()
    assert _parts(out)
    again = sobthan("reconcile", ".", "-o", str(out), *options, cwd=inputs)
    assert again.code == 2, again
    assert "of 601 workbooks have not changed" in again.err
    assert _digests(out) == _digests(alone)


@contextlib.contextmanager
def _small_disk(folder: Path, kib: int) -> Iterator[Path]:
    """Mount a file system of so many KiB; skip where that is not permitted."""
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no file system may be mounted here: {mounted.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is Linux's")
def test_a_full_disk_is_said_and_the_last_whole_result_stays(tmp_path: Path) -> None:
    inputs = write_submissions(tmp_path / "in", 5)
    with _small_disk(tmp_path / "disk", 600) as disk:
        out = disk / "out"
        first = sobthan("reconcile", ".", "-o", str(out), "--reports", "none", cwd=inputs)
        assert first.code == 2, first
        whole = _digests(out)
        for n in range(5, 400):
            (inputs / f"unit-{n:03d}.tsv").write_bytes((inputs / "unit-00.tsv").read_bytes())
        full = sobthan("reconcile", ".", "-o", str(out), "--reports", "all", "--lang", "en", cwd=inputs)
        assert full.code == 2
        assert f"cannot write to {out}: No space left on device" in full.err
        assert "the last whole result is untouched" in full.err
        assert "Traceback" not in full.err
        assert _digests(out) == whole
        answer = sobthan(
            "query", "--from", str(out), "--format", "json", "SELECT count(*) AS n FROM workbooks"
        )
        assert '"n": 6' in answer.out, answer


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is Linux's")
def test_a_disk_full_from_the_start_leaves_no_result(tmp_path: Path) -> None:
    inputs = write_submissions(tmp_path / "in", 60)
    with _small_disk(tmp_path / "disk", 40) as disk:
        out = disk / "out"
        full = sobthan("reconcile", ".", "-o", str(out), "--lang", "en", cwd=inputs)
        assert full.code == 2
        assert "No space left on device" in full.err
        assert not (out / "run.json").exists()
        assert not any((out / table).exists() for table in TABLES)
