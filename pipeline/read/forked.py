"""Reading in forked processes: a supervisor to this process, workers to the supervisor."""

from __future__ import annotations

import contextlib
import os
import signal
import warnings
from collections.abc import Sequence

from pipeline.read.answer import Also
from pipeline.read.frames import FrameReader, open_pipe
from pipeline.read.source import Limits, Source


class Forked:
    """One supervisor and the pipe its answers come through."""

    def __init__(
        self,
        items: Sequence[tuple[int, Source]],
        limits: Limits,
        passwords: Sequence[str],
        others: Sequence[Forked],
        also: Also | None = None,
    ) -> None:
        """Fork the supervisor; others: those already running, whose pipes it must not hold open."""
        self._inlet, outlet = open_pipe()
        self._pid = fork()
        if self._pid == 0:
            try:
                for inlet in (self._inlet, *(other._inlet for other in others)):
                    os.close(inlet)
                signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who is asked to stop closes the pipe
                nowhere = os.open(os.devnull, os.O_RDWR)
                for standard in (0, 1, 2):
                    os.dup2(nowhere, standard)
                from pipeline.read.supervisor import Supervisor

                Supervisor(items, outlet, limits, passwords, also).run()
            finally:
                os._exit(0)
        os.close(outlet)
        self._frames = FrameReader(self._inlet)

    def next_answer(self) -> bytes | bytearray | None:
        """Return the next source's packed answer; None where the supervisor is gone."""
        return self._frames.next_payload()

    def close(self) -> None:
        """Close the pipe, on which the supervisor ends its worker and itself."""
        os.close(self._inlet)
        with contextlib.suppress(ChildProcessError):  # where the program has its children reaped for it
            os.waitpid(self._pid, 0)


def fork() -> int:
    """Fork without the interpreter's warning about threads: those that matter were looked for."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()
