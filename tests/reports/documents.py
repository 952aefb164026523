"""The published JSON Schemas, for every test that has a document in hand."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

import schemas

FOLDER = Path(schemas.__file__).parent


@lru_cache
def validator(name: str) -> Draft202012Validator:
    """Return the validator of `reconcile` or `extract`."""
    published = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(published)
    return Draft202012Validator(published)


def validated(name: str, text: bytes | str) -> Any:
    """Return the parsed document; AssertionError with the first faults where it breaks its schema."""
    document = json.loads(text)
    faults = [f"{error.json_path}: {error.message[:200]}" for error in validator(name).iter_errors(document)]
    assert not faults, "\n".join(faults[:5])
    return document
