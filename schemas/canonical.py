"""Canonical JSON: one value, one text, so that its SHA-256 is the same on every machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
"""What may be hashed: no binary floats, whose text differs between programs."""


def canonical(value: Json) -> str:
    """Return the only JSON text of a value: keys in order of code points, no spaces, no needless escapes.

    TypeError for a float or a key that is no text; ValueError for text that is no Unicode (a lone surrogate).
    """
    _refuse_inexact(value)
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    text.encode("utf-8")
    return text


def digest(text: str | bytes) -> str:
    """Return the SHA-256 of a text (as UTF-8) or of bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8") if isinstance(text, str) else text).hexdigest()


def _refuse_inexact(value: object) -> None:
    if isinstance(value, float):
        raise TypeError(f"a binary float has no canonical text: {value!r}")
    if isinstance(value, Mapping):
        for key, member in value.items():
            if not isinstance(key, str):
                raise TypeError(f"a key must be text: {key!r}")
            _refuse_inexact(member)
    elif isinstance(value, list | tuple):
        for member in value:
            _refuse_inexact(member)
