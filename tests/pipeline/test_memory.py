"""Freed memory goes back to the system between the stages of a large run."""

from __future__ import annotations

import ctypes
import sys

import pytest

from pipeline.memory import LARGE, give_back


def test_only_a_large_run_pays_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    class Library:
        def __init__(self, name: object) -> None:
            asked.append(name)

        def malloc_trim(self, _keep: int) -> int:
            return 1

    monkeypatch.setattr(ctypes, "CDLL", Library)
    give_back(LARGE - 1)
    assert asked == []
    give_back(LARGE)
    assert asked == [None]


@pytest.mark.parametrize("error", [OSError, TypeError, AttributeError])
def test_a_system_that_cannot_is_left_alone(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_name: object) -> None:
        raise error

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    give_back(LARGE)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="measured where the system tells")
def test_it_does_where_it_can() -> None:
    give_back(LARGE)
