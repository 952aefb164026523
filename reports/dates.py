"""Dates as people write them: the Buddhist era in Thai."""

from __future__ import annotations

import datetime as dt

from schemas.finding import Text

MONTHS_TH = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
BUDDHIST_ERA = 543


def date_words(day: dt.date) -> Text:
    """Return a day in words: 22 November 2026, and the same with พ.ศ. 2569."""
    return Text(
        f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}",
        f"{day.day} {MONTHS_TH[day.month - 1]} พ.ศ. {day.year + BUDDHIST_ERA}",
    )
