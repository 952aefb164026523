"""Judging processes, at most N at once; what comes meanwhile waits in a queue, and the queue has an end."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.serve.wire import Message, WireError, packed, read_async

OWN_COMMAND: tuple[str, ...] = (sys.executable, "-m", "pipeline.serve.worker")

RECYCLED_AFTER = 100
"""A process is replaced after so many workbooks, so that nothing piles up in it."""


class QueueFullError(Exception):
    """More is waiting than may wait; try again later."""


class JudgingError(Exception):
    """A workbook's judging ended without an answer. name: crashed, too-long, bug."""

    def __init__(self, name: str, detail: str = "") -> None:
        super().__init__(name, detail)
        self.name, self.detail = name, detail


@dataclass(slots=True)
class _Order:
    head: Mapping[str, Any]
    file: Path
    answer: asyncio.Future[Message]
    started: Callable[[], None] = field(default=lambda: None)


class Pool:
    """Start with `async with`; every order is answered, by a result or by a JudgingError."""

    def __init__(self, at_once: int, waiting: int, seconds: float, command: Sequence[str] = ()) -> None:
        self._at_once = at_once
        self._seconds = seconds
        self._queue: asyncio.Queue[_Order] = asyncio.Queue(waiting)
        self._command = tuple(command) or OWN_COMMAND
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Pool:
        self._tasks = [asyncio.create_task(self._keep_one(), name=f"judge-{n}") for n in range(self._at_once)]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def submit(
        self, head: Mapping[str, Any], file: Path, started: Callable[[], None] = lambda: None
    ) -> asyncio.Future[Message]:
        """Queue one workbook and return the answer to come; QueueFullError where too many wait.

        file: holds its bytes, read only when its turn comes, so that what waits takes no memory.
        """
        answer: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        try:
            self._queue.put_nowait(_Order(head, file, answer, started))
        except asyncio.QueueFull:
            raise QueueFullError from None
        return answer

    @property
    def waiting(self) -> int:
        """How many orders nobody has begun."""
        return self._queue.qsize()

    async def _keep_one(self) -> None:
        process: asyncio.subprocess.Process | None = None
        served = 0
        try:
            while True:
                order = await self._queue.get()
                if order.answer.cancelled():
                    continue
                if process is None or process.returncode is not None or served >= RECYCLED_AFTER:
                    await _end(process)
                    process, served = await self._start(), 0
                order.started()
                served += 1
                if not await self._serve(order, process):
                    await _end(process)
                    process = None
        finally:
            await _end(process)

    async def _start(self) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            start_new_session=True,
            limit=1 << 20,
        )

    async def _serve(self, order: _Order, process: asyncio.subprocess.Process) -> bool:
        """Pass an order to a process and its answer back; False where the process is of no more use."""
        try:
            message = await asyncio.wait_for(_exchange(process, order), self._seconds)
        except TimeoutError:
            _fail(order, JudgingError("too-long", str(int(self._seconds))))
            return False
        except (WireError, OSError) as error:
            _fail(order, JudgingError("crashed", str(error)))
            return False
        if "bug" in message.head:
            _fail(order, JudgingError("bug", str(message.head["bug"])))
        elif not order.answer.done():
            order.answer.set_result(message)
        return True


def _fail(order: _Order, error: JudgingError) -> None:
    if not order.answer.done():
        order.answer.set_exception(error)


async def _exchange(process: asyncio.subprocess.Process, order: _Order) -> Message:
    assert process.stdin is not None
    assert process.stdout is not None
    data = await asyncio.to_thread(order.file.read_bytes)
    process.stdin.write(packed(Message(order.head, {"data": data})))
    del data
    await process.stdin.drain()
    return await read_async(process.stdout)


async def _end(process: asyncio.subprocess.Process | None) -> None:
    """End a process and whatever it started: they share a process group."""
    if process is None:
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()
