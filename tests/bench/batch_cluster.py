"""A Dask scheduler and workers as processes on loopback, for as long as they are needed."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

PATIENCE = 60


@contextlib.contextmanager
def cluster(folder: Path, workers: int) -> Iterator[str]:
    """Start a scheduler and that many workers of one thread, and give the scheduler's address."""
    log = folder / "scheduler.log"
    started: list[subprocess.Popen[bytes]] = []
    with log.open("wb") as out:
        program = [
            sys.executable,
            "-m",
            "distributed.cli.dask_scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
        ]
        started.append(subprocess.Popen([*program, "--no-dashboard"], stdout=out, stderr=out))
        try:
            address = _address(log)
            worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-dashboard", "--no-nanny",
                      "--nthreads", "1", "--local-directory", str(folder)]  # fmt: skip
            started += [subprocess.Popen(worker, stdout=out, stderr=out) for _ in range(workers)]
            yield address
        finally:
            for process in reversed(started):
                process.terminate()
                process.wait()


def _address(log: Path) -> str:
    for _ in range(PATIENCE * 10):
        found = re.search(r"tcp://127\.0\.0\.1:\d+", log.read_text(errors="replace"))
        if found:
            return found[0]
        time.sleep(0.1)
    raise RuntimeError(log.read_text(errors="replace"))
