"""Pandera without what it looks for and never needs here."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

UNNEEDED = ("hypothesis", "geopandas")
"""hypothesis serves data synthesis alone, and importing it takes longer than judging a typical workbook; the search
for geopandas is made anew for every column of every frame."""


@contextmanager
def lean() -> Iterator[None]:
    """Hide those packages from pandera while a schema is made or used, unless they are imported already."""
    hidden = [name for name in UNNEEDED if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
