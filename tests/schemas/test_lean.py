"""What pandera may not look for while our schemas are at work, and may again afterwards."""

from __future__ import annotations

import importlib
import sys

import pytest

from schemas.lean import UNNEEDED, lean


@pytest.mark.parametrize("name", UNNEEDED)
def test_a_package_is_hidden_and_found_again(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, name, raising=False)
    with lean(), pytest.raises(ImportError):
        importlib.import_module(name)
    assert name not in sys.modules


def test_what_is_imported_already_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    there = sys
    monkeypatch.setitem(sys.modules, "geopandas", there)
    with lean():
        assert sys.modules["geopandas"] is there
    assert sys.modules["geopandas"] is there
