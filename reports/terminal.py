"""A screen to draw on that ends as text: what the reports for a terminal share."""

from __future__ import annotations

import io
from collections.abc import Callable

from rich.console import Console

from reports.options import Options


def drawn(options: Options, draw: Callable[[Console], None]) -> str:
    """Return what was drawn as text, with colour codes where options.color says so; no line ends in spaces."""
    buffer = io.StringIO()
    draw(
        Console(
            file=buffer,
            width=options.width,
            force_terminal=options.color,
            color_system="standard" if options.color else None,
            no_color=not options.color,
            highlight=False,
            emoji=False,
            markup=False,
            legacy_windows=False,
        )
    )
    return "\n".join(line.rstrip() for line in buffer.getvalue().split("\n"))
