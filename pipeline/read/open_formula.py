"""Formulas of OpenDocument as a spreadsheet user knows them: of:=SUM([.A1:.B2];2) is =SUM(A1:B2,2)."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r'(?P<text>"(?:[^"]|"")*")'
    r"|\[(?P<ref>(?:[^\]']|'(?:[^']|'')*')*)\]"
    r"|(?P<array>\{[^{}]*\})"
    r"|(?P<mark>[;~])"
)
_CORNER = re.compile(r"(?P<sheet>(?:\$?(?:'(?:[^']|'')*'|[^.':]+))?)\.(?P<cell>[$A-Za-z0-9]+)")
_PREFIX = re.compile(r"(?:of|oooc|msoxl)?:?=")


def excel_formula(written: str) -> str:
    """Return a formula attribute's text with A1 references and commas, with its leading '='."""
    prefix = _PREFIX.match(written)
    body = written[prefix.end() :] if prefix else written
    if written.startswith("msoxl:"):
        return "=" + body
    return "=" + _TOKEN.sub(_turned, body)


def _turned(match: re.Match[str]) -> str:
    if match["ref"] is not None:
        return _reference(match["ref"])
    if match["array"] is not None:
        return match["array"].replace(";", ",").replace("|", ";")
    return "," if match["mark"] else match[0]


def _reference(ref: str) -> str:
    """Return .A1 as A1, $'ก ข'.A1:.B2 as 'ก ข'!A1:B2; what is no such reference stays as written."""
    corners = list(_CORNER.finditer(ref))
    if not corners or "".join(c[0] for c in corners) != ref.replace(":", ""):
        return ref.lstrip(".") if "#REF!" in ref else ref
    sheet = corners[0]["sheet"].removeprefix("$")
    cells = ":".join(corner["cell"] for corner in corners)
    return f"{sheet}!{cells}" if sheet else cells
