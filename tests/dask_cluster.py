"""A Dask scheduler and workers as processes on loopback, for as long as a test or a benchmark needs them."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

PATIENCE = 90
"""Seconds for a busy machine to start the scheduler."""

Workers = list[subprocess.Popen[bytes]]


@contextlib.contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, Workers]]:
    """Start a scheduler and that many workers of one thread; give its address and the workers' processes."""
    log = folder / "scheduler.log"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    started: Workers = []
    with log.open("wb") as out:

        def start(program: str, *options: str) -> None:
            command = [sys.executable, "-m", f"distributed.cli.{program}", *options]
            started.append(subprocess.Popen(command, stdout=out, stderr=out, env=environment))

        try:
            start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
            address = _address(log)
            for _ in range(workers):
                start("dask_worker", address, "--no-dashboard", "--no-nanny", "--nthreads", "1",
                      "--local-directory", str(folder))  # fmt: skip
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
    raise RuntimeError(log.read_text(errors="replace"))
