"""Reading in fresh interpreters, where this process cannot fork: on Windows, or beside other threads.

There is no supervisor: this process waits for each answer itself, ends a worker whose time is up, and starts
another for the sources that are left. A fresh interpreter costs tens of milliseconds, a fork one.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from collections.abc import Sequence

from pipeline.read.answer import faulty
from pipeline.read.frames import HEADER
from pipeline.read.progress import PATIENCE
from pipeline.read.refusal import Fault
from pipeline.read.source import Limits, Source
from pipeline.read.wire import pack
from pipeline.read.worker import RENEW, work

_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from pipeline.read.spawned import main; main()"


class Spawned:
    """Sources answered in order by one fresh interpreter after another."""

    def __init__(self, items: Sequence[tuple[int, Source]], limits: Limits, passwords: Sequence[str]) -> None:
        self._items = list(items)
        self._limits = limits
        self._passwords = list(passwords)
        self._process: subprocess.Popen[bytes] | None = None
        self._start()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._process.stdin is not None
        try:
            with self._process.stdin as pipe:
                pickle.dump((self._items, self._limits, self._passwords), pipe)
        except OSError:
            pass  # it ended before it knew what to read; that shows when its answer is waited for

    def next_answer(self) -> bytes | None:
        """Return the next source's packed answer, a fault where reading it took the worker down."""
        if not self._items:
            return None
        for _ in range(2):
            if self._process is None:
                self._start()
            answer, late = self._wait()
            if answer is not None:
                self._items.pop(0)
                return answer
            if self._end() != RENEW or late:
                break
        _, source = self._items.pop(0)
        if late:
            fault = Fault("unsafe-file", "time", {"limit": self._limits.seconds})
        else:
            fault = Fault("unreadable-file", "crashed", {"detail": "reader ended"})
        return pack(faulty(source, fault))

    def _wait(self) -> tuple[bytes | None, bool]:
        """Return (the answer or None, whether time ran out before it came)."""
        process = self._process
        assert process is not None
        assert process.stdout is not None
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(PATIENCE * self._limits.seconds, end)
        timer.daemon = True
        timer.start()
        try:
            header = process.stdout.read(HEADER.size)
            if len(header) < HEADER.size:
                return None, late.is_set()
            size = HEADER.unpack(header)[0]
            body = process.stdout.read(size)
            return (body if len(body) == size else None), late.is_set()
        finally:
            timer.cancel()

    def _end(self) -> int:
        """Let go of the process and return its exit code."""
        process, self._process = self._process, None
        if process is None:
            return 0
        if process.stdout is not None:
            process.stdout.close()
        return process.wait()

    def close(self) -> None:
        """End the process that still runs."""
        if self._process is not None:
            self._process.kill()
        self._end()


def main() -> None:
    """Be the fresh interpreter: take the work from standard input, answer on standard output."""
    items, limits, passwords = pickle.load(sys.stdin.buffer)
    sys.exit(work(items, sys.stdout.fileno(), limits, passwords))
