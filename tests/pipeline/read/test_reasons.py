"""Every reason that a reader gives has words, every worded reason is given, and the words fit what is quoted."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pipeline.read
from rules.catalogue.files import ENTRIES, REASONS

FINDINGS = {"unreadable", "encrypted", "unsafe", "unsupported"}


def given() -> list[tuple[str, set[str]]]:
    """Return (reason, names of the values quoted) of every refusal in the reader's own source."""
    found: list[tuple[str, set[str]]] = []
    for path in Path(pipeline.read.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id in FINDINGS and isinstance(node.args[0], ast.Constant):
                names = {keyword.arg or "*" for keyword in node.keywords}
                found.append((str(node.args[0].value), names))
            elif node.func.id == "Fault" and len(node.args) == 3 and isinstance(node.args[2], ast.Dict):
                keys = {key.value for key in node.args[2].keys if isinstance(key, ast.Constant)}
                reason = node.args[1]
                assert isinstance(reason, ast.Constant)
                found.append((str(reason.value), {str(key) for key in keys}))
    return found


def test_the_source_gives_exactly_the_reasons_that_have_words() -> None:
    assert {reason for reason, _ in given()} == set(REASONS)


def test_every_placeholder_is_quoted() -> None:
    for reason, names in given():
        for words in REASONS[reason]:
            wanted = {name for _, name, _, _ in Formatter().parse(words) if name}
            assert wanted <= names or "*" in names, reason


def test_both_languages_quote_the_same() -> None:
    for text in (*REASONS.values(), *(entry.message for entry in ENTRIES)):
        english, thai = (sorted(name for _, name, _, _ in Formatter().parse(words) if name) for words in text)
        assert english == thai, text.en
