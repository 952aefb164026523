"""Markup that escapes by construction: text is always escaped, only what was built here is markup.

A typed builder rather than a template engine: its import costs nothing, the type checker reads every page,
and a cell's text has no way into the page but through `escape`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from schemas.finding import Text


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


Child: TypeAlias = "str | int | Html | Text | Iterable[Child] | None"
_HARM = re.compile(r"[&<>\"']")
_HARMLESS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"}
VOID = frozenset({"br", "col", "hr", "input", "link", "meta"})


def escape(text: str) -> Html:
    """Return text made harmless in element content and in quoted attributes."""
    return Html(_escape(text))


def _escape(text: str) -> str:
    """Return text with the five characters that could end it replaced; most text has none."""
    return _HARM.sub(lambda found: _HARMLESS[found[0]], text) if _HARM.search(text) else text


def render(child: Child) -> str:
    """Return a child as markup: Html as it is, both languages of a Text, anything else escaped."""
    if child is None:
        return ""
    if isinstance(child, Html):
        return child
    if isinstance(child, str):
        return _escape(child)
    if isinstance(child, Text):
        return both(child)
    if isinstance(child, int):
        return str(child)
    return "".join(map(render, child))


def both(text: Text) -> Html:
    """Return a text in both languages; the style sheet shows the one that is chosen."""
    if text.en == text.th:
        return escape(text.en)
    return Html(f'<span lang="th">{_escape(text.th)}</span><span lang="en">{_escape(text.en)}</span>')


def tag(name: str, /, *children: Child, **attributes: Any) -> Html:
    """Return an element. Attributes: None and False are left out, True stands alone, class_ is class.

    An underscore inside a name becomes a hyphen: aria_label, data_name.
    """
    head = f"<{name}{_attributes(attributes)}>" if attributes else f"<{name}>"
    if name in VOID:
        return Html(head)
    return Html(f"{head}{''.join(map(render, children))}</{name}>")


def _attributes(attributes: Mapping[str, Any]) -> str:
    parts = []
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        key = name.rstrip("_").replace("_", "-")
        parts.append(f" {key}" if value is True else f' {key}="{_escape(str(value))}"')
    return "".join(parts)


def join(*children: Child) -> Html:
    """Return children one after the other."""
    return Html("".join(map(render, children)))
