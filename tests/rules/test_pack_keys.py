"""The published JSON Schema says what the loader does."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import schemas
from rules.editor_schemas import editor_schemas
from rules.loading import load_pack, pack_document
from rules.pack_chain import PACKS
from rules.pack_keys import PACK
from rules.suite_loading import SUITES
from rules.yaml_text import parse

PUBLISHED = Path(schemas.__file__).parent
RULE_PACK = editor_schemas()["rule-pack"]


def as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: as_json(v) for k, v in value.items()}
    if isinstance(value, list):
        return [as_json(v) for v in value]
    return float(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize("name", editor_schemas())
def test_published_schemas_are_the_loaders(name: str) -> None:
    """Mend with: python -m rules.editor_schemas schemas"""
    published = json.loads((PUBLISHED / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert published == editor_schemas()[name]
    jsonschema.Draft202012Validator.check_schema(published)


@pytest.mark.parametrize("path", sorted(SUITES.glob("*.json")), ids=lambda p: p.stem)
def test_shipped_suites_meet_their_schema(path: Path) -> None:
    jsonschema.validate(json.loads(path.read_text(encoding="utf-8")), editor_schemas()["suite"])


def test_every_key_says_what_it_means() -> None:
    for name, key in PACK.keys.items():
        assert key.about.endswith("."), name


@pytest.mark.parametrize(
    "path", sorted(p for p in PACKS.glob("*.yaml") if p.stem != "lexicon"), ids=lambda p: p.stem
)
def test_shipped_packs_meet_the_schema(path: Path) -> None:
    jsonschema.validate(as_json(parse(path.read_text(encoding="utf-8"))), RULE_PACK)
    jsonschema.validate(as_json(pack_document(load_pack(path.stem))), RULE_PACK)


@pytest.mark.parametrize(
    "text",
    ["weigths: x", "scale: {high: ห้า}", "rounds: 6", "decimals: {grade: 1}", "bands: [{at_least: 1}]",
     "policies: {zero: maybe}", "decimals: {mean: 2.5}", "tolerance: -1"],
)  # fmt: skip
def test_schema_refuses_what_the_loader_refuses(text: str) -> None:
    document = parse(text)
    assert list(PACK.check(document, ()))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(as_json(document), RULE_PACK)
