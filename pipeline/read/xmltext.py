"""Just enough XML for spreadsheet parts: tags with their attributes, by regular expressions over bytes.

An event parser costs twenty times as much on a sheet of a million cells. What makes regular expressions
unsafe on XML is dealt with once, in `plain`: comments, CDATA and processing instructions are gone afterwards,
and a tag's pattern knows quotes, so that every `<name` left is a tag.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.read.refusal import unsafe

Attributes = dict[str, str]

TAG_REST = rb"""((?:[^>"']|"[^"]*+"|'[^']*+')*+)>"""
"""What follows a tag's name up to its end, as one group; '/' is its last byte where the element is empty."""

_ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_APART = re.compile(rb"<!--.*?-->|<!\[CDATA\[(.*?)\]\]>|<\?.*?\?>", re.DOTALL)
_PROLOG = 100  # an XML declaration stands within these bytes
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ESCAPED = {b"&": b"&amp;", b"<": b"&lt;", b">": b"&gt;"}


def plain(raw: bytes, part: str) -> bytes:
    """Return a part's XML with nothing in it but tags and escaped text.

    Refused: `unsafe-file` where it declares a document type or entities.
    """
    if b"!" in raw and b"<!" in raw:
        raw = _APART.sub(_without, raw)
        if _DECLARATION.search(raw):
            raise unsafe("doctype", part=part)
    elif raw.find(b"?", _PROLOG) >= 0 and raw.find(b"<?", _PROLOG) >= 0:
        raw = _APART.sub(_without, raw)
    return raw


def _without(match: re.Match[bytes]) -> bytes:
    """Return what a construct leaves: of CDATA its text, escaped; of comments and instructions nothing."""
    text = match[1]
    return b"" if text is None else re.sub(rb"[&<>]", lambda m: _ESCAPED[m[0]], text)


def text_of(raw: bytes) -> str:
    """Return escaped text as characters; bytes that are no UTF-8 become U+FFFD."""
    text = raw.decode("utf-8", "replace")
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def _referred(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def attributes(raw: bytes) -> Attributes:
    """Return a tag's attributes as written, by name without namespace prefix."""
    return {
        name.rpartition(b":")[2].decode("ascii", "replace"): text_of(double or single)
        for name, double, single in _ATTRIBUTE.findall(raw)
    }


@lru_cache(maxsize=64)
def tag_pattern(name: str) -> re.Pattern[bytes]:
    """Return a pattern for an element's start tags, in any namespace prefix; group 1 holds its attributes."""
    return re.compile(rb"<(?:[\w.-]+:)?" + name.encode() + rb"(?=[\s/>])" + TAG_REST)


def tags(name: str, xml: bytes) -> list[Attributes]:
    """Return the attributes of every element of one name, in order."""
    return [attributes(rest) for rest in tag_pattern(name).findall(xml)]


def section(name: str, xml: bytes) -> bytes:
    """Return the first element of one name with all it holds; b'' where there is none."""
    match = re.search(
        rb"<((?:[\w.-]+:)?"
        + name.encode()
        + rb")(?=[\s/>])(?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+(?<!/)>.*?</\1\s*>",
        xml,
        re.DOTALL,
    )
    return match[0] if match else b""


def is_on(value: str | None) -> bool:
    """Return whether an XML boolean attribute is set."""
    return value in ("1", "true", "on")
