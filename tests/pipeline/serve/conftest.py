"""Pages to ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.serve.site import Site, site


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Site]:
    """A page with the fake judging process and an empty record, entered."""
    with site(tmp_path) as running:
        yield running


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One such page for all tests of a module that leave it as they found it, or do not mind."""
    with site(tmp_path_factory.mktemp("shared")) as running:
        yield running
