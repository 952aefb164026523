"""Small words that causes put into their messages, where one cause has more than one manner."""

from __future__ import annotations

from schemas.finding import Text

FROM_BOTH = Text("from the sum and the base", "ทั้งจากผลรวมและฐานคะแนน")
FROM_SUM = Text("from the sum, not from the base", "จากผลรวม แต่ยังนับในฐานคะแนน")
IN_BOTH = Text("in the sum and the base", "ทั้งในผลรวมและฐานคะแนน")
IN_SUM = Text("in the sum, not in the base", "ในผลรวม แต่ไม่นับเพิ่มในฐานคะแนน")

HIDDEN_ROW = Text("hidden row", "แถวที่ซ่อนอยู่")
HIDDEN_COLUMN = Text("hidden column", "คอลัมน์ที่ซ่อนอยู่")

POINTS = Text("the points", "คะแนนรวม")
MEAN = Text("the mean", "คะแนนเฉลี่ย")
SCORES = Text("each score", "คะแนนแต่ละตัวชี้วัด")
LINES = Text("each weighted line", "คะแนนถ่วงน้ำหนักแต่ละบรรทัด")
SHARE = Text("the share of the full marks", "สัดส่วนต่อคะแนนเต็ม")
FIGURE = Text("the figure itself", "ตัวเลขผลลัพธ์")
WEIGHTED_SUM = Text("the weighted sum", "ผลรวมคะแนนถ่วงน้ำหนัก")

HALF_UP = Text("rounded", "ปัดเศษ")
CUT = Text("cut off", "ตัดเศษทิ้ง")

POINT_MOVED = Text("the decimal point is misplaced", "จุดทศนิยมคลาดตำแหน่ง")
DIGIT_DROPPED = Text("a digit is missing", "พิมพ์ตัวเลขตกไปหนึ่งหลัก")
DIGIT_DOUBLED = Text("a digit is typed twice", "พิมพ์ตัวเลขซ้ำหนึ่งหลัก")
