"""Sentences about causes put together from several: bounds of a partial sheet, causes of many units, chains."""

from __future__ import annotations

from schemas.finding import Text

WORDS: dict[str, Text] = {
    "cause.zero-on-partial-sheet": Text(
        "With {which} at 0 the best possible is {best}; reported {reported}. With them not evaluated it would be "
        "possible (up to {without}).",
        "เมื่อ {which} เป็น 0 ค่าสูงสุดที่เป็นไปได้คือ {best} แต่รายงานไว้ {reported} หากถือว่ายังไม่ประเมินจึงจะเป็นไปได้ (สูงสุด {without})",
    ),
    "cause.zeros-on-partial-sheet": Text(
        "With {which} at 0 the best possible is {best}, whatever the indicators that are not on the sheet scored; the "
        "lowest of the {count} reported figures is {lowest}. Taken as not evaluated, all {count} become possible.",
        "เมื่อ {which} เป็น 0 ค่าสูงสุดที่เป็นไปได้คือ {best} ไม่ว่าตัวชี้วัดที่ไม่อยู่ในแผ่นงานจะได้เท่าใด แต่ค่าต่ำสุดใน {count} ค่าที่รายงานคือ "
        "{lowest} หากถือว่ายังไม่ประเมิน ทั้ง {count} ค่าจึงจะเป็นไปได้",
    ),
    "cause.partial-full-marks": Text(
        "The sheet shows {shown} indicators; full marks of {reported} count {count} more that are not on it.",
        "แผ่นงานแสดงตัวชี้วัด {shown} ตัว แต่คะแนนเต็ม {reported} นับรวมอีก {count} ตัวที่ไม่อยู่ในแผ่นงาน",
    ),
    "cause.partial-possible": Text(
        "Indicators are missing from the sheet; with them the figure can be anything from {low} to {high}.",
        "ตัวชี้วัดบางส่วนไม่อยู่ในแผ่นงาน เมื่อรวมแล้วค่านี้เป็นไปได้ตั้งแต่ {low} ถึง {high}",
    ),
    "cause.partial-contradicted": Text(
        "Indicators are missing from the sheet, but no scores of theirs can bring the figure outside {low} to {high}.",
        "ตัวชี้วัดบางส่วนไม่อยู่ในแผ่นงาน แต่ไม่ว่าจะได้คะแนนเท่าใด ค่านี้ต้องอยู่ระหว่าง {low} ถึง {high}",
    ),
    "cause.partial-unbounded": Text(
        "Indicators are missing from the sheet, and nothing on it says how much they count.",
        "ตัวชี้วัดบางส่วนไม่อยู่ในแผ่นงาน และไม่มีข้อมูลว่าส่วนที่ขาดมีผลเท่าใด",
    ),
    "cause.one-figure": Text(
        "{who}: reported {reported}, recomputed {expected}.",
        "{who}: รายงาน {reported} คำนวณซ้ำได้ {expected}",
    ),
    "cause.several-figures": Text(
        "{count} figures do not come out ({units}).",
        "ตัวเลข {count} รายการไม่ตรงกับที่คำนวณซ้ำ ({units})",
    ),
    "cause.shared": Text(
        "{title} explains all {count}. {unit}: {example}",
        "{title} อธิบายได้ทั้ง {count} รายการ {unit}: {example}",
    ),
    "cause.follows": Text(
        "It follows from the reported {quantity} of {reported}.",
        "ค่านี้คำนวณต่อมาจาก{quantity}ที่รายงานไว้ {reported}",
    ),
    "cause.grade-follows": Text(
        "The grade {grade} follows from the reported converted score of {converted}.",
        "ระดับ {grade} เป็นไปตามคะแนนที่แปลงเป็นฐาน 100 ที่รายงานไว้ {converted}",
    ),
    "cause.grade-rounded": Text(
        "The grade {grade} follows from {converted} rounded to {rounded} before it was graded.",
        "ระดับ {grade} เป็นไปตามคะแนน {converted} ที่ปัดเป็น {rounded} ก่อนจัดระดับ",
    ),
    "cause.changes-grade": Text(
        "The grade changes from {from} to {to}.", "ระดับผลการประเมินเปลี่ยนจาก {from} เป็น {to}"
    ),
    "cause.changes-rank": Text("The rank changes from {from} to {to}.", "ลำดับเปลี่ยนจากที่ {from} เป็นที่ {to}"),
    "cause.ratios": Text(
        "Of whole points over full marks up to {largest}, nothing but {ratios} gives {reported}.",
        "หากคะแนนเป็นจำนวนเต็มและคะแนนเต็มไม่เกิน {largest} มีเพียง {ratios} ที่ให้ค่า {reported}",
    ),
    "cause.no-ratio": Text(
        "No whole points over full marks up to {largest} give {reported}.",
        "หากคะแนนเป็นจำนวนเต็มและคะแนนเต็มไม่เกิน {largest} ไม่มีคะแนนใดให้ค่า {reported}",
    ),
    "cause.and-also": Text("Together with a second change: {second}", "ร่วมกับการเปลี่ยนแปลงที่สอง: {second}"),
}
