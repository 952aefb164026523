"""Progress: seen on a terminal once a run takes long, never elsewhere, and nothing of it stays."""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.commands import telling
from pipeline.commands.options import Common
from pipeline.commands.telling import Bar
from pipeline.read import Source
from pipeline.run import run
from rules.catalogue import CATALOGUE
from rules.loading import load_pack
from tests.end_to_end.source_sheet import SOURCE

ROOT = Path(__file__).parents[3]


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_short_run_shows_nothing() -> None:
    out, clock = io.StringIO(), Clock()
    bar = Bar(out, "en", clock)
    clock.now += telling.PATIENCE / 2
    bar("read", 1, 2)
    bar.erase()
    assert out.getvalue() == ""


def test_a_long_run_shows_how_far_it_is_and_leaves_nothing() -> None:
    out, clock = io.StringIO(), Clock()
    bar = Bar(out, "th", clock)
    clock.now += telling.PATIENCE
    bar("read", 500, 2000)
    assert "500/2,000 กำลังอ่านไฟล์" in out.getvalue()
    assert f"[{'#' * (telling.WIDTH // 4)}." in out.getvalue()
    written = len(out.getvalue())
    clock.now += telling.EVERY / 2
    bar("read", 501, 2000)
    assert len(out.getvalue()) == written, "no more often than an eye sees"
    bar.erase()
    assert re.search(r"\r\x1b\[2K$", out.getvalue())


@pytest.mark.parametrize(("quiet", "terminal"), [(True, True), (False, False)])
def test_nothing_is_told_where_nobody_looks(
    monkeypatch: pytest.MonkeyPatch, quiet: bool, terminal: bool
) -> None:
    monkeypatch.setattr(telling, "PATIENCE", 0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal, raising=False)
    out = io.StringIO()
    monkeypatch.setattr(sys.stderr, "write", out.write)
    with telling.telling(Common(quiet=quiet)) as tell:
        tell("read", 1, 1)
    assert out.getvalue() == ""


def test_every_stage_of_a_run_is_told_in_order_and_has_words() -> None:
    seen: list[tuple[str, int, int]] = []
    run([Source(SOURCE.name, SOURCE, None)], load_pack(), tell=lambda *step: seen.append(step))
    stages = [stage for stage, _, _ in seen]
    assert stages == ["read", "check", "recompute", "reconcile", "explain", "conclude"]
    assert seen[0] == ("read", 1, 1)
    assert all(done <= of for _, done, of in seen)
    assert {f"progress.{stage}" for stage in (*stages, "write")} <= CATALOGUE.words.keys()


PROGRAM = """
import sys
from pipeline.cli import main
from pipeline.commands import telling
telling.PATIENCE = 0
sys.exit(main())
"""


def test_a_terminal_sees_it_and_a_pipe_does_not(tmp_path: Path) -> None:
    call = [sys.executable, "-c", PROGRAM, "reconcile", str(SOURCE), "--format", "json", "--lang", "en"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ours, theirs = pty.openpty()
    done = subprocess.run(
        call, stdout=subprocess.PIPE, stderr=theirs, env=environment, cwd=tmp_path, check=False
    )
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert "1/1 reading workbooks" in shown
    assert b"reading workbooks" not in done.stdout
    piped = subprocess.run(call, capture_output=True, env=environment, cwd=tmp_path, check=False)
    assert piped.stdout == done.stdout
    assert b"\r" not in piped.stderr
