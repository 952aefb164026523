"""Findings of the reconciliation: a reported figure that does not come out."""

from __future__ import annotations

from schemas.catalogue import FindingEntry
from schemas.finding import Severity, Text

MESSAGE = Text("{what} {cause}", "{what} {cause}")

MEND = Text(
    "Look at the cells named with the cause, correct the sheet or the procedure, and recompute the figure.",
    "ตรวจเซลล์ที่ระบุไว้กับสาเหตุ แก้ไขแผ่นงานหรือวิธีคำนวณ แล้วคำนวณตัวเลขใหม่",
)


def _mismatch(quantity: str, title: Text, why: Text, example: Text) -> FindingEntry:
    return FindingEntry(
        name=f"{quantity}-mismatch",
        category="reconciliation",
        severity=Severity.ERROR,
        title=title,
        message=MESSAGE,
        why=why,
        mend=MEND,
        example=example,
    )


ENTRIES: tuple[FindingEntry, ...] = (
    _mismatch(
        "converted",
        Text("Converted score does not come out", "คะแนนที่แปลงเป็นฐาน 100 ไม่ตรง"),
        Text(
            "The converted score decides the unit's grade and rank. It must follow from the scores: mean × 20, rounded "
            "once at the end.",
            "คะแนนที่แปลงเป็นฐาน 100 เป็นตัวกำหนดระดับและลำดับของหน่วยงาน "
            "จึงต้องคำนวณได้จากคะแนน คือคะแนนเฉลี่ยคูณ 20 และปัดเศษครั้งเดียว",
        ),
        Text("97.78 reported, 92.63 recomputed.", "รายงาน 97.78 คำนวณซ้ำได้ 92.63"),
    ),
    _mismatch(
        "full-marks",
        Text("Full marks do not come out", "คะแนนเต็มไม่ตรง"),
        Text(
            "Full marks are 5 for every indicator that applies to the unit. They are what the points are divided by.",
            "คะแนนเต็มคือ 5 คูณจำนวนตัวชี้วัดที่เกี่ยวข้องกับหน่วยงาน และเป็นตัวหารของคะแนนรวม",
        ),
        Text("95 reported where 18 indicators apply.", "รายงาน 95 ทั้งที่มีตัวชี้วัดที่เกี่ยวข้อง 18 ตัว"),
    ),
    _mismatch(
        "points",
        Text("Points do not come out", "คะแนนรวมไม่ตรง"),
        Text(
            "Points are the sum of the unit's scores; all other figures follow from them.",
            "คะแนนรวมคือผลรวมคะแนนของหน่วยงาน ตัวเลขอื่นคำนวณต่อจากค่านี้",
        ),
        Text("86 reported, the scores sum to 88.", "รายงาน 86 แต่คะแนนรวมกันได้ 88"),
    ),
    _mismatch(
        "mean",
        Text("Mean does not come out", "คะแนนเฉลี่ยไม่ตรง"),
        Text(
            "The mean (ค) is the sum of the scores over the indicators that apply, weighted where the form has "
            "weights.",
            "คะแนนเฉลี่ย (ค) คือผลรวมคะแนนหารด้วยจำนวนตัวชี้วัดที่เกี่ยวข้อง และถ่วงน้ำหนักเมื่อแบบประเมินมีน้ำหนัก",
        ),
        Text("4.36 reported, 4.63 recomputed.", "รายงาน 4.36 คำนวณซ้ำได้ 4.63"),
    ),
    _mismatch(
        "weighted",
        Text("Weighted score does not come out", "คะแนนถ่วงน้ำหนักไม่ตรง"),
        Text(
            "A weighted score is score × weight / 100, rounded half up.",
            "คะแนนถ่วงน้ำหนักคือคะแนนคูณน้ำหนักหาร 100 แล้วปัดเศษ โดยเศษตั้งแต่ครึ่งหนึ่งขึ้นไปให้ปัดขึ้น",
        ),
        Text("0.12 reported for 2.5 × 5 %, which is 0.13.", "รายงาน 0.12 แต่ 2.5 คูณร้อยละ 5 ได้ 0.13"),
    ),
    _mismatch(
        "score",
        Text("Score does not follow from the result", "คะแนนไม่เป็นไปตามผลการดำเนินงาน"),
        Text(
            "Where the sheet shows the actual result and the levels, the score follows from them by interpolation or "
            "by steps.",
            "เมื่อแผ่นงานแสดงผลการดำเนินงานและค่าเป้าหมาย คะแนนต้องเป็นไปตามการเทียบบัญญัติไตรยางศ์หรือตามระดับ",
        ),
        Text("2.50 for a result of 49.33 where 2.47 follows.", "ให้ 2.50 ทั้งที่ผล 49.33 คิดได้ 2.47"),
    ),
    _mismatch(
        "grade",
        Text("Grade does not follow from the score", "ระดับผลการประเมินไม่ตรง"),
        Text(
            "The grade is the band of the rule pack that holds the converted score; each band holds its lower end.",
            "ระดับผลการประเมินเป็นไปตามช่วงคะแนนในชุดหลักเกณฑ์ที่คะแนนที่แปลงเป็นฐาน 100 อยู่ในช่วงนั้น โดยแต่ละช่วงนับรวมค่าต่ำสุดของช่วง",
        ),
        Text("ดีเด่น for 89.47.", "ให้ดีเด่นทั้งที่ได้ 89.47"),
    ),
    FindingEntry(
        name="not-computable",
        category="reconciliation",
        severity=Severity.WARNING,
        title=Text("Figure cannot be judged", "ตรวจตัวเลขไม่ได้"),
        message=Text(
            "{count} reported figures cannot be judged ({units} {indicators}): {reason}.",
            "ตรวจตัวเลขที่รายงานไม่ได้ {count} รายการ ({units} {indicators}): {reason}",
        ),
        why=Text(
            "What depends on a cell that cannot be judged is neither right nor wrong. It must not look clean.",
            "ตัวเลขที่ขึ้นกับเซลล์ซึ่งตรวจไม่ได้ย่อมบอกไม่ได้ว่าถูกหรือผิด และต้องไม่แสดงว่าผ่าน",
        ),
        mend=Text(
            "Mend the cells that hold it up, then run again.",
            "แก้ไขเซลล์ที่เป็นเหตุ แล้วตรวจใหม่",
        ),
        example=Text(
            "A converted score over a column with #REF!.", "คะแนนที่แปลงเป็นฐาน 100 ของหน่วยงานที่มี #REF! ในคอลัมน์"
        ),
    ),
    FindingEntry(
        name="impossible-figure",
        category="reconciliation",
        severity=Severity.ERROR,
        title=Text("A figure no scores can give", "ตัวเลขที่เป็นไปไม่ได้"),
        message=Text(
            "{cell}: no scores in steps of {grid} give {reported} over full marks of {base}; only {occurring} of "
            "{possible} figures can occur.",
            "{cell}: ไม่มีคะแนน (ขั้นละ {grid}) ชุดใดให้ค่า {reported} จากคะแนนเต็ม {base} "
            "ค่าที่เป็นไปได้มีเพียง {occurring} จาก {possible} ค่า",
        ),
        why=Text(
            "Scores lie on a grid, so that their mean can only take some values. A figure between them was not "
            "computed from such scores, whatever they were.",
            "คะแนนมีค่าเป็นขั้น ค่าเฉลี่ยจึงเป็นได้เพียงบางค่า ตัวเลขที่อยู่ระหว่างค่าเหล่านั้นไม่ได้คำนวณจากคะแนนลักษณะนี้ไม่ว่ากรณีใด",
        ),
        mend=Text(
            "Ask for the working of the figure: it was typed, or other scores were used.",
            "ขอรายละเอียดการคำนวณ เพราะตัวเลขนี้พิมพ์เข้ามาหรือใช้คะแนนชุดอื่น",
        ),
        example=Text("71.47 of full marks 95 with whole scores.", "71.47 จากคะแนนเต็ม 95 เมื่อคะแนนเป็นจำนวนเต็ม"),
    ),
    FindingEntry(
        name="rounding-mode",
        category="reconciliation",
        severity=Severity.INFO,
        title=Text("The whole table is rounded in another way", "ทั้งตารางปัดเศษด้วยวิธีอื่น"),
        message=Text(
            "Under the rounding in force ({in_force}) {wrong} of {count} figures of the table do not come out; under "
            "another ({fits}) every one of them does.",
            "เมื่อปัดเศษด้วยวิธีที่ใช้อยู่ ({in_force}) ตัวเลขไม่ตรง {wrong} จาก {count} รายการในตาราง "
            "แต่หากใช้วิธีอื่น ({fits}) จะตรงทุกรายการ",
        ),
        why=Text(
            "Where a whole table agrees on one way of rounding, the table or the choice of rule pack follows another "
            "rule. It is one fault, whatever number of figures it moves.",
            "เมื่อทั้งตารางสอดคล้องกับวิธีปัดเศษวิธีเดียว แสดงว่าตารางหรือชุดหลักเกณฑ์ที่เลือกใช้วิธีอื่น "
            "ถือเป็นข้อผิดพลาดเดียวไม่ว่ากระทบกี่ตัวเลข",
        ),
        mend=Text(
            "Ask how the department rounds. Correct the formulas, or choose the rounding with --rounding or in a "
            "rule pack.",
            "สอบถามวิธีปัดเศษของหน่วยงาน แล้วแก้สูตร หรือเลือกวิธีปัดเศษด้วย --rounding หรือในชุดหลักเกณฑ์",
        ),
        example=Text(
            "TRUNC(x, 2) in a whole row: 82.85 for 82.857.", "ใช้ TRUNC(x, 2) ทั้งแถว ได้ 82.85 แทน 82.857"
        ),
    ),
)
