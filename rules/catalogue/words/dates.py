"""Words of dates: months, and how a moment is written. Thai years are of the Buddhist era."""

from __future__ import annotations

from schemas.finding import Text

MONTHS = (
    Text("January", "มกราคม"),
    Text("February", "กุมภาพันธ์"),
    Text("March", "มีนาคม"),
    Text("April", "เมษายน"),
    Text("May", "พฤษภาคม"),
    Text("June", "มิถุนายน"),
    Text("July", "กรกฎาคม"),
    Text("August", "สิงหาคม"),
    Text("September", "กันยายน"),
    Text("October", "ตุลาคม"),
    Text("November", "พฤศจิกายน"),
    Text("December", "ธันวาคม"),
)

WORDS: dict[str, Text] = {
    **{f"date.month.{number}": month for number, month in enumerate(MONTHS, 1)},
    "date.moment": Text("{day} {month} {year}, {time} (UTC+7)", "{day} {month} {year} เวลา {time} น."),
    "date.day": Text("{day} {month} {year}", "{day} {month} {year}"),
}
