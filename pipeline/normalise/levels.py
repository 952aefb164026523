"""Thresholds in level texts: the number a level begins with, where it is plainly the level's value."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from schemas.exact import decimal_of_text
from schemas.thai import THAI_DIGITS, visible

_LEAD = re.compile(
    r"^(?:ร้อยละ|ไม่น้อยกว่าร้อยละ|ไม่ต่ำกว่าร้อยละ|มากกว่าร้อยละ|ไม่เกินร้อยละ|ตั้งแต่ร้อยละ|ไม่น้อยกว่า|ไม่ต่ำกว่า|ไม่เกิน|มากกว่า|น้อยกว่า|ตั้งแต่|เท่ากับ|ระดับที่|ระดับ|จำนวน|"
    r"at least|not less than|more than|less than|level|>=|<=|≥|≤|>|<|=)?\s*"
    r"(?P<number>[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?)\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_A_VALUE = re.compile(
    r"^(?:[./)]|-\s*\d|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย"
    r"|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)


@lru_cache(maxsize=20_000)
def threshold_of(text: str) -> Decimal | None:
    """Return the threshold that a level's text stands for; None where it names none.

    "ร้อยละ 60 ของกระบวนการ" is 60 and "1 ตัวชี้วัด" is 1; a number amid other words, a date, a list mark or a
    range is none.
    """
    plain = visible(text).translate(THAI_DIGITS)
    match = _LEAD.match(plain)
    if match is None or _NOT_A_VALUE.match(match["rest"]):
        return None
    return decimal_of_text(match["number"].replace(",", ""))
