"""Causes that lie in the base: what counts for a unit, and what the sum is divided by."""

from __future__ import annotations

from schemas.catalogue import CauseEntry
from schemas.finding import Text

ENTRIES: tuple[CauseEntry, ...] = (
    CauseEntry(
        name="zero-not-evaluated",
        title=Text("A 0 that was not evaluated", "คะแนน 0 ที่ยังไม่ประเมิน"),
        message=Text(
            "With {which} at 0 left out as not evaluated: {reckoning} = {value}.",
            "หากถือว่า {which} ซึ่งมีคะแนน 0 ยังไม่ประเมิน และไม่นำมาคิด จะได้ {reckoning} = {value}",
        ),
        why=Text(
            "A 0 may be a score or a placeholder for an indicator nobody has evaluated yet. As a score it lowers "
            "the result; as a placeholder it must leave the base. The sheet does one, the rule pack says the other.",
            "คะแนน 0 อาจเป็นผลการประเมินจริง หรือเป็นเพียงค่าที่ใส่ไว้ก่อนสำหรับตัวชี้วัดที่ยังไม่ประเมิน หากเป็นคะแนนจริง"
            "ผลคะแนนย่อมลดลง หากยังไม่ประเมินต้องตัดออกจากฐานคะแนน ไฟล์นี้ใช้อย่างหนึ่ง แต่ชุดหลักเกณฑ์กำหนดอีกอย่างหนึ่ง",
        ),
        proof=Text(
            "The evaluation record of these indicators: whether a score of 0 was given, and by whom.",
            "บันทึกผลการประเมินของตัวชี้วัดเหล่านี้ ว่ามีการให้คะแนน 0 จริงหรือไม่ และผู้ใดเป็นผู้ให้คะแนน",
        ),
        mend=Text(
            "Write a declared marker (ยังไม่ประเมิน) instead of 0, or count the 0. If 0 means not evaluated "
            "everywhere, review again with the policy that a 0 is not evaluated (--zero not-evaluated).",
            "ให้ระบุว่า ยังไม่ประเมิน แทนเลข 0 หรือนำคะแนน 0 มาคิดด้วย หากเลข 0 หมายถึงยังไม่ประเมินทั้งหมด "
            "ให้สอบทานอีกครั้งโดยกำหนดให้คะแนน 0 หมายถึงยังไม่ประเมิน (--zero not-evaluated)",
        ),
    ),
    CauseEntry(
        name="blank-as-zero",
        title=Text("A blank counted as 0", "นับเซลล์ว่างเป็น 0"),
        message=Text(
            "With the blank of {which} counted as a score of 0: {reckoning} = {value}.",
            "หากนับเซลล์ว่างของ {which} เป็นคะแนน 0 จะได้ {reckoning} = {value}",
        ),
        why=Text(
            "A blank is a missing score, not a score of 0. Counted as 0 it takes up to the full score of the "
            "indicator from the unit.",
            "เซลล์ว่างหมายถึงไม่มีคะแนน ไม่ใช่คะแนน 0 การนับเป็น 0 ทำให้หน่วยงานเสียคะแนนของตัวชี้วัดนั้นทั้งหมด",
        ),
        proof=Text(
            "The formula of the figure (SUM over a fixed count treats a blank as 0; AVERAGE does not).",
            "สูตรของตัวเลขนี้ (SUM หารด้วยจำนวนคงที่ถือเซลล์ว่างเป็น 0 ส่วน AVERAGE ไม่นับเซลล์ว่าง)",
        ),
        mend=Text(
            "Enter the missing score, or declare the indicator not applicable to the unit.",
            "กรอกคะแนนที่ขาด หรือระบุว่าตัวชี้วัดนี้ไม่เกี่ยวข้องกับหน่วยงาน",
        ),
    ),
    CauseEntry(
        name="not-applicable-as-zero",
        title=Text("Not applicable counted as 0", "นับตัวชี้วัดที่ไม่เกี่ยวข้องเป็น 0"),
        message=Text(
            "With {which}, which leaves the base, counted as a score of 0: {reckoning} = {value}.",
            "หากนับ {which} ซึ่งต้องตัดออกจากฐานคะแนน เป็นคะแนน 0 จะได้ {reckoning} = {value}",
        ),
        why=Text(
            "An indicator that does not apply, has not started or was cancelled leaves the base. Counted as 0 it "
            "lowers the result of a unit that never had to do the work.",
            "ตัวชี้วัดที่ไม่เกี่ยวข้อง ยังไม่เริ่ม หรือยกเลิกแล้ว ต้องตัดออกจากฐานคะแนน การนับเป็น 0 ทำให้ผลคะแนนลดลง"
            "ทั้งที่หน่วยงานไม่ต้องดำเนินการตัวชี้วัดนั้น",
        ),
        proof=Text(
            "The full marks used for the unit: they count the indicator or they do not.",
            "คะแนนเต็มที่ใช้กับหน่วยงาน ว่านับตัวชี้วัดนี้รวมอยู่ด้วยหรือไม่",
        ),
        mend=Text(
            "Take the full score of the indicator out of the unit's full marks.",
            "หักคะแนนเต็มของตัวชี้วัดนี้ออกจากคะแนนเต็มของหน่วยงาน",
        ),
    ),
    CauseEntry(
        name="wrong-base",
        title=Text("Wrong base", "ใช้ฐานคะแนนผิด"),
        message=Text(
            "Over a base of {base} instead of {right_base}: {reckoning} = {value}.",
            "หากใช้ฐานคะแนน {base} แทน {right_base} จะได้ {reckoning} = {value}",
        ),
        why=Text(
            "The points are right but are divided by the full marks of another number of indicators, often those of "
            "another unit or a round 100.",
            "คะแนนรวมถูกต้อง แต่หารด้วยคะแนนเต็มของตัวชี้วัดจำนวนอื่น ซึ่งมักเป็นของหน่วยงานอื่นหรือเป็น 100 พอดี",
        ),
        proof=Text(
            "The full marks in the formula of the figure, against the indicators that apply to the unit.",
            "คะแนนเต็มในสูตรของตัวเลขนี้ เทียบกับตัวชี้วัดที่เกี่ยวข้องกับหน่วยงาน",
        ),
        mend=Text(
            "Divide by the full marks of the indicators that apply to the unit.",
            "หารด้วยคะแนนเต็มของตัวชี้วัดที่เกี่ยวข้องกับหน่วยงานเท่านั้น",
        ),
    ),
    CauseEntry(
        name="weights-not-renormalised",
        title=Text("Weights not renormalised", "ไม่ได้ปรับน้ำหนักใหม่"),
        message=Text(
            "The weighted sum over {base} instead of {right_base}: {reckoning} = {value}.",
            "หากหารผลรวมถ่วงน้ำหนักด้วย {base} แทน {right_base} จะได้ {reckoning} = {value}",
        ),
        why=Text(
            "Where indicators leave the base, or the weights do not sum to 100, the weighted sum must be divided by "
            "the weights that count. Divided by 100 the unit loses the weight of what does not apply.",
            "เมื่อมีตัวชี้วัดที่ถูกตัดออก หรือน้ำหนักรวมไม่เท่ากับ 100 ต้องหารผลรวมถ่วงน้ำหนักด้วยน้ำหนักที่นับจริง "
            "หากหารด้วย 100 หน่วยงานจะเสียคะแนนตามน้ำหนักของตัวชี้วัดที่ไม่เกี่ยวข้อง",
        ),
        proof=Text(
            "The sum of the weights that apply to the unit, and the divisor in the formula.",
            "ผลรวมน้ำหนักของตัวชี้วัดที่เกี่ยวข้องกับหน่วยงาน และตัวหารในสูตร",
        ),
        mend=Text(
            "Divide by the sum of the weights that apply, or correct the weights so that they sum to 100.",
            "หารด้วยผลรวมน้ำหนักของตัวชี้วัดที่เกี่ยวข้อง หรือแก้น้ำหนักให้รวมเป็น 100",
        ),
    ),
    CauseEntry(
        name="unweighted",
        title=Text("Weights not used", "ไม่ได้ถ่วงน้ำหนัก"),
        message=Text(
            "The plain average {reckoning} in place of the weighted one gives {value}.",
            "หากใช้ค่าเฉลี่ยธรรมดา {reckoning} แทนค่าเฉลี่ยถ่วงน้ำหนัก จะได้ {value}",
        ),
        why=Text(
            "The form has weights, so that indicators count differently. The plain average lets all count the same.",
            "แบบประเมินกำหนดน้ำหนักให้ตัวชี้วัดมีความสำคัญต่างกัน ค่าเฉลี่ยธรรมดาทำให้ทุกตัวชี้วัดมีผลเท่ากัน",
        ),
        proof=Text(
            "The formula of the figure: AVERAGE or SUMPRODUCT.",
            "สูตรของตัวเลขนี้ ว่าใช้ AVERAGE หรือ SUMPRODUCT",
        ),
        mend=Text("Multiply each score by its weight.", "คูณคะแนนแต่ละตัวชี้วัดด้วยน้ำหนักก่อนรวม"),
    ),
    CauseEntry(
        name="partial-sheet",
        title=Text("Part of the indicators is not on the sheet", "ตัวชี้วัดไม่ครบในแผ่นงาน"),
        message=Text(
            "The sheet shows {shown} indicators; the full marks of {reported} count {count} more.",
            "แผ่นงานแสดงตัวชี้วัด {shown} ตัว แต่คะแนนเต็ม {reported} นับตัวชี้วัดเพิ่มอีก {count} ตัว",
        ),
        why=Text(
            "What is not on the sheet cannot be recomputed. The figures can only be bounded by what the missing "
            "indicators could give.",
            "ตัวชี้วัดที่ไม่อยู่ในแผ่นงานคำนวณซ้ำไม่ได้ จึงบอกได้เพียงช่วงของค่าที่เป็นไปได้จากตัวชี้วัดที่ขาด",
        ),
        proof=Text("The sheets with the other indicators.", "แผ่นงานที่มีตัวชี้วัดส่วนที่เหลือ"),
        mend=Text(
            "Submit the whole table, or the workbook that holds the other sheets.",
            "ส่งตารางให้ครบทุกตัวชี้วัด หรือส่งไฟล์ที่มีแผ่นงานอื่นครบถ้วน",
        ),
    ),
)
