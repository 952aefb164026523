"""The published JSON Schema says what the loader does."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import schemas
from rules.loading import load_pack, pack_document
from rules.pack_chain import PACKS
from rules.pack_keys import PACK, pack_schema
from rules.yaml_text import parse

PUBLISHED = Path(schemas.__file__).parent / "rule-pack.schema.json"


def as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: as_json(v) for k, v in value.items()}
    if isinstance(value, list):
        return [as_json(v) for v in value]
    return float(value) if isinstance(value, Decimal) else value


def test_published_schema_is_the_loaders() -> None:
    """Regenerate with: python -m rules.pack_keys > schemas/rule-pack.schema.json"""
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == pack_schema()


def test_schema_is_a_schema_and_every_key_says_what_it_means() -> None:
    jsonschema.Draft202012Validator.check_schema(pack_schema())
    for name, key in PACK.keys.items():
        assert key.about.endswith("."), name


@pytest.mark.parametrize(
    "path", sorted(p for p in PACKS.glob("*.yaml") if p.stem != "lexicon"), ids=lambda p: p.stem
)
def test_shipped_packs_meet_the_schema(path: Path) -> None:
    jsonschema.validate(as_json(parse(path.read_text(encoding="utf-8"))), pack_schema())
    jsonschema.validate(as_json(pack_document(load_pack(path.stem))), pack_schema())


@pytest.mark.parametrize(
    "text",
    ["weigths: x", "scale: {high: ห้า}", "rounds: 6", "decimals: {grade: 1}", "bands: [{at_least: 1}]",
     "policies: {zero: maybe}", "decimals: {mean: 2.5}", "tolerance: -1"],
)  # fmt: skip
def test_schema_refuses_what_the_loader_refuses(text: str) -> None:
    document = parse(text)
    assert list(PACK.check(document, ()))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(as_json(document), pack_schema())
