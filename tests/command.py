"""The installed command, as a test or a benchmark starts it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_BESIDE = Path(sys.executable).with_name("sobthan")

SOBTHAN: tuple[str, ...] = (str(_BESIDE),)
"""The `sobthan` beside this Python: what a user runs."""


def sobthan(*arguments: str, cwd: Path | None = None, stdin: bytes | None = None) -> Result:
    """Run the command to its end and return exit code, standard output and standard error as text."""
    done = subprocess.run(
        [*SOBTHAN, *arguments], cwd=cwd, input=stdin, capture_output=True, check=False, timeout=300
    )
    return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"), arguments)


class Result:
    """What one run of the command gave."""

    def __init__(self, code: int, out: str, err: str, arguments: Sequence[str]) -> None:
        self.code, self.out, self.err, self.arguments = code, out, err, tuple(arguments)

    def __repr__(self) -> str:
        return f"sobthan {' '.join(self.arguments)} → {self.code}\n{self.out[-2000:]}\n{self.err[-2000:]}"
