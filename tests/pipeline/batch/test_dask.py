"""A real scheduler and real workers as processes on loopback; one of them is killed in the middle."""

from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.command import SOBTHAN, sobthan
from tests.dask_cluster import cluster
from tests.pipeline.batch.test_batch import _digests
from tests.pipeline.batch.workbooks import write_submissions

pytest.importorskip("distributed")

PATIENCE = 90


def test_a_worker_killed_in_the_middle_changes_nothing(tmp_path: Path) -> None:
    inputs = write_submissions(tmp_path / "in", 200)
    alone, together = tmp_path / "alone", tmp_path / "together"
    assert sobthan("reconcile", ".", "-o", str(alone), "--reports", "none", cwd=inputs).code == 2
    with cluster(tmp_path, 2) as (address, workers):
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
