"""Stores to test on: SQLite in a temporary folder, and a real PostgreSQL server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.signoff.store import Store
from tests.postgres import Cluster, cluster, programs


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """One server for the whole run. Continuous integration must have one; elsewhere its tests are skipped."""
    if programs() is None and not os.environ.get("CI"):
        pytest.skip("no PostgreSQL server is installed")
    with cluster() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store, once for each kind of database."""
    if request.param == "sqlite":
        return str(tmp_path / "record.sqlite")
    running: Cluster = request.getfixturevalue("postgres")
    return running.database()


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    opened = Store(where)
    yield opened
    opened.close()
