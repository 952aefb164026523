"""The process between: it keeps one worker going, ends it when time is up, and replaces it when it falls.

It is forked before anything heavy is imported and stays small and single-threaded, so that a fresh worker is
one cheap fork away however large the program has grown meanwhile. It also holds finished answers until they
are asked for, so that workers read ahead while the program judges.
"""

from __future__ import annotations

import os
import select
import signal
from collections import deque
from collections.abc import Sequence

from pipeline.read.answer import Also, faulty
from pipeline.read.frames import CHUNK, HEADER, Assembler, framed, open_pipe
from pipeline.read.progress import NONE, Progress
from pipeline.read.refusal import Fault
from pipeline.read.source import MIB, Limits, Source
from pipeline.read.wire import pack
from pipeline.read.worker import RENEW, work

AHEAD = 64 * MIB
"""Bytes of finished answers held before the worker is made to wait."""


def words_file() -> int:
    """Return a descriptor for what a worker's last words are written to; it has no name to clean up."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("words", 0)
    import tempfile

    descriptor, path = tempfile.mkstemp()
    os.unlink(path)  # noqa: PTH108
    return descriptor


class Supervisor:
    """Answers the given (index, source) pairs in order on a descriptor, whatever happens to its workers."""

    def __init__(
        self,
        items: Sequence[tuple[int, Source]],
        out: int,
        limits: Limits,
        passwords: Sequence[str],
        also: Also | None = None,
    ) -> None:
        self.items = items
        self.out = out
        self.limits = limits
        self.passwords = passwords
        self.also = also
        self.done = 0
        self.faults: dict[int, Fault] = {}
        self.ready: deque[memoryview] = deque()
        self.held = 0
        self.pid = 0
        self.inlet = -1
        self.begun = 0
        self.frames = Assembler()
        self.progress = Progress()
        self.words = words_file()

    def run(self) -> None:
        """Answer every source, then return; also return when nobody listens any more."""
        os.set_blocking(self.out, False)
        try:
            while self.done < len(self.items) or self.ready:
                if self.done < len(self.items) and not self.pid:
                    self._start()
                if not self._step():
                    break
        finally:
            self._end_worker()

    def _start(self) -> None:
        """Fork a worker for what is not answered yet, without the sources that are known to end one."""
        left = [item for item in self.items[self.done :] if item[0] not in self.faults]
        inlet, outlet = open_pipe()
        os.ftruncate(self.words, 0)
        self.progress.rest()
        pid = os.fork()
        if pid == 0:
            code = 70
            try:
                os.close(inlet)
                os.close(self.out)
                os.dup2(self.words, 2)
                code = work(left, outlet, self.limits, self.passwords, self.progress, self.also)
            except BrokenPipeError:
                code = 0
            finally:
                os._exit(code)
        os.close(outlet)
        self.pid, self.inlet, self.frames = pid, inlet, Assembler()
        self.begun = self.done

    def _step(self) -> bool:
        """Wait for one thing to happen and deal with it; False when the reader of the answers is gone."""
        listening = bool(self.pid) and self.held < AHEAD
        poll = select.poll()
        poll.register(self.out, select.POLLOUT if self.ready else 0)
        if listening:
            poll.register(self.inlet, select.POLLIN)
        timeout = self.progress.seconds_left(self.pid, self.limits.seconds) if self.pid else None
        events = dict(poll.poll(None if timeout is None else max(0.0, timeout) * 1000 + 1))
        if events.get(self.out, 0) & (select.POLLERR | select.POLLHUP | select.POLLNVAL):
            return False
        if events.get(self.out, 0) & select.POLLOUT:
            self._send()
        if listening and events.get(self.inlet, 0):
            self._receive()
        elif self.pid and self.progress.seconds_left(self.pid, self.limits.seconds) <= 0:
            self._late()
        return True

    def _send(self) -> None:
        while self.ready:
            try:
                sent = os.write(self.out, self.ready[0])
            except BlockingIOError:
                return
            self.held -= sent
            if sent < len(self.ready[0]):
                self.ready[0] = self.ready[0][sent:]
                return
            self.ready.popleft()

    def _receive(self) -> None:
        data = os.read(self.inlet, CHUNK)
        if not data:
            self._fallen()
        elif frames := self.frames.feed(data):
            for frame in frames:
                self._faults_before(HEADER.unpack_from(frame)[1])
                self.done += 1
                self._hold(frame)

    def _hold(self, frame: bytes) -> None:
        self.ready.append(memoryview(frame))
        self.held += len(frame)

    def _faults_before(self, index: int | None) -> None:
        """Answer, with what is known of them, the sources that no worker answers any more, up to an index."""
        while self.done < len(self.items):
            at, source = self.items[self.done]
            if at == index or at not in self.faults:
                return
            self._hold(framed(at, pack(faulty(source, self.faults[at]))))
            self.done += 1

    def _late(self) -> None:
        """End the worker over the source it is at; what it had not handed over yet is read again."""
        index = self.progress.current()[0]
        self._end_worker()
        if index != NONE:
            self.faults[index] = Fault("unsafe-file", "time", {"limit": self.limits.seconds})
        self._faults_before(None)

    def _fallen(self) -> None:
        """The worker closed its pipe: it is done, asked for a successor, or died over the source it was at."""
        _, status = os.waitpid(self.pid, 0)
        os.close(self.inlet)
        self.pid, self.inlet = 0, -1
        self._faults_before(None)
        code = os.waitstatus_to_exitcode(status)
        if self.done == len(self.items) or (code == RENEW and self.done > self.begun):
            return
        index = self.progress.current()[0]
        if index == NONE and self.done > self.begun:
            return  # it fell over no source; a fresh one goes on from here
        at = index if index != NONE else self.items[self.done][0]
        if b"memory allocation" in os.pread(self.words, CHUNK, 0):
            fault = Fault("unsafe-file", "memory", {"limit": self.limits.memory_mb})
        else:
            name = signal.Signals(-code).name if code < 0 else f"exit {code}"
            fault = Fault("unreadable-file", "crashed", {"detail": name})
        self.faults[at] = fault
        self._faults_before(None)

    def _end_worker(self) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            os.close(self.inlet)
            self.pid, self.inlet = 0, -1
