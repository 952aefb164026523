"""Frozen dataclasses to JSON and back, strictly: what another program wrote is checked, never trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from schemas.canonical import Json
from schemas.finding import Text

T = TypeVar("T")


class MalformedError(ValueError):
    """A JSON value that is not of the form its type says; the text names where."""


def encode(value: object) -> Json:
    """Return the JSON value of a dataclass of texts, integers, enums, Text, tuples and mappings."""
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Text):
        return {"en": value.en, "th": value.th}
    if isinstance(value, tuple | list):
        return [encode(member) for member in value]
    if isinstance(value, Mapping):
        return {str(key): encode(member) for key, member in value.items()}
    if is_dataclass(value):
        return {f.name: encode(getattr(value, f.name)) for f in fields(value)}
    raise TypeError(f"no JSON form for {type(value).__name__}")


def decode(kind: type[T], value: object, where: str = "") -> T:
    """Return the dataclass a JSON object stands for; MalformedError where a member is missing or off."""
    return cast(T, _decoded(kind, value, where or kind.__name__))


@lru_cache(maxsize=100)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _decoded(kind: Any, value: object, where: str) -> object:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        options = get_args(kind)
        if value is None and NoneType in options:
            return None
        (inner,) = (o for o in options if o is not NoneType)
        return _decoded(inner, value, where)
    if origin is tuple:
        if not isinstance(value, list):
            raise MalformedError(f"{where}: not a list")
        inner = get_args(kind)[0]
        return tuple(_decoded(inner, member, f"{where}[{i}]") for i, member in enumerate(value))
    if origin is not None and issubclass(origin, Mapping):
        inner = get_args(kind)[1]
        return {
            key: _decoded(inner, member, f"{where}.{key}") for key, member in _object(value, where).items()
        }
    if kind is Text:
        members = _object(value, where)
        if set(members) != {"en", "th"} or not all(isinstance(m, str) for m in members.values()):
            raise MalformedError(f"{where}: not a text in en and th")
        return Text(str(members["en"]), str(members["th"]))
    if is_dataclass(kind):
        return _dataclass(kind, _object(value, where), where)
    if issubclass(kind, Enum):
        try:
            return kind(value)
        except ValueError:
            raise MalformedError(f"{where}: {value!r} is not one of {', '.join(map(str, kind))}") from None
    if type(value) is not kind:
        raise MalformedError(f"{where}: not {kind.__name__}")
    return value


def _dataclass(kind: Any, members: dict[str, object], where: str) -> object:
    hints = {f.name: _hints(kind)[f.name] for f in fields(kind)}
    if set(members) != set(hints):
        odd = sorted(set(members) ^ set(hints))
        raise MalformedError(f"{where}: missing or unknown: {', '.join(odd)}")
    return kind(**{name: _decoded(hint, members[name], f"{where}.{name}") for name, hint in hints.items()})


def _object(value: object, where: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise MalformedError(f"{where}: not an object")
    return value
