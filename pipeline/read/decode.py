"""Bytes of a text file to characters, strictly: a doubtful encoding is refused, never guessed."""

from __future__ import annotations

import codecs
import re

from pipeline.read.refusal import unreadable, unsupported

_THAI = re.compile("[\u0e01-\u0e5b]")
_MISPLACED = re.compile(
    # a mark without a consonant or another mark before it; a leading vowel without a consonant after it
    "(?<![\u0e01-\u0e2e\u0e30-\u0e3a\u0e45\u0e47-\u0e4e])[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]"
    "|[\u0e40-\u0e44](?![\u0e01-\u0e2e])"
)
_CONTROLS = re.compile(b"[\x00-\x08\x0e-\x19\x1b-\x1f]")

LEAST_THAI = 0.8
"""Share of the characters beyond ASCII that must be Thai and well placed before cp874 is believed."""


def decode(data: bytes) -> tuple[str, str]:
    """Return (text, encoding); the text has no byte order mark.

    Tried in order: a byte order mark, UTF-16 without one where it is evident, strict UTF-8, strict cp874
    with a Thai majority. Refused: `unreadable-file` where none fits, `unsupported-format` where the bytes
    are no text at all.
    """
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data[3:], "utf-8", "utf-8-sig")
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise unsupported("wide-encoding", found="UTF-32")
    if data.startswith(codecs.BOM_UTF16_LE):
        return _strict(data[2:], "utf-16-le", "utf-16-le")
    if data.startswith(codecs.BOM_UTF16_BE):
        return _strict(data[2:], "utf-16-be", "utf-16-be")
    if b"\x00" in data:
        return _bare_utf16(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        beyond_utf8 = error.start
    if len(_CONTROLS.findall(data[:65536])) * 50 > len(data[:65536]):
        raise unsupported("binary")
    try:
        text = data.decode("cp874")
    except UnicodeDecodeError:
        raise unreadable("encoding", offset=beyond_utf8) from None
    if thai_share(text) < LEAST_THAI:
        raise unreadable("encoding", offset=beyond_utf8)
    return text, "cp874"


def thai_share(text: str) -> float:
    """Return which share of the characters beyond ASCII is Thai and stands where Thai writing allows it.

    The few marks of punctuation that cp874 has besides say nothing for or against.
    """
    beyond = sum(len(run) for run in re.findall("[^\x00-\x7f\xa0€…‘’“”•–—]+", text))
    if not beyond:
        return 0.0
    return (len(_THAI.findall(text)) - len(_MISPLACED.findall(text))) / beyond


def _strict(data: bytes, codec: str, name: str) -> tuple[str, str]:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise unreadable("encoding-declared", encoding=name, offset=error.start) from None
    if "\x00" in text:
        raise unsupported("binary")
    return text, name


def _bare_utf16(data: bytes) -> tuple[str, str]:
    """Read UTF-16 without a mark only where one byte order alone gives plain Thai and ASCII text."""
    fits = []
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        familiar = re.findall("[\t\n\r -~\xa0\u0e01-\u0e5b\u200b-\u200f\u2010-\u2026\ufeff]", text)
        if len(familiar) > 0.98 * len(text) and "\x00" not in text:
            fits.append((text, codec))
    if len(fits) != 1:
        raise unsupported("binary")
    return fits[0]
