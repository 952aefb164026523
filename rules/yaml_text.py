"""YAML as a person means it: numbers exact, 6.10 never 6.1, no word that turns into a truth value or a date.

Reading for use goes through libyaml and keeps no places. Only when something is wrong is the text read again
with the line of every key (`lines_of`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import yaml

Document = dict[str, Any]
Path = tuple[str | int, ...]

_FastLoader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DuplicateKeyError(ValueError):
    """One mapping holds the same key twice: YAML would silently keep the last."""

    def __init__(self, key: str, line: int) -> None:
        super().__init__(key)
        self.key = key
        self.line = line


class _Loader(_FastLoader):  # type: ignore[misc]  # the base is libyaml's or the pure one
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  # PyYAML's way

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            # a key is the text as written: YAML would read 6.10 as the number 6.1
            if not isinstance(key_node, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(
                    None, None, "a key must be plain text", key_node.start_mark
                )
            key = str(key_node.value)
            if key in mapping:
                raise DuplicateKeyError(key, key_node.start_mark.line + 1)
            mapping[key] = self.construct_object(value_node, deep=True)
        return mapping


def _yaml_map(loader: _Loader, node: yaml.MappingNode) -> dict[str, Any]:
    return loader.construct_mapping(node)


_Loader.add_constructor("tag:yaml.org,2002:map", _yaml_map)
_Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Decimal(node.value))
_Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
_Loader.add_constructor("tag:yaml.org,2002:bool", lambda loader, node: node.value == "true")
_RESOLVERS = (
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", list("-+0123456789")),
    ("float", r"[-+]?(?:0|[1-9][0-9]*)?\.[0-9]+", list("-+.0123456789")),
)
for _tag, _regex, _first in _RESOLVERS:
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_regex})$"), _first)


def parse(text: str) -> Any:
    """Return the one document of a YAML text: dicts, lists, str, int, Decimal, bool, None.

    Errors: yaml.YAMLError where it is not YAML, DuplicateKeyError for a key given twice.
    """
    return yaml.load(text, Loader=_Loader)  # the loader builds plain data only


def lines_of(text: str) -> dict[Path, int]:
    """Return the 1-based line of every key and list item, by its path from the top."""
    lines: dict[Path, int] = {(): 1}
    todo: list[tuple[yaml.Node | None, Path]] = [(yaml.compose(text, Loader=yaml.SafeLoader), ())]
    while todo:
        node, path = todo.pop()
        if len(path) > 12:  # deeper than any rule file: an alias that holds itself
            continue
        if isinstance(node, yaml.MappingNode):
            for key_node, value_node in node.value:
                here = (*path, str(key_node.value))
                lines[here] = key_node.start_mark.line + 1
                todo.append((value_node, here))
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                here = (*path, index)
                lines[here] = item.start_mark.line + 1
                todo.append((item, here))
    return lines
