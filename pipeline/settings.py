"""Settings of a run: command line first, then a settings file; an unknown key is an error, never ignored."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path

KEYS: Mapping[str, type] = {
    "format": str,
    "output": str,
    "rules": str,
    "zero": str,
    "blank": str,
    "dash": str,
    "rounding": str,
    "tolerance": Decimal,
    "lang": str,
    "fail-on": str,
    "jobs": int,
    "color": bool,
    "suite": str,
    "waivers": str,
    "store": str,
    "max-seconds": int,
    "max-memory-mb": int,
    "max-file-mb": int,
    "max-unzipped-mb": int,
    "max-cells": int,
    "max-ratio": int,
    "max-merges": int,
    "max-parts": int,
}
"""Every key that a settings file may have, with its type."""

Value = str | int | bool | Decimal


class SettingsError(Exception):
    """A settings file that cannot be followed to the letter."""


def load_settings(config: str | None, folder: Path | None = None) -> dict[str, Value]:
    """Return the settings of the named file, else of sobthan.toml or [tool.sobthan] in the folder, else none.

    SettingsError for a missing or malformed file, an unknown key, or a value of another type.
    """
    if config is not None:
        file = Path(config)
        table = _read(file)
        if file.name == "pyproject.toml":
            table = _section(table, file)
        return _checked(table, file)
    folder = folder or Path.cwd()
    own = folder / "sobthan.toml"
    if own.is_file():
        return _checked(_read(own), own)
    shared = folder / "pyproject.toml"
    if shared.is_file() and b"tool.sobthan" in shared.read_bytes():
        return _checked(_section(_read(shared), shared), shared)
    return {}


def _read(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except FileNotFoundError:
        raise SettingsError(f"settings file not found: {file}") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{file}: {error}") from None


def _section(table: dict[str, object], file: Path) -> dict[str, object]:
    tool = table.get("tool", {})
    section = tool.get("sobthan", {}) if isinstance(tool, dict) else {}
    if not isinstance(section, dict):
        raise SettingsError(f"{file}: [tool.sobthan] is not a table")
    return section


def _checked(table: dict[str, object], file: Path) -> dict[str, Value]:
    checked: dict[str, Value] = {}
    for key, value in table.items():
        wanted = KEYS.get(key)
        if wanted is None:
            near = get_close_matches(key, KEYS, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise SettingsError(f"{file}: unknown setting {key!r}{hint}")
        if wanted is Decimal and type(value) is int:
            value = Decimal(value)
        if type(value) is not wanted or not isinstance(value, Value):
            raise SettingsError(f"{file}: {key!r} must be {_TYPE_NAMES[wanted]}, not {value!r}")
        checked[key] = value
    return checked


_TYPE_NAMES = {str: "a text", int: "a whole number", bool: "true or false", Decimal: "a number"}
