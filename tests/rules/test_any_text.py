"""Whatever a rule file holds, it loads or is refused with a message: never another exception."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.errors import RuleError
from rules.loading import load_pack
from rules.pack_keys import PACK
from rules.suite_loading import SUITE, load_suite
from rules.waivers import WAIVERS, load_waivers

LIMITS = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

words = st.sampled_from(
    ["scored", "zero", "interpolated", "G:AE", "6.10", "สพด.", "", "expect_column_values_to_be_in_set",
     "score", "critical", "converted-mismatch-0123456789", "2570-02-30", "none", "default"]
)  # fmt: skip
scalars = st.none() | st.booleans() | st.integers(-9, 10**20) | st.floats() | words | st.text(max_size=8)


def documents(*keys: str) -> st.SearchStrategy[Any]:
    """Return documents that look like a rule file as far as their keys go."""
    names = st.sampled_from(keys) | st.text(max_size=5)
    return st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=6) | st.dictionaries(names, inner, max_size=5)
    )


def all_keys(*sections: Any) -> list[str]:
    found: list[str] = []
    for section in sections:
        for name, key in getattr(section, "keys", {}).items():
            found.append(name)
            kind = key.kind
            found += all_keys(getattr(kind, "item", None) or getattr(kind, "value", None) or kind)
    return found


def loads_or_refuses(load: Any, path: Path) -> None:
    refused: RuleError | None = None
    try:
        load(path)
    except RuleError as error:
        refused = error
    if refused is not None:
        assert refused.shown("en").strip()
        assert refused.shown("th").strip()


@LIMITS
@given(text=st.text(max_size=60))
@pytest.mark.parametrize("load", [lambda p: load_pack(str(p)), load_waivers], ids=["pack", "waivers"])
def test_any_text(tmp_path: Path, load: Any, text: str) -> None:
    path = tmp_path / "any.yaml"
    path.write_bytes(text.encode("utf-8", errors="surrogatepass"))
    loads_or_refuses(load, path)


@LIMITS
@given(document=st.dictionaries(st.sampled_from(list(PACK.keys)), documents(*all_keys(PACK)), max_size=5))
def test_any_pack(tmp_path: Path, document: Any) -> None:
    path = tmp_path / "any.yaml"
    path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8", errors="replace")
    loads_or_refuses(lambda p: load_pack(str(p)), path)


@LIMITS
@given(document=documents(*all_keys(SUITE)))
def test_any_suite(tmp_path: Path, document: Any) -> None:
    path = tmp_path / "any.json"
    path.write_text(json.dumps({"name": "a", "expectations": document}), encoding="utf-8")
    loads_or_refuses(lambda p: load_suite(str(p)), path)


@LIMITS
@given(document=documents(*all_keys(WAIVERS)))
def test_any_waivers(tmp_path: Path, document: Any) -> None:
    path = tmp_path / "any.json"
    path.write_text(json.dumps({"waivers": document}), encoding="utf-8")
    loads_or_refuses(load_waivers, path)
