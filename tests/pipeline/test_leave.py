"""The end of the command: everything is written, everyone is told, and the exit code is the verdict's."""

from __future__ import annotations

import subprocess
import sys

import pytest

LEAVE = "from pipeline.cli import leave\n"


def ended(code: str) -> tuple[int, str, str]:
    done = subprocess.run([sys.executable, "-c", LEAVE + code], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("code", [0, 1, 2, 3, 130])
def test_the_exit_code_is_kept_and_all_output_is_written(code: int) -> None:
    assert ended(f"print('x' * 1_000_000, end='')\nleave({code})") == (code, "x" * 1_000_000, "")


def test_who_asked_for_it_is_told_of_the_end() -> None:
    assert ended("import atexit\natexit.register(print, 'told')\nleave(1)") == (1, "told\n", "")


def test_a_thread_that_still_works_is_waited_for() -> None:
    work = "import threading, time\n"
    work += "threading.Thread(target=lambda: (time.sleep(0.2), print('done'))).start()\nleave(1)"
    assert ended(work) == (1, "done\n", "")


def test_output_that_nobody_reads_any_more_is_no_error() -> None:
    closed = "import sys\nclass Closed:\n    def flush(self): raise BrokenPipeError\nsys.stdout = Closed()\nleave(1)"
    assert ended(closed) == (1, "", "")


def test_output_that_cannot_be_written_is_said() -> None:
    full = "import sys\nsys.stdout = open('/dev/full', 'w')\nprint('lost')\nleave(0)"
    code, _, said = ended(full)
    assert code == 120
    assert "No space left" in said
