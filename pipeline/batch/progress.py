"""How far a batch is, on a terminal: rate and time left, on stderr, and only there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.batch.run import Tally


@contextmanager
def shown_progress(wanted: bool) -> Iterator[Callable[[Tally], None]]:
    """Give a callback that shows a tally; a silent one where stderr is no terminal or it is not wanted."""
    if not wanted or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("workbooks", total=None, rate="")

        def show(tally: Tally) -> None:
            speed = bar.tasks[0].speed
            rate = f"{speed:.0f}/s" if speed else ""
            bar.update(task, total=tally.total - tally.kept, completed=tally.judged, rate=rate)

        yield show
