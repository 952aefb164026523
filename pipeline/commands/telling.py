"""How far a long run is: one line on stderr, only on a terminal, and only once it has taken a while."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from pipeline.commands.options import Common
from pipeline.stages import Tell, untold

PATIENCE = 1.0
"""Seconds before a run counts as long."""
EVERY = 0.1
WIDTH = 24
_ERASE = "\r\x1b[2K"


class Bar:
    """A line that is written over. It needs no thread, so that the processes that read can be forked beside it."""

    def __init__(self, out: TextIO, lang: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._out, self._lang, self._clock = out, lang, clock
        self._begun, self._last, self._shown = clock(), 0.0, False

    def __call__(self, stage: str, done: int, of: int) -> None:
        """Show a stage; often enough to be seen to move, and no more often."""
        now = self._clock()
        if now - self._begun < PATIENCE or now - self._last < EVERY:
            return
        self._last, self._shown = now, True
        full = WIDTH * done // of if of else 0
        count = f" {done:,}/{of:,}" if stage in ("read", "write") else ""
        bar = f"[{'#' * full}{'.' * (WIDTH - full)}]"
        self._out.write(f"{_ERASE}{bar}{count} {self._words(stage)}")
        self._out.flush()

    def erase(self) -> None:
        """Leave the line as if nothing had stood there."""
        if self._shown:
            self._out.write(_ERASE)
            self._out.flush()

    def _words(self, stage: str) -> str:
        from rules.catalogue import CATALOGUE

        text = CATALOGUE.words[f"progress.{stage}"]
        return text.th if self._lang == "th" else text.en


@contextmanager
def telling(common: Common) -> Iterator[Tell]:
    """Give what a run tells its progress to; it says nothing where stderr is no terminal or quiet is wanted."""
    if common.quiet or not sys.stderr.isatty():
        yield untold
        return
    bar = Bar(sys.stderr, common.lang)
    try:
        yield bar
    finally:
        bar.erase()
