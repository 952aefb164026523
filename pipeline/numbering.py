"""Indicator numbers: 6.6, 1.10, ๑.๑, 2.1.3, "ตัวชี้วัดที่ 3", KPI 4, or none; text all the way, never a float."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from schemas.exact import decimal_of_float
from schemas.grid import RawValue
from schemas.thai import THAI_DIGITS, mended

_WORD = (
    r"(?i:ตัวชี้วัดหลักที่|ตชว\.?ที่|ตชว\.?|ตัวชี้วัดลำดับที่|ตัวชี้วัดย่อยที่|ตัวชี้วัดที่|ตัวชี้วัด|ตัวบ่งชี้ที่|ตัวบ่งชี้|รายการที่|ประเด็นที่|ประเด็นการประเมินที่|เป้าประสงค์ที่|ข้อที่|ข้อ|ลำดับที่|เรื่องที่"
    r"|kpis?|indicator|item|no\.?|criterion|measure|#)"
)
_DIGITS = r"(?:[A-Z]{1,4}[-.]?)?\d{1,4}(?:\s?\.\s?\d{1,3}|-\d{1,3})*(?:/\d{1,2})?"
_LED = re.compile(
    rf"^(?P<word>{_WORD}\s*[:#]?\s*)?(?P<open>[(\[])?(?P<number>{_DIGITS})(?P<close>[)\]]|\.(?!\d))?"
    r"(?P<gap>\s*[:\-–—]?\s+|\s*[:–—]\s*|)(?P<rest>.*)$",
    re.DOTALL,
)
_CLEAN = re.compile(r"\s+")
_PREFIX = re.compile(r"[A-Za-z]*")
_INTEGERS = re.compile(r"\d+")
_START = re.compile(r"[0-9๐-๙(\[#A-Za-zกขตลรปเห]")
"""What a number, or the word before one, can begin with."""


class Numbered(NamedTuple):
    """A number, how it is written, and the text behind it. parts: its integers. style: for comparing rows."""

    number: str
    parts: tuple[int, ...]
    prefix: str
    style: str
    rest: str


def first_number(text: str) -> Numbered | None:
    """Return the number a text begins with, read to its first dot where a space follows: 2. 5 ส is 2."""
    head, dot, rest = text.partition(". ")
    found = numbered(head + dot.strip()) if dot else None
    return found._replace(rest=rest.strip()) if found is not None and not found.rest else None


@lru_cache(maxsize=20_000)
def numbered(text: str) -> Numbered | None:
    """Return the number a text begins with, or None.

    A bare whole number needs something that sets it off from the words: a word before it (ตัวชี้วัดที่), a
    closing mark (1. 1) (1)) or a space; "5ส" and "100%" are no numbers of an indicator.
    """
    clean = mended(text)
    if not _START.match(clean):
        return None
    match = _LED.match(clean.translate(THAI_DIGITS))
    if match is None:
        return None
    number = _CLEAN.sub("", match["number"])
    rest = clean[match.start("rest") :]
    letters = _PREFIX.match(number)
    prefix = letters[0].upper() if letters else ""
    digits = tuple(map(int, _INTEGERS.findall(number)))
    dotted = len(digits) > 1
    word = "w" if match["word"] else ""
    close = "" if match["close"] is None else match["close"]
    opening = match["open"] or ""
    if rest and not match["gap"] and not close:
        if not dotted and not word:
            return None
        if rest[0] in "%/×*0123456789":
            return None
    if (opening == "(" and close != ")") or (prefix and not word and not dotted and len(prefix) > 4):
        return None
    style = f"{word}{prefix}{opening}{len(digits)}{close}"
    return Numbered(number, digits, prefix, style, rest)


def number_of_cell(value: RawValue, number_format: str | None) -> str | None:
    """Return the indicator number that a cell of its own holds: 1.1 under the format 0.00 is 1.10."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        if value != value or abs(value) > 1e9:
            return None
        shown = format(decimal_of_float(float(value)), "f")
        places = _places(number_format)
        whole, _, decimals = shown.partition(".")
        return f"{whole}.{decimals.ljust(places, '0')}" if places and len(decimals) <= places else shown
    if isinstance(value, str):
        found = numbered(value)
        if found is not None and not found.rest.strip(" .:)-"):
            return found.number
    return None


def _places(number_format: str | None) -> int:
    if not number_format:
        return 0
    match = re.search(r"[0#]\.(0+)", number_format.split(";")[0])
    return len(match[1]) if match else 0


def follows(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Return whether a number comes right after another in an outline: 1.3 → 1.4, 1.3 → 2.1, 3 → 4."""
    if len(before) != len(after) or not before:
        return False
    if before[:-1] == after[:-1]:
        return after[-1] == before[-1] + 1
    return after[-1] == 1 and before[:-1] < after[:-1]


def renumbered(numbers: list[str | None], typed: list[bool]) -> list[str | None]:
    """Return the numbers with the zero back that a spreadsheet drops: after 1.9, a stored 1.1 is 1.10.

    typed: the cell holds a number, not a text. Only a number that would go backwards is mended, and only where
    the zero makes it the next one.
    """
    result: list[str | None] = []
    last: tuple[int, int] | None = None
    for number, stored in zip(numbers, typed, strict=True):
        parts = tuple(map(int, number.split("."))) if number and re.fullmatch(r"\d+\.\d+", number) else ()
        if len(parts) == 2 and last and parts[0] == last[0] and parts[1] <= last[1] and stored:
            longer = (parts[0], parts[1] * 10)
            if longer[1] == last[1] + 1:
                number, parts = f"{longer[0]}.{longer[1]}", longer
        if len(parts) == 2:
            last = (parts[0], parts[1])
        result.append(number)
    return result
