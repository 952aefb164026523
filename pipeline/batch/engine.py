"""Engines: anything that is a `concurrent.futures.Executor`. No scheduler of our own."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import active_children, get_context


class EngineError(Exception):
    """An engine that cannot be had: its extra is not installed, or its scheduler does not answer."""


Opener = Callable[[], contextlib.AbstractContextManager[Executor]]
"""Opens an executor for the time of a `with`; called again when a worker's death has closed the last one."""

PATIENCE = "10s"
"""How long a cluster's scheduler may take to answer."""


@contextlib.contextmanager
def processes(jobs: int) -> Iterator[Executor]:
    """Open a pool of processes on this machine. They are spawned: forks of a threaded parent are not safe."""
    others = set(active_children())
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    try:
        with _deaf_to_ctrl_c():
            pool.submit(os.getpid)  # the first call starts all workers
        yield pool
    except KeyboardInterrupt:
        for worker in set(active_children()) - others:
            worker.terminate()  # a part is whole or not there, and nobody waits for a chunk to end
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextlib.contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach, as a terminal sends it to all: the one who started them stops
    them. What comes meanwhile is heard afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def dask(scheduler: str | None, jobs: int) -> Iterator[Executor]:
    """Open an executor on a Dask cluster: the one at `scheduler`, or a local one of `jobs` workers.

    EngineError where Dask is not installed or the scheduler does not answer.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise EngineError("the dask engine needs its extra: pip install 'sobthan[dask]'") from None
    cluster = None
    try:
        if scheduler is None:
            with _deaf_to_ctrl_c():
                cluster = LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None)
        client = Client(cluster or scheduler, timeout=PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        if cluster is not None:
            cluster.close()
        raise EngineError(f"no Dask scheduler answers at {scheduler}: {error}") from None
    try:
        yield client.get_executor(pure=False, retries=2)
    finally:
        client.close()
        if cluster is not None:
            cluster.close()


def opener(engine: str, jobs: int, scheduler: str | None) -> Opener:
    """Return what opens the engine of that name: 'processes' or 'dask'."""
    return (lambda: dask(scheduler, jobs)) if engine == "dask" else (lambda: processes(jobs))
