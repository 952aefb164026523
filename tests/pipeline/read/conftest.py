"""Reading is tested in forked workers, whatever threads earlier tests of the same run have left behind."""

from __future__ import annotations

import os

import pytest

from pipeline.read import reading


@pytest.fixture(autouse=True)
def forked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork even beside other threads: a test replaces what the worker does, and only a fork takes that along.

    The tests of spawned workers and of the choice itself are left alone.
    """
    if "spawn" not in request.module.__name__ and "can_fork" not in request.node.name:
        monkeypatch.setattr(reading, "can_fork", lambda: hasattr(os, "fork"))
