"""Runs commands in turn and takes the operating system's own account of each: wall, CPU, peak memory."""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process cost. wall and cpu in seconds; peak in MiB, of its largest process."""

    wall: float
    cpu: float
    peak: float
    code: int


@contextlib.contextmanager
def on_one_core() -> Iterator[None]:
    """Keep every command started meanwhile, with all its processes, on one core where the system can do that."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def once(command: Sequence[str]) -> Cost:
    """Run a command with its output thrown away and return its cost; children it waited for are counted."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)


def side_by_side(
    commands: Mapping[str, Sequence[str]], rounds: int = 5, warm_up: int = 1
) -> dict[str, list[Cost]]:
    """Run all commands in turn, round after round; the warm-up rounds are not counted.

    Raises RuntimeError where a command ends with a code other than 0 or 1 (1 is a verdict, not a failure).
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(warm_up + rounds):
        for name, command in commands.items():
            cost = once(command)
            if cost.code not in (0, 1):
                raise RuntimeError(f"{name} ended with {cost.code}: {' '.join(command)}")
            if turn >= warm_up:
                costs[name].append(cost)
    return costs


def ratio(over: Sequence[float], under: Sequence[float]) -> float:
    """Return the median of the ratios taken round by round, so that a drift of the machine cancels out."""
    return statistics.median(a / b for a, b in zip(over, under, strict=True))


def python(code: str, *arguments: str) -> list[str]:
    """Return the command that runs a piece of Python in a fresh interpreter."""
    return [sys.executable, "-c", code, *arguments]
