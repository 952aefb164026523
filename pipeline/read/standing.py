"""A standing reader: one small process for the life of a batch worker, which forks the supervisor of each chunk.

A worker that has judged a chunk holds pandas and much else, and forking it costs more than reading a hundred
small workbooks. This process holds the readers alone, so that its forks are cheap and find everything imported.
It has one thread and may fork where its parent may not.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from functools import cache
from multiprocessing.util import Finalize

from pipeline.read.frames import FrameReader, open_pipe
from pipeline.read.reading import Reading, Slot, start_slot
from pipeline.read.source import Limits, Source

_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from pipeline.read.standing import main; main()"
_SIZE = struct.Struct("<Q")

Items = list[tuple[int, Source]]


class Standing:
    """The process and the line to it. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._line, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _PROGRAM, *sys.path],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def start(self, items: Items, limits: Limits, passwords: Sequence[str]) -> Begun:
        """Have sources read; OSError where the process is gone."""
        inlet, outlet = open_pipe()
        try:
            work = pickle.dumps((items, limits, list(passwords)))
            with self._lock:
                socket.send_fds(self._line, [_SIZE.pack(len(work))], [outlet])
                self._line.sendall(work)
        except BaseException:
            os.close(inlet)
            raise
        finally:
            os.close(outlet)
        return Begun(inlet)

    def end(self) -> None:
        """Let the process go; it ends when the line closes."""
        self._line.close()
        self._process.wait()


class Begun:
    """Sources being read, and the pipe their answers come through."""

    def __init__(self, inlet: int) -> None:
        self._inlet = inlet
        self._frames = FrameReader(inlet)

    def next_answer(self) -> bytes | bytearray | None:
        """Return the next source's packed answer; None where the supervisor is gone."""
        return self._frames.next_payload()

    def close(self) -> None:
        """Close the pipe, on which the supervisor ends its worker and itself."""
        os.close(self._inlet)


@cache
def _standing() -> Standing:
    standing = Standing()
    Finalize(standing, standing.end, exitpriority=1)  # in a pool's worker nothing else runs at its end
    return standing


def read_standing(sources: Sequence[Source], limits: Limits, passwords: Sequence[str] = ()) -> Reading:
    """Start to read sources as start_reading does, by this process's standing reader where there can be one."""
    return Reading(sources, limits, 1, passwords, _begin if hasattr(socket, "send_fds") else start_slot)


def _begin(items: Items, limits: Limits, passwords: Sequence[str], others: Sequence[Slot]) -> Slot:
    for _ in range(2):
        try:
            return _standing().start(items, limits, passwords)
        except OSError:  # it was ended from outside; another takes its place
            _standing().end()
            _standing.cache_clear()
    return start_slot(items, limits, passwords, others)


def main() -> None:
    """Be the standing reader: fork a supervisor for every request on standard input until that closes."""
    import gc

    from pipeline.read.supervisor import Supervisor
    from pipeline.read.warm import warm_up

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who is asked to stop closes the line
    warm_up()
    gc.freeze()
    line = socket.socket(fileno=os.dup(0))
    os.dup2(1, 0)
    while True:
        head, outlets, _, _ = socket.recv_fds(line, _SIZE.size, 1)
        if not head or not outlets:
            break
        work = _exactly(line, _SIZE.unpack(head)[0])
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        if work is None:
            break
        if os.fork() == 0:
            try:
                line.close()
                items, limits, passwords = pickle.loads(work)
                Supervisor(items, outlets[0], limits, passwords).run()
            finally:
                os._exit(0)
        os.close(outlets[0])
    with contextlib.suppress(ChildProcessError):
        while os.wait():
            pass  # those that still run end with the pipe of their answers


def _exactly(line: socket.socket, size: int) -> bytearray | None:
    """Return that many bytes; None where the other end closed before."""
    data = bytearray(size)
    view = memoryview(data)
    while view:
        got = line.recv_into(view)
        if not got:
            return None
        view = view[got:]
    return data
