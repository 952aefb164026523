"""Thai text for comparison: keys that fold what typing, PDF and spreadsheets do to the same word.

Keys are for comparing only; what is shown stays as written. NFKC is never used: it splits every ำ in two.
"""

from __future__ import annotations

import re
from functools import lru_cache

THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
"""Zero-width spaces and joiners, word joiner, BOM, soft hyphen, direction marks."""

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\n\v\f"
_DROP_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))
_TO_SPACE = dict.fromkeys(map(ord, _SPACES), " ")
_CLEAN = {**_DROP_INVISIBLE, **_TO_SPACE}

_SARA_AM = re.compile("([\u0e48-\u0e4b]?) ?\u0e4d ?([\u0e48-\u0e4b]?) ?\u0e32")  # ◌ํ (tone) า, spaces inside
_LOOSE_AM = re.compile("([\u0e01-\u0e2e][\u0e48-\u0e4b]?) +\u0e33")  # น ำ → นำ, น้ ำ → น้ำ
_LOOSE_MARK = re.compile("([\u0e01-\u0e2e]) +([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])")  # น ้ → น้ (PDF)
_TONE_FIRST = re.compile("([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e39])")  # tone typed before its vowel
_DOUBLED = re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+")
_MANY_SPACES = re.compile(" {2,}")


@lru_cache(maxsize=50_000)
def visible(text: str) -> str:
    """Return the text without invisible characters, every kind of space as one plain space, ends stripped."""
    if text.isascii() and text.isprintable():
        return text.strip() if "  " not in text else _MANY_SPACES.sub(" ", text).strip()
    return _MANY_SPACES.sub(" ", text.translate(_CLEAN)).strip()


@lru_cache(maxsize=50_000)
def mended(text: str) -> str:
    """Return the text with split sara am, doubled and misordered marks and invisible characters mended."""
    text = visible(text)
    if text.isascii():
        return text
    text = text.replace("\u0e40\u0e40", "\u0e41")  # เเ → แ
    text = _SARA_AM.sub(lambda m: f"{m[1] or m[2]}\u0e33", text)
    text = _LOOSE_AM.sub("\\1\u0e33", text)
    text = _LOOSE_MARK.sub("\\1\\2", text)
    text = _TONE_FIRST.sub("\\2\\1", text)
    return _DOUBLED.sub("\\1", text)


@lru_cache(maxsize=50_000)
def key(text: str) -> str:
    """Return the comparison key of a text: mended, Thai digits as 0-9, no spaces, lower case."""
    return mended(text).translate(THAI_DIGITS).replace(" ", "").casefold()
