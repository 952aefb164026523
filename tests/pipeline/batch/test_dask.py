"""A real scheduler and real workers as processes on loopback; one of them is killed in the middle."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import SOBTHAN, sobthan
from tests.pipeline.batch.test_batch import TABLES
from tests.pipeline.batch.workbooks import write_submissions

pytest.importorskip("distributed")

PATIENCE = 90


@contextlib.contextmanager
def _cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler and workers, and give the address and the worker processes."""
    log = folder / "scheduler.log"
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    quiet = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    started: list[subprocess.Popen[bytes]] = []
    with log.open("wb") as out:
        options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
        started.append(subprocess.Popen([*dask, *options], stdout=out, stderr=out, env=quiet))
        address = _address(log)
        worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-dashboard", "--no-nanny",
                  "--nthreads", "1", "--local-directory", str(folder)]  # fmt: skip
        started += [subprocess.Popen(worker, stdout=out, stderr=out, env=quiet) for _ in range(workers)]
        try:
            yield address, started[1:]
        finally:
            for process in reversed(started):
                process.kill()
                process.wait()


def _address(log: Path) -> str:
    for _ in range(PATIENCE * 10):
        found = re.search(r"tcp://127\.0\.0\.1:\d+", log.read_text(errors="replace"))
        if found:
            return found[0]
        time.sleep(0.1)
    raise AssertionError(log.read_text(errors="replace"))


def _digests(out: Path) -> dict[str, str]:
    return {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in TABLES}


def test_a_worker_killed_in_the_middle_changes_nothing(tmp_path: Path) -> None:
    inputs = write_submissions(tmp_path / "in", 200)
    alone, together = tmp_path / "alone", tmp_path / "together"
    assert sobthan("reconcile", ".", "-o", str(alone), "--reports", "none", cwd=inputs).code == 2
    with _cluster(tmp_path, 2) as (address, workers):
        run = subprocess.Popen(
            [*SOBTHAN, "reconcile", ".", "-o", str(together), "--reports", "none", "--engine", "dask",
             "--scheduler", address],
            cwd=inputs, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        parts = together / ".parts"
        for _ in range(PATIENCE * 10):
            if run.poll() is not None or (parts.is_dir() and any(p.is_dir() for p in parts.iterdir())):
                break
            time.sleep(0.1)
        workers[0].send_signal(signal.SIGKILL)
        _, said = run.communicate(timeout=PATIENCE * 2)
    assert run.returncode == 2, said.decode()
    assert _digests(together) == _digests(alone)


def test_a_scheduler_that_does_not_answer_is_said(tmp_path: Path) -> None:
    inputs = write_submissions(tmp_path / "in", 1)
    out = tmp_path / "out"
    result = sobthan("reconcile", ".", "-o", str(out), "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9",
                     cwd=inputs)  # fmt: skip
    assert result.code == 2
    assert "no Dask scheduler answers at tcp://127.0.0.1:9" in result.err
    assert not (out / "run.json").exists()


def test_a_scheduler_without_the_engine_is_usage(tmp_path: Path) -> None:
    result = sobthan("reconcile", ".", "--scheduler", "tcp://127.0.0.1:9", cwd=tmp_path)
    assert result.code == 2
