"""JSON with exact decimals: what the standard encoder cannot write as a number without a binary float."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from json.encoder import encode_basestring as quoted

from reports.numbers import number_text
from schemas.exact import fraction_text

__all__ = ["member", "number_or_null", "quoted", "written"]


def written(value: object) -> str:
    """Return a value as one line of JSON; Decimals are numbers, Fractions exact texts."""
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return number_text(value)
    if isinstance(value, Fraction):
        return quoted(fraction_text(value))
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{quoted(str(k))}: {written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, tuple | list | frozenset | set):
        members = sorted(value, key=str) if isinstance(value, frozenset | set) else value
        return "[" + ", ".join(map(written, members)) + "]"
    if isinstance(value, float):
        raise TypeError(f"a binary float has no place in a result: {value!r}")
    return quoted(str(value))


def number_or_null(value: Decimal | int | None) -> str:
    """Return a number, or null where it is not known."""
    return "null" if value is None else number_text(value)


def member(name: str, value: object) -> str:
    """Return one `"name": value` of an object."""
    return f"{quoted(name)}: {written(value)}"
