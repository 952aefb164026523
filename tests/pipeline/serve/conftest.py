"""A page to ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.serve.site import Site, site


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Site]:
    """The page with the fake judging process, entered."""
    with site(tmp_path) as running:
        yield running
