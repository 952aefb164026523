"""Kinds of values in a file that a person writes: each can check a value and describe itself to an editor.

One description serves both the loader (errors at a path, with a did-you-mean) and the published JSON Schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from rules.yaml_text import Path


class Trouble(NamedTuple):
    """One thing wrong at a path of a document: the catalogue key of its words, and what fills them."""

    path: Path
    key: str
    values: Mapping[str, object]
    word: str = ""
    known: tuple[str, ...] = ()
    """The word that was written and the words that could have been meant."""
    also: tuple[Path, ...] = ()
    """The other settings of a contradiction: the file nearest to the user is named."""


class Kind(Protocol):
    """What a value must be."""

    def check(self, value: Any, path: Path) -> Iterator[Trouble]:
        """Yield what is wrong with a value."""
        ...

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the kind."""
        ...


def _wrong(path: Path, wanted: str, value: Any) -> Trouble:
    shown = "null" if value is None else str(value).lower() if isinstance(value, bool) else value
    if isinstance(value, dict | list):
        shown = "{…}" if isinstance(value, dict) else "[…]"
    name = next((str(p) for p in reversed(path) if isinstance(p, str)), "")
    return Trouble(path, f"rules.wanted-{wanted}", {"name": name, "value": shown})


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal number, or a whole one, within closed limits."""

    low: Decimal | None = None
    high: Decimal | None = None
    whole: bool = False

    def check(self, value: Any, path: Path) -> Iterator[Trouble]:
        good = isinstance(value, int) if self.whole else isinstance(value, int | Decimal)
        if not good or isinstance(value, bool):
            yield _wrong(path, "whole" if self.whole else "number", value)
        elif (self.low is not None and value < self.low) or (self.high is not None and value > self.high):
            bounds = {
                "low": "-∞" if self.low is None else self.low,
                "high": "∞" if self.high is None else self.high,
            }
            yield Trouble(path, "rules.out-of-limits", {"name": str(path[-1]), "value": value, **bounds})

    def schema(self) -> dict[str, Any]:
        schema: dict[str, Any] = {"type": "integer" if self.whole else "number"}
        if self.low is not None:
            schema["minimum"] = int(self.low) if self.low == int(self.low) else float(self.low)
        if self.high is not None:
            schema["maximum"] = int(self.high) if self.high == int(self.high) else float(self.high)
        return schema


@dataclass(frozen=True, slots=True)
class Words:
    """A text that is not empty. Numbers are taken as the text they are written as (an indicator 6.10)."""

    numbers: bool = False

    def check(self, value: Any, path: Path) -> Iterator[Trouble]:
        if self.numbers and isinstance(value, int | Decimal) and not isinstance(value, bool):
            return
        if not isinstance(value, str) or not value.strip():
            yield _wrong(path, "text", value)

    def schema(self) -> dict[str, Any]:
        text = {"type": "string", "minLength": 1}
        return {"anyOf": [text, {"type": "number"}]} if self.numbers else text


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a closed list of words."""

    words: tuple[str, ...]

    def check(self, value: Any, path: Path) -> Iterator[Trouble]:
        if value not in self.words:
            name = next((str(p) for p in reversed(path) if isinstance(p, str)), "")
            values = {"name": name, "value": value, "words": self.words}
            yield Trouble(path, "rules.not-one-of", values, str(value), self.words)

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one kind."""

    item: Kind

    def check(self, value: Any, path: Path) -> Iterator[Trouble]:
        if not isinstance(value, list):
            yield _wrong(path, "list", value)
            return
        for index, item in enumerate(value):
            yield from self.item.check(item, (*path, index))

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.item.schema()}


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping from names to one kind; where `names` is given, only to those."""

    value: Kind
    names: tuple[str, ...] | None = None

    def check(self, value: Any, path: Path) -> Iterator[Trouble]:
        if not isinstance(value, dict):
            yield _wrong(path, "mapping", value)
            return
        for name, item in value.items():
            here = (*path, name)
            if self.names is not None and name not in self.names:
                yield Trouble(here, "rules.unknown-key", {"name": name}, name, self.names)
            else:
                yield from self.value.check(item, here)

    def schema(self) -> dict[str, Any]:
        schema: dict[str, Any] = {"type": "object", "additionalProperties": self.value.schema()}
        if self.names is not None:
            schema["propertyNames"] = {"enum": list(self.names)}
        return schema


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a section: its kind and, for the editor, what it means. needed: it must be given."""

    kind: Kind
    about: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A mapping with fixed keys, each of its own kind. null takes back what was inherited."""

    keys: Mapping[str, Key] = field(default_factory=dict)
    nullable: bool = True

    def check(self, value: Any, path: Path) -> Iterator[Trouble]:
        if not isinstance(value, dict):
            yield _wrong(path, "mapping", value)
            return
        for name, item in value.items():
            here = (*path, name)
            key = self.keys.get(name)
            if key is None:
                yield Trouble(here, "rules.unknown-key", {"name": name}, name, tuple(self.keys))
            elif item is not None or not self.nullable or key.needed:
                yield from key.kind.check(item, here)
        for name, key in self.keys.items():
            if key.needed and name not in value:
                yield Trouble(path, "rules.missing-key", {"name": name})

    def schema(self) -> dict[str, Any]:
        properties = {}
        for name, key in self.keys.items():
            kind = key.kind.schema()
            if self.nullable and not key.needed:
                kind = {"anyOf": [kind, {"type": "null"}]}
            properties[name] = {"description": key.about, **kind}
        schema: dict[str, Any] = {
            "type": "object",
            "additionalProperties": False,
            "properties": properties,
        }
        needed = [name for name, key in self.keys.items() if key.needed]
        if needed:
            schema["required"] = needed
        return schema
