"""Reading rule files: text, YAML or JSON, and troubles turned into problems at file and line."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

import yaml

from rules.errors import Problem, RuleError, near, words_of
from rules.kinds import Trouble
from rules.yaml_text import Document, DuplicateKeyError, Path, lines_of, parse

LARGEST_FILE = 2_000_000


def read_text(path: FilePath, label: str) -> str:
    """Return the text of a rule file; RuleError where it cannot be read as UTF-8."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise RuleError.of("rules.file-too-large", {"limit": LARGEST_FILE}, label)
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleError.of("rules.not-utf8", {"byte": error.start}, label) from None
    except OSError as error:
        raise RuleError.of("rules.cannot-read", {"why": error.strerror or "?"}, label) from None


def read_document(text: str, label: str) -> Document:
    """Return the mapping that a YAML text holds; RuleError with the line where it is none."""
    try:
        document = parse(text)
    except DuplicateKeyError as error:
        raise RuleError.of("rules.duplicate-key", {"name": error.key}, label, error.line) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or str(error).splitlines()[0]
        line = None if mark is None else mark.line + 1
        raise RuleError.of("rules.not-yaml", {"why": why}, label, line) from None
    except RecursionError:
        raise RuleError.of("rules.not-yaml", {"why": "nested too deeply"}, label) from None
    if document is None:
        return {}
    if not isinstance(document, dict):
        raise RuleError.of("rules.not-a-mapping", {}, label, 1)
    return document


def read_json(text: str, label: str) -> Document:
    """Return the mapping that a JSON text holds, numbers exact; RuleError with the line where it is none."""
    try:
        document = json.loads(text, parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_once)
    except DuplicateKeyError as error:
        raise RuleError.of("rules.duplicate-key", {"name": error.key}, label) from None
    except _NoNumberError as error:
        raise RuleError.of("rules.not-json", {"why": str(error)}, label) from None
    except json.JSONDecodeError as error:
        raise RuleError.of("rules.not-json", {"why": error.msg}, label, error.lineno) from None
    except RecursionError:
        raise RuleError.of("rules.not-json", {"why": "nested too deeply"}, label) from None
    if not isinstance(document, dict):
        raise RuleError.of("rules.not-a-mapping", {}, label, 1)
    return document


class _NoNumberError(ValueError):
    """NaN or an infinity in JSON."""


def _no_number(text: str) -> float:
    raise _NoNumberError(f"{text} is not a number")


def _once(pairs: list[tuple[str, Any]]) -> Document:
    document: Document = {}
    for name, value in pairs:
        if name in document:
            raise DuplicateKeyError(name, 0)
        document[name] = value
    return document


def places(text: str) -> Mapping[Path, int]:
    """Return the line of every path of a YAML or JSON text; of none where it is JSON but no YAML."""
    try:
        return lines_of(text)
    except yaml.YAMLError:
        return {(): 1}


def problems_at(files: Sequence[tuple[str, str]], troubles: Sequence[Trouble]) -> list[Problem]:
    """Return troubles with file and line. files: (label, text), the nearest first; a path is looked for in
    each in turn, then its parents."""
    lines = [(label, places(text)) for label, text in files]
    return sorted(
        (_problem(lines, trouble) for trouble in troubles),
        key=lambda p: ([label for label, _ in files].index(p.file), p.line or 0),
    )


def _problem(files: Sequence[tuple[str, Mapping[Path, int]]], trouble: Trouble) -> Problem:
    values = dict(trouble.values)
    values["near"] = near(trouble.word, trouble.known) if trouble.known else ""
    text = words_of(trouble.key, values)
    for label, lines in files:
        for path in (trouble.path, *trouble.also):
            if path in lines:
                return Problem(label, lines[path], text)
    path = trouble.path
    while True:
        for label, lines in files:
            if path in lines and (path or label == files[0][0]):
                return Problem(label, lines[path], text)
        path = path[:-1]
