"""Drives tasks through an executor: never more under way than it needs, and no worker's death ends the job."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import replace

from pipeline.batch.engine import EngineError, Opener
from pipeline.batch.task import Done, Task, judge_chunk

AHEAD = 2
"""Tasks under way for each worker: one at work, one waiting, so that no worker waits for us."""

TRIES = 2
"""How often a task may bring its worker down before it is cut, and a single file before it is given up."""


def drive(tasks: Sequence[Task], opener: Opener, jobs: int) -> Iterator[Done | Task]:
    """Yield what each task left, as they end; a Task itself where its one file kills every worker.

    A worker that dies takes the tasks under way with it: they are run again, one workbook a task, so that
    only the file that is to blame can do it twice. Any other exception of a task is raised.
    """
    waiting: deque[tuple[Task, int]] = deque((t, 0) for t in tasks)
    while waiting:
        with opener() as executor:
            _ready(executor)
            under_way: dict[Future[Done], tuple[Task, int]] = {}
            broken = False
            while (waiting or under_way) and not broken:
                while waiting and len(under_way) < (1 if waiting[0][1] else jobs * AHEAD):
                    task, tries = waiting.popleft()
                    under_way[executor.submit(judge_chunk, task)] = (task, tries)
                    if tries:  # a suspect runs alone: if its worker dies again, no other file can be to blame
                        break
                ended, _ = wait(under_way, return_when=FIRST_COMPLETED)
                for future in ended:
                    task, tries = under_way.pop(future)
                    error = future.exception()
                    if error is None:
                        yield future.result()
                    elif _death(error):
                        broken = True
                        yield from _again(task, tries, waiting)
                    else:
                        raise error
            for future, (task, tries) in under_way.items():
                if broken and not (future.done() and future.exception() is None):
                    yield from _again(task, tries, waiting)
                elif future.done():
                    yield future.result()


def _ready(executor: Executor) -> None:
    """Make sure that workers start at all; EngineError where they do not, so that no file is blamed for it."""
    try:
        executor.submit(ping).result()
    except Exception as error:
        if _death(error):
            raise EngineError(f"no worker starts: {error}") from None
        raise


def ping() -> bool:
    """Answer from inside a worker."""
    return True


def _death(error: BaseException) -> bool:
    """Tell whether the worker died under a task, in the words of the process pool or of Dask."""
    return isinstance(error, BrokenExecutor | CancelledError) or type(error).__name__ == "KilledWorker"


def _again(task: Task, tries: int, waiting: deque[tuple[Task, int]]) -> Iterator[Task]:
    """Put a task back: cut into single workbooks, or, where it is one and has had its tries, give it up."""
    if len(task.sources) > 1:
        waiting.extend(
            (replace(task, part=f"{task.part}.{n:04d}", sources=(s,)), 0) for n, s in enumerate(task.sources)
        )
    elif tries + 1 < TRIES:
        waiting.append((task, tries + 1))
    else:
        yield task
