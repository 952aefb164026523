"""Which round of the year a text speaks of, and whose assessment it is."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.locate.labels import Words
from schemas.thai import key

_MONTHS = re.compile(r"(?:^|[^\d])(\d{1,2})(?:เดือน|-?months?(?![a-z]))")
_ROUND = re.compile(
    r"(?:รอบ|ครั้ง|ช่วง|ระยะ|งวด)(?:การประเมิน|ประเมิน|ระยะเวลา|การรายงาน|รายงาน)?(?:ที่)?:?(\d{1,2})(?!\d)"
    r"|(?:round|period|cycle)(\d{1,2})|(\d{1,2})(?:st|nd|rd|th)(?:round|period|half)"
)
_QUARTER = re.compile(r"(?:ไตรมาส(?:ที่)?|quarter|(?<![a-z])q)([1-4])(?!\d)")


@lru_cache(maxsize=20_000)
def round_of(text: str) -> str | None:
    """Return the round a text names: '6', '12' (months), '1', '2' (number), 'Q1'; None where it names none."""
    plain = key(text)
    match = _MONTHS.search(plain) or _ROUND.search(plain)
    if match:
        return str(int(next(g for g in match.groups() if g)))
    match = _QUARTER.search(plain)
    return f"Q{match[1]}" if match else None


def assessor_of(text: str, words: Words) -> str | None:
    """Return 'self' or 'committee' where a header names whose score it is."""
    label = words.label(text)
    if label.has("self"):
        return "self"
    return "committee" if label.has("committee") else None
